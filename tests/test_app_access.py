"""Who may do what: keys, teacher's pages, the passcode, wrong codes, headers."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import servers
import streamlit as st
import typer
from classroom import NOW, QUIZ, course, kept_quiz
from conftest import Command
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import config, net_util
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash
from streamlit.web.server.app_discovery import discover_asgi_app

from quizgen.app import access, guarding, kept, passcode, script_path, signing
from quizgen.cli import serving
from quizgen.errors import InputError
from quizgen.library import Library, RefusedError, answering, guessing, quizzes
from quizgen.practice.view import StudentView

TOP = Path(__file__).parents[1]
TEACHERS_PAGES = ("library", "new", "bank", "review", "publish", "results")
SECRET = "correct horse battery"  # noqa: S105 - invented
MIDDLE = "a school's network"
EVERYWHERE = serving.EVERYWHERE


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """An empty library, as the pages open it."""
    opened = Library.open(str(tmp_path / "library.sqlite3"))
    monkeypatch.setattr(kept, "library", lambda: opened)
    monkeypatch.setattr(kept, "now", lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def served(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The library while a class is served by passcode."""
    monkeypatch.setenv(access.ACCESS, "passcode")
    passcode.choose(library, SECRET, now=NOW)
    return library


def with_cookie(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    """Let the browser of all pages send this token."""
    context = SimpleNamespace(
        cookies={passcode.COOKIE: token}, ip_address="10.0.0.7", timezone="UTC", url="", headers={}
    )
    monkeypatch.setattr(st, "context", context)


def page() -> AppTest:
    """The app at its bare address, without an exception."""
    app = AppTest.from_file(str(script_path()), default_timeout=60).run()
    assert not app.exception
    return app


def at(place: str) -> AppTest:
    """The app at the address of a page."""
    app = AppTest.from_file(str(script_path()), default_timeout=60)
    app._page_hash = calc_hash(place)
    app.run()
    assert not app.exception
    return app


# What a student is given


def test_a_question_before_its_answer_holds_no_key(library: Library) -> None:
    """What is not in the value can't reach a page; and the name of every part says what it is."""
    given = course(library)
    at = answering.situation(library, given.join("Ana Lim").token)
    names = {field.name for field in fields(StudentView)}
    assert names == {
        "id", "number", "total", "type", "context", "stem", "options", "left", "right", "items",
    }  # fmt: skip
    assert isinstance(at.question, StudentView)


def test_nothing_of_a_key_is_sent_before_the_answer(library: Library) -> None:
    """Every message to the browser is searched for the typed question's key and its sentence."""
    given = course(library)
    token = given.take("Ana Lim", "World Trade Organization").token
    app = AppTest.from_file(str(script_path()), default_timeout=60)
    app.query_params.update({"attempt": token})
    app.run()
    sent = repr([element.proto for element in app.main])  # what crosses the line
    assert "How many cars" in sent
    assert "12 million" not in sent
    assert "30 per cent" not in sent


def test_an_address_can_not_ask_for_feedback_on_an_open_question(library: Library) -> None:
    """`after=` names a question not answered yet."""
    given = course(library)
    app = AppTest.from_file(str(script_path()), default_timeout=60)
    app.query_params.update({"attempt": given.join("Ana Lim").token, "after": QUIZ.questions[1].id})
    app.run()
    assert not app.exception
    assert "12 million" not in repr([element.proto for element in app.main])


# The teacher's pages


@pytest.mark.parametrize("place", TEACHERS_PAGES)
def test_no_teachers_page_opens_to_a_student(
    served: Library, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """By its address; what comes instead is the page to join."""
    with_cookie(monkeypatch, "nothing known")
    assert [title.value for title in at(place).title] == ["Join a quiz"]
    with_cookie(monkeypatch, passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW))
    assert [title.value for title in at(place).title] != ["Join a quiz"]


def test_a_student_can_not_talk_the_pages_into_being_the_teacher(
    served: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Widget state and session state decide nothing."""
    with_cookie(monkeypatch, "")
    app = AppTest.from_file(str(script_path()), default_timeout=60)
    for key in ("teacher", "passcode", "signed_in", passcode.COOKIE):
        app.session_state[key] = True
    app.query_params.update({"teacher": "1", passcode.COOKIE: "1"})
    assert app.run().title[0].value == "Join a quiz"


def test_the_teacher_gets_in_and_is_out_at_the_next_rerun(
    served: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server's own record counts, not the browser's session."""
    token = passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW)
    with_cookie(monkeypatch, token)
    app = page()
    assert app.title[0].value != "Join a quiz"
    passcode.sign_out(served, token, now=NOW)
    assert app.run().title[0].value == "Join a quiz"


def test_a_button_left_open_does_nothing_once_signed_out(
    served: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a press calls runs before the page is drawn again; it is stopped too."""
    quiz = kept_quiz(served)
    token = passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW)
    with_cookie(monkeypatch, token)
    app = page()
    passcode.sign_out(served, token, now=NOW)
    app.button(key=f"delete-{quiz}").click().run()
    assert [each.id for each in quizzes.listed(served, now=NOW)] == [quiz]
    assert not app.exception


def test_a_served_app_without_a_way_in_has_no_teacher(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No passcode, an unknown way, and an address that others can reach."""
    with_cookie(monkeypatch, "x")
    monkeypatch.setenv(access.ACCESS, "passcode")
    assert not access.teacher()
    monkeypatch.setenv(access.ACCESS, "nonsense")
    assert not access.teacher()
    monkeypatch.delenv(access.ACCESS)
    monkeypatch.setattr(st, "get_option", lambda _: EVERYWHERE)
    assert not access.teacher()
    monkeypatch.setattr(st, "get_option", lambda _: "127.0.0.1")
    assert access.teacher()


@pytest.mark.parametrize(
    ("user", "teaches"),
    [
        ({"is_logged_in": True, "email": "Santos@School.example"}, True),
        ({"is_logged_in": True, "email": "pupil@school.example"}, False),
        ({"is_logged_in": True, "email": "santos@school.example", "email_verified": False}, False),
        ({"is_logged_in": False, "email": "santos@school.example"}, False),
        ({"is_logged_in": True}, False),
        ({}, False),
    ],
)
def test_oidc_lets_in_who_is_named(
    monkeypatch: pytest.MonkeyPatch, user: dict[str, Any], *, teaches: bool
) -> None:
    """Whoever else has an account there is a student."""
    monkeypatch.setenv(access.ACCESS, "oidc")
    monkeypatch.setenv(access.TEACHERS, "lim@school.example, santos@school.example")
    monkeypatch.setattr(st, "user", user)
    assert access.teacher() is teaches


def test_what_teachers_do_asks_first_who_does_it() -> None:
    """Their modules get the library from `access`, which stops everybody else, callbacks too."""
    folder = script_path().with_name("teacher")
    for module in folder.glob("*.py"):
        tree = ast.parse(module.read_text("utf-8"))
        used = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert "kept.library" not in used, module


# The passcode


def test_of_a_passcode_only_a_hash_is_kept(served: Library) -> None:
    """By argon2; and of a token, too."""
    token = passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW)
    with served.engine.connect() as connection:
        rows = repr(connection.exec_driver_sql("select * from settings").all())
    assert "$argon2id$" in rows
    assert SECRET not in rows
    assert token not in rows


def test_wrong_passcodes_are_few(served: Library) -> None:
    """Ten from one place, then even the right one has to wait."""
    for _ in range(guessing.FROM_ONE):
        with pytest.raises(RefusedError, match="not the passcode"):
            passcode.sign_in(served, "wrong", source=MIDDLE, now=NOW)
    with pytest.raises(RefusedError, match="too many"):
        passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW)
    assert passcode.sign_in(served, SECRET, source="elsewhere", now=NOW)
    assert passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW + guessing.WINDOW)


def test_signing_in_ends(served: Library) -> None:
    """After a day at school, and with a new passcode."""
    token = passcode.sign_in(served, SECRET, source=MIDDLE, now=NOW)
    assert passcode.is_signed_in(served, token, now=NOW)
    assert not passcode.is_signed_in(served, token, now=NOW + passcode.STAYS)
    assert not passcode.is_signed_in(served, "", now=NOW)
    passcode.choose(served, "another passcode", now=NOW)
    assert not passcode.is_signed_in(served, token, now=NOW)


@pytest.mark.parametrize("weak", ["", "short", "x" * 201])
def test_a_passcode_has_a_length(library: Library, weak: str) -> None:
    """Neither one to guess nor one to choke on."""
    with pytest.raises(InputError, match="8 to 200"):
        passcode.choose(library, weak, now=NOW)


def test_a_wrong_code_is_limited(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the page too: after ten, the right code has to wait as well."""
    given = course(library)
    app = AppTest.from_file(str(script_path()), default_timeout=60)
    app.query_params.update({"code": "XXXXXX"})
    app.run()
    for _ in range(guessing.FROM_ONE):
        app.text_input[0].set_value("XXXXXX")
        app.text_input[1].set_value("Ana Lim")
        next(b for b in app.button if b.label == "Begin").click().run()
    app.text_input[0].set_value(given.publication.code)
    next(b for b in app.button if b.label == "Begin").click().run()
    assert not app.exception
    assert "oo many wrong codes" in app.error[-1].value


# The two plain pages, and the headers


@pytest.fixture
def client(served: Library) -> TestClient:
    """A browser on the pages to sign in and out, behind the headers."""
    app = Starlette(routes=signing.routes(), middleware=guarding.guard())
    return TestClient(app, base_url="https://quiz.school.example", follow_redirects=False)


def test_the_teacher_signs_in_and_out(client: TestClient, served: Library) -> None:
    """With a cookie that no script can read and no other site can use."""
    assert 'type="password"' in client.get("/sign-in").text
    answer = client.post("/sign-in", data={"passcode": SECRET})
    assert (answer.status_code, answer.headers["location"]) == (303, "./")
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Secure"))
    token = client.cookies[passcode.COOKIE]
    assert passcode.is_signed_in(served, token, now=NOW)
    assert "Sign out" in client.get("/sign-out").text
    client.post("/sign-out")
    assert not passcode.is_signed_in(served, token, now=NOW)


def test_a_wrong_passcode_opens_nothing(client: TestClient) -> None:
    """Nor one too often, nor one too long."""
    answer = client.post("/sign-in", data={"passcode": "wrong"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert client.post("/sign-in", content=b"x" * 10_000).status_code == 413
    for _ in range(guessing.FROM_ONE):
        answer = client.post("/sign-in", data={"passcode": "wrong"})
    assert answer.status_code == 429
    assert "Wait 10 minutes" in answer.text


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    """Errors too."""
    for path in ("/sign-in", "/nothing-here"):
        headers = client.get(path).headers
        assert {name: headers[name] for name in guarding.HEADERS} == guarding.HEADERS
        assert "script-src 'self' 'sha256-" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_nobody_outside_is_asked_for_this_machines_address(client: TestClient) -> None:
    """Streamlit would ask a server of Amazon's."""
    client.get("/sign-in")
    assert net_util.get_external_ip() is None


# Starting the server


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """The commands and environments of servers, none of which is started."""
    found: list[tuple[list[str], dict[str, str]]] = []

    def run(command: list[str], *, env: dict[str, str], **_: Any) -> Any:
        found.append((command, env))
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    return found


Started = list[tuple[list[str], dict[str, str]]]


def flag(command: list[str], name: str) -> list[str]:
    """The values of a flag."""
    return [command[n + 1] for n, part in enumerate(command) if part == f"--{name}"]


def test_one_machine_is_served_alone(
    quizgen: Command, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in the environment."""
    monkeypatch.setenv(access.ACCESS, "passcode")
    assert quizgen("app", "--address", EVERYWHERE).status == 0
    command, environment = started[0]
    assert flag(command, "server.address") == ["127.0.0.1"]
    assert flag(command, "server.allowedHosts") == ["localhost", "127.0.0.1"]
    assert access.ACCESS not in environment


def test_a_class_is_not_served_without_a_way_to_sign_in(
    quizgen: Command, started: Started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to do; with a passcode it starts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    url = tmp_path / "library.sqlite3"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    refused = quizgen("app", "--serve", "--library", url)
    assert refused.status == 2
    assert "quizgen passcode" in refused.complaint
    assert not started
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(isatty=lambda: False, readline=lambda: f"{SECRET}\n")
    )
    assert quizgen("passcode", "--library", url).status == 0
    result = quizgen("app", "--serve", "--library", url, "--host", "quiz.example")
    assert "http://quiz.example:8501" in result.err
    command, environment = started[0]
    assert flag(command, "server.address") == [EVERYWHERE]
    assert flag(command, "server.allowedHosts") == ["quiz.example"]
    assert flag(command, "logger.hideWelcomeMessage") == ["true"]  # it asks a server outside
    assert environment[access.ACCESS] == "passcode"


def test_a_terminal_is_asked_for_the_first_passcode(
    quizgen: Command, started: Started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the class is served."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: SECRET)
    arguments = ("--library", tmp_path / "l.sqlite3", "--address", "192.0.2.7")
    assert "http://192.0.2.7:8501" in quizgen("app", "--serve", *arguments).err
    assert started[0][1][access.ACCESS] == "passcode"


def test_oidc_needs_teachers_by_name(
    quizgen: Command, started: Started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its library; settings that can't be read are said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text("[auth]\n", encoding="utf-8")
    assert "nobody is named" in quizgen("app", "--serve").complaint
    monkeypatch.setenv(access.TEACHERS, "santos@school.example")
    monkeypatch.setattr(serving, "find_spec", lambda _: None)
    assert "authlib is missing" in quizgen("app", "--serve").complaint
    monkeypatch.setattr(serving, "find_spec", lambda _: "there")
    assert quizgen("app", "--serve").status == 0
    assert started[0][1][access.ACCESS] == "oidc"
    secrets.write_text("[auth", encoding="utf-8")
    assert "can't be read" in quizgen("app", "--serve").complaint


def test_both_ways_to_start_have_the_headers() -> None:
    """`streamlit run app.py` takes the same server as `quizgen app`."""
    for script in (TOP / "app.py", script_path().with_name("server.py")):
        assert discover_asgi_app(script).is_asgi_app
        assert "middleware=guard()" in script.read_text("utf-8")


def test_every_setting_is_one_that_streamlit_knows() -> None:
    """Streamlit passes over a setting that it no longer has."""
    file = script_path().with_name(".streamlit") / "config.toml"
    settings = tomllib.loads(file.read_text("utf-8"))
    names = {f"{part}.{name}" for part, values in settings.items() for name in values}
    assert "runner.postScriptGC" in names
    assert names - {"theme.light", "theme.dark"} <= set(config.get_config_options())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server really started on a free port."""
    with servers.app(tmp_path) as address:
        yield address


def test_a_real_server_sends_the_headers(server: str) -> None:
    """On its page, its health, and what is not there."""
    for path in ("/", "/_stcore/health", "/sign-in", "/media/nothing"):
        try:
            with urlopen(server + path, timeout=10) as answer:  # noqa: S310 - our own server
                headers = answer.headers
        except HTTPError as error:
            headers = error.headers
        for name, value in guarding.HEADERS.items():
            assert headers[name] == value, path
        assert "default-src 'self'" in headers["Content-Security-Policy"]


def test_the_papers_promise_what_is_tested() -> None:
    """Every test that docs/security.md names exists, and so do its numbers."""
    paper = (TOP / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", paper))
    tests = "".join(path.read_text("utf-8") for path in (TOP / "tests").rglob("test_*.py"))
    assert len(named) > 20
    assert not {name for name in named if f"def {name}(" not in tests}
    assert timedelta(hours=12) == passcode.STAYS
    assert (passcode.SHORTEST, guessing.FROM_ONE, guessing.FROM_ALL) == (8, 10, 600)
