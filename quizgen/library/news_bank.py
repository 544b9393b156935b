"""The news bank: what articles of an archive of any size name, in a database's tables.

A library holds one, and a file may hold nothing else. `NewsBank.beside` gives what
`quizgen.news.NewsNames` gives for the same articles, by a few queries on indexes, each of which
reads a bounded number of rows; so neither time nor memory grows with the archive.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, union_all, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from quizgen.errors import ContractError, InputError, NewsError
from quizgen.library.columns import storable
from quizgen.library.library import Library
from quizgen.library.news_tables import BankRow, NewsNameRow, NewsRow
from quizgen.library.tables import Table
from quizgen.news import (
    BANDS,
    BESIDE,
    FEW,
    NEAREST,
    AtHand,
    NewsArticle,
    NewsName,
    Sought,
    by_kind,
    distance,
    names_of,
    plain_names,
)

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis

LONGEST = 200  # characters of a name that is kept; a longer one stands beside nothing
AT_ONCE = 32  # texts of names looked up by one query
PER_READING = 500  # articles read at once where all are read
FURTHER = 30  # names looked up by their sort on either side of a day
EMPTY = "0"  # the stamp of a bank in which nothing was put

Found = tuple[int, str, date | None]
"""Of an article: place, id, day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be put in, and the digest of what its names were made of ("" is unknown)."""

    article: NewsArticle
    digest: str = ""


@dataclass(frozen=True, slots=True)
class NewsBank:
    """The names in a library. With a stamp, it has to be in that state at each look."""

    library: Library
    stamp: str = ""

    def beside(self, analysis: "Analysis") -> AtHand:
        """The names of the articles nearest to another: of its week first, then of its topic.

        Raises NewsError where the bank can't be read or is in another state.
        """
        with _looking(self) as session:
            own, shared = analysis.article, _sharing(session, analysis.names.counts)
            near = dict.fromkeys(_about(session, own.published), 0) | shared
            day, id_ = own.published, storable(own.id)
            others = [found for found in near if found[1] != id_]
            others.sort(key=lambda found: distance(day, found[2], near[found], found[1]))
            hand = by_kind(_with_names(session, others[:NEAREST]))
        return AtHand(hand.by_kind, cache(partial(self._further, day, id_)))

    def _further(self, day: date | None, own: str, sought: Sought) -> Sequence[NewsName]:
        """Names of a sort in articles of all days, the nearest days first."""
        with _looking(self) as session:
            return list(_of_sort(session, sought, day.toordinal() if day else 0, own))


@dataclass(frozen=True, slots=True)
class BankPlace:
    """Where a bank is and its state, to be sent to other processes and opened there."""

    url: str
    stamp: str

    def __repr__(self) -> str:
        """Without the URL, which may hold a password."""
        return f"BankPlace(stamp={self.stamp!r})"

    def opened(self) -> NewsBank:
        """The bank to read from. Raises NewsError where this process can't, or it has changed."""
        bank = NewsBank(Library.to_read(self.url), self.stamp)
        with _looking(bank):
            return bank


def place_of(url: str) -> BankPlace:
    """The bank at a URL or path as it stands now. Raises NewsError where it can't be read."""
    library = Library.to_read(url)
    try:
        with _looking(NewsBank(library)) as session:
            return BankPlace(url, _stamp(session))
    finally:
        library.close()


@contextmanager
def _looking(bank: NewsBank) -> Iterator[Session]:
    """A look at the bank at one moment, whose faults are NewsErrors."""
    try:
        with bank.library.reading() as session:
            _require_unchanged(session, bank.stamp)
            yield session
    except NewsError:
        raise
    except (InputError, ContractError, DatabaseError) as error:
        raise _unreadable(bank.library, error) from None


def _require_unchanged(session: Session, stamp: str) -> None:
    if stamp and stamp != _stamp(session):
        msg = (
            "the bank of other news was changed under way, so results would differ; begin anew "
            "with a copy that nobody writes to: quizgen news BANK -o COPY.sqlite3"
        )
        raise NewsError(msg)


def _unreadable(library: Library, error: Exception) -> NewsError:
    shown = library.url.render_as_string(hide_password=True)
    reason = str(getattr(error, "orig", error)).strip().partition("\n")[0]
    return NewsError(
        f"the bank of other news {shown} can't be read here ({reason}); it is made, and brought up "
        "to date, by quizgen news PATH -o BANK, and every worker has to reach it"
    )


def _stamp(session: Session) -> str:
    return session.scalar(select(BankRow.stamp)) or EMPTY


def _naming(number: int) -> Any:  # noqa: ANN401 - a part of a query
    """The articles that name one text, at most one more than tell anything of a topic."""
    rows = select(NewsNameRow.text, NewsNameRow.article)
    found = rows.where(NewsNameRow.text == bindparam(f"text{number}")).limit(FEW + 1).subquery()
    return select(found)


_NAMING = union_all(*map(_naming, range(AT_ONCE))).subquery()
_SHARING = select(_NAMING.c.text, NewsRow.place, NewsRow.id, NewsRow.published).join(
    NewsRow, NewsRow.place == _NAMING.c.article
)
"""One query for many texts, always of one form, so that it is compiled once."""


def _sharing(session: Session, texts: Iterable[str]) -> dict[Found, int]:
    """How many names articles have in common with these, for those that have any that tell."""
    wanted, counts = list(texts), Counter[Found]()
    for start in range(0, len(wanted), AT_ONCE):
        values: dict[str, str | None] = {f"text{n}": None for n in range(AT_ONCE)}
        values |= {f"text{n}": text for n, text in enumerate(wanted[start : start + AT_ONCE])}
        by_text: dict[str, list[Found]] = {}
        for text, *found in session.execute(_SHARING, values):
            by_text.setdefault(text, []).append((found[0], found[1], found[2]))
        for places in by_text.values():
            counts.update(places if len(places) <= FEW else ())
    return counts


def _about(session: Session, day: date | None) -> Iterator[Found]:
    """The articles about a day; without one, the latest."""
    query, when = select(NewsRow.place, NewsRow.id, NewsRow.published), NewsRow.published
    backward = query.order_by(when.desc(), NewsRow.place.desc()).limit(BESIDE)
    forward = query.order_by(when, NewsRow.place).limit(BESIDE)
    if day is None:
        parts = [backward.where(when.is_not(None))]
    else:
        parts = [backward.where(when < day), forward.where(when >= day)]
    dated = [row for part in parts for row in session.execute(part)]
    undated = query.where(when.is_(None)).order_by(NewsRow.place).limit(BESIDE)
    more = session.execute(undated).all() if len(dated) < BESIDE else ()
    yield from ((place, id_, published) for place, id_, published in (*dated, *more))


def _with_names(session: Session, found: Sequence[Found]) -> Iterator[NewsArticle]:
    """The articles with their names, in the order given."""
    wanted = NewsNameRow.article.in_([place for place, _, _ in found])
    query = select(*_NAME).where(wanted).order_by(NewsNameRow.article, NewsNameRow.number)
    rows = groupby(session.execute(query), key=lambda row: row[0])
    names = {place: _names(each) for place, each in rows}
    yield from (NewsArticle(id_, day, names.get(place, ())) for place, id_, day in found)


_NAME = (
    NewsNameRow.article, NewsNameRow.text, NewsNameRow.kind, NewsNameRow.country,
    NewsNameRow.callings, NewsNameRow.details,
)  # fmt: skip


def _names(rows: Iterable[Any]) -> tuple[NewsName, ...]:
    """The names of rows; raises ContractError where a file that somebody gave holds others."""
    return names_of([
        {
            "name": {**(details or {}), "text": text, "kind": kind},
            "country": country,
            "callings": callings or (),
        }
        for _, text, kind, country, callings, details in rows
    ])  # fmt: skip


def _of_sort(session: Session, sought: Sought, day: int, own: str) -> Iterator[NewsName]:
    """Names of a sort from within a year, the nearest days first; without a day, the latest.

    People that the news told of long ago would be struck out as not of the time.
    """
    at = day or date.max.toordinal()
    year = NewsNameRow.day.between(at - BANDS[-1] if day else 0, at + BANDS[-1])
    place = session.scalar(select(NewsRow.place).where(NewsRow.id == own))
    key = (NewsNameRow.day, NewsNameRow.article, NewsNameRow.number)
    query = select(*key, *_NAME).where(
        NewsNameRow.kind == sought.kind, NewsNameRow.country == sought.country, year
    )
    parts = [
        part
        for role in sorted(sought.callings) or [""]
        for part in (
            query.where(NewsNameRow.role == role, NewsNameRow.day <= at)
            .order_by(*(column.desc() for column in key)),
            query.where(NewsNameRow.role == role, NewsNameRow.day > at).order_by(*key),
        )
    ]  # fmt: skip
    rows = [row for part in parts for row in session.execute(part.limit(FURTHER))]
    rows.sort(key=lambda row: (abs(row[0] - at), row[1], row[2]))
    yield from _names(row[3:] for row in rows if row[1] != place)


def known(library: Library, ids: Iterable[str]) -> Mapping[str, str]:
    """The digests by which articles of these ids stand in the bank."""
    query = select(NewsRow.id, NewsRow.digest).where(NewsRow.id.in_([storable(i) for i in ids]))
    with library.reading() as session:
        return {row.id: row.digest for row in session.execute(query)}


@dataclass(frozen=True, slots=True)
class _Kept:
    """An article as it is about to stand in the bank."""

    place: int
    digest: str
    article: NewsArticle
    names: Sequence[Any]


_TABLES = Table.metadata.tables  # rows by the hundred go in without objects


def put(library: Library, entries: Iterable[Entry]) -> int:
    """How many articles were put in, as one unit of work; one whose digest is there is passed over.

    One that is there with another digest keeps its place and gets the new names.
    """
    given = list(entries)
    with library.work() as session:
        bank = _locked(session)
        kept = _kept(session, bank, given)
        rows = sorted(kept.values(), key=lambda each: each.place)
        if rows:
            places = [each.place for each in rows]
            session.execute(delete(NewsRow).where(NewsRow.place.in_(places)))
            session.execute(insert(_TABLES[NewsRow.__tablename__]), [_row(each) for each in rows])
        names = [row for each in rows for row in _rows(each)]
        if names:
            session.execute(insert(_TABLES[NewsNameRow.__tablename__]), names)
    return len(kept)


def _locked(session: Session) -> BankRow:
    """The row of the bank's state, for which other writers wait."""
    bank = session.get(BankRow, 1, with_for_update=True)
    if bank is None:
        bank = BankRow(id=1, stamp=EMPTY)
        session.add(bank)
        session.flush()
    return bank


def _kept(session: Session, bank: BankRow, given: Sequence[Entry]) -> dict[str, _Kept]:
    """What is new of the entries, by id; the bank's stamp follows."""
    ids = {storable(entry.article.id) for entry in given}
    known = select(NewsRow.id, NewsRow.place, NewsRow.digest).where(NewsRow.id.in_(ids))
    there = {row.id: (row.place, row.digest) for row in session.execute(known)}
    last, stamp = session.scalar(select(func.max(NewsRow.place))) or 0, bank.stamp
    kept: dict[str, _Kept] = {}
    for entry in given:
        article, names = entry.article, plain_names(entry.article)
        content = json.dumps([article.id, str(article.published), names])
        id_, digest = storable(article.id), entry.digest or f"names-{_hash(content)}"
        place, before = there.get(id_, (last + 1, None))
        if before != digest:
            last, there[id_] = max(last, place), (place, digest)
            kept[id_] = _Kept(place, digest, article, names)
            stamp = _hash(f"{stamp}\n{digest}\n{content}")
    bank.stamp = stamp
    return kept


def _row(kept: _Kept) -> dict[str, Any]:
    article = kept.article
    parts = {"id": article.id, "published": article.published, "digest": kept.digest}
    return {"place": kept.place, **parts}


def _rows(kept: _Kept) -> Iterator[dict[str, Any]]:
    day = kept.article.published.toordinal() if kept.article.published else 0
    for number, (each, plain) in enumerate(zip(kept.article.names, kept.names, strict=True)):
        if len(each.name.text) > LONGEST:
            continue
        details = {part: value for part, value in plain["name"].items() if value}
        yield {
            "article": kept.place,
            "number": number,
            "text": details.pop("text"),
            "kind": details.pop("kind"),
            "country": each.country,
            "role": next(iter(each.callings), ""),
            "day": day,
            "callings": list(each.callings) or None,
            "details": details or None,
        }


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def redate(session: Session, id_: str, day: date | None) -> None:
    """Give an article of the bank another day, within a unit of work."""
    place = session.scalar(
        select(NewsRow.place).where(NewsRow.id == id_, NewsRow.published.is_distinct_from(day))
    )
    if place is None:
        return
    bank, number = _locked(session), day.toordinal() if day else 0
    session.execute(update(NewsRow).where(NewsRow.place == place).values(published=day, digest=""))
    session.execute(update(NewsNameRow).where(NewsNameRow.article == place).values(day=number))
    bank.stamp = _hash(f"{bank.stamp}\n{id_} {day}")


def remove(session: Session, id_: str) -> None:
    """Forget what an article names, within a unit of work."""
    place = session.scalar(select(NewsRow.place).where(NewsRow.id == id_))
    if place is not None:
        bank = _locked(session)
        session.execute(delete(NewsRow).where(NewsRow.place == place))
        bank.stamp = _hash(f"{bank.stamp}\n{id_} gone")


def entries(library: Library) -> Iterator[Entry]:
    """All articles of a bank in the order in which they came, a bounded number in memory."""
    last, more = 0, True
    while more:
        query = select(NewsRow).where(NewsRow.place > last).order_by(NewsRow.place)
        with _looking(NewsBank(library)) as session:
            rows = session.scalars(query.limit(PER_READING)).all()
            found = [(row.place, row.id, row.published) for row in rows]
            articles = list(_with_names(session, found))
        yield from (Entry(each, row.digest) for each, row in zip(articles, rows, strict=True))
        more = bool(rows)
        last = rows[-1].place if rows else last
