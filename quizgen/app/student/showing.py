"""Showing: what students see, as HTML with every text escaped. Knows nothing of Streamlit."""

from datetime import date
from html import escape
from importlib.resources import files

from quizgen.practice.judging import PARTED, Verdict
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
    parted = told.type in {"matching", "ordering"}
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
    given = "; ".join(part for part in told.given.split(PARTED) if part)
    rows = f"<dt>Your answer</dt><dd>{escape(given) or '–'}</dd>"
    if told.answer != given:
        rows += f"<dt>The answer</dt><dd><strong>{escape(told.answer)}</strong></dd>"
    return f'<dl class="qz-given">{rows}</dl>'


def _option(told: Feedback, option: str) -> str:
    text = escape(option)
    if option == told.answer:
        word = "right answer, yours" if option == told.given else "right answer"
        return f'<li class="qz-right"><strong>{text}</strong> <em>✓ {word}</em></li>'
    if option == told.given:
        return f'<li class="qz-wrong">{text} <em>✗ your answer</em></li>'
    return f"<li>{text}</li>"


def source(told: Feedback) -> str:
    """The sentence marked in its paragraph, with the article's title, date and link."""
    before, after = told.paragraph[: told.start], told.paragraph[told.end :]
    sentence = told.paragraph[told.start : told.end]
    return (
        f'<figure class="qz-source"><blockquote>{escape(before)}<mark>{escape(sentence)}</mark>'
        f"{escape(after)}</blockquote><figcaption>{_named(told)}</figcaption></figure>"
    )


def _named(told: Feedback) -> str:
    title = escape(told.title)
    if told.url:
        url = escape(told.url)
        title = f'<a href="{url}" target="_blank" rel="noopener noreferrer">{title}</a>'
    parts = (title, escape(told.source), day(told.published))
    return " · ".join(part for part in parts if part)


def day(when: date | None) -> str:
    """A day as "11 July 2019", or ""."""
    return f"{when.day} {when:%B %Y}" if when else ""


def key(told: Feedback) -> str:
    """The answer on the back of a flashcard; its sentence comes below the grades."""
    return f'<p class="qz-answer">{escape(told.answer)}</p>'


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
