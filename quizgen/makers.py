"""Makers: whose products a text names, since who reads "iPhone" thinks of Apple."""

import re
from functools import cache

from quizgen import gazetteer
from quizgen.data import rows

LONGEST = 3  # words of a product's name


def named_by(text: str, fields: frozenset[str] = frozenset()) -> set[str]:
    """The makers, by every name, of the products that a text names, of the fields if given."""
    parts = re.findall(r"[\w-]+", text)
    lengths = range(1, LONGEST + 1)
    spans = {" ".join(parts[n : n + length]) for n in range(len(parts)) for length in lengths}
    bare = {span.removesuffix("s") for span in spans}
    found = {maker_of()[p] for p in bare if p in maker_of() and _of_field(p, fields)}
    return {text for by in found for text in _texts(by)}


def is_known(text: str) -> bool:
    """Whether a text names a product whose maker is known."""
    return text in maker_of()


@cache
def maker_of() -> dict[str, str]:
    """The maker of every product, by all its names that no common word is like."""
    return {
        text: row["maker"]
        for row in rows("products.tsv")
        for text in (row["name"], *row["aliases"].split("|"))
        if row["maker"] and not text.islower()
    }


def _of_field(product: str, fields: frozenset[str]) -> bool:
    known = gazetteer.lookup(product)
    return not fields or (known is not None and known.field in fields)


def _texts(text: str) -> set[str]:
    known = gazetteer.lookup(text)
    return {text, *(gazetteer.other_names(known) if known is not None else ())}
