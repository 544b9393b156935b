"""The values of this stage: sentence, argument, clause and fact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Span, Token

from quizgen.analysis.names import Name


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the prose: paragraph number, place in the article, characters of its text.

    `doubt` says why its parse can't be trusted ("" when it can); such a sentence gives no facts.
    """

    paragraph: int
    number: int
    span: Span
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase in a role of a clause.

    `role` is subject, object, indirect_object, complement, object_complement, agent, content,
    infinitive, time, duration, cause, purpose or a preposition. `tokens` is the phrase without its
    preposition and without what can be left out of it; `whole` is all of it. `tags` are what
    rules test ("named", "country", "plural", "money" ...).
    """

    role: str
    head: Token
    tokens: tuple[Token, ...]
    whole: tuple[Token, ...]
    preposition: tuple[Token, ...] = ()
    tags: frozenset[str] = frozenset()
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause: a verb with its auxiliaries, and who did what to whom, where and when.

    `auxiliaries` may be shared with the clause it is coordinated with. `predicate` is, in text
    order, all that is kept of the clause but the subject and what stands before it. `fronted` are
    the arguments before the verb group. `speaker` is who is reported to have said it (None: the
    article itself), `cue` the verb of saying. `problems` are reasons not to ask about it.
    """

    verb: Token
    auxiliaries: tuple[Token, ...]
    negation: Token | None
    subject: Argument
    arguments: tuple[Argument, ...]
    predicate: tuple[Token, ...]
    fronted: tuple[Argument, ...] = ()
    speaker: Argument | None = None
    cue: Token | None = None
    problems: tuple[str, ...] = ()

    @property
    def passive(self) -> bool:
        """Whether the clause is in the passive voice."""
        return any(aux.dep_ == "auxpass" for aux in self.auxiliaries)

    @property
    def modal(self) -> Token | None:
        """The modal auxiliary, if any."""
        return next((aux for aux in self.auxiliaries if aux.tag_ == "MD"), None)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the article says: its kind, the phrases in its slots, its tags.

    Kinds: clause, inside (a name or number within a clause), statement, role, acronym, sentence.
    """

    kind: str
    sentence: Sentence
    slots: Mapping[str, Argument] = field(default_factory=lambda: MappingProxyType({}))
    tags: frozenset[str] = frozenset()
    clause: Clause | None = None

    @property
    def tells(self) -> bool:
        """Whether its questions are made of a clause's words."""
        return self.kind in {"clause", "inside"}

    def describe(self) -> str:
        """One line: kind, tags and slots, for rule authors."""
        slots = ", ".join(
            f"{role}=[{' '.join(t.text for t in slot.tokens)}] ({' '.join(sorted(slot.tags))})"
            for role, slot in self.slots.items()
        )
        return f"{self.kind} ({' '.join(sorted(self.tags))}): {slots}"
