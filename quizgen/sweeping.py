"""Sweeping: how often a process of quizgen's own looks for garbage in cycles."""

import gc

ALLOCATED = 50_000
"""Objects beyond those let go at which the young are looked at; Python's 700 makes a sweep of all
that a loaded model holds part of every article. A parse in plain objects has some ten thousand."""
OLDER = (20, 50)  # sweeps of the younger for each of the older generation


def rarely_swept() -> None:
    """Sweep rarely in this process; for those that quizgen starts, not for who imports it."""
    gc.set_threshold(ALLOCATED, *OLDER)
