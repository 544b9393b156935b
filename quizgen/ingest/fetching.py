"""Fetching: pages and feeds from the web, by a client that can't be led to other places.

Nothing is fetched unless the user allowed it. Every hop is checked anew: its address, the numeric
addresses that its host resolves to, and robots.txt; the connection goes to the very address that
was checked. Written on the standard library, so that nothing (no proxy of the environment, no
cookie, no redirect, no unpacking) happens that does not stand here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urljoin

from quizgen.errors import InputError, printable
from quizgen.ingest import robots
from quizgen.ingest.addresses import Target, require_public, target_of
from quizgen.ingest.exchange import AGENT, Answer, Deadline, asked
from quizgen.ingest.network import Network
from quizgen.ingest.robots import Rules

MOST_HOPS = 5  # redirects for one address
SECONDS = 10.0  # for one address with its redirects, and as much for a robots.txt with its own
PAUSE = 1.0  # seconds between two requests to one host
LONGEST_PAUSE = 30.0  # that robots.txt may ask for; a site that wants more is not fetched
REDIRECTS = frozenset({301, 302, 303, 307, 308})
STATES = {
    401: "it asks for a password",
    402: "it asks for payment",
    403: "the site does not allow it",
    404: "there is no such page",
    410: "the page is gone",
    429: "the site asks to wait; try again later",
    451: "the site may not show it for legal reasons",
}
NO_CONTENT = 204


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address holds: the address in the end, after redirects, and its bytes, unpacked.

    `charset` is the encoding that the server names, "" for none.
    """

    url: str
    data: bytes
    charset: str = ""


@dataclass(slots=True)
class Client:
    """A polite, careful client; it keeps robots.txt and the last request of each host."""

    network: Network
    seconds: float = SECONDS
    _rules: dict[str, Rules] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """What an address holds. Raises InputError, one line that says why it is not fetched."""
        target, answer = self._followed(target_of(url), url, self._require_allowed)
        if answer.status in REDIRECTS:
            raise _refused(url, f"it leads on more than {MOST_HOPS} times")
        return Fetched(target.url, _content(answer, url), answer.charset)

    def _followed(
        self, target: Target, url: str, require: Callable[[Target], None]
    ) -> tuple[Target, Answer]:
        """The last target and its answer after so many redirects; each is required to pass."""
        left = self.seconds
        for hop in range(MOST_HOPS + 1):
            require(target)
            self._wait(target)
            began = self.network.clock()
            answer = self._asked(target, url, left)
            if answer.status not in REDIRECTS or hop == MOST_HOPS:
                break
            left -= self.network.clock() - began
            target = _next(target, answer, url)
        return target, answer

    def _asked(self, target: Target, url: str, left: float) -> Answer:
        """One request, for which some seconds are left."""
        deadline = Deadline(self.network.clock() + left, self.seconds)
        addresses = require_public(self.network.resolve(target.host, target.port), target)
        try:
            return asked(self.network, target, addresses, deadline)
        except (OSError, HTTPException, ValueError) as error:
            raise _refused(url, _reason(error)) from None
        finally:
            self._last[target.host] = self.network.clock()

    def _wait(self, target: Target) -> None:
        last = self._last.get(target.host)
        rules = self._rules.get(_site(target), Rules())
        if last is not None:
            due = last + max(PAUSE, rules.delay) - self.network.clock()
            self.network.sleep(max(0.0, due))

    def _require_allowed(self, target: Target) -> None:
        """Raise InputError for what the site's robots.txt forbids."""
        site = _site(target)
        if site not in self._rules:
            self._rules[site] = self._read_rules(target)
        rules = self._rules[site]
        if not rules.allow(target.path):
            raise _refused(target.url, "the site's robots.txt asks programs not to")
        if rules.delay > LONGEST_PAUSE:
            why = f"the site's robots.txt asks for {rules.delay:g} seconds between requests"
            raise _refused(target.url, why)

    def _read_rules(self, target: Target) -> Rules:
        """What robots.txt says: all is allowed where there is none, nothing while it fails."""
        place = Target(target.scheme, target.host, target.port, "/robots.txt")
        _, answer = self._followed(place, target.url, lambda _: None)
        if answer.status >= 500 or answer.status == 429:  # noqa: PLR2004 - HTTP's own numbers
            raise _refused(target.url, "the site's robots.txt can't be read just now")
        found = answer.data.decode("utf-8-sig", "replace") if answer.status == 200 else ""  # noqa: PLR2004
        return robots.rules_for(found, AGENT)


def _site(target: Target) -> str:
    return f"{target.scheme}://{target.host}"


def _next(target: Target, answer: Answer, url: str) -> Target:
    """Where a redirect leads. Raises InputError for a place that is never fetched."""
    if not answer.location:
        raise _refused(url, "it leads on without saying where")
    try:
        found = target_of(urljoin(target.url, answer.location))
    except (InputError, ValueError) as error:
        raise _refused(url, f"it leads on to a place that is refused ({error})") from None
    if target.scheme == "https" and found.scheme != "https":
        raise _refused(url, "it leads on from a safe connection to an open one (http)")
    return found


def _content(answer: Answer, url: str) -> bytes:
    """The bytes of an answer. Raises InputError for one without any."""
    if answer.status // 100 != 2 or answer.status == NO_CONTENT:  # noqa: PLR2004 - HTTP's own numbers
        why = STATES.get(answer.status, f"the site answers {answer.status}")
        raise _refused(url, why)
    if not answer.data:
        raise _refused(url, "the site sends nothing")
    return answer.data


def _reason(error: Exception) -> str:
    """What went wrong in words, without what the site says of itself."""
    told = getattr(error, "strerror", None) or getattr(error, "verify_message", None) or str(error)
    words = " ".join(printable(str(told)).split())[:120]
    return words or f"the connection failed ({type(error).__name__})"


def _refused(url: str, why: str) -> InputError:
    shown = url if len(url) <= 200 else url[:199] + "…"  # noqa: PLR2004 - what fits a line or two
    return InputError(f"{shown} is not fetched: {why}")
