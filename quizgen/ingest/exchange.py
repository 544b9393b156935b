"""Exchanges: one request and its answer over a connection to an address that was checked."""

import socket
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from itertools import chain
from ssl import SSLSocket
from threading import Timer

from quizgen.ingest.addresses import Target
from quizgen.ingest.network import Network

AGENT = "quizgen"  # by which robots.txt may call it
MOST = 5_000_000  # bytes of an answer, packed and unpacked
PIECE = 65_536
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
BROKEN = "what the site sends is damaged or breaks off"
UNPACKED = frozenset({"", "identity"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, where it leads on ("" if nowhere), and the bytes unpacked.

    `charset` is the encoding that its `Content-Type` names, in small letters, "" for none.
    """

    status: int
    location: str
    data: bytes
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The time at which an exchange is broken off, and how many seconds it then took."""

    at: float
    seconds: float

    @property
    def passed(self) -> str:
        """What is said then."""
        return f"it takes longer than {self.seconds:g} seconds"


class _Pinned(HTTPConnection):
    """A connection over a socket that is open already; it can't open another."""

    def __init__(self, target: Target, sock: socket.socket) -> None:
        super().__init__(target.origin, target.port)
        self.sock = sock
        self.auto_open = 0


def asked(network: Network, target: Target, addresses: list[str], deadline: Deadline) -> Answer:
    """The answer to a request for a target, from the first of its addresses that is reached.

    Raises OSError, HTTPException or ValueError, whose words say what went wrong.
    """
    with (
        _reached(network, target, addresses, deadline) as sock,
        _ended(sock, max(0.0, deadline.at - network.clock())) as late,
    ):
        try:
            answer = _answered(target, sock)
        except (OSError, HTTPException, ValueError):
            if not late:
                raise
        if late:
            raise TimeoutError(deadline.passed)
        return answer


def _reached(
    network: Network, target: Target, addresses: list[str], deadline: Deadline
) -> socket.socket:
    """A connection, prepared for TLS where the target asks for it; no hand is shaken yet."""
    failure = OSError("the site can't be reached")
    for address in addresses:
        left = deadline.at - network.clock()
        if left <= 0:
            raise TimeoutError(deadline.passed)
        try:
            sock = network.connect(address, target.port, left)
        except OSError as error:
            failure = error
            continue
        sock.settimeout(left)
        if target.scheme == "http":
            return sock
        return network.context.wrap_socket(
            sock, server_hostname=target.host, do_handshake_on_connect=False
        )
    raise failure


@contextmanager
def _ended(sock: socket.socket, seconds: float) -> Iterator[list[bool]]:
    """End a connection after some seconds, however slowly its bytes come; fills the list."""
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # not TLS's own, which would wait

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _answered(target: Target, sock: socket.socket) -> Answer:
    if isinstance(sock, SSLSocket):
        sock.do_handshake()
    connection = _Pinned(target, sock)
    try:
        connection.request("GET", target.path, headers=headers() | {"Host": target.origin})
        with connection.getresponse() as response:
            location = response.getheader("Location", "")
            charset = response.headers.get_content_charset("")
            return Answer(response.status, location, _body(response), charset)
    finally:
        connection.close()


def headers() -> dict[str, str]:
    """What every request says of itself."""
    from quizgen import __version__

    return {
        "User-Agent": f"{AGENT}/{__version__} (makes quizzes from news; fetches what a user names)",
        "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _body(response: HTTPResponse) -> bytes:
    """The body, unpacked. Raises ValueError for one that is too large or packed otherwise."""
    packing = (response.getheader("Content-Encoding") or "").strip().casefold()
    if packing not in PACKED | UNPACKED:
        msg = f"it is packed in a way that is not read ({packing[:20]})"
        raise ValueError(msg)
    if (response.length or 0) > MOST:
        raise ValueError(_too_large())
    pieces = _pieces(response)
    return b"".join(_limited(_unpacked(pieces) if packing in PACKED else pieces))


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    """The body as it comes, no more of it than may be."""
    read = 0
    while piece := _next(response):
        read += len(piece)
        if read > MOST:
            raise ValueError(_too_large())
        yield piece
    if response.length:
        raise ValueError(BROKEN)


def _next(response: HTTPResponse) -> bytes:
    """The next piece. Raises ValueError for chunks of no sensible size."""
    try:
        return response.read(PIECE)
    except (ValueError, HTTPException):
        raise ValueError(BROKEN) from None


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces unpacked, never more than `PIECE` bytes at once, whatever they unpack to."""
    first = next(pieces, b"")
    bare = first[:2] != b"\x1f\x8b" and (not first or first[0] & 0x0F != zlib.DEFLATED)
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32)
    try:
        for piece in chain([first], pieces):
            packed = piece
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, PIECE)
                packed = unpacker.unconsumed_tail
    except zlib.error:
        raise ValueError(BROKEN) from None
    if not unpacker.eof and first:
        raise ValueError(BROKEN)


def _limited(pieces: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST:
            raise ValueError(_too_large())
        yield piece


def _too_large() -> str:
    return f"it is larger than {MOST:,} bytes"
