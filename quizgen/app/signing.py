"""Signing in and out: two plain pages beside Streamlit's, since only those can set a cookie."""

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from quizgen.app import kept, passcode
from quizgen.app.access import SIGN_IN, SIGN_OUT
from quizgen.library import RefusedError

LARGEST = 4096  # bytes of a form; a passcode takes a few
SEE_OTHER, FORBIDDEN, TOO_MANY, TOO_LARGE = 303, 403, 429, 413
FIELDS = (
    '<label for="passcode">Passcode</label>\n'
    '<input id="passcode" name="passcode" type="password"'
    ' autocomplete="current-password" required autofocus>\n'
)
IN = {
    "title": "Teacher: sign in", "heading": "Sign in to teach", "action": SIGN_IN,
    "fields": FIELDS, "button": "Sign in", "back": "I have a quiz code",
}  # fmt: skip
OUT = {
    "title": "Sign out", "heading": "Sign out", "action": SIGN_OUT,
    "fields": "", "button": "Sign out", "back": "Back to the library",
}  # fmt: skip
TOO_OFTEN = "Too many wrong passcodes. Wait 10 minutes, then try again."


def routes() -> list[Route]:
    """The routes of the two pages."""
    return [
        Route(f"/{SIGN_IN}", _ask, methods=["GET"]),
        Route(f"/{SIGN_IN}", _sign_in, methods=["POST"]),
        Route(f"/{SIGN_OUT}", _ask_to_leave, methods=["GET"]),
        Route(f"/{SIGN_OUT}", _sign_out, methods=["POST"]),
    ]


async def _ask(_: Request) -> Response:
    return _page(IN)


async def _ask_to_leave(_: Request) -> Response:
    return _page(OUT)


async def _sign_in(request: Request) -> Response:
    body = await _body(request)
    if body is None:
        return _page(IN, "This is too long.", TOO_LARGE)
    given = parse_qs(body.decode("utf-8", "replace")).get("passcode", [""])[0]
    source = request.client.host if request.client else ""
    try:
        token = await run_in_threadpool(
            passcode.sign_in, kept.library(), given, source=source, now=kept.now()
        )
    except RefusedError as error:
        if error.why == "too_many_guesses":
            return _page(IN, TOO_OFTEN, TOO_MANY)
        return _page(IN, "This is not the passcode. Try again.", FORBIDDEN)
    response = RedirectResponse("./", SEE_OTHER)
    response.set_cookie(
        passcode.COOKIE, token, max_age=int(passcode.STAYS.total_seconds()), httponly=True,
        samesite="strict", secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


async def _sign_out(request: Request) -> Response:
    token = request.cookies.get(passcode.COOKIE, "")
    await run_in_threadpool(passcode.sign_out, kept.library(), token, now=kept.now())
    response = RedirectResponse("./", SEE_OTHER)
    response.delete_cookie(passcode.COOKIE, httponly=True, samesite="strict")
    return response


async def _body(request: Request) -> bytes | None:
    """The body of a form, or None when it is larger than any form here."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return body


def _page(words: Mapping[str, str], told: str = "", status: int = 200) -> Response:
    text = files("quizgen.app").joinpath("signing.html").read_text("utf-8")
    filled = Template(text).substitute(words, told=escape(told))
    return HTMLResponse(filled, status, headers={"Cache-Control": "no-store"})
