"""Addresses: which web addresses may be fetched, and which machines they may lead to.

Checked are the scheme, the port, and every numeric address that a name resolves to, so that a page
can't make quizgen reach into the school's own network.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from quizgen.errors import InputError

PORTS = {"https": 443, "http": 80}
LONGEST = 2_000  # characters of an address
MOST_NAME = 253  # characters of a host's name, by the rules of DNS
UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
SAFE = "%/:=&?~#+!$,;'@()*[]"  # what stays as it is in a path and query
HOST = re.compile(r"(?!.*\.\.)[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?")
TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that gateways turn into the IPv4 address in their last four bytes (RFC 6052)."""

UNICAST = ip_network("2000::/3")
"""All IPv6 addresses that are given to anybody."""
SPECIAL = tuple(
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "2001::/23", "3fff::/20"))
)
METADATA = frozenset(map(ip_address, ("169.254.169.254", "168.63.129.16", "fd00:ec2::254")))
"""Addresses at which clouds tell their machines their secrets; one of them is public."""

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked for: scheme, host, port, and the path with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address as it is written; a port goes without saying."""
        return f"{self.scheme}://{self.origin}{self.path}"

    @property
    def origin(self) -> str:
        """The host as the request names it."""
        return f"[{self.host}]" if ":" in self.host else self.host


def target_of(url: str) -> Target:
    """The target of an address. Raises InputError, one line, for what is never fetched."""
    shown = UNSAFE.sub("?", url if len(url) <= LONGEST else url[:60] + "…")
    if len(url) > LONGEST or UNSAFE.search(url):
        raise _refused(shown, "it is too long or holds characters that no address has")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").casefold()
    except ValueError:
        raise _refused(shown, "it is no valid address") from None
    scheme = parts.scheme.casefold()
    if scheme not in PORTS:
        raise _refused(shown, f"only https and http are fetched, not {scheme}")
    if parts.username is not None or parts.password is not None:
        raise _refused(shown, "it holds a user name or password")
    if port not in {None, PORTS[scheme]}:
        raise _refused(shown, f"only ports 443 (https) and 80 (http) are fetched, not {port}")
    if not _is_host(host):
        raise _refused(shown, "its host is missing or no valid name")
    asked = parts.path.removeprefix("/") + (f"?{parts.query}" if parts.query else "")
    path = "/" + quote(asked, safe=SAFE)
    return Target(scheme, host.removesuffix("."), PORTS[scheme], path)


def require_public(addresses: list[str], target: Target) -> list[str]:
    """The numeric addresses, all of which are public. Raises InputError where one is not."""
    if not addresses:
        raise _refused(target.url, f"{target.host} has no address")
    for each in addresses:
        kind = private_kind(each)
        if kind:
            raise _refused(target.url, f"{target.host} leads to {each}, {kind}")
    return addresses


def private_kind(text: str) -> str:
    """Why a numeric address is never fetched from ("a private address"), "" for a public one."""
    try:
        address = _inner(ip_address(text.partition("%")[0]))
    except ValueError:
        return "which is no address"
    if "%" in text:
        return "a link-local address"
    return next((kind for kind, holds in KINDS if holds(address)), "")


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, else the same."""
    if isinstance(address, IPv4Address):
        return address
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


def _special(address: Address) -> bool:
    """Whether an address is for special use, by the system's tables or by ours, which are newer."""
    listed = any(address in network for network in SPECIAL)
    outside = isinstance(address, IPv6Address) and address not in UNICAST
    return listed or outside or address.is_reserved or not address.is_global


KINDS: tuple[tuple[str, Callable[[Address], bool]], ...] = (
    ("a metadata address", lambda address: address in METADATA),
    ("this machine's own address", lambda address: address.is_loopback),
    ("a link-local address", lambda address: address.is_link_local),
    ("a multicast address", lambda address: address.is_multicast),
    ("a private address", lambda address: address.is_private and not address.is_unspecified),
    ("an address set aside for special use", _special),
)


def _is_host(host: str) -> bool:
    if ":" in host:
        return not private_kind(host).startswith("which")
    return len(host) <= MOST_NAME and HOST.fullmatch(host) is not None


def _refused(url: str, why: str) -> InputError:
    return InputError(f"{url} is not fetched: {why}")
