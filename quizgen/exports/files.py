"""Files: output that appears whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quizgen.errors import ExportError


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or, with an ExportError, not changed at all."""
    with open_atomically(path) as file:
        file.write(content)


@contextmanager
def open_atomically(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes its name when the block ends well, and else disappears.

    Raises ExportError when the folder is missing, full or not writable. Links are followed.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        msg = f"{path} is no file that could be replaced; give the name of one, or - for the screen"
        raise ExportError(msg)
    # beside the target: a rename across file systems would not be atomic
    draft = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            yield file
        draft.replace(target)
    except OSError as error:
        raise ExportError(_message(path, error)) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _message(path: Path, error: OSError) -> str:
    if not path.parent.exists():
        return f"the folder {path.parent} is missing; make it first"
    return f"{path} can't be written ({error.strerror}); nothing was changed"
