"""Keys: a phrase as the answer that is printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from quizgen.analysis.syntax import children, fence_before, is_mark
from quizgen.facts.fact import Argument
from quizgen.wording.surface import text_of

if TYPE_CHECKING:
    from quizgen.wording.forms import Wording

WEIGHING = frozenset({"only", "just", "even", "merely"})  # adverbs before an answer
INCUMBENT = frozenset({"current", "incumbent", "sitting", "then"})


def _name_alone(wording: "Wording", slot: Argument) -> list[Token]:
    """The tokens of the name itself: "Currys" in "electrical chain Currys"."""
    mention = wording.names.at(wording.fact.sentence.paragraph, slot.head)
    before = [t for t in slot.tokens if mention is not None and t.i < mention.start]
    last = before[-1] if before else None
    described = last is not None and (last.text.islower() or last.lower_ == "the")
    described = described or (last is not None and last.tag_ == "POS")
    return [t for t in slot.tokens if not described or t not in before]


def key(wording: "Wording", slot: Argument) -> str | None:
    """The phrase as an answer.

    A person by the full name that the article gives, another name alone, quoted words without
    the marks; without words that only weigh it ("just five") and, of a post, without "current".
    """
    if slot.name is not None and "person" in slot.tags:
        return slot.name.text
    if slot.name is not None and slot.head.tag_ == "PRP":
        return slot.name.text
    if slot.name is not None and "named" in slot.tags:
        return text_of(_name_alone(wording, slot))
    name = _named_after(wording, slot)
    if name is not None:
        return name
    gone = INCUMBENT if wording.fact.kind == "role" else {"both"}
    text = text_of([t for t in unweighed(slot.tokens) if t.lower_ not in gone])
    if "quoted" in slot.tags:
        return text.strip('"') or None
    return text or None


def unweighed(tokens: Sequence[Token]) -> Sequence[Token]:
    """A phrase without "only" and the like before it."""
    while len(tokens) > 1 and tokens[0].lower_ in WEIGHING and tokens[0].tag_ == "RB":
        tokens = tokens[1:]
    return tokens


def _named_after(wording: "Wording", slot: Argument) -> str | None:
    """The person whom a phrase describes and then names: "the Chilean minister Maria Santos"."""
    if "people" not in slot.tags or wording.fact.kind == "role":
        return None
    beside = _apposed(wording, slot)
    if beside is not None:
        return beside
    last = [t for t in slot.tokens if not is_mark(t)][-1]
    mention = wording.names.at(wording.fact.sentence.paragraph, last)
    if mention is None or mention.name.kind != "person" or mention.end <= slot.head.i + 1:
        return None
    root = last.doc[mention.start : mention.end].root
    told = root.dep_ == "appos" and root.head == slot.head and not fence_before(root)
    return mention.name.text if told else None


def _apposed(wording: "Wording", slot: Argument) -> str | None:
    """The person named behind a comma: "the first woman to win it, Maria Santos, wept"."""
    if "singular" not in slot.tags or slot.role in {"complement", "object_complement"}:
        return None
    for part in children(slot.head, "appos"):
        mention = wording.names.at(wording.fact.sentence.paragraph, part)
        person = mention is not None and mention.name.kind == "person"
        if mention is not None and person and not children(part, "conj", "cc"):
            return mention.name.text
    return None


def amount(_: "Wording", slot: Argument) -> str | None:
    """A bare number without "only" and the like before it."""
    return text_of(unweighed(slot.tokens)) or None
