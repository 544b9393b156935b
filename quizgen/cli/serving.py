"""Commands that start the app: app, passcode. They decide who may be the teacher."""

import os
import sys
import tomllib
from contextlib import closing
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal

import typer

from quizgen.cli.library import Url
from quizgen.errors import InputError

OWN = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only with --serve, and with a way to sign in


def start_app(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8501,
    serve: Annotated[
        bool, typer.Option("--serve", help="Let students reach it; needs a passcode or OIDC.")
    ] = False,
    address: Annotated[str, typer.Option(help="With --serve: address to listen on.")] = EVERYWHERE,
    host: Annotated[
        list[str] | None,
        typer.Option(help="With --serve: a name that browsers use for it; others are refused."),
    ] = None,
    url: Url = "",
) -> int:
    """Start the app in the browser.

    Only this machine can reach it, and nobody needs to sign in. With --serve a class can reach it,
    and the teacher signs in by passcode (`quizgen passcode`) or OIDC.
    """
    way = _way_in(url) if serve else None
    flags = {
        "server.address": address if serve else OWN,
        "server.port": str(port),
        "server.headless": "true" if serve else "false",
        "logger.hideWelcomeMessage": "true" if serve else "false",  # it asks a server outside
    }
    if serve:
        _tell(host or [_here(address)], port)
    hosts = (host or ["*"]) if serve else ["localhost", OWN]
    return _run(_flags(flags, hosts), _environment(way, url))


def _here(address: str) -> str:
    """The address under which a class finds this machine; asks nobody for it."""
    from streamlit.net_util import get_internal_ip

    return (get_internal_ip() or OWN) if address == EVERYWHERE else address


def _tell(hosts: list[str], port: int) -> None:
    for name in hosts:
        typer.echo(f"for the class: http://{name}:{port}; Ctrl+C ends it", err=True)


def _flags(flags: dict[str, str], hosts: list[str]) -> list[str]:
    """The flags for Streamlit; the rest stands in the configuration beside the script."""
    single = [part for name, value in flags.items() for part in (f"--{name}", value)]
    return single + [part for name in hosts for part in ("--server.allowedHosts", name)]


def _environment(way: str | None, url: str) -> dict[str, str]:
    """The environment of the server; who may teach is never taken over from outside."""
    kept = {name: value for name, value in os.environ.items() if name != "QUIZGEN_ACCESS"}
    if url:
        kept["QUIZGEN_DATABASE_URL"] = url
    return kept | ({"QUIZGEN_ACCESS": way} if way else {})


def _run(flags: list[str], environment: dict[str, str]) -> int:
    import subprocess
    from importlib.resources import as_file, files

    with as_file(files("quizgen.app").joinpath("server.py")) as script:
        command = [sys.executable, "-m", "streamlit", "run", str(script), *flags]
        return subprocess.run(command, check=False, env=environment).returncode


def _way_in(url: str) -> Literal["passcode", "oidc"]:
    """How the teacher will sign in. Raises InputError when there is no way to."""
    from quizgen.app import passcode
    from quizgen.library import Library

    if _has_oidc():
        return "oidc"
    with closing(Library.open(url)) as library:
        if not passcode.is_chosen(library):
            if not sys.stdin.isatty():
                msg = "no passcode is chosen, so that everybody could teach; run quizgen passcode"
                raise InputError(msg)
            passcode.choose(library, _asked(), now=datetime.now(UTC))
    return "passcode"


def _has_oidc() -> bool:
    """Whether Streamlit's secrets hold OIDC settings. Raises InputError when they are not whole."""
    places = (Path.cwd(), Path.home())
    files = [place / ".streamlit" / "secrets.toml" for place in places]
    if not any("auth" in _toml(file) for file in files if file.is_file()):
        return False
    if not os.environ.get("QUIZGEN_TEACHERS", "").strip():
        msg = "secrets.toml has [auth], but nobody is named; set QUIZGEN_TEACHERS to addresses"
        raise InputError(msg)
    if find_spec("authlib") is None:
        msg = "secrets.toml has [auth], but authlib is missing; pip install 'streamlit[auth]'"
        raise InputError(msg)
    return True


def _toml(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{file} can't be read: {error}"
        raise InputError(msg) from None


def _asked() -> str:
    return str(typer.prompt("New passcode for the teacher", hide_input=True, err=True,
                            confirmation_prompt=True))  # fmt: skip


def passcode(*, url: Url = "") -> None:
    """Choose the teacher's passcode for `quizgen app --serve`.

    It is asked for in a terminal, else read as one line from the input. Whoever was signed in is
    signed out.
    """
    from quizgen.app import passcode as passcodes
    from quizgen.library import Library

    chosen = _asked() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    with closing(Library.open(url)) as library:
        passcodes.choose(library, chosen, now=datetime.now(UTC))
    typer.echo("the passcode is chosen; everybody is signed out", err=True)
