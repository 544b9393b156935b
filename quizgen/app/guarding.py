"""Guarding: what requests pass: headers, so that a page loads nothing else, and who may upload.

The policy was tried with every part of Streamlit that the app uses (docs/security.md).
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import net_util

from quizgen.app import access, passcode

POLICY = (
    "default-src 'self'",
    "script-src 'self' {inline}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # a student's address holds the token
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
UPLOADS = "/_stcore/upload_file"
FORBIDDEN = 403
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Guard:
    """Middleware that adds the headers to whatever the server sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        page = files("streamlit").joinpath("static", "index.html").read_text("utf-8")
        self.headers = HEADERS | {"Content-Security-Policy": policy(INLINE.findall(page))}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with the headers at the start of each response."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(message, self.headers)
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)


class Uploads:
    """Middleware that takes uploads from teachers alone; Streamlit takes any number from all."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the upload of somebody who does not teach."""
        asked = HTTPConnection(scope) if scope["type"] == "http" else None
        if asked is not None and asked.url.path.startswith(UPLOADS):
            token = asked.cookies.get(passcode.COOKIE, "")
            if not await run_in_threadpool(access.may_upload, token):
                await PlainTextResponse("Only teachers upload.", FORBIDDEN)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _add(message: dict[str, Any] | Message, headers: dict[str, str]) -> None:
    sent = MutableHeaders(scope=message)
    for name, value in headers.items():
        sent[name] = value


def guard() -> list[Middleware]:
    """The middleware of a server, which from now on asks nobody outside either."""
    ask_nobody()
    return [Middleware(Guard), Middleware(Uploads)]


def ask_nobody() -> None:
    """Keep Streamlit from asking a server outside for this machine's address.

    It does so at its start without a browser, and whenever a foreign page tries to connect.
    """
    net_util.get_external_ip = lambda: None


def policy(inline: Iterable[str]) -> str:
    """The Content-Security-Policy; these scripts within Streamlit's own page may run, no others."""
    hashes = (b64encode(sha256(script.encode()).digest()).decode() for script in inline)
    allowed = " ".join(f"'sha256-{each}'" for each in hashes)
    return "; ".join(part.format(inline=allowed).strip() for part in POLICY)
