"""Naming: how persons are called in a question that must stand alone.

The first surname becomes the full name, and a pronoun whose person is certain becomes the name,
unless that name already stands before it in the question.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.names import Mention, Name
from quizgen.facts.fact import Argument, Fact
from quizgen.wording.clauses import Story


def swaps(fact: Fact, asked: Argument, story: Story) -> dict[int, str]:
    """Texts put for tokens of the fact's paragraph, by index, when `asked` is asked for.

    A pronoun that may stay because its person is named before it maps to its own text.
    """
    number = fact.sentence.paragraph
    found = {i: text for (p, i), text in story.swaps.items() if p == number}
    said: set[Name] = set()
    hidden = asked.name if "named" in asked.tags else None
    for token in _words(fact, asked):
        mention = story.names.at(number, token)
        person = story.people.get((number, token.i))
        if mention is not None and mention.name.kind == "person":
            if mention.start == token.i and mention.name not in said and mention.name != hidden:
                found |= _full_name(mention, token)
            said.add(mention.name)
        elif person is not None and person != hidden:
            found[token.i] = token.text if person in said else _for_pronoun(token, person)
            said.add(person)
        elif person is not None and asked is fact.slots.get("subject") and fact.kind == "clause":
            found[token.i] = token.text  # "Who said he ...": the asked subject is the person meant
    return found


def _words(fact: Fact, asked: Argument) -> Iterator[Token]:
    """The words of the question in order, as far as the fact gives them."""
    clause = fact.clause if fact.tells else None
    if fact.kind == "sentence":
        yield from (t for t in fact.sentence.span if t not in asked.tokens)
    elif clause is not None:
        speaker = clause.speaker.tokens if clause.speaker is not None else ()
        words = (*speaker, *clause.subject.tokens, *clause.predicate)
        yield from (t for t in words if t not in asked.whole)
    else:
        yield from (t for slot in fact.slots.values() if slot is not asked for t in slot.tokens)


def _full_name(mention: Mention, token: Token) -> dict[int, str]:
    """The full name for a surname alone."""
    single = mention.end - mention.start == 1 and not _describes(token)
    longer = mention.name.text if token.text in mention.name.text.split() else token.text
    return {token.i: longer} if single and longer != token.text else {}


def _describes(token: Token) -> bool:
    """Whether a surname only describes another noun ("the Trump administration")."""
    return token.dep_ in {"compound", "nmod", "amod"} and token.i < token.head.i


def _for_pronoun(token: Token, person: Name) -> str:
    possessive = token.tag_ == "PRP$"
    ending = "'" if person.text.endswith("s") else "'s"
    return person.text + ending if possessive else person.text
