"""Anki note types, read from their data file; their ids and fields never change."""

import tomllib
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import genanki


class DatedModel(genanki.Model):  # type: ignore[misc] # genanki is untyped
    """A note type that carries the day its templates last changed, not that of the deck.

    Anki takes templates and style from a package only when they are later than its own; a deck on
    an old article would otherwise keep a newer style out.
    """

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """Anki's form of the note type, dated by `changed` in the data file."""
        day = _data()["changed"]
        changed = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
        record: dict[str, Any] = super().to_json(changed, deck_id)
        return record


@cache
def notetype(kind: str) -> DatedModel:
    """The note type "basic", "choice", "typed" or "cloze"."""
    whole = _data()
    data = next(found for found in whole["notetypes"] if found["kind"] == kind)
    script = _script(data.get("script", ""))
    # what is typed is told on the back alone: on the front there is nothing to compare
    front = "" if kind == "typed" else script
    template = {
        "name": "Card 1",
        "qfmt": f"{whole['top']}{data['front']}</div>\n{front}".strip(),
        "afmt": f"{whole['top']}{data['answer']}{whole['foot']}{script}".strip(),
    }
    return DatedModel(
        model_id=data["id"],
        name=data["name"],
        fields=[{"name": name} for name in fields()],
        templates=[template],
        css=_text("anki.css"),
        model_type=genanki.Model.CLOZE if kind == "cloze" else genanki.Model.FRONT_BACK,
    )


def fields() -> tuple[str, ...]:
    """The names of a note's fields, in order; the same for every note type."""
    return tuple(_data()["fields"])


@cache
def kinds() -> dict[int, str]:
    """The kinds of note types by their ids."""
    return {data["id"]: data["kind"] for data in _data()["notetypes"]}


def _script(name: str) -> str:
    return f"<script>\n{_text(name)}</script>" if name else ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_text("anki_notetypes.toml"))


def _text(name: str) -> str:
    return files("quizgen.data").joinpath(name).read_text("utf-8")
