"""Versions of what results depend on, as they are installed where this is asked."""

import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version

import quizgen

NONE = "none"


def installed(names: Iterable[str]) -> dict[str, str]:
    """The version of each package, of "quizgen" and of "Python"; "none" where there is none.

    Of Python the first two numbers; a path, as a model may be, has no version.
    """
    return {name: _version(name) for name in names}


def _version(name: str) -> str:
    if name == "quizgen":
        return quizgen.__version__
    if name == "Python":
        return platform.python_version().rpartition(".")[0]
    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        return NONE


def differing(needed: Mapping[str, str]) -> str:
    """What is not installed here as it is needed, in words; "" for nothing."""
    here = installed(needed)
    name = next((name for name in needed if here[name] != needed[name]), None)
    return "" if name is None else f"{name} {here[name]}, not {needed[name]}"
