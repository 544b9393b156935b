"""Text as the checks read it: words, what kind of thing an option is, the number it tells."""

import re
from functools import cache, lru_cache
from typing import Any, Literal

from quizgen.data import settings, words
from quizgen.question import Question

Kind = Literal["number", "date", "name", "quotation", "phrase"]

WORD = re.compile(r"\d+(?:[.,:]\d+)*\w*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[%$£€¥]")
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
FIGURE = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"(?:1\d|20)\d\d(?!\d|,\d|\.\d)")
STATEMENTS = frozenset({"true_false", "cloze", "matching", "ordering"})  # types that ask nothing
NUMBER_WORDS = 5  # of an option that tells a number; "40 people who ..." tells more than that
TELLING = 5  # letters; shorter words are shared by chance (Moore et al. take 5 too)


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words of the data file."""
    found = settings("lint_words.toml")[name]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def valued(name: str) -> dict[str, float]:
    """A table of words and numbers of the data file."""
    found: dict[str, Any] = settings("lint_words.toml")[name]
    return {word: float(value) for word, value in found.items()}


@cache
def phrases(name: str) -> re.Pattern[str]:
    """What finds any word or phrase of a list of the data file, the longest first."""
    ranked = sorted(listed(name), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ranked))})(?![\w-])", re.IGNORECASE)


def flat(text: str) -> str:
    """The text in lower case with single spaces, for comparison."""
    return " ".join(text.casefold().split())


def bare(text: str) -> str:
    """The text for comparison without its article, quotation marks and full stop."""
    return re.sub(r"^(?:an?|the) ", "", flat(text).strip(" \"'“”‘’.,;:!?"))


def tokens(text: str) -> list[str]:
    """The words, numbers and signs of a text as they stand."""
    return WORD.findall(text)


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of a text that carry meaning: lower case, without possessive or plural s."""
    found = {re.sub(r"['’]s?$", "", word.lower()) for word in tokens(text)}
    empty = words("grammar_words.txt") | listed("pronouns") | listed("auxiliaries")
    return frozenset(_singular(word) for word in found - empty if word)


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= TELLING and word[-1] == "s" and word[-2:] != "ss" else word


def holds(text: str, part: str) -> bool:
    """Whether the part stands in the text as whole words."""
    wanted, said = flat(part), flat(text)
    if not wanted or wanted not in said:  # a pattern for each part costs far more
        return False
    return bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", said))


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    return QUOTED.sub('""', text)


def distractors(question: Question) -> list[str]:
    """The wrong options."""
    return [option for option in question.options or () if option != question.answer]


def is_choice(question: Question) -> bool:
    """Whether the question is answered by choosing among options of its own."""
    return question.type not in {"true_false", "matching", "ordering"} and bool(question.options)


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """What an option looks like."""
    found = [word for word in tokens(text) if word.lower() not in listed("number_leads")]
    if text.strip()[:1] in {'"', "“"} and text.strip()[-1:] in {'"', "”"}:
        return "quotation"
    if _tells_date(text):
        return "date"
    short = len(found) <= NUMBER_WORDS
    if found and short and _is_number(found[0]) and not _is_name(found):
        return "number"
    main = [word for word in tokens(text) if word.lower() not in listed("name_links")]
    return "name" if main and all(map(_name_like, main)) else "phrase"


def _tells_date(text: str) -> bool:
    named = any(word in listed("months") for word in map(str.lower, tokens(text)))
    figures = re.findall(r"\d+(?:st|nd|rd|th)?\b", text)
    rest = [w for w in tokens(text) if w.lower() not in listed("months") | listed("number_leads")]
    return named and bool(figures) and all(w[0].isdigit() or w == "the" for w in rest)


def _is_number(word: str) -> bool:
    low = word.lower().split("-")[0]
    small = low in listed("small_numbers") or low in valued("tens") or low in valued("scales")
    return word[0].isdigit() or word in {"$", "£", "€", "¥"} or (small and len(low) > 2)  # noqa: PLR2004 - "m"


def _is_name(found: list[str]) -> bool:
    """Whether a number word opens a name: "Three Gorges Dam", "7-Eleven"."""
    return found[0][0].isupper() and len(found) > 1 and found[1][0].isupper()


def _name_like(word: str) -> bool:
    return any(letter.isupper() for letter in word) or word[0].isdigit() or not word[0].isalpha()


@lru_cache(maxsize=4096)
def value(text: str) -> tuple[float, ...] | None:
    """The date or number that an option tells, for sorting; None for anything else."""
    kind = kind_of(text)
    if kind == "date":
        return _date_value(text)
    if kind != "number":
        return None
    found = number(text)
    return None if found is None else (found * _length(text),)


def _date_value(text: str) -> tuple[float, ...]:
    low = [word.lower() for word in tokens(text)]
    order = settings("lint_words.toml")["months"].split()
    month = next((float(order.index(w) + 1) for w in low if w in order), 0.0)
    years = [float(w) for w in low if YEAR.fullmatch(w)]
    days = [float(re.sub(r"\D", "", w)) for w in low if w[0].isdigit() and not YEAR.fullmatch(w)]
    return (years[0] if years else 0.0, month, days[0] if days else 0.0)


def _length(text: str) -> float:
    """The seconds of the first unit of time in the text, so that 2 weeks come after 3 days."""
    units = (word.lower().removesuffix("s") for word in tokens(text))
    table = valued("lengths")
    return next((table[unit] for unit in units if unit in table), 1.0)


def number(text: str) -> float | None:
    """The first number of a text, in figures or words, with its "million"; None without one."""
    match = FIGURE.search(text)
    if match is None:
        return _in_words(text)
    found = float(match.group().replace(",", ""))
    scale = re.match(r"[\s-]?([a-z]+)\b", text[match.end() :].lower())
    return found * valued("scales").get(scale[1] if scale else "", 1.0)


def _in_words(text: str) -> float | None:
    small = settings("lint_words.toml")["small_numbers"].split()
    total, current, seen = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in small or word in valued("tens"):
            current += small.index(word) if word in small else valued("tens")[word]
        elif word in valued("scales") and len(word) > 2:  # noqa: PLR2004 - not "m"
            current = (current or 1.0) * valued("scales")[word]
            if word != "hundred":
                total, current = total + current, 0.0
        elif seen and word != "and":
            break  # "five to ten" tells five first
        else:
            continue
        seen = True
    return total + current if seen else None
