"""Asking: rules applied to facts, giving drafts of questions for the gate."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.mentions import name_ends
from quizgen.analysis.names import Name
from quizgen.analysis.syntax import children
from quizgen.data import words
from quizgen.facts.fact import Argument, Fact
from quizgen.question import GAP
from quizgen.rules import conditions, templates
from quizgen.rules.loading import Rule
from quizgen.wording import kinds
from quizgen.wording.clauses import Story
from quizgen.wording.forms import Wording
from quizgen.wording.surface import sentence_case, text_of

MOVING = re.compile(r"\{clause:(?:ask|rest)")
SAME_NOUN = re.compile(
    r"^which (\w+) (is|was|are|were) (?=(?:the|an?|one|\S+'s) .*\b\1\b)", re.IGNORECASE
)
"""'Which state is the most populated state': the noun is said once."""

DATED = ("on ", "in ")  # "on July 12, 2019" put for "Friday" at the start of a gap sentence
CIRCUMSTANCES = frozenset({"in", "at", "on", "since", "during"})
LATE_YEAR = re.compile(r",? \d{4}$")


@dataclass(frozen=True)
class Draft:
    """A question in the making: its words, and all that made it."""

    stem: str
    key: str
    accepted: tuple[str, ...]
    kind: str
    rule: Rule
    wording: Wording
    template: str = ""

    @property
    def tells_clause(self) -> bool:
        """Whether the stem is made of the clause's own words, so that the round trip holds."""
        return "{clause:" in self.template and self.rule.type == "short_answer"

    @cached_property
    def fact(self) -> Fact:
        """The fact asked about."""
        return self.wording.fact

    @cached_property
    def asked(self) -> Argument:
        """The phrase asked for."""
        return self.wording.asked

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that stem and key are made of, replaced ones too."""
        fact, clause = self.fact, self.fact.clause
        if fact.kind == "statement":
            return self.asked.tokens  # quoted words speak for themselves
        if fact.kind == "sentence":
            return tuple(fact.sentence.span)
        if clause is None:
            return tuple(t for slot in fact.slots.values() for t in slot.tokens)
        speaker = clause.speaker.tokens if clause.speaker is not None else ()
        told = (*clause.subject.tokens, *clause.predicate, *speaker)
        gone = self.wording.clause.stale_tokens(self.asked).union(self.asked.whole)
        return (*(t for t in told if t not in gone), *self.asked.tokens)

    @cached_property
    def own_words(self) -> tuple[Token, ...]:
        """Those of `words` whose own text stands in stem or key."""
        gone = self.wording.swaps
        meant = self.asked.tokens if self.asked.name and self.asked.head.tag_ == "PRP" else ()
        return tuple(t for t in self.words if gone.get(t.i, t.text) == t.text and t not in meant)


def ask(facts: Iterable[Fact], rules: tuple[Rule, ...], story: Story) -> Iterator[Draft]:
    """Every draft that a rule makes of a fact, in the order of facts, then rules."""
    by_kind: dict[str, list[tuple[Rule, str]]] = {}
    for rule in rules:
        by_kind.setdefault(rule.fact, []).extend((rule, slot) for slot in rule.asks)
    for fact in facts:
        yield from _drafts(by_kind.get(fact.kind, ()), fact, story)


def drafts(rule: Rule, fact: Fact, story: Story) -> Iterator[Draft]:
    """The drafts of one rule on one fact, at most one for each slot that it asks for."""
    return _drafts([(rule, slot) for slot in rule.asks], fact, story)


def _drafts(questions: Iterable[tuple[Rule, str]], fact: Fact, story: Story) -> Iterator[Draft]:
    """The drafts of rules, each with a slot that it asks for, all on one fact."""
    wordings = {slot: Wording(fact, asked, story) for slot, asked in fact.slots.items()}
    for rule, slot in questions:
        wording = wordings.get(slot)
        if wording is None or not conditions.all_hold(rule.where, fact, wording.asked):
            continue
        draft = _worded(rule, wording)
        if draft is not None:
            yield draft


def _worded(rule: Rule, wording: Wording) -> Draft | None:
    """The first of the rule's templates that applies, filled."""
    key = templates.fill(rule.key, wording)
    if not key:
        return None
    for template in rule.templates:
        if conditions.all_hold(template.where, wording.fact, wording.asked):
            stem = templates.fill(template.text, wording)
            if stem:
                stem = _once_called(SAME_NOUN.sub(r"which \2 ", stem), wording)
                stem = _with_front(stem, template.text, wording)
                stem = _with_speaker(stem, template.text, wording) if wording.fact.tells else stem
                return Draft(
                    stem if GAP in stem and not stem.startswith(DATED) else sentence_case(stem),
                    key,
                    _accepted(rule, key, wording),
                    _kind(rule, wording),
                    rule,
                    wording,
                    template.text,
                )
    return None


def _once_called(stem: str, wording: Wording) -> str:
    """The stem without a calling that it tells anyway: "Who became prime minister"."""
    name = wording.asked.name
    calling = wording.story.callings.get(name) if name is not None else None
    opening = f"which {calling} "
    rest = stem.removeprefix(opening)
    again = calling is not None and re.search(rf"\b{re.escape(calling)}\b(?! [A-Z])", rest)
    return f"who {rest}" if again and rest != stem else stem


def _with_front(stem: str, template: str, wording: Wording) -> str:
    """The question after a time or place that at its end would be read wrongly."""
    if wording.fact.clause is None or not MOVING.search(template):
        return stem
    front = wording.clause.front(wording.asked)
    return f"{front}, {_going_on(stem, template)}" if front else stem


def _with_speaker(stem: str, template: str, wording: Wording) -> str:
    """The question under the name of whoever is reported to have said what it asks about."""
    clause = wording.fact.clause
    if clause is None or clause.speaker is None or clause.speaker is wording.asked:
        return stem
    speaker = text_of(clause.speaker.tokens, wording.swaps)
    if "," in speaker or _is_owned(clause.speaker):
        named = clause.speaker.name or person_within(clause.speaker, wording)
        speaker = named.text if named is not None else speaker
    speaker = re.sub(r",? (?:and|or),?$", "", speaker)
    return f"according to {speaker}, {_going_on(stem, template)}"


def _is_owned(speaker: Argument) -> bool:
    """Whether a person is told by a pronoun: "his wife Maria Santos"."""
    return speaker.tokens[0].tag_ == "PRP$"


def person_within(speaker: Argument, wording: Wording) -> Name | None:
    """The only person named in a phrase ("Paralympian, Maria Santos")."""
    number = wording.fact.sentence.paragraph
    mentions = (wording.names.at(number, token) for token in speaker.tokens)
    people = {m.name for m in mentions if m is not None and m.name.kind == "person"}
    return people.pop() if len(people) == 1 and "people" in speaker.tags else None


def _going_on(stem: str, template: str) -> str:
    """The stem in the midst of a sentence: a capital that only the template set goes."""
    return stem if template.startswith("{") else stem[0].lower() + stem[1:]


def _acts(wording: Wording) -> bool:
    return wording.acting and wording.asked.role == "subject"


def _accepted(rule: Rule, key: str, wording: Wording) -> tuple[str, ...]:
    """Other right answers: a name's aliases, a day without its year, a key without article.

    To who somebody is, all else that the article says they are.
    """
    name = wording.asked.name
    found: set[str] = set()
    if rule.type == "true_false":
        return ()
    if name is not None and "named" in wording.asked.tags:
        said = {text_of(wording.asked.tokens)} if wording.asked.head.tag_ != "PRP" else set()
        found |= {name.text, *name.aliases} | said
        found -= _given_name(name) if name.kind == "person" else set()
        if name.nation and kinds.noun(wording.asked, acting=_acts(wording)) == "government":
            found.add(name.nation)
    if "day" in wording.asked.tags:
        found.add(LATE_YEAR.sub("", key))
    if rule.kind == "role":
        found |= set(_otherwise(wording))
    plain = _without_circumstance(wording.asked)
    found |= {plain} if plain and key.startswith(f"{plain} ") else set()
    for text in (key, plain):
        article, _, rest = text.partition(" ")
        found |= {rest} if rest and article.lower() in {"the", "a", "an"} else set()
    return tuple(sorted(found - {key, gazetteer.bare(key)}))


def _without_circumstance(asked: Argument) -> str:
    """A thing without the place or time told right after it: "law" of "law at Lima University"."""
    around = [c for c in children(asked.head, "prep") if c.i > asked.head.i]
    if (
        asked.tags & {"named", "person", "occasion"}
        or not around
        or around[0].lower_ not in CIRCUMSTANCES
    ):
        return ""
    return text_of([t for t in asked.tokens if t.i < around[0].i])


def _otherwise(wording: Wording) -> tuple[str, ...]:
    """All that the article says of whoever is asked about."""
    holder = wording.fact.slots.get("holder", wording.fact.slots.get("subject"))
    if holder is None or holder.name is None:
        return ()
    return wording.story.described.get(holder.name, ())


def _given_name(person: Name) -> set[str]:
    """The given name of a person, which alone is no answer; "Li" of "Li Wenliang" is a surname."""
    given, last = name_ends(person.text)
    surname = given in words("surnames_east_asian.txt") or last.isupper() or given == last
    return set() if surname else {given}


def _kind(rule: Rule, wording: Wording) -> str:
    if rule.kind:
        return rule.kind
    asked = wording.asked
    if asked.name is not None and "named" in asked.tags:
        return asked.name.kind
    for kind in ("money", "percent", "duration", "date"):
        if kind in asked.tags:
            return kind
    return "people" if "people" in asked.tags else "phrase"
