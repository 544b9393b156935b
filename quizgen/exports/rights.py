"""Rights: which articles' texts a file may carry whole, and how the others are told.

The sentences that questions quote are quotations and always there. The rest of a text is handed out
only where its licence allows that, or where the teacher says so.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.article import Article
from quizgen.exports.loss import Loss
from quizgen.exports.print_settings import PrintSettings
from quizgen.licences import allows_text
from quizgen.question import Evidence, Question
from quizgen.quiz import Quiz

Spans = tuple[tuple[int, int], ...]


def may_hand_out(article: Article, settings: PrintSettings) -> bool:
    """Whether the article's text may be handed out whole."""
    return settings.with_text or allows_text(article.licence)


def quoted_spans(quiz: Quiz, article: Article) -> Spans:
    """The places of an article that questions quote, in order, those that meet as one."""
    quoted = (each for q in quiz.questions for each in (q.evidence, *q.further))
    found = sorted((each.start, each.end) for each in quoted if each.article == article.id)
    return tuple(_merged(found))


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap put together."""
    open_ = spans[:1]
    for _, (start, end) in pairwise(spans):
        begun, ended = open_[0]
        if start < ended:
            open_ = [(begun, max(end, ended))]
        else:
            yield open_[0]
            open_ = [(start, end)]
    yield from open_


def left_out(quiz: Quiz, settings: PrintSettings) -> tuple[Loss, ...]:
    """A loss of the whole quiz for each article of which only what is quoted is carried."""
    told = (
        f"only the quoted sentences of {_called(article)} are given, as {_why(article)}; if you "
        "have the right to hand out the whole text, say so (--with-text, in the app a box)"
        for article in quiz.articles
        if not (article.excerpt or may_hand_out(article, settings))
    )
    return tuple(Loss("", what) for what in told)


def _called(article: Article) -> str:
    name = " ".join((article.title or article.source).split())[:80]
    return f"“{name}”" if name else "the article"


def _why(article: Article) -> str:
    licence = " ".join(article.licence.split())[:60]
    return (
        f"its licence (“{licence}”) is not one that lets all of it"
        if licence
        else ("no licence is known that lets all of it")
    )


def not_printed(quiz: Quiz, settings: PrintSettings) -> tuple[Loss, ...]:
    """The losses of a file that holds the articles only where the settings ask for them."""
    return left_out(quiz, settings) if settings.with_article else ()


def excerpted(quiz: Quiz, settings: PrintSettings) -> Quiz:
    """The quiz with the quoted sentences alone of texts that may not be handed out.

    Articles and questions keep their ids; the places of evidence count in what is left.
    """
    for article in quiz.articles:
        if not may_hand_out(article, settings):
            quiz = _with_excerpt(quiz, article)
    return quiz


def _with_excerpt(quiz: Quiz, article: Article) -> Quiz:
    spans = quoted_spans(quiz, article)
    text = "\n\n".join(article.text[start:end] for start, end in spans)
    excerpt = replace(article, text=text, given_id=article.id, excerpt=True)
    kept = tuple(excerpt if each is article else each for each in quiz.articles)
    asked = tuple(_placed(question, article.id, spans) for question in quiz.questions)
    return replace(quiz, articles=kept, questions=asked)


def _placed(question: Question, article: str, spans: Spans) -> Question:
    further = tuple(_moved(each, article, spans) for each in question.further)
    return replace(question, evidence=_moved(question.evidence, article, spans), further=further)


def _moved(evidence: Evidence, article: str, spans: Spans) -> Evidence:
    """The evidence where it stands among the spans, two characters between each and the next."""
    if evidence.article != article:
        return evidence
    place = 0
    for start, end in spans:
        if start <= evidence.start < end or evidence.start == evidence.end == start:
            break
        place += end - start + 2
    begun = place + evidence.start - start
    return replace(evidence, start=begun, end=begun + evidence.end - evidence.start)
