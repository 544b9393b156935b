"""Selection: which prepositions belong to a verb ("refer ... to", "accuse ... of")."""

from functools import cache

from spacy.tokens import Token

from quizgen.data import rows


def selects(verb: Token, preposition: Token) -> bool:
    """Whether a verb selects a preposition ("refer ... to", "based on")."""
    return preposition.lower_ in _selected().get(verb.lemma_.lower(), ())


@cache
def _selected() -> dict[str, tuple[str, ...]]:
    return {
        row["verb"]: tuple(row["prepositions"].split("|"))
        for row in rows("selected_prepositions.tsv")
    }
