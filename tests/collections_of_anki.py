"""Anki's own collection as judge of packages: it imports them, shows cards and keeps progress."""

import itertools
import re
from pathlib import Path
from typing import Any

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)

from quizgen.exports import render
from quizgen.quiz import Quiz

COUNTED = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")


class Anki:
    """A fresh collection that imports packages and shows cards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))
        self.numbers = itertools.count()

    def take(self, quiz: Quiz, *, revision: int = 0, since: bytes = b"") -> dict[str, int]:
        """How many notes an import made new, updated, and so on; only what is not 0."""
        return self.take_package(render(quiz, "anki", revision=revision, since=since))

    def take_package(self, package: bytes) -> dict[str, int]:
        """The same of a package."""
        path = self.folder / f"{next(self.numbers)}.apkg"
        path.write_bytes(package)
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions()
        )
        return counted(self.collection.import_anki_package(request).log)

    def take_text(self, text: bytes) -> dict[str, int]:
        """The same of a text file."""
        path = self.folder / f"{next(self.numbers)}.txt"
        path.write_bytes(text)
        found = self.collection.get_csv_metadata(str(path), None)
        return counted(
            self.collection.import_csv(ImportCsvRequest(path=str(path), metadata=found)).log
        )

    def notes(self) -> list[Any]:
        """The notes in the order in which they were made."""
        found = sorted(self.collection.find_notes(""))
        return [self.collection.get_note(id_) for id_ in found]

    def cards(self) -> list[Any]:
        """All cards in the order in which they come as new."""
        found = [self.collection.get_card(id_) for id_ in self.collection.find_cards("")]
        return sorted(found, key=lambda card: card.due)

    def review(self, card: Any) -> Any:
        """The card after it was answered as easy."""
        self.collection.decks.select(card.did)
        card.start_timer()
        self.collection.sched.answerCard(card, 4)
        return self.collection.get_card(card.id)

    def close(self) -> None:
        """Close the collection; it must be healthy and have no empty cards."""
        empty = self.collection.get_empty_cards().report
        problems, fine = self.collection.fix_integrity()
        self.collection.close()
        assert empty == ""
        assert fine, problems


def counted(log: Any) -> dict[str, int]:
    """How many notes of each kind an import's log names; only what is not 0."""
    counts = {name: len(getattr(log, name)) for name in COUNTED}
    return {name: count for name, count in counts.items() if count}


def side(shown: str) -> str:
    """A card's side without style and our scripts."""
    return re.sub(r"<style>.*?</style>|<script>\n//.*?</script>", " ", shown, flags=re.DOTALL)


def plain(shown: str) -> str:
    """What a student reads of a card's side."""
    return " ".join(re.sub(r"<[^>]+>", " ", side(shown)).split())
