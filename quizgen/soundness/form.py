"""Form: length, punctuation and whole sentences."""

import re

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import fence_before
from quizgen.question import GAP
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

SHORTEST, LONGEST = 3, 30  # words of a stem; professional news quizzes: 11-25 (p10-p90)
LONGEST_KEY = 14  # words; longer keys are sentences, which nobody can recall as an answer
LONGEST_CLAUSE_KEY = 20
LONGEST_STATEMENT = 45  # words of a sentence shown whole
LONGEST_IN_PLACE = 22  # words of a stem whose question word stands in its midst
FRONT = 8  # words before the comma of a fronted time or speaker
DATE_COMMA = re.compile(r"(?<=\d),(?= \d{4})|(?<=\d),(?=\d{3})|(?<= \d{4}),|(?<=day),(?= [A-Z])")
COMMAS = 3  # more in a stem are remains of other clauses

DETERMINERS = re.compile(r"\b(?:an?|the) (?:an?|the|one of|his|her|its|their)\b")
"""Two words that open a noun phrase: "as well as a one of the rivals"."""


_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
_RELATIVE = frozenset({"relcl", "acl", "advcl", "conj"})


def length(draft: Draft, _: Analysis) -> str:
    """Stems of 4 to 30 words, keys of at most 14 (clauses 20)."""
    count = len(content_words(draft.stem))
    if draft.rule.type in {"cloze", "true_false"}:
        return "" if count <= LONGEST_STATEMENT else "too long a sentence"
    if count < SHORTEST:
        return f"only {count} words"
    if count > LONGEST:
        return f"{count} words; nobody reads that on a card"
    limit = LONGEST_CLAUSE_KEY if draft.asked.tags & {"clause", "gerund"} else LONGEST_KEY
    return "the answer is too long" if len(content_words(draft.key)) > limit else ""


def doubled(draft: Draft, _: Analysis) -> str:
    """No broken strings: doubled words, stray marks, empty phrases."""
    if twice := _said_twice(draft):
        return twice
    if re.search(r"\b(\w+) to \1\b", draft.stem):
        return "a verb stands twice"
    if re.search(r"^According to (?:\w+ )*(\w{3,}), .*\b\1\b", draft.stem):
        return "the speaker stands twice"
    if re.search(r'[,;:–—-]\s*\?|\(\s*\)|,\s*,|"\s*"|\s-\s', draft.stem):
        return "stray punctuation"
    if draft.rule.type == "short_answer" and re.search(r"[\[\]]", draft.key):
        return "a quotation with letters put in"
    if any(text.count("[") != text.count("]") for text in (draft.stem, draft.key)):
        return "stray punctuation"
    if draft.rule.type == "short_answer" and not draft.stem.endswith("?"):
        return "does not end in a question mark"
    if draft.stem.count("?") > 1:
        return "more than one question"
    if draft.rule.type == "cloze" and draft.stem.count(GAP) != 1:
        return "not exactly one gap"
    return ""


def _said_twice(draft: Draft) -> str:
    if re.search(r"\b(\w+) \1\b", draft.stem, re.IGNORECASE) and "that that" not in draft.stem:
        return "a word stands twice in a row"
    both = DETERMINERS.search(f"{draft.stem} {draft.key}")
    return f"two determiners: {both[0]}" if both is not None else ""


def comma(draft: Draft, _: Analysis) -> str:
    """A stem with many commas carries remains of other clauses."""
    if draft.rule.type in {"cloze", "true_false"}:
        return ""
    if draft.fact.kind == "inside":
        stem = DATE_COMMA.sub("", draft.stem)
        body = stem.removeprefix("According to ").partition(", ")
        late = body[2] if len(content_words(body[0])) <= FRONT else stem
        if re.search(r"[,;:()–—]", late):
            return "a question in place reads badly with commas"
        if len(content_words(draft.stem.replace("town or city", "town"))) > LONGEST_IN_PLACE:
            return "too long for a question in place"
    if _is_left_open(draft):
        return "an apposition without its second comma"
    return "remains of other clauses between commas" if draft.stem.count(",") > COMMAS else ""


def _is_left_open(draft: Draft) -> bool:
    """Whether the subject keeps an apposition behind a comma, which no comma closes."""
    clause = draft.fact.clause
    if clause is None or clause.subject is draft.asked or not draft.tells_clause:
        return False
    kept = clause.subject.tokens
    beside = (t for t in kept if t.dep_ == "appos" and t.head in kept and t.i > t.head.i)
    return any(map(fence_before, beside))


def quote_inside(draft: Draft, _: Analysis) -> str:
    """A gap inside a quotation asks for somebody's exact words; half a quotation is none."""
    if draft.fact.kind == "sentence" and draft.fact.sentence.span.text.count('"') % 2:
        return "a quotation goes on into another sentence"
    if (
        draft.rule.type == "cloze"
        and draft.stem.count('"')
        and draft.stem[: draft.stem.find(GAP)].count('"') % 2
    ):
        return "the gap is inside a quotation"
    return ""


def torn_apposition(draft: Draft, _: Analysis) -> str:
    """A gap for a common noun leaves no apposition that tells it: "____, Toyota and Shell"."""
    asked = draft.asked
    if draft.rule.type != "cloze" or "named" in asked.tags:
        return ""
    told = [t for t in asked.whole if t not in asked.tokens and t.dep_ == "appos"]
    return f"an apposition is torn from the gap: {told[0].text}" if told else ""


def torn_name(draft: Draft, _: Analysis) -> str:
    """A gap for a person leaves no other word of the name: "____ Wenliang"."""
    if draft.rule.type != "cloze" or "person" not in draft.asked.tags:
        return ""
    rest = re.search(rf"{GAP} ([A-Z][a-z][\w-]*)", draft.stem)
    return f"a name is torn: {rest[1]}" if rest is not None else ""


def embedded_wh(draft: Draft, _: Analysis) -> str:
    """Two question words make one question hard to read."""
    if draft.rule.type in {"cloze", "true_false"}:
        return ""
    clause = draft.fact.clause
    tokens = clause.predicate if clause is not None else ()
    kept = [t for t in tokens if t not in draft.asked.whole]
    if any(
        t.tag_ in {"WP", "WRB"}
        and t.head.dep_ in {"ccomp", "pcomp", "advcl", "xcomp"}
        and not (t.lower_ == "when" and t.head.dep_ == "advcl")
        for t in kept
    ):
        return "a second question word"
    subject = clause.subject.tokens if clause is not None and draft.fact.tells else ()
    told = (*subject, *kept) if draft.fact.kind == "inside" else subject
    if any(t.tag_ in _ASKING and t.head.dep_ not in _RELATIVE for t in told):
        return "a second question word"
    return ""
