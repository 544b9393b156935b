"""Existence: how many of something there were ("There were five breaches of the truce in June")."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.syntax import child, children, fence_before, in_quotes, subtree
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Fact, Sentence
from quizgen.facts.reporting import Standing, standing

FINITE = frozenset({"was", "were", "are", "is"})


def find(sentence: Sentence, finder: ClauseFinder) -> Iterator[Fact]:
    """One fact for each counted thing that there was, in the slots `thing`, `verb` and `rest`."""
    for verb in sentence.span:
        thing = child(verb, "attr", "nsubj", "dobj") if verb.lower_ in FINITE else None
        if thing is None or child(verb, "expl") is None or child(verb, "neg") is not None:
            continue
        if in_quotes(verb) or standing(verb) != Standing():
            continue
        counted = finder.argument("thing", thing)
        if any(part in counted.tokens for part in children(thing, "appos")):
            continue  # "two teams, one of women and one of men"
        own = {t for c in children(thing, "prep") if c.lower_ == "of" for t in subtree(c)}
        kept = tuple(t for t in counted.tokens if t.i <= thing.i or t in own)
        after = tuple(t for t in counted.tokens if t not in kept)
        rest = (*after, *_circumstances(verb, after))
        slots = {
            "thing": replace(counted, tokens=kept, whole=kept),
            "verb": Argument("verb", verb, (verb,), (verb,)),
        }
        if rest:
            slots["rest"] = Argument("rest", rest[-1], rest, rest)
        yield Fact("existence", sentence, MappingProxyType(slots))


def _circumstances(verb: Token, after: tuple[Token, ...]) -> Iterator[Token]:
    """The phrases after the verb that tell when and where."""
    for part in children(verb, "prep"):
        if part.i > verb.i and not fence_before(part) and part not in after:
            yield from subtree(part)
