"""A readable page in Markdown: the questions, then a key that quotes the sentence of each."""

import re
from collections.abc import Callable
from string import ascii_uppercase

from quizgen.article import Article
from quizgen.exports.evidence import article_of, credit, marked, safe_url
from quizgen.question import Question
from quizgen.quiz import Quiz
from quizgen.reading_level import level_of_articles, level_of_questions

SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")  # read as markup anywhere in a line
OPENING = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|([#+=:-]))")  # read as markup at its start


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The quiz as a page: title, sources, numbered questions, answer key."""
    asked = list(enumerate(quiz.questions, 1))
    blocks = [
        f"# {escape(quiz.title) or 'News quiz'}",
        *(_source(article) for article in quiz.articles),
        "## Questions",
        *(_question(number, question) for number, question in asked),
        "## Answers",
        _levels(quiz),
        *(_answer(number, question, quiz) for number, question in asked),
    ]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def escape(text: str) -> str:
    """The text on one line, such that Markdown shows it as it is."""
    flat = SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return OPENING.sub(lambda m: rf"{m[1]}\{m[2]}" if m[1] else rf"\{m[3]}", flat)


def _source(article: Article) -> str:
    name = article.title or article.source or "Untitled article"
    url = safe_url(article)
    named = f"[{escape(name)}](<{url}>)" if url else escape(name)
    about = [part for part in credit(article) if part != name]
    return " · ".join([f"*From:* {named}", *map(escape, about)])


def _levels(quiz: Quiz) -> str:
    """The reading level of the articles and of all questions together, for the teacher."""
    told = [
        ("the article" if not quiz.articles[1:] else "the articles", level_of_articles(quiz)),
        ("the questions", level_of_questions(quiz)),
    ]
    shown = "; ".join(f"{what}, {level}" for what, level in told if level)
    return f"*Reading level (US school grades):* {shown}." if shown else ""


def _question(number: int, question: Question) -> str:
    parts = [
        f"### Question {number}",
        f"*{escape(question.context)}*" if question.context else "",
        escape(question.stem),
        "\n".join(_options(question)),
        f"[Answer {number}](#answer-{number})",
    ]
    return "\n\n".join(part for part in parts if part)


def _options(question: Question) -> list[str]:
    if question.options and question.type == "multiple_choice":
        return [f"- **{letter}.** {escape(text)}" for letter, text in lettered(question)]
    shown = question.options or tuple(sorted(question.items))
    left = [f"- {escape(text)}" for text in shown or [pair[0] for pair in question.pairs]]
    right = [f"- … {escape(text)}" for text in sorted(pair[1] for pair in question.pairs)]
    return left + right


def lettered(question: Question) -> list[tuple[str, str]]:
    """The options with their letters, in the order shown."""
    return list(zip(ascii_uppercase, question.options or (), strict=False))


def _answer(number: int, question: Question, quiz: Quiz) -> str:
    parts = [
        f"### Answer {number}",
        _key(question),
        escape(question.explanation),
        _quoted(question),
        f"{_found_in(question, quiz)}[Question {number}](#question-{number})",
    ]
    return "\n\n".join(part for part in parts if part)


def _key(question: Question) -> str:
    letter = next((at for at, text in lettered(question) if text == question.answer), "")
    shown = f"{letter}. " if letter and question.type == "multiple_choice" else ""
    also = "; ".join(escape(text) for text in question.accepted)
    listed = [f"- {escape(' – '.join(pair))}" for pair in question.pairs]
    listed += [f"{place}. {escape(item)}" for place, item in enumerate(question.items, 1)]
    key = f"**{shown}{escape(question.answer)}**" + (f" (also: {also})" if also else "")
    return "\n".join(listed) or key


def _quoted(question: Question) -> str:
    sentence = marked(question)
    key = f"**{escape(sentence.key)}**" if sentence.key else ""
    before, after = (inner(part, escape) for part in (sentence.before, sentence.after))
    others = [f"> {escape(evidence.text)}" for evidence in question.further]
    return "\n>\n".join([f"> {before}{key}{after}", *others])


def inner(text: str, escaped: Callable[[str], str]) -> str:
    """A part of a line in its escaped form, with a space kept at either end."""
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return f"{start}{escaped(text)}{end}"


def _found_in(question: Question, quiz: Quiz) -> str:
    """Where the sentence stands, when the quiz has several articles."""
    if not quiz.articles[1:]:
        return ""
    article = article_of(quiz, question)
    return f"{escape(article.title or article.source or article.id)} · "
