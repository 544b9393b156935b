"""The network as the system offers it: names resolved, connections made, time passing.

These are the only things that fetching takes from outside; tests hand in their own, so that
no packet leaves them.
"""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread

from quizgen.errors import InputError

RESOLVING = 5.0  # seconds for a name; the system itself may take a minute
CONNECTING = 5.0  # seconds for one connection at most

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]


def resolved(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, in the system's order. Raises InputError for none."""
    found: list[str] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(row[4][0]) for row in rows))

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(RESOLVING)
    if not found:
        msg = f"{host} is not found; check the address and the connection"
        raise InputError(msg)
    return list(found)


def connected(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to a numeric address."""
    return socket.create_connection((address, port), min(seconds, CONNECTING))


@dataclass(frozen=True, slots=True)
class Network:
    """What fetching takes from outside: times are seconds that only ever grow."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    resolve: Resolve = resolved
    connect: Connect = connected
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
