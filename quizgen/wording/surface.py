"""Surface: tokens put back together as text, with spacing, quotation marks and capitals right."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Span, Token

from quizgen import gazetteer
from quizgen.analysis.spelling import mended
from quizgen.analysis.syntax import in_quotes, is_mark
from quizgen.data import words

NO_SPACE_BEFORE = {
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "%",
    ")",
    "]",
    "'s",
    "'",
    "n't",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
}


def text_of(tokens: Iterable[Token], swaps: Mapping[int, str] | None = None) -> str:
    """The tokens as text, in the order given.

    Punctuation between two kept neighbours is kept even where it was not given, so that
    "F-35" and "Economy, Trade and Industry" stay whole. `swaps` gives other texts for tokens by
    index; an empty one leaves the token out.
    """
    kept = [t for t in with_punctuation(list(tokens)) if not t.is_space]
    out = ""
    last: Token | None = None
    for token in kept:
        word = cased(token) if swaps is None or token.i not in swaps else swaps[token.i]
        if not word:
            continue
        out += _gap(last, token, out) + word
        last = token
    return tidy(out)


def with_punctuation(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the punctuation that stands between kept neighbours, in the order given."""
    bare = [t for t in tokens if not is_mark(t)]
    kept = {t.i for t in bare}
    found: list[Token] = []
    for token in bare:
        found += _marks(token, kept, before=True)
        found.append(token)
        found += _marks(token, kept, before=False)
    return _once(found)


def _once(tokens: list[Token]) -> list[Token]:
    seen: set[int] = set()
    return [t for t in tokens if not (t.i in seen or seen.add(t.i))]  # type: ignore[func-returns-value]


def _marks(token: Token, kept: set[int], *, before: bool) -> list[Token]:
    step = -1 if before else 1
    doc, found, i, end = token.doc, [], token.i + step, len(token.doc)
    while 0 <= i < end and is_mark(doc[i]):
        found.append(doc[i])
        i += step
    if not found:
        return found
    joined = 0 <= i < end and i in kept
    if before:
        return [t for t in reversed(found) if t.text == '"' and _opens(t)] if not joined else []
    if joined:
        return found
    return [t for t in found if t.text == '"' and not _opens(t)]


def _opens(mark: Token) -> bool:
    """Whether a token is a quotation mark that opens (marks counted from the paragraph's start)."""
    return mark.text == '"' and not in_quotes(mark)


def cased(token: Token) -> str:
    """The token's text, in lower case where only the start of a sentence made it a capital."""
    text = token.text
    if not text[:1].isupper() or text == "I" or text[1:].lower() != text[1:]:
        return text
    if not _starts_sentence(token) or _opens_name(token):
        return text
    if _calls_person(token):
        return text.lower()
    if token.pos_ == "PROPN" or (
        token.ent_type_
        and token.lower_ != "the"
        and token.ent_type_
        not in {"CARDINAL", "DATE", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "TIME"}
    ):
        return text
    return text if token.tag_ in {"NNP", "NNPS"} or _is_calendar(text) else text.lower()


def _calls_person(token: Token) -> bool:
    """Whether a common noun says what the person named after it is: "Novelist Maria Santos"."""
    named = token.i + 1 < len(token.doc) and token.nbor(1).ent_type_ == "PERSON"
    common = gazetteer.is_person_noun(token.lower_) and token.text not in gazetteer.titles()
    return token.dep_ == "compound" and token.ent_type_ == "" and named and common


def _opens_name(token: Token) -> bool:
    """Whether a word says what the name after it is and belongs to it ("Hurricane Zyxwv")."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).pos_ != "PROPN":
        return False
    shown = gazetteer.kind_by_words(token.text)
    return shown is not None and shown[0] in {"event", "place", "facility"}


def _is_calendar(text: str) -> bool:
    from quizgen.analysis.times import MONTHS, WEEKDAYS

    return text in MONTHS or text in WEEKDAYS


def _starts_sentence(token: Token) -> bool:
    before, start = token.i - 1, token.sent.start
    while before >= start and token.doc[before].is_punct:
        before -= 1
    return before < start or token.doc[token.i - 1].text == '"'


def _gap(last: Token | None, token: Token, out: str) -> str:
    if last is None or not out:
        return ""
    if token.i == last.i + 1:
        return " " if last.whitespace_ else ""
    if '"' in (token.text, last.text):
        return "" if _opens(last) or (token.text == '"' and not _opens(token)) else " "
    return "" if token.text in NO_SPACE_BEFORE else " "


def sentence_text(
    span: Span, swaps: Mapping[int, str], *, phrase: Sequence[Token] = (), put: str = ""
) -> str:
    """A whole sentence as it stands, with `put` for a phrase and other texts for some tokens."""
    first, last = (phrase[0].i, phrase[-1].i) if phrase else (-1, -1)
    parts = []
    for token in span:
        if first <= token.i <= last:
            parts.append(put + phrase[-1].whitespace_ if token.i == first else "")
            continue
        text = swaps.get(token.i, token.text)
        text = token.text if token == span[0] and text == token.lower_ else text
        parts.append(text + token.whitespace_)
    text = re.sub(r"\s+", " ", "".join(parts)).replace(" ,", ",").replace(" .", ".")
    return mended(text).strip()


def unbroken(phrase: Sequence[Token]) -> bool:
    """Whether nothing but punctuation stands between the words of a phrase."""
    kept = {t.i for t in phrase}
    doc = phrase[0].doc
    return all(i in kept or doc[i].is_punct for i in range(phrase[0].i, phrase[-1].i))


STRAY_STOP = re.compile(r"(\d\w*|[a-z]{3,}|\b[IVX]{1,4})\.(\?)$|(?<=\d[A-Z])\.$")
"""The full stop of a sentence that ended in "41C." or "World War I." before a question's mark."""
LATE_DATE = re.compile(r",( (?:on|in) [A-Z][a-z]+ (?:\d{1,2}, )?\d{4}\??)$")
"""A date at the end needs no comma before it."""

SPREAD = re.compile(r"\s\s|[^\S ]")
DANGLING = re.compile(r"[,;:–—-]\s*(?:[?!.,;:]|$)")
LOOSE = re.compile(r"\s+([,.;:?!])")


@lru_cache(maxsize=4096)  # several rules put the same words together
def tidy(text: str) -> str:
    """The text without dangling marks, doubled spaces and unbalanced quotes or brackets."""
    text = mended(re.sub(r"\s+", " ", text) if SPREAD.search(text) else text)
    if DANGLING.search(text):
        text = re.sub(r"(?:\s*[,;:–—-])+\s*(?=[?!.,;:]|$)", "", text)
    text = LOOSE.sub(r"\1", text)
    text = LATE_DATE.sub(r"\1", text) if "," in text else text
    if "dated on " in text:
        text = re.sub(r"\bdated on (?=[A-Z])", "dated ", text)  # "a letter dated yesterday"
    if "." in text:
        text = STRAY_STOP.sub(r"\1\2", text)
        text = re.sub(r"\b([ap]\.m)\b(?!\.)", r"\1.", text)  # its own went as the sentence's
    if "- " in text:
        text = re.sub(r"(?<=\w)- (?=[a-z])(?!and\b|or\b|to\b)", "-", text)  # "high- powered"
    if "'" in text and not re.search(r"\w'(?!\w)", text):
        text = re.sub(r"(?<!\w)'(?=\w)(?!\d\ds?\b)", "", text)  # a quotation that does not close
    if text.count('"') % 2:
        text = text.replace('"', "")
    outside_in = text.split('"')
    text = '"'.join(p.strip() if n % 2 else p for n, p in enumerate(outside_in))
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text.strip(" ,;:–—").strip()


def sentence_case(text: str) -> str:
    """The text with a capital at its start."""
    for i, letter in enumerate(text):
        if letter.isalnum():
            return text[:i] + letter.upper() + text[i + 1 :]
    return text


def significant(text: str) -> list[str]:
    """The words of a text in lower case, in order, without those of grammar."""
    grammar = words("grammar_words.txt")
    return [word for word in _content_words(text) if word not in grammar]


def content_words(text: str) -> list[str]:
    """The words of a text in lower case, in order; "U.S." is one, and the same as "US"."""
    return list(_content_words(text))


@lru_cache(maxsize=4096)  # an article's title, names and stems come up again and again
def _content_words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(DOTTED.sub(lambda m: m[0].replace(".", ""), text).casefold()))


WORD = re.compile(r"\w+")


DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


ENDING = re.compile(r"(?:ings?|ed|es|e|s|ers?)$")
LONG_WORD = 4  # letters; shorter words have no ending to lose


def root_of(word: str) -> str:
    """A word without the commonest endings, so that "wrecked" and "wreck" agree."""
    return ENDING.sub("", word) if len(word) > LONG_WORD else word
