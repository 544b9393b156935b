"""The teacher's passcode, and who has signed in with it. Knows nothing of Streamlit.

Of the passcode only an argon2 hash is kept, of a browser's token only a SHA-256 hash.
"""

import json
from datetime import datetime, timedelta
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizgen.errors import InputError
from quizgen.library import Library, RefusedError, guessing, options
from quizgen.library.attempts import hash_of
from quizgen.library.refusals import Why

COOKIE = "quizgen_teacher"
PASSCODE, SIGNED_IN = f"{options.PRIVATE}passcode", f"{options.PRIVATE}signed_in"
SHORTEST, LONGEST = 8, 200  # characters; NIST SP 800-63B asks for 8, and a longer one to be cut off
STAYS = timedelta(hours=12)  # a day at school
MOST = 50  # browsers signed in at once; the oldest goes first

WRONG: Why = "unknown_code"

_hasher = PasswordHasher()  # RFC 9106's second choice: 64 MiB, three passes
_turn = Lock()  # one at a time: each check takes 64 MiB, and none slips past the count


def choose(library: Library, passcode: str, *, now: datetime) -> None:
    """Make this the passcode, and sign everybody out.

    Raises InputError when it is too short or too long.
    """
    if not SHORTEST <= len(passcode.strip()) <= LONGEST:
        msg = f"a passcode has {SHORTEST} to {LONGEST} characters; choose another one"
        raise InputError(msg)
    with library.work():
        options.put(library, PASSCODE, _hasher.hash(passcode.strip()), now=now)
        options.drop(library, SIGNED_IN)


def is_chosen(library: Library) -> bool:
    """Whether there is a passcode."""
    return bool(options.get(library, PASSCODE))


def sign_in(library: Library, passcode: str, *, source: str, now: datetime) -> str:
    """A token for the browser that gave the passcode.

    Raises RefusedError when it is wrong, which is counted against the `source`, and after too many.
    """
    with _turn:
        guessing.require_few(library, f"passcode/{source}", now=now)
        if not _fits(options.get(library, PASSCODE), passcode.strip()[:LONGEST]):
            guessing.count(library, f"passcode/{source}", now=now)
            raise RefusedError(WRONG, "this is not the passcode; try again")
    token = library.token()
    with library.work():
        known = _signed_in(library, now) | {hash_of(token): now + STAYS}
        newest = sorted(known.items(), key=lambda item: item[1])[-MOST:]
        _keep(library, dict(newest), now)
    return token


def _fits(hashed: str, passcode: str) -> bool:
    try:
        return bool(hashed) and _hasher.verify(hashed, passcode)
    except (VerificationError, InvalidHashError):
        return False


def is_signed_in(library: Library, token: str, *, now: datetime) -> bool:
    """Whether a browser with this token has signed in and not out, within the last hours."""
    return bool(token) and hash_of(token) in _signed_in(library, now)


def sign_out(library: Library, token: str, *, now: datetime) -> None:
    """Let the token open nothing more."""
    with library.work():
        known = _signed_in(library, now)
        known.pop(hash_of(token), None)
        _keep(library, known, now)


def _signed_in(library: Library, now: datetime) -> dict[str, datetime]:
    """The hashes of tokens that are good now, with the time until when."""
    kept = json.loads(options.get(library, SIGNED_IN, "{}"))
    until = {hashed: datetime.fromisoformat(text) for hashed, text in kept.items()}
    return {hashed: end for hashed, end in until.items() if end > now}


def _keep(library: Library, known: dict[str, datetime], now: datetime) -> None:
    text = json.dumps({hashed: end.isoformat() for hashed, end in known.items()})
    options.put(library, SIGNED_IN, text, now=now)
