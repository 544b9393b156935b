"""Fetching reaches what the user named and nothing else; every refusal is one line that says why.

The server is a thread of the test; the only connections made are to it, whatever the address.
"""

import gzip
import re
import socket
import ssl
import subprocess
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest import Failure, fetching, network, read_all
from quizgen.ingest.addresses import private_kind, target_of
from quizgen.ingest.exchange import MOST, Answer
from quizgen.ingest.fetching import Client
from quizgen.ingest.network import Network
from quizgen.ingest.robots import rules_for

PUBLIC = "93.184.215.14"
PAGE = b"<html><body><p>Seoul called the curbs unfair.</p></body></html>"
Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Web:
    """A web of one server: what it answers to each path, and what was asked, dialled and slept."""

    replies: dict[str, Reply | Callable[[Any], None]] = field(default_factory=dict)
    addresses: dict[str, list[str]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    dialled: list[tuple[str, int]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    port: int = 0
    time: float = 100.0

    def network(self, **changed: Any) -> Network:
        """The network of a client that is to see this web alone."""
        parts = {"resolve": self.resolve, "connect": self.connect, "clock": self.clock}
        return Network(**{**parts, "sleep": self.sleep, **changed})

    def client(self, **changed: Any) -> Client:
        """A client in this web."""
        return Client(self.network(), **changed)

    def resolve(self, host: str, port: int) -> list[str]:
        """The addresses that a test gave the host."""
        return self.addresses.get(host, [PUBLIC])

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """A connection to the server of the test, whatever was dialled."""
        self.dialled.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def clock(self) -> float:
        """A time that only sleeping moves."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Let the time go by at once."""
        if seconds:
            self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def web() -> Iterator[Web]:
    """A server in a thread; without a reply given for it, a path is not found."""
    made = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.headers["Host"], self.path))
            made.agents.add(self.headers["User-Agent"])
            reply = made.replies.get(self.headers["Host"] + self.path, made.replies.get(self.path))
            if callable(reply):
                reply(self)
                return
            status, headers, data = reply or (404, {}, b"none")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def refused(client: Client, url: str) -> str:
    """Why an address is not fetched, in one line that names it."""
    with pytest.raises(InputError) as caught:
        client.fetch(url)
    told = str(caught.value)
    assert "\n" not in told
    assert "is not fetched: " in told or "is not found" in told
    return told


def test_a_page_is_fetched_from_the_address_that_was_checked(web: Web) -> None:
    """By an honest name, after robots.txt, without the fragment."""
    web.replies["/a?b=1"] = (200, {}, PAGE)
    got = web.client().fetch("http://News.example/a?b=1#top")
    assert (got.url, got.data) == ("http://news.example/a?b=1", PAGE)
    assert web.dialled == [(PUBLIC, 80)] * 2
    assert web.asked == [("news.example", "/robots.txt"), ("news.example", "/a?b=1")]
    assert all(agent.startswith("quizgen/") for agent in web.agents)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://news.example/a", "only https and http"),
        ("file:///etc/passwd", "only https and http"),
        ("gopher://news.example", "only https and http"),
        ("http://news.example:8080/", "only ports 443"),
        ("https://news.example:80/", "only ports 443"),
        ("http://news.example:99999/", "no valid address"),
        ("http://me:secret@news.example/", "user name or password"),
        ("http://me@news.example/", "user name or password"),
        ("http:///a", "host is missing"),
        ("http://-news-.example/", "no valid name"),
        ("http://news..example/", "no valid"),
        ("http://[::1/", "no valid address"),
        ("http://news.example/a b", "characters that no address has"),
        ("http://news.example\\@10.0.0.1/", "characters that no address has"),
        ("http://news.example/\r\nHost: x", "characters that no address has"),
        ("http://news.example/\x9b31m", "characters that no address has"),
        ("http://news.example/\u202egpj.exe", "characters that no address has"),
        ("http://@news.example/", "user name or password"),
        ("jar:http://news.example/", "only https and http"),
        ("http://news.example/" + "a" * 2_000, "too long"),
    ],
)
def test_addresses_that_are_never_fetched(web: Web, url: str, why: str) -> None:
    """No name is resolved, nothing dialled."""
    assert why in refused(web.client(), url)
    assert web.dialled == []


HOSTILE = [
    ("127.0.0.1", "this machine's own"),
    ("127.8.8.8", "this machine's own"),
    ("::1", "this machine's own"),
    ("::ffff:127.0.0.1", "this machine's own"),
    ("0.0.0.0", "special use"),  # noqa: S104 - nothing is bound to it
    ("::", "special use"),
    ("10.1.2.3", "private"),
    ("172.16.0.1", "private"),
    ("192.168.1.1", "private"),
    ("::ffff:10.0.0.1", "private"),
    ("64:ff9b::a00:1", "private"),
    ("2002:a00:1::", "private"),
    ("fc00::1", "private"),
    ("fd00:ec2::254", "metadata"),
    ("169.254.169.254", "metadata"),
    ("168.63.129.16", "metadata"),
    ("fe80::1", "link-local"),
    ("fe80::1%eth0", "link-local"),
    ("fec0::1", "special use"),
    ("100.100.100.200", "special use"),
    ("192.0.0.192", "special use"),
    ("198.18.0.1", "private"),
    ("203.0.113.5", "private"),
    ("224.0.0.1", "multicast"),
    ("ff02::1", "multicast"),
    ("240.0.0.1", "private"),
    ("255.255.255.255", "private"),
    ("3fff::1", "special use"),
    ("64:ff9b:1::a00:1", "special use"),
    ("2001:db8::1", "private"),
    ("2002:7f00:1::", "this machine's own"),
    ("2001:0:1:2:3:4:80ff:fffe", "this machine's own"),
    ("::127.0.0.1", "special use"),
    ("no address", "no address"),
]


@pytest.mark.parametrize(("address", "kind"), HOSTILE)
def test_hosts_of_private_addresses_are_refused(web: Web, address: str, kind: str) -> None:
    """Also when only one of their addresses is one."""
    web.addresses["evil.example"] = [PUBLIC, address]
    told = refused(web.client(), "http://evil.example/")
    assert f"evil.example leads to {address}, " in told
    assert private_kind(address) != ""
    assert web.dialled == []


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_none_of_these(address: str) -> None:
    """Of either version."""
    assert private_kind(address) == ""


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "１２７.0.0.1"],
)
def test_addresses_in_figures_are_checked_as_names_are(host: str) -> None:
    """The system resolves them, as a browser would; nothing is sent for it."""
    target = target_of(f"http://{host}/")
    found = network.resolved(target.host, target.port)
    assert found
    assert all(private_kind(address) for address in found)


def test_a_name_that_is_not_found_is_told(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one without addresses."""

    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(InputError, match=r"news\.example is not found"):
        network.resolved("news.example", 80)
    web.addresses["news.example"] = []
    assert "has no address" in refused(web.client(), "http://news.example/")


def test_a_rebinding_name_is_dialled_where_it_was_checked(web: Web) -> None:
    """A second look at the name would give a private address; each hop takes the one it checked."""
    answers = iter([[PUBLIC], [PUBLIC], ["10.0.0.1"]])
    client = Client(web.network(resolve=lambda host, port: next(answers)))
    web.replies["/a"] = (200, {}, PAGE)
    client.fetch("http://news.example/a")
    assert web.dialled == [(PUBLIC, 80)] * 2
    assert "10.0.0.1" in refused(client, "http://news.example/a")
    assert len(web.dialled) == 2


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://10.0.0.1/", "private"),
        ("http://inner.example/", "private"),
        ("//inner.example/", "private"),
        ("file:///etc/passwd", "only https and http"),
        ("http://news.example:22/", "only ports"),
        ("http://me:x@news.example/", "password"),
        ("", "without saying where"),
        ("http://[", "refused"),
    ],
)
def test_every_redirect_is_checked(web: Web, place: str, why: str) -> None:
    """Nothing is dialled for a hop that is refused."""
    web.addresses |= {"inner.example": ["10.0.0.1"], "10.0.0.1": ["10.0.0.1"]}
    web.replies["/a"] = (302, {"Location": place}, b"")
    assert why in refused(web.client(), "http://news.example/a")
    assert {address for address, _ in web.dialled} == {PUBLIC}


def test_a_redirect_never_leaves_a_safe_connection(web: Web) -> None:
    """Whoever listens in between could write the page."""
    safe, answer = target_of("https://news.example/a"), Answer(301, "http://news.example/b", b"")
    with pytest.raises(InputError, match="from a safe connection"):
        fetching._next(safe, answer, safe.url)
    assert fetching._next(safe, Answer(301, "/b", b""), safe.url).url == "https://news.example/b"


def test_neither_proxies_nor_cookies_are_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment and the site ask for."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    seen: list[str | None] = []

    def reply(handler: Any) -> None:
        seen.append(handler.headers["Cookie"])
        handler.send_response(302 if handler.path == "/a" else 200)
        handler.send_header("Set-Cookie", "id=1; Path=/")
        handler.send_header("Location", "/b")
        handler.end_headers()
        handler.wfile.write(PAGE)

    web.replies |= {"/a": reply, "/b": reply}
    assert web.client().fetch("http://news.example/a").data == PAGE
    assert seen == [None, None]
    assert {address for address, _ in web.dialled} == {PUBLIC}


def test_five_redirects_are_followed_and_no_more(web: Web) -> None:
    """Relative ones too; the address in the end is told."""
    for n in range(7):
        web.replies[f"/{n}"] = (301, {"Location": f"/{n + 1}"}, b"")
    web.replies["/7"] = (200, {}, PAGE)
    assert web.client().fetch("http://news.example/2").url == "http://news.example/7"
    assert "more than 5 times" in refused(web.client(), "http://news.example/1")


def bomb() -> bytes:
    """A hundred megabytes of nothing in a hundred kilobytes."""
    return gzip.compress(bytes(100_000_000), 9)


def raw_deflate(data: bytes) -> bytes:
    """As some servers understand "deflate"."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("identity", PAGE),
    ],
)
def test_packed_answers_are_unpacked(web: Web, packing: str, data: bytes) -> None:
    """In every way that was offered."""
    web.replies["/a"] = (200, {"Content-Encoding": packing}, data)
    assert web.client().fetch("http://news.example/a").data == PAGE


@pytest.mark.parametrize(
    ("headers", "data", "why"),
    [
        ({"Content-Length": str(MOST + 1)}, b"", "larger than 5,000,000 bytes"),
        ({}, bytes(MOST + 1), "larger than 5,000,000 bytes"),
        ({"Content-Encoding": "gzip"}, bomb(), "larger than 5,000,000 bytes"),
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-20], "damaged or breaks off"),
        ({"Content-Encoding": "gzip"}, b"no gzip at all", "damaged or breaks off"),
        ({"Content-Encoding": "br"}, PAGE, "packed in a way that is not read (br)"),
        ({"Content-Length": "900"}, PAGE, "damaged or breaks off"),
        ({}, b"", "sends nothing"),
    ],
)
def test_answers_that_are_too_large_or_damaged_are_refused(
    web: Web, headers: dict[str, str], data: bytes, why: str
) -> None:
    """Before they are held whole."""
    web.replies["/a"] = (200, headers, data)
    assert why in refused(web.client(), "http://news.example/a")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, "no such page"),
        (403, "does not allow"),
        (401, "password"),
        (429, "asks to wait"),
        (500, "answers 500"),
        (204, "answers 204"),
        (304, "answers 304"),
    ],
)
def test_what_is_no_page_is_told(web: Web, status: int, why: str) -> None:
    """By what the site answers."""
    web.replies["/a"] = (status, {}, b"" if status in {204, 304} else b"sorry")
    assert why in refused(web.client(), "http://news.example/a")


def trickle(handler: Any) -> None:
    """A byte now and then, without end."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            threading.Event().wait(0.02)
    except OSError:
        return


def silence(handler: Any) -> None:
    """Nothing at all, until the other side gives up."""
    handler.rfile.read(1)


def chunks(handler: Any) -> None:
    """Chunks without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    flood(handler, b"1\r\nx\r\n" * 100)


def continues(handler: Any) -> None:
    """Answers that say only that another will follow."""
    flood(handler, b"HTTP/1.1 100 Continue\r\n\r\n")


def flood(handler: Any, data: bytes) -> None:
    """The same now and then, until the other side gives up."""
    try:
        while True:
            handler.wfile.write(data)
            threading.Event().wait(0.01)
    except OSError:
        return


@pytest.mark.parametrize("reply", [trickle, silence, chunks, continues])
def test_slow_answers_are_broken_off(web: Web, reply: Callable[[Any], None]) -> None:
    """However slowly their bytes come."""
    client = web.client(seconds=0.2)
    web.replies["/robots.txt"] = (404, {}, b"")
    web.replies["/a"] = reply
    assert "longer than 0.2 seconds" in refused(client, "http://news.example/a")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200 + b"\r\n", "headers"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", "too long|more than"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nxxxxx", "damaged|Incomplete"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "damaged|Incomplete"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "nothing"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\nx", "packed"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\nx", "packed"),
        (b"HTTP/1.1 \x1b[31m\r\n\r\n", "is not fetched"),
    ],
)
def test_answers_against_the_protocol_are_refused(web: Web, said: bytes, why: str) -> None:
    """Without a trace of what they hold that a terminal would obey."""
    web.replies["/a"] = lambda handler: handler.wfile.write(said)
    told = refused(web.client(), "http://news.example/a")
    assert re.search(why, told)
    assert "\x1b" not in told


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ((302, {"Location": "http://inner.example/robots.txt"}, b""), "inner.example leads to 10"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "only https and http"),
        ((200, {}, bytes(MOST + 1)), "larger than"),
        ((429, {}, b""), "can't be read just now"),
        (silence, "longer than 0.2 seconds"),
    ],
)
def test_a_robots_txt_that_misbehaves_forbids_all(web: Web, reply: Any, why: str) -> None:
    """It is checked as every other address is."""
    web.addresses["inner.example"] = ["10.0.0.1"]
    web.replies |= {"/robots.txt": reply, "/a": (200, {}, PAGE)}
    assert why in refused(web.client(seconds=0.2), "http://news.example/a")
    assert ("news.example", "/a") not in web.asked


def test_what_is_no_http_is_refused(web: Web) -> None:
    """And a connection that fails."""
    web.replies["/a"] = lambda handler: handler.wfile.write(b"SSH-2.0-server\r\n")
    assert "SSH" in refused(web.client(), "http://news.example/a")

    def fail(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError(111, "Connection refused")

    told = refused(Client(web.network(connect=fail)), "http://news.example/a")
    assert told.endswith("Connection refused")


def test_the_next_address_is_dialled_where_one_fails(web: Web) -> None:
    """As with a host whose newer address is not reached."""
    web.addresses["news.example"] = ["2606:2800:21f:cb07::1", PUBLIC]
    web.replies["/a"] = (200, {}, PAGE)

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        if ":" in address:
            raise OSError
        return web.connect(address, port, seconds)

    assert Client(web.network(connect=connect)).fetch("http://news.example/a").data == PAGE


ROBOTS = b"""
# ours
User-agent: Other
Disallow: /

User-agent: *
User-agent: Fourth/2.0
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 3
Sitemap: http://x/
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/a", False),
        ("/private/open/a", True),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
        ("/other", True),
    ],
)
def test_robots_rules_decide_by_the_longest(path: str, *, allowed: bool) -> None:
    """Stars and ends as in RFC 9309."""
    for agent in ("quizgen", "fourth"):
        assert rules_for(ROBOTS.decode(), agent).allow(path) is allowed
    assert not rules_for(ROBOTS.decode(), "other").allow(path)


@pytest.mark.parametrize(
    ("rule", "path", "fits"),
    [
        ("/a*b", "/axxb/c", True),
        ("/a*b$", "/axxbxb", True),
        ("/a*b$", "/ab/c", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("*", "/", True),
        ("/*a*b*c", "/xaxbx", False),
    ],
)
def test_robots_patterns(rule: str, path: str, *, fits: bool) -> None:
    """A star is any run of characters."""
    assert rules_for(f"user-agent: *\ndisallow: {rule}", "quizgen").allow(path) is not fits


def test_robots_are_honoured_and_asked_once(web: Web) -> None:
    """With the pause that they ask for, at least one second."""
    web.replies |= {"/robots.txt": (200, {}, ROBOTS), "/a": (200, {}, PAGE)}
    client = web.client()
    client.fetch("http://news.example/a")
    client.fetch("http://news.example/a")
    assert "robots.txt asks programs not to" in refused(client, "http://news.example/private")
    assert [path for _, path in web.asked] == ["/robots.txt", "/a", "/a"]
    assert web.slept == [3.0, 3.0]
    web.replies["/robots.txt"] = (404, {}, b"")
    web.slept.clear()
    web.client().fetch("http://other.example/a")
    assert web.slept == [1.0]


def test_a_site_that_wants_long_pauses_or_fails_is_not_fetched(web: Web) -> None:
    """A robots.txt that can't be read forbids all, one that is not there nothing."""
    web.replies["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 600")
    assert "600 seconds between requests" in refused(web.client(), "http://news.example/a")
    web.replies["/robots.txt"] = (503, {}, b"")
    assert "can't be read just now" in refused(web.client(), "http://news.example/a")


def test_robots_of_a_redirect_are_asked_for_its_host(web: Web) -> None:
    """And a robots.txt may lead on itself."""
    web.replies |= {
        "news.example/robots.txt": (301, {"Location": "http://www.news.example/robots.txt"}, b""),
        "www.news.example/robots.txt": (200, {}, b"User-agent: quizgen\nDisallow: /shut"),
        "/a": (302, {"Location": "http://www.news.example/shut"}, b""),
    }
    assert "robots.txt asks" in refused(web.client(), "http://news.example/a")
    assert ("www.news.example", "/shut") not in web.asked


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key with a certificate for news.example that it signed itself."""
    if which("openssl") is None:
        pytest.skip("needs openssl")
    place = tmp_path_factory.mktemp("tls") / "both.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example"
    extra = ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(place), "-out", "-"]
    made = subprocess.run([*command.split(), *extra], capture_output=True, check=True)
    place.write_bytes(place.read_bytes() + made.stdout)
    return place


def over_tls(web: Web, certificate: Path) -> Callable[[str, int, float], socket.socket]:
    """What connects to a server that answers one connection after the other over TLS."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate)

    def serve(sock: socket.socket) -> None:
        try:
            with serving.wrap_socket(sock, server_side=True) as safe:
                path = safe.recv(4_096).split()[1]
                status = b"404 None" if path == b"/robots.txt" else b"200 OK"
                safe.sendall(b"HTTP/1.1 " + status + b"\r\nConnection: close\r\n\r\n" + PAGE)
        except OSError:
            return

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        web.dialled.append((address, port))
        ours, theirs = socket.socketpair()
        threading.Thread(target=serve, args=(theirs,), daemon=True).start()
        return ours

    return connect


def test_https_asks_for_the_host_by_its_name(web: Web, certificate: Path) -> None:
    """The certificate must be good for it, though the connection goes to a number."""
    trusting = ssl.create_default_context(cafile=str(certificate))
    connect = over_tls(web, certificate)
    client = Client(web.network(connect=connect, context=trusting))
    assert client.fetch("https://news.example/a").data == PAGE
    assert web.dialled == [(PUBLIC, 443)] * 2
    assert "Hostname mismatch" in refused(client, "https://other.example/a")
    assert "certificate" in refused(Client(web.network(connect=connect)), "https://news.example/a")


def test_a_page_becomes_an_article_only_where_the_network_is_allowed(web: Web) -> None:
    """With the address it came from; a failure costs its source alone."""
    prose = "<p>Seoul has called the export curbs unfair, and it is to tell the world so.</p>" * 2
    html = f"<html><head><title>Seoul hits back</title></head><body><article>{prose}</article>"
    web.replies["/a"] = (200, {}, html.encode())
    urls = ["http://news.example/a", "http://news.example/none"]
    found, failure = read_all(urls, fetch=web.client().fetch)
    assert isinstance(found, Article)
    assert (found.title, found.url) == ("Seoul hits back", urls[0])
    assert isinstance(failure, Failure)
    assert "no such page" in failure.error
    (without,) = read_all(urls[:1])
    assert isinstance(without, Failure)
    assert "--allow-network" in without.error


def feed(*links: str, words: str = "In a few words.") -> bytes:
    """A feed whose entries have summaries alone."""
    entries = "".join(
        f"<item><title>Story {n}</title><link>{link}</link><description>{words}</description>"
        "<pubDate>Fri, 12 Jul 2019 08:00:00 GMT</pubDate><author>Ana Lim</author></item>"
        for n, link in enumerate(links, 1)
    )
    return f"<rss version='2.0'><channel><title>The Daily</title>{entries}</channel></rss>".encode()


PROSE = "<p>Seoul has called the export curbs unfair, and it is to tell the world so.</p>" * 2


def test_the_pages_of_summaries_are_read_where_the_network_is_allowed(web: Web) -> None:
    """What a page does not tell its entry does; one that can't be read is told by its reason."""
    web.replies["/feed"] = (200, {}, feed("http://news.example/1", "http://news.example/none"))
    page = f"<html><body><article><h1>Seoul hits back</h1>{PROSE}</article></body></html>"
    web.replies["/1"] = (200, {}, page.encode())
    found, failure = read_all(["http://news.example/feed"], fetch=web.client().fetch)
    assert isinstance(found, Article)
    assert found.text.count("export curbs unfair") >= 1
    assert (str(found.published), found.byline) == ("2019-07-12", "Ana Lim")
    assert isinstance(failure, Failure)
    assert "no such page" in failure.error
    assert web.asked.count(("news.example", "/1")) == 1


def test_a_feed_in_a_file_is_followed_only_where_that_is_allowed(web: Web, tmp_path: Path) -> None:
    """Without the network an entry's address is told, with what its feed says of it."""
    page = f"<html><body><article><h1>Seoul hits back</h1>{PROSE}</article></body></html>"
    web.replies["/1"] = (200, {}, page.encode())
    file = tmp_path / "feed.xml"
    file.write_bytes(feed("http://news.example/1"))
    (found,) = read_all([file], fetch=web.client().fetch)
    assert isinstance(found, Article)
    for unread in (read_all([file]), read_all([file], fetch=web.client().fetch, follow=False)):
        (told,) = unread
        assert isinstance(told, Failure)
        assert "open the article at http://news.example/1" in told.error
        assert told.entry is not None
        assert (told.entry.title, str(told.entry.published)) == ("Story 1", "2019-07-12")
    assert len(web.asked) == 2


def test_no_more_pages_of_a_feed_are_read_than_may_be(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are told, as without the network."""
    monkeypatch.setattr("quizgen.ingest.sources.MOST_FOLLOWED", 1)
    web.replies["/feed"] = (200, {}, feed("http://news.example/1", "http://news.example/2"))
    found = list(read_all(["http://news.example/feed"], fetch=web.client().fetch))
    assert [path for _, path in web.asked if path in {"/1", "/2"}] == ["/1"]
    assert "open the article at http://news.example/2" in str(found[1])


@pytest.mark.parametrize(
    ("charset", "data", "head"),
    [
        ("iso-8859-2", "Wałęsa".encode("iso-8859-2"), ""),
        ("windows-1252", "Wałęsa".encode(), '<meta charset="utf-8">'),
        ("utf-8", "Wałęsa".encode(), ""),
        ("punycode", "Wałęsa".encode(), ""),
        ("iso-8859-7", b"\xef\xbb\xbf" + "Wałęsa".encode(), ""),
    ],
)
def test_the_encoding_that_only_the_server_names_is_used(
    web: Web, charset: str, data: bytes, head: str
) -> None:
    """What the page says itself wins, and so do its bytes; no codec is run that a site may pick."""
    words = b" has told the world that the curbs are unfair, and it is to hear it again and again."
    mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    body = b"<article><h1>News</h1>" + (b"<p>" + data[len(mark) :] + words + b"</p>") * 2
    html = b"<html><head>" + head.encode() + b"</head><body>" + body + b"</article></body></html>"
    web.replies["/a"] = (200, {"Content-Type": f"text/html; charset={charset}"}, mark + html)
    (found,) = read_all(["http://news.example/a"], fetch=web.client().fetch)
    assert isinstance(found, Article)
    assert "Wałęsa has told" in found.text
