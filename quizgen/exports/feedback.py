"""Feedback: what a student reads after an answer, with the sentence that decides it."""

import html

from quizgen.exports.carrying import one_line
from quizgen.exports.evidence import article_of, credit, marked, safe_url
from quizgen.exports.sheets import NO_TEXT
from quizgen.question import Question
from quizgen.quiz import Quiz

ENTITIES = str.maketrans(
    # read by others in HTML: "\" and "$" open formulas, "{" and "[" fields and filters
    {"\\": "&#92;", "$": "&#36;", "{": "&#123;", "}": "&#125;", "[": "&#91;", "\n": "<br>"}
)


def printable(text: str) -> str:
    """The text without the characters that XML does not take, each shown as U+FFFD."""
    return NO_TEXT.sub("\ufffd", text)


def shown(text: str) -> str:
    """The text as HTML in which it reads exactly so, with its lines: no tags, no formulas."""
    lines = "\n".join(printable(text).splitlines())
    return html.escape(lines).translate(ENTITIES)


def asked(question: Question, stem: str = "") -> str:
    """The question as HTML, below its line of context; `stem` stands for its own if given."""
    above = f"<p><em>{shown(question.context)}</em></p>" if question.context else ""
    return f"{above}<p>{shown(stem or question.stem)}</p>"


def as_html(quiz: Quiz, question: Question) -> str:
    """The explanation, the sentences with the key marked, and where they stand, as HTML."""
    sentence = marked(question)
    key = f"<strong>{shown(sentence.key)}</strong>" if sentence.key else ""
    first = f"{shown(sentence.before)}{key}{shown(sentence.after)}"
    quoted = [first, *(shown(evidence.text) for evidence in question.further)]
    parts = [
        f"<p>{shown(question.explanation)}</p>" if question.explanation else "",
        *(f"<blockquote><p>{text}</p></blockquote>" for text in quoted if text),
        f"<p>{_source_html(quiz, question)}</p>",
    ]
    return "".join(parts)


def as_text(quiz: Quiz, question: Question) -> str:
    """The same on one line of plain text."""
    quoted = [evidence.text for evidence in (question.evidence, *question.further)]
    sentences = [f"“{one_line(text)}”" for text in quoted if text.strip()]
    told = [one_line(question.explanation), *sentences, _source(quiz, question)]
    return " ".join(filter(None, told))


def _source(quiz: Quiz, question: Question) -> str:
    article = article_of(quiz, question)
    return ", ".join(filter(None, (one_line(article.title), *credit(article))))


def _source_html(quiz: Quiz, question: Question) -> str:
    url = safe_url(article_of(quiz, question))
    named = shown(_source(quiz, question) or url)
    return f'<a href="{html.escape(url)}">{named}</a>' if url else named
