"""Tails: the full stop that ends a sentence, cut from the word that the tokenizer left it on.

The tokenizer takes "m." in "to $630m." and "a.m." in "until 6 a.m." for abbreviations, so that the
sentence does not end there, or the parser hangs the last word on whatever it finds.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from quizgen.analysis.times import MONTHS, WEEKDAYS
from quizgen.data import words

UNIT = re.compile(r"(?:\d+[A-Za-z]{1,2}|[a-z])\.")  # "41C.", the "m." of "$630m."
NUMERAL = re.compile(r"[IVX]+\.")  # "World War I.", but "Martha I. Jones"
CLOCK = re.compile(r"[ap]\.m\.")
ZONES = frozenset(
    "Eastern Central Mountain Pacific Atlantic Greenwich British Irish Western".split()
)
FEWEST = 6  # tokens before a clock time that can be a sentence; "At 6 a.m. Maria Santos left"


@Language.component("quizgen_tails")
def cut(doc: Doc) -> Doc:
    """The doc with the full stop after a unit, numeral or clock time at a sentence's end."""
    with doc.retokenize() as retokenizer:
        for token in doc:
            if _ends_sentence(token):
                parts = [token.text[:-1], "."]
                retokenizer.split(token, parts, heads=[(token, 0), (token, 0)])
    return doc


def _ends_sentence(token: Token) -> bool:
    following = next((t for t in token.doc[token.i + 1 :] if not t.is_space), None)
    last = following is None or following.text == '"'
    opens = not last and following is not None and following.is_title
    if UNIT.fullmatch(token.text):
        return last or (opens and _follows_number(token))
    if NUMERAL.fullmatch(token.text):
        return last or (following is not None and _opens_sentence(following))
    return bool(CLOCK.fullmatch(token.text)) and (last or (opens and _is_told(token)))


def _opens_sentence(word: Token) -> bool:
    """Whether a word with a capital is one of grammar, which no name goes on with."""
    return word.is_title and word.lower_ in words("grammar_words.txt")


def _follows_number(unit: Token) -> bool:
    """Whether a unit's number stands in it or before it; not so in "Brown v. Board"."""
    return unit.text[0].isdigit() or (unit.i > 0 and unit.nbor(-1).like_num)


def _is_told(clock: Token) -> bool:
    """Whether a sentence may well end with a clock time: no day or zone follows it."""
    following = clock.nbor(1)
    stops = (t.i + 1 for t in clock.doc[: clock.i] if t.text in {".", "?", "!"})
    start = max(stops, default=0)
    goes_on = following.text in ZONES or following.text in MONTHS or following.text in WEEKDAYS
    return not goes_on and clock.i - start >= FEWEST
