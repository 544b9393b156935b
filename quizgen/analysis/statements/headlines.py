"""Headlines: "Police: Three dead in crash", where a colon stands for the verb of saying."""

from spacy.tokens import Doc, Token

from quizgen import gazetteer

LONGEST = 5  # tokens of a speaker before the colon
SHORTEST = 3  # tokens of what is said
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP"})


def colon_of(doc: Doc) -> Token | None:
    """The colon of a headline that has its speaker before it; None for any other text.

    The speaker is a person, an organisation, or a noun for one; a place ("Chile: Miners return")
    only says where.
    """
    colon = next((t for t in doc[: LONGEST + 1] if t.text == ":"), None)
    if colon is None or colon.i == 0 or len(doc) - colon.i <= SHORTEST or _is_sentence(doc):
        return None
    before = doc[: colon.i]
    plain = all(t.pos_ in NOMINAL for t in before) and not any(
        t.text == ":" for t in doc[colon.i + 1 :]
    )
    return colon if plain and _speaks(before[-1]) else None


def _is_sentence(doc: Doc) -> bool:
    return doc[-1].text in {".", "!", "?"} or doc[-1].is_space


def _speaks(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    named = noun.ent_type_ in {"PERSON", "ORG"}
    return named or gazetteer.is_person_noun(lemma) or gazetteer.is_group_noun(lemma)
