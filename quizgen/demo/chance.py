"""Chance that is the same each time: the codes and tokens of a demo follow from its seed.

They open nothing but what is invented.
"""

from hashlib import sha512
from itertools import count

from quizgen.library.library import Chance

BLOCK = 64  # bytes that SHA-512 gives


def drawn(seed: str) -> Chance:
    """A source of bytes that follow from the seed and from how often it was asked."""
    calls = count()

    def draw(size: int) -> bytes:
        call = next(calls)
        names = (f"{seed}/{call}/{part}" for part in range(size // BLOCK + 1))
        return b"".join(sha512(name.encode()).digest() for name in names)[:size]

    return draw
