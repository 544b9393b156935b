"""Forms: what a template's placeholder `{slot:form}` stands for in the light of a fact.

Each form is a function from a fact's wording to a text, or None where the form can't be made;
the template then does not apply. Forms are looked up by name; nothing else can be reached.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from quizgen.analysis.names import Mention, Names
from quizgen.analysis.syntax import children, is_mark, noun_chain
from quizgen.facts.fact import Argument, Fact
from quizgen.question import GAP
from quizgen.wording import dating, exchange, keys, kinds, naming, nouns, posts, told, verbs
from quizgen.wording.clauses import ClauseWording, Story
from quizgen.wording.surface import sentence_text, text_of, unbroken


@dataclass(frozen=True)
class Wording:
    """A fact asked about in one slot, in the light of its story.

    `filled` keeps what each placeholder stands for, as many rules have the same.
    """

    fact: Fact
    asked: Argument
    story: Story
    filled: dict[tuple[str, str], str | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def names(self) -> Names:
        """The names of the article."""
        return self.story.names

    @cached_property
    def clause(self) -> ClauseWording:
        """The wordings of the fact's clause."""
        assert self.fact.clause is not None
        return ClauseWording(self.fact.clause, self.swaps)

    @cached_property
    def swaps(self) -> dict[int, str]:
        """Texts put for tokens of the fact's paragraph, when this phrase is asked."""
        return naming.swaps(self.fact, self.asked, self.story)

    @property
    def acting(self) -> bool:
        """Whether the fact's clause is an active one."""
        return kinds.is_acting(self.fact.tags)


FOCUS = frozenset({"only", "just", "even", "estimated", "total"})  # not part of an amount
SHORTEST_UNIT = 3  # letters; "LHS 1140 b" counts nothing
VOWEL = re.compile(r"(?!uni|use|usu|eu|one)[aeiou]|honou?r|hour|heir", re.IGNORECASE)
"""How a word starts that has "an" before it."""
SPOKEN = re.compile(r"[B-DF-HJ-NP-TV-Z][AEIOU][B-DF-HJ-NP-TV-Z][AEIOU]")
"""How capitals start that are read as a word: "a NASA astronaut", but "an NBA player"."""
SlotForm = Callable[[Wording, Argument], str | None]
FactForm = Callable[[Wording], str | None]


def _text(wording: Wording, slot: Argument) -> str | None:
    return text_of(slot.tokens, wording.swaps) or None


def _claim(_: Wording, slot: Argument) -> str | None:
    """A content as an answer, with its "that"."""
    return told.text(slot) or None


def _full(wording: Wording, slot: Argument) -> str | None:
    """The phrase with its preposition or conjunction."""
    return text_of((*slot.preposition, *slot.tokens), wording.swaps) or None


def _preposition(_: Wording, slot: Argument) -> str | None:
    return " ".join(t.lower_ for t in slot.preposition) or None


def _kind(wording: Wording, slot: Argument) -> str | None:
    return kinds.noun(slot, acting=wording.acting and slot.role == "subject")


def _event(_: Wording, slot: Argument) -> str | None:
    return kinds.event(slot)


def _wh(wording: Wording, slot: Argument) -> str | None:
    calling = _calling(wording, slot)
    if calling:
        return calling
    return kinds.wh(slot, acting=wording.acting and slot.role == "subject")


def _whom(wording: Wording, slot: Argument) -> str | None:
    return _calling(wording, slot) or kinds.wh_object(slot)


def _calling(wording: Wording, slot: Argument) -> str | None:
    """How to ask for a person whom the article calls something: "which astronomer"."""
    if slot.name is None or "person" not in slot.tags or "copula" in wording.fact.tags:
        return None
    calling = wording.story.callings.get(slot.name)
    return f"which {calling}" if calling else None


def _number(_: Wording, slot: Argument) -> str | None:
    """How many names a list holds: "two"."""
    return next((w for n, w in kinds.WRITTEN.items() if f"listed:{n}" in slot.tags), None)


def _kinds(wording: Wording, slot: Argument) -> str | None:
    """The plural class noun that all names of a list share: "countries", "people"."""
    if "listed:person" in slot.tags:
        return "people"
    number = wording.fact.sentence.paragraph
    found = [wording.names.at(number, t) for t in noun_chain(slot.head)]
    shared = {nouns.of(mention.name) for mention in found if mention is not None}
    noun = shared.pop() if len(shared) == 1 else None
    return kinds.plural(noun) if noun else None


def _count(wording: Wording, slot: Argument) -> str | None:
    """The number of a counted phrase as the article gives it: "at least 20"."""
    unit = _unit_tokens(slot)
    if not unit:
        return None
    determiners = {t for c in children(slot.head, "det", "predet", "poss") for t in c.subtree}
    before = [t for t in slot.tokens if t.i < unit[0].i and t not in determiners]
    tokens = [t for t in before if t.lower_ not in FOCUS]
    return text_of(tokens, wording.swaps) or None


def _figure(wording: Wording, slot: Argument) -> str | None:
    """A share or sum without what it is a share of: "35 percent"."""
    of = {t for part in children(slot.head, "prep") for t in part.subtree}
    kept = [t for t in slot.tokens if t not in of and t.lower_ not in FOCUS]
    return text_of(kept, wording.swaps) or None


def _unit_tokens(slot: Argument) -> list[Token]:
    """The counted phrase after its number."""
    numbers = [t for c in children(slot.head, "nummod") for t in c.subtree]
    last = max((t.i for t in numbers), default=-1)
    return [t for t in slot.tokens if t.i > last] if numbers and slot.head.i > last else []


def _unit(wording: Wording, slot: Argument) -> str | None:
    """A counted phrase without its number: "South Korean workers"."""
    tokens = _unit_tokens(slot)
    if any(t.tag_ == "CD" and t.ent_type_ != "DATE" for t in tokens):
        return None  # "twelve counts of torture, nine counts of abuse": more than one count
    text = text_of(tokens, wording.swaps)
    return text if len(text) >= SHORTEST_UNIT and "," not in text else None


def _whole(wording: Wording, slot: Argument) -> str | None:
    """What a share is a share of: "the respondents" in "35 percent of the respondents"."""
    for part in children(slot.head, "prep"):
        if part.lower_ == "of":
            tokens = [t for t in part.subtree if t != part and t in slot.tokens]
            return text_of(tokens, wording.swaps) or None
    return None


def _described(_: Wording, slot: Argument) -> str | None:
    """A calling with its article: "a lawyer", "an FBI agent"."""
    text = text_of(slot.tokens)
    first = text.split()[0]
    spelt = first.isupper() and len(first) > 1 and not SPOKEN.match(first)
    vowel = first[0] in "AEFHILMNORSX" if spelt else bool(VOWEL.match(first))
    return f"{'an' if vowel else 'a'} {text}"


def _there(wording: Wording, slot: Argument) -> str | None:
    """What stands after a counted thing that there was: "were there in June"."""
    rest = wording.fact.slots.get("rest")
    told = rest.tokens if rest is not None else ()
    deeds = {t for each in told if each.dep_ == "acl" for t in each.subtree}
    first = text_of([t for t in told if t in deeds], wording.swaps)  # "deaths caused by flu"
    tail = text_of([t for t in told if t not in deeds], wording.swaps)
    return f"{first} {slot.head.lower_} there {tail}".strip()


def _action(_: Wording, slot: Argument) -> str | None:
    """An infinitive without "to", and without a "since" that belongs to the verb above it."""
    tokens = [t for t in slot.tokens if not (t.tag_ == "TO" and t.head == slot.head)]
    since = {t for c in children(slot.head, "prep") if c.lower_ == "since" for t in c.subtree}
    bare = [t for t in tokens if t not in since]
    return text_of(bare) if len(tokens) < len(slot.tokens) else None


def _names(wording: Wording, slot: Argument) -> str | None:
    """The names of a list alone: "Bernie Sanders and Barack Obama"."""
    number = wording.fact.sentence.paragraph
    found = [wording.names.at(number, t) for t in noun_chain(slot.head)]
    texts = [m.name.text if m.name.kind == "person" else _said(m, slot) for m in found if m]
    if len(texts) < len(found):
        return None
    return ", ".join(texts[:-1]) + f" and {texts[-1]}"


def _said(mention: Mention, slot: Argument) -> str:
    doc = slot.head.doc
    return text_of(list(doc[mention.start : mention.end]))


def _quote(_: Wording, slot: Argument) -> str | None:
    """Quoted words exactly as they stand, without a final full stop or comma."""
    span = slot.tokens[0].doc[slot.tokens[0].i : slot.tokens[-1].i + 1]
    text = span.text.strip().rstrip(",.").strip()
    return text if text[:1].isupper() else None


def _base(_: Wording, slot: Argument) -> str | None:
    return verbs.base(slot.head)


def _name(wording: Wording, slot: Argument) -> str | None:
    """The name alone: the full name of a person, the country behind "Japanese"."""
    if slot.name is None:
        return text_of([t for t in slot.tokens if t.pos_ == "PROPN"]) or None
    if "person" in slot.tags:
        return slot.name.text
    if "demonym" in slot.tags:
        return slot.name.nation or None
    mention = wording.names.at(wording.fact.sentence.paragraph, slot.head)
    return _said(mention, slot) if mention is not None else None


def _name_living(wording: Wording, slot: Argument) -> str | None:
    return None if slot.name in wording.story.dead else _name(wording, slot)


def _name_departed(wording: Wording, slot: Argument) -> str | None:
    return _name(wording, slot) if slot.name in wording.story.dead else None


def _past(_: Wording, slot: Argument) -> str | None:
    """The simple past of a past participle: "led", "wrote"."""
    return verbs.past(slot.head)


def _was(_: Wording, slot: Argument) -> str | None:
    return "were" if "plural" in slot.tags else "was"


def _is(_: Wording, slot: Argument) -> str | None:
    return "are" if "plural" in slot.tags else "is"


def _called(wording: Wording, slot: Argument) -> str | None:
    """A name alone with the article that the text gives it: "the Red Cross"."""
    mention = wording.names.at(wording.fact.sentence.paragraph, slot.head)
    if mention is None:
        return None
    before = slot.head.doc[mention.start - 1].lower_ if mention.start else ""
    return ("the " if before == "the" else "") + _said(mention, slot)


SLOT_FORMS: dict[str, SlotForm] = {
    "past": _past,
    "was": _was,
    "is": _is,
    "name": _name,
    "living": posts.living,
    "departed": posts.departed,
    "name_living": _name_living,
    "name_departed": _name_departed,
    "owned": posts.owned,
    "post": posts.post,
    "called": _called,
    "text": _text,
    "key": keys.key,
    "amount": keys.amount,
    "full": _full,
    "preposition": _preposition,
    "kind": _kind,
    "event": _event,
    "wh": _wh,
    "whom": _whom,
    "number": _number,
    "kinds": _kinds,
    "unit": _unit,
    "count": _count,
    "figure": _figure,
    "whole": _whole,
    "when": dating.grain,
    "span": dating.span,
    "described": _described,
    "there": _there,
    "action": _action,
    "names": _names,
    "quote": _quote,
    "claim": _claim,
    "date": dating.date,
    "base": _base,
}


def _ask(wording: Wording) -> str | None:
    return wording.clause.ask(wording.asked)


def _ask_fronted(wording: Wording) -> str | None:
    return wording.clause.ask(wording.asked, fronted=True)


def _ask_doing(wording: Wording) -> str | None:
    """The question with "to do" in the place of the asked infinitive."""
    return wording.clause.ask(wording.asked, fronted=True, put="to do")


def _ask_action(wording: Wording) -> str | None:
    """The question with a form of "do" in the place of the asked verb and its objects."""
    verb = wording.asked.head
    put = {"VBG": "doing", "VBN": "done"}.get(verb.tag_, "do")
    return wording.clause.ask(wording.asked, put=put)


def _in_place(wording: Wording) -> str | None:
    """The clause as it stands, with "which country" and the like for the asked name."""
    put = kinds.in_place(wording.asked)
    return _once(wording.clause.tell(wording.asked, put), put) if put else None


def _once(told: str | None, put: str) -> str | None:
    """What is told, unless the noun that asks stands before it: "aircraft like which aircraft"."""
    noun = put.rpartition(" ")[2].removesuffix("'s")
    before = told.partition(put)[0].casefold().split() if told else []
    return None if noun in before else told


def _around(wording: Wording) -> str | None:
    """The question that opens with the phrase around the asked name."""
    put = kinds.in_place(wording.asked)
    return _once(wording.clause.ask_with(wording.asked, put), put) if put else None


def _ask_gerund(wording: Wording) -> str | None:
    """The question with "doing" in the place of the asked gerund."""
    return wording.clause.ask(wording.asked, put="doing")


def _copula(wording: Wording) -> str | None:
    """Form of "be" and subject alone: "is Greenpeace"."""
    return wording.clause.copula()


def _rest(wording: Wording) -> str | None:
    return wording.clause.rest(wording.asked)


def _rest_plural(wording: Wording) -> str | None:
    return wording.clause.rest(wording.asked, plural=True)


def _gap(wording: Wording) -> str | None:
    """The sentence with a gap for the asked phrase."""
    phrase = _named_part(wording, wording.asked)
    if not unbroken(phrase):
        return None
    span = wording.fact.sentence.span
    text = sentence_text(span, told.with_that(span, wording.swaps), phrase=phrase, put=GAP)
    return text if text.count(GAP) == 1 else None


def _exchange(wording: Wording) -> str | None:
    """The sentence, in half of all cases with the asked phrase exchanged for one of its kind."""
    other = exchange.other(wording.asked, wording.fact.sentence)
    if other is None:
        return None
    span, phrase = wording.fact.sentence.span, _named_part(wording, wording.asked)
    swaps = told.with_that(span, wording.swaps)
    if exchange.keeps(wording.asked, wording.fact.sentence):
        return sentence_text(span, swaps)
    return sentence_text(span, swaps, phrase=phrase, put=other) if unbroken(phrase) else None


def _named_part(wording: Wording, slot: Argument) -> list[Token]:
    """The phrase without a leading "the"; of a name with something beside it the name alone."""
    tokens = [t for t in slot.tokens if not is_mark(t)]
    mention = wording.names.at(wording.fact.sentence.paragraph, slot.head)
    if mention is not None and "named" in slot.tags:
        tokens = [t for t in tokens if t.i < mention.end]
    tokens = list(keys.unweighed(tokens))
    return tokens[1:] if len(tokens) > 1 and tokens[0].lower_ == "the" else tokens


def _verdict(wording: Wording) -> str | None:
    return "True" if exchange.keeps(wording.asked, wording.fact.sentence) else "False"


def _undone(wording: Wording) -> str | None:
    """A passive clause told actively of the asked agent."""
    return wording.clause.undone(wording.asked)


FACT_FORMS: dict[str, FactForm] = {
    "undone": _undone,
    "ask": _ask,
    "ask_fronted": _ask_fronted,
    "ask_doing": _ask_doing,
    "ask_action": _ask_action,
    "in_place": _in_place,
    "then": posts.then,
    "ended": posts.ended,
    "around": _around,
    "ask_gerund": _ask_gerund,
    "copula": _copula,
    "rest": _rest,
    "rest_plural": _rest_plural,
    "gap": _gap,
    "exchange": _exchange,
    "verdict": _verdict,
}
