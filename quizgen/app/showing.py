"""Showing: an article and a question as HTML in which every text is escaped."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from quizgen.app import told
from quizgen.app.marking import Marks, spoken
from quizgen.app.markup import element, plain
from quizgen.article import Article
from quizgen.exports.evidence import credit, marked, safe_url
from quizgen.exports.page import lettered
from quizgen.practice.teaching import Missed
from quizgen.practice.telling import in_short
from quizgen.question import GAP, Evidence, Question

NEAR = 1  # paragraphs around the one asked about; the others are folded away
KINDS = {
    "multiple_choice": "choose one",
    "true_false": "true or false",
    "short_answer": "type the answer",
    "cloze": "fill the gap",
    "matching": "match the pairs",
    "ordering": "put in order",
}
LEVELS = {"easy": "easy", "medium": "medium", "hard": "hard"}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: characters `start` to `end` (exclusive) of the article."""

    start: int
    end: int

    def holds(self, evidence: Evidence) -> bool:
        """Whether a sentence begins in the paragraph."""
        return self.start <= evidence.start < self.end


def paragraphs(text: str) -> tuple[Part, ...]:
    """The paragraphs of a text: what stands between empty lines."""
    found = re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*", text)
    return tuple(Part(match.start(), match.end()) for match in found)


def article(shown: Article, marks: Marks, question: Question | None) -> str:
    """The article with the sentence of the question on a ground, and far paragraphs folded."""
    parts = paragraphs(shown.text)
    sentences = _sentences(shown, question)
    body = [_paragraph(shown, part, marks, question) for part in parts]
    at = [n for n, part in enumerate(parts) if any(part.holds(each) for each in sentences)]
    told = "".join(_unfolded(body, at)) if at else "".join(body)
    return element("article", _head(shown) + told, "qg-article")


def _sentences(shown: Article, question: Question | None) -> list[Evidence]:
    """The sentences of the article that a question came from, in order."""
    if question is None:
        return []
    others = (each for each in question.further if each.article == shown.id)
    return sorted({question.evidence, *others}, key=lambda each: each.start)


def _unfolded(body: list[str], at: list[int]) -> Iterator[str]:
    """The paragraphs with those folded that are far from the places asked about."""
    near = {n for place in at for n in range(place - NEAR, place + NEAR + 1)}
    for shown, places in groupby(range(len(body)), key=near.__contains__):
        run = [body[place] for place in places]
        title = "Above" if run[0] is body[0] else "Between"
        title = "Further down" if run[-1] is body[-1] else title
        yield "".join(run) if shown else _folded(title, run)


def _head(shown: Article) -> str:
    url = safe_url(shown)
    title = plain(shown.title or "Untitled article")
    linked = f'<a href="{plain(url)}" target="_blank" rel="noopener">{title}</a>' if url else title
    line = " · ".join(part for part in credit(shown) if part)
    return element("p", linked, "qg-headline") + element("p", plain(line), "qg-quiet")


def _folded(title: str, body: list[str]) -> str:
    if not body:
        return ""
    number = "1 paragraph" if len(body) == 1 else f"{len(body)} paragraphs"
    opener = element("summary", f"{plain(title)}: {number}")
    return element("details", opener + "".join(body), "qg-fold")


def _paragraph(shown: Article, part: Part, marks: Marks, question: Question | None) -> str:
    told, at = [], part.start
    for evidence in _sentences(shown, question):
        start, end = max(at, evidence.start), min(part.end, evidence.end)
        if start < end:
            inner = _with_key(shown.text, start, end, marks, question)
            told.append(_underlined(shown.text, at, start, marks))
            told.append(element("mark", inner, "qg-sentence"))
            at = end
    return element("p", "".join(told) + _underlined(shown.text, at, part.end, marks))


def _with_key(text: str, start: int, end: int, marks: Marks, question: Question | None) -> str:
    """The sentence underlined, and the answer in it bold where it stands there in its words."""
    found = marked(question) if question else None
    if question is None or found is None or not found.key:
        return _underlined(text, start, end, marks)
    low = question.evidence.start + len(found.before)
    high = low + len(found.key)
    if not start <= low < high <= end:
        return _underlined(text, start, end, marks)
    key = element("strong", _underlined(text, low, high, marks))
    return _underlined(text, start, low, marks) + key + _underlined(text, high, end, marks)


def _underlined(text: str, start: int, end: int, marks: Marks) -> str:
    return "".join(_pieces(text, start, end, marks))


def _pieces(text: str, start: int, end: int, marks: Marks) -> Iterator[str]:
    at = start
    for mark in marks.within(start, end):
        yield plain(text[at : mark.start])
        yield element("span", plain(text[mark.start : mark.end]), f"qg-{mark.kind}", mark.told)
        at = mark.end
    yield plain(text[at:end])


def card(question: Question) -> str:
    """The question as a student sees it, with the right answer ticked."""
    stem = plain(question.stem).replace(GAP, element("span", "&nbsp;", "qg-gap"))
    context = element("p", plain(question.context), "qg-context") if question.context else ""
    head = f"{KINDS[question.type]} · {LEVELS[question.difficulty]}"
    body = context + element("p", stem, "qg-stem") + _answers(question)
    return element("div", body + element("p", plain(head), "qg-quiet"), "qg-card")


def _answers(question: Question) -> str:
    if question.options:
        return element("ol", "".join(_rows(question)), "qg-options")
    if question.pairs or question.items:
        told = [" – ".join(pair) for pair in question.pairs] or list(question.items)
        return element("ol", "".join(element("li", plain(row)) for row in told), "qg-options")
    also = f" (also: {'; '.join(question.accepted)})" if question.accepted else ""
    key = element("span", f"✓ {plain(question.answer)}", "qg-key")
    return element("p", f"Answer: {key}{plain(also)}")


def _rows(question: Question) -> Iterator[str]:
    for letter, option in lettered(question):
        right = option == question.answer
        tick = element("span", "✓ right answer", "qg-tick") if right else ""
        label = element("span", letter, "qg-letter")
        text = element("span", plain(option), "qg-option")
        yield element("li", label + text + tick, "qg-right" if right else "")


def sentence(question: Question) -> str:
    """The sentence a question came from, with the answer on a ground."""
    found = marked(question)
    key = element("mark", plain(found.key)) if found.key else ""
    return plain(found.before) + key + plain(found.after)


def elsewhere(question: Question, shown: Article, articles: Iterable[Article]) -> str:
    """The sentences of other articles that a question came from, each with its article's title."""
    titles = {each.id: each.title or "Untitled article" for each in articles}
    rows = [
        element("p", plain(each.text), "qg-serif qg-tight")
        + element("p", plain(titles[each.article]), "qg-quiet")
        for each in question.further
        if each.article != shown.id and each.article in titles
    ]
    return element("p", "In other articles", "qg-quiet") + "".join(rows) if rows else ""


def missed(fact: Missed, question: Question) -> str:
    """A fact that was missed: its sentence, the question, how many had it wrong, and how."""
    told_ = ((in_short(question, text), number) for text, number in fact.lures)
    lures = ", ".join(f"{text} ({number})" for text, number in told_)
    line = f"{fact.missed} of {told.number(fact.answered, 'student')} had it wrong"
    line += f"; instead they answered {lures}" if lures else ""
    return element("p", sentence(question), "qg-serif") + element(
        "p", plain(f"{question.stem} {line}."), "qg-quiet"
    )


def events(marks: Marks) -> str:
    """The dated events of an article in order, and what it says caused what."""
    dated = [f"<b>{plain(spoken(e.day))}</b> {plain(e.sentence)}" for e in marks.events]
    caused = [f"{plain(c.effect)} <b>because of</b> {plain(c.cause)}" for c in marks.causes]
    return _list("Dated events", dated) + _list("Causes", caused)


def _list(title: str, rows: list[str]) -> str:
    if not rows:
        return ""
    inner = "".join(element("li", row) for row in rows)
    return element("p", plain(title), "qg-quiet") + element("ul", inner, "qg-events")


def legend() -> str:
    """What the underlining means."""
    kinds = (("person", "people"), ("organisation", "organisations"), ("place", "places"))
    told = [element("span", word, f"qg-{kind}") for kind, word in (*kinds, ("date", "dates"))]
    return element("p", "Underlined: " + ", ".join(told), "qg-quiet")
