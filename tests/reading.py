"""Reading: programs of others that read our files; where one is missing, a test skips or fails.

`.ci/run` installs what is no package of the test extra in the folder that QUIZGEN_READERS names.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest

HERE = Path(__file__).parent / "readers"


def missing(what: str) -> None:
    """Skip the test, or let it fail where CI is true."""
    reason = f"no {what}: .ci/run says how it is installed"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def installed(part: str) -> Path:
    """A part of the folder of readers."""
    folder = os.environ.get("QUIZGEN_READERS", "")
    if not folder or not (Path(folder) / part).exists():
        missing(f"reader {part}")
    return Path(folder) / part


def node(*arguments: str, given: bytes = b"") -> bytes:
    """What Node.js writes when it is given these bytes."""
    program = shutil.which("node")
    if program is None:
        missing("Node.js")
    assert program
    done = subprocess.run([program, *arguments], input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-800:]
    return done.stdout


def gift(content: bytes) -> list[dict[str, Any]]:
    """The questions of a GIFT file, as gift-pegjs reads them."""
    installed("node_modules/gift-pegjs")
    found: list[dict[str, Any]] = json.loads(node(str(HERE / "gift.cjs"), given=content))
    return found


def form(script: bytes) -> dict[str, Any]:
    """What a Google Forms script tells the form that it makes."""
    made: dict[str, Any] = json.loads(node(str(HERE / "forms.cjs"), given=script))
    return made


def canvas(package: Path) -> list[dict[str, Any]]:
    """The questions of a Canvas package, as qti2txt reads them."""
    path = str(installed("python"))
    command = [sys.executable, str(HERE / "canvas.py"), str(package)]
    done = subprocess.run(
        command, capture_output=True, check=False, env=os.environ | {"PYTHONPATH": path}
    )
    assert done.returncode == 0, done.stderr.decode()[-800:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def paragraphs(html: str) -> list[str]:
    """The texts of the paragraphs of HTML, as a browser shows them."""
    parsed = lxml.html.fragment_fromstring(html, create_parent=True)
    for line in parsed.iter("br"):
        line.tail = f" {line.tail or ''}"
    return [" ".join(part.text_content().split()) for part in parsed.iter("p")]


def text(html: str) -> str:
    """The text of HTML without paragraphs."""
    return paragraphs(f"<p>{html}</p>")[0]
