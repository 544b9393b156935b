"""Readings: what a reader found in a file, before it is cleaned into an article; or why not."""

from dataclasses import dataclass, replace
from datetime import date

from quizgen.errors import printable


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as its file tells it; paragraphs of `text` are parted by blank lines.

    `dated_by` says what told the day of publication ("the page's metadata"), `place` where the
    article stands in a file that holds several ("entry 3"), "" where it is the only one.
    """

    text: str
    title: str = ""
    published: date | None = None
    dated_by: str = ""
    url: str = ""
    source: str = ""
    byline: str = ""
    licence: str = ""
    given_id: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What a user tells of articles, in the place of what their files tell; "" and None: nothing.

    The title is meant for the only article of a file.
    """

    title: str = ""
    published: date | None = None
    source: str = ""
    byline: str = ""
    licence: str = ""

    def of(self, reading: Reading) -> Reading:
        """The reading with the source, byline and licence that are told."""
        return replace(
            reading,
            source=self.source or reading.source,
            byline=self.byline or reading.byline,
            licence=self.licence or reading.licence,
        )


UNKNOWN = Description()


@dataclass(frozen=True, slots=True)
class Failure:
    """What gave no article: its id, file or place ("line 3"), and in one line what to do.

    `source` is the file that it stands in, where the id does not tell. `entry` is what a feed
    tells of an article whose text stands elsewhere, at the entry's address.
    """

    id: str
    error: str
    source: str = ""
    entry: Reading | None = None

    def __str__(self) -> str:
        told = (part for part in (self.source, self.id) if part not in self.error)
        place = ", ".join(dict.fromkeys(told))
        return printable(f"{place}: {self.error}" if place else self.error)


def cause(error: Exception) -> str:
    """What an error of somebody else's says, in few words, without places in files of its own."""
    told = " ".join(str(error).split()).partition(",")[0].partition(" (<")[0].partition(" 0x")[0]
    return told[:100] or type(error).__name__


Found = Reading | Failure
