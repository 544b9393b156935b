"""Preferences: questions about the topics, or of the difficulty, that a teacher asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.analysis.pipeline import Analysis
from quizgen.difficulty import difficulty_of
from quizgen.practice.folding import words_of
from quizgen.question import Difficulty
from quizgen.ranking.scoring import Ranked
from quizgen.rules.asking import Draft

ASKED_FOR = 0.3
"""What a topic in the question or its answer adds; scores of good questions lie about 0.1 apart."""
IN_THE_SENTENCE = 0.15
AS_DIFFICULT = 0.3
SHORTEST_PLURAL = 4  # letters: "cars" is one, "gas" and "bus" are none

Words = tuple[str, ...]


def preferring(
    ranked: list[Ranked],
    analysis: Analysis,
    topics: Sequence[str] = (),
    difficulty: Difficulty | None = None,
) -> list[Ranked]:
    """The ranked drafts, those preferred further up; without a preference as they are.

    A topic is met by its words in a row, in singular or plural, and by a name that goes by it in
    the article ("WTO" by "World Trade Organization").
    """
    if not topics and difficulty is None:
        return ranked
    wanted = [_roots(words_of(topic)) for topic in topics]
    raised = (_as_difficult(_on_topic(r, analysis, topics, wanted), difficulty) for r in ranked)
    return sorted(raised, key=lambda r: -r.score)


def _on_topic(
    ranked: Ranked, analysis: Analysis, topics: Sequence[str], wanted: Sequence[Words]
) -> Ranked:
    draft = ranked.draft
    if _tells(f"{draft.stem} {draft.key}", wanted):
        return _raised(ranked, "topic", ASKED_FOR)
    told = _tells(draft.fact.sentence.span.text, wanted) or _names(draft, analysis, topics)
    return _raised(ranked, "topic", IN_THE_SENTENCE) if told else ranked


def _tells(text: str, wanted: Iterable[Words]) -> bool:
    """Whether the words of one of the topics stand in the text in a row."""
    found = f" {' '.join(_roots(words_of(text)))} "
    return any(f" {' '.join(topic)} " in found for topic in wanted if topic)


def _roots(words: Words) -> Words:
    return tuple(map(_root, words))


def _root(word: str) -> str:
    """What singular and plural of a regular noun share: "countri", "bus", "hous"."""
    plural = len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us"))
    bare = word[:-1] if plural else word
    if len(bare) < SHORTEST_PLURAL:
        return bare
    return f"{bare[:-1]}i" if bare.endswith("y") else bare.removesuffix("e")


def _names(draft: Draft, analysis: Analysis, topics: Iterable[str]) -> bool:
    """Whether the sentence names somebody or something that goes by one of the topics."""
    sentence = draft.fact.sentence
    places = range(sentence.span.start, sentence.span.end)
    near = analysis.names.in_paragraph(sentence.paragraph)
    named = [mention.name for mention in near if mention.start in places]
    return any(name.answers_to(topic) for name in named for topic in topics)


def _as_difficult(ranked: Ranked, wanted: Difficulty | None) -> Ranked:
    fits = wanted is not None and difficulty_of(ranked.draft) == wanted
    return _raised(ranked, "difficulty", AS_DIFFICULT) if fits else ranked


def _raised(ranked: Ranked, reason: str, by: float) -> Ranked:
    score = round(min(1.0, ranked.score + by), 4)
    return replace(ranked, score=score, reasons=(*ranked.reasons, (reason, by)))
