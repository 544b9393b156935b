"""The article: first value on the way, made by ingestion and read by every later stage."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MAX_CHARACTERS = (
    1_000_000  # spaCy's own limit for one text; a long newspaper page holds about 20,000
)
MAX_PARAGRAPH = 20_000  # longer "paragraphs" are minified pages or data, not prose


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, its text exactly as given; all offsets of the project count in `text`.

    `title` may also stand as the first paragraph of `text`. `published` is the day of publication,
    against which "Friday" and "last month" are read; without it only absolute dates count.
    `licence` is what the source says of it, a name or an address, "" where it says nothing.
    `excerpt` says that `text` holds only the sentences that questions quote.
    """

    text: str
    title: str = ""
    published: date | None = None
    url: str = ""
    source: str = ""
    byline: str = ""
    licence: str = ""
    language: str = "en"
    given_id: str = ""
    excerpt: bool = False

    @property
    def id(self) -> str:
        """The stable id: the given one, else a hash of the url, else of the normalised text."""
        if self.given_id:
            return self.given_id
        return _digest(self.url, "" if self.url else self.text)


@lru_cache(maxsize=64)  # every question asks for it; normalising a long text each time took minutes
def _digest(url: str, text: str) -> str:
    basis = canonical_url(url) if url else normalised(text)
    return "a-" + hashlib.sha256(basis.encode("utf-8", "replace")).hexdigest()[:12]


def canonical_url(url: str) -> str:
    """The url without scheme, "www.", fragment, tracking parameters and trailing slash."""
    bare = re.sub(r"^[a-z]+://(www\.)?", "", url.strip(), flags=re.IGNORECASE)
    bare = bare.partition("#")[0]
    path, _, query = bare.partition("?")
    kept = [p for p in query.split("&") if p and not re.match(r"(utm_|fbclid|gclid)", p)]
    return path.rstrip("/") + ("?" + "&".join(kept) if kept else "")


def normalised(text: str) -> str:
    """The text in NFKC, lower case, with every run of white space as one space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
