"""Showing: what students see, as HTML with every text escaped. Knows nothing of Streamlit."""

from datetime import date
from html import escape
from importlib.resources import files

from quizgen.practice.judging import PLACED, Placed, Verdict
from quizgen.practice.view import Contest, Feedback

WORDS: dict[Verdict, tuple[str, str]] = {
    "right": ("✓", "Right"),
    "nearly": ("✓", "Right, but mind the spelling"),
    "wrong": ("✗", "Not right"),
}
CONTEST: dict[Contest, str] = {
    "open": "Your teacher will look at your answer.",
    "granted": "Your teacher has looked at your answer: it counts as right.",
    "refused": "Your teacher has looked at your answer: it stays wrong.",
}
TYPED = frozenset({"short_answer", "cloze"})
SAYS_NOTHING = frozenset({"the answer", "another answer"})  # reasons that the verdict tells already


def style() -> str:
    """The style sheet of the student's pages."""
    sheet = files("quizgen.app.student").joinpath("student.css").read_text("utf-8")
    return f"<style>{sheet}</style>"


def heading(title: str, name: str = "") -> str:
    """The line on top of a page: the quiz, and who takes it."""
    who = f"<span>{escape(name)}</span>" if name else ""
    return f'<div class="qz-top"><h1>{escape(title)}</h1>{who}</div>'


def progress(done: int, total: int, number: int) -> str:
    """The words "3 of 10" over a thin bar."""
    share = 100 * done / total if total else 100
    return (
        f'<div class="qz-progress"><p>{number} of {total}</p>'
        f'<div aria-hidden="true"><div style="width:{share:.0f}%"></div></div></div>'
    )


def asked(context: str, stem: str) -> str:
    """A question: its context line above the stem."""
    above = f'<p class="qz-context">{escape(context)}</p>' if context else ""
    return f'<div class="qz-asked">{above}<h2>{escape(stem)}</h2></div>'


def verdict(told: Feedback) -> str:
    """Right or wrong by sign, word and colour, read out at once by a screen reader."""
    sign, word = WORDS[told.verdict]
    return (
        f'<div class="qz-verdict qz-{told.verdict}" role="alert">'
        f'<span aria-hidden="true">{sign}</span> <strong>{word}</strong>{_reason(told)}</div>'
    )


def _reason(told: Feedback) -> str:
    parted = told.type in PLACED
    worth = (told.type in TYPED and told.reason not in SAYS_NOTHING) or parted
    return f"<span>{escape(told.reason)}</span>" if worth and told.reason else ""


def contest(told: Feedback) -> str:
    """What became of "I was right"; "" where nobody said so."""
    words = CONTEST.get(told.contest, "")
    return f'<p class="qz-note" role="status">{escape(words)}</p>' if words else ""


def answers(told: Feedback) -> str:
    """The options with the right one and the chosen one marked; else what was given and the key."""
    if told.options:
        rows = "".join(_option(told, option) for option in told.options)
        return f'<ol class="qz-options">{rows}</ol>'
    if told.parts:
        return _parts(told)
    given = told.given
    rows = f"<dt>Your answer</dt><dd>{escape(given) or '–'}</dd>"
    if told.answer != given:
        rows += f"<dt>The answer</dt><dd><strong>{escape(told.answer)}</strong></dd>"
    return f'<dl class="qz-given">{rows}</dl>'


def _parts(told: Feedback) -> str:
    """Each place with what was put there, whether that fits, and what does."""
    rows = "".join(_part(part) for part in told.parts)
    head = "<p>The right order:</p>" if told.type == "ordering" else ""
    return f'{head}<ol class="qz-parts">{rows}</ol>'


def _part(part: Placed) -> str:
    place = f"<span>{escape(part.place)}</span>" if not part.place.isdigit() else ""
    fitting = f"<strong>{escape(part.fitting)}</strong>"
    if part.right:
        return f'<li class="qz-right">{place} {fitting} <em>✓ right</em></li>'
    yours = f"✗ your answer: {escape(part.given)}" if part.given else "✗ not answered"
    return f'<li class="qz-wrong">{place} {fitting} <em>{yours}</em></li>'


def listed(texts: tuple[str, ...]) -> str:
    """What is to be matched or put in order, on the front of a card."""
    rows = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<ul class="qz-listed">{rows}</ul>' if rows else ""


def _option(told: Feedback, option: str) -> str:
    text = escape(option)
    if option == told.answer:
        word = "right answer, yours" if option == told.given else "right answer"
        return f'<li class="qz-right"><strong>{text}</strong> <em>✓ {word}</em></li>'
    if option == told.given:
        return f'<li class="qz-wrong">{text} <em>✗ your answer</em></li>'
    return f"<li>{text}</li>"


def source(told: Feedback) -> str:
    """The sentence marked in its paragraph, with who is to be named for it."""
    before, after = told.paragraph[: told.start], told.paragraph[told.end :]
    sentence = told.paragraph[told.start : told.end]
    return (
        f'<figure class="qz-source"><blockquote>{escape(before)}<mark>{escape(sentence)}</mark>'
        f"{escape(after)}</blockquote><figcaption>{_named(told)}</figcaption>{_further(told)}</figure>"
    )


def _further(told: Feedback) -> str:
    """The other sentences that tell the parts of an answer."""
    quoted = "".join(
        f"<blockquote><mark>{escape(text)}</mark></blockquote>" for text in told.further
    )
    return f"<details><summary>The other sentences</summary>{quoted}</details>" if quoted else ""


def _named(told: Feedback) -> str:
    title = escape(told.title)
    if told.url:
        url = escape(told.url)
        title = f'<a href="{url}" target="_blank" rel="noopener noreferrer">{title}</a>'
    credit = (told.source, day(told.published), told.byline, told.licence)
    parts = (title, *map(escape, credit))
    return " · ".join(part for part in parts if part)


def day(when: date | None) -> str:
    """A day as "11 July 2019", or ""."""
    return f"{when.day} {when:%B %Y}" if when else ""


def key(told: Feedback) -> str:
    """The answer on the back of a flashcard; its sentence comes below the grades."""
    if told.parts:
        rows = (f"<li>{_placed(part)}</li>" for part in told.parts)
        return f'<ol class="qz-answer qz-parts">{"".join(rows)}</ol>'
    return f'<p class="qz-answer">{escape(told.answer)}</p>'


def _placed(part: Placed) -> str:
    left = "" if part.place.isdigit() else f"{escape(part.place)}: "
    return f"{left}{escape(part.fitting)}"


def explanation(told: Feedback) -> str:
    """The explanation, where it says more than the sentence that stands below it."""
    said = told.explanation.strip()
    if not said or said in told.paragraph:
        return ""
    return f'<p class="qz-why">{escape(said)}</p>'


def missed(told: Feedback) -> str:
    """A question of the list at the end, whole: what was asked, answered, right, and why."""
    sign, word = WORDS[told.verdict]
    return (
        f'<article class="qz-missed"><h3>{escape(told.stem)}</h3>'
        f'<p class="qz-{told.verdict}">{sign} {word}</p>{answers(told)}{source(told)}</article>'
    )
