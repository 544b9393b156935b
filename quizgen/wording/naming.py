"""Naming: how persons are called in a question that must stand alone.

The first surname becomes the full name, and a pronoun whose person is certain becomes the name,
unless that name already stands before it in the question.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.mentions import PARTICLES, name_ends
from quizgen.analysis.names import Mention, Name
from quizgen.facts.fact import Argument, Fact
from quizgen.wording.clauses import Story, is_of_thing

PEERS = frozenset("Lady Lord Baroness Baron Viscount Viscountess Earl Countess Duke".split())
"""Titles that go with a surname alone: "Lady Zyxwv" is not "Lady Anna Zyxwv"."""


def swaps(fact: Fact, asked: Argument, story: Story) -> dict[int, str]:
    """Texts put for tokens of the fact's paragraph, by index, when `asked` is asked for.

    A pronoun that may stay because its person is named before it maps to its own text.
    """
    number = fact.sentence.paragraph
    found = {i: text for (p, i), text in story.swaps.items() if p == number}
    said: list[Name] = []
    own = asked.name if "named" in asked.tags else None
    hidden = {own, *_within(fact, asked, story)}
    for token in _words(fact, asked):
        mention = story.names.at(number, token)
        person = story.people.get((number, token.i))
        if mention is not None:
            new = mention.start == token.i and mention.name not in {*said, own}
            full = mention.name.kind == "person" or _event(mention, token, asked)
            found |= _full_name(mention, token) if new and full else {}
            said.append(mention.name)
        elif person is not None and person not in hidden:
            called = story.as_named.get((number, token.i), person.text)
            found[token.i] = token.lower_ if _clear(person, said) else _for_pronoun(token, called)
            said.append(person)
        elif person is not None and asked is fact.slots.get("subject") and fact.kind == "clause":
            found[token.i] = token.lower_  # "Who said he": the asked subject is the person meant
    return found


def _within(fact: Fact, asked: Argument, story: Story) -> Iterator[Name]:
    """The names in the asked phrase, which would give the answer away if put for a pronoun."""
    inside = (story.names.at(fact.sentence.paragraph, token) for token in asked.tokens)
    return (mention.name for mention in inside if mention is not None)


def _clear(person: Name, said: list[Name]) -> bool:
    """Whether a pronoun is read as the person: named before, and nobody else since."""
    called = [n for n in said if n == person or n.text in name_ends(person.text)]
    since = said[len(said) - said[::-1].index(called[-1]) :] if called else []
    return bool(called) and not any(_rivals(person, other) for other in since)


def _rivals(person: Name, other: Name) -> bool:
    """Whether a pronoun for a person could be read as another that the question names."""
    people = not is_of_thing(person) and other.kind == "person"
    return people and other != person and other.gender in {"", person.gender}


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
    before = token.nbor(-1).text if token.i else ""
    single = mention.end - mention.start == 1 and not _describes(token) and before not in PEERS
    longer = mention.name.text if token.text in mention.name.text.split() else token.text
    if not single or longer == token.text:
        return {}
    particle = before.lower() in PARTICLES and f"{before} {token.text}" in longer
    return {token.i: longer} | ({token.i - 1: ""} if particle else {})  # "van" + "Zyxwv"


def _event(mention: Mention, token: Token, asked: Argument) -> bool:
    """Whether an event stands under its short name, and what it is would be no news.

    "Hurricane Beryl" is later "Beryl", unless a word before says what it is or the key does.
    """
    told = {t.lower_ for t in asked.tokens} & set(mention.name.text.lower().split())
    before = token.nbor(-1) if token.i else None
    named = before is not None and before.tag_ in {"NNP", "NN"} and before.head == token
    return mention.name.kind == "event" and not told and not named


def _describes(token: Token) -> bool:
    """Whether a surname only describes another noun ("the Trump administration")."""
    return token.dep_ in {"compound", "nmod", "amod"} and token.i < token.head.i


def _for_pronoun(token: Token, called: str) -> str:
    ending = "'" if called.endswith("s") else "'s"
    return called + ending if token.tag_ == "PRP$" else called
