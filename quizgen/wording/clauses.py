"""Clause wording, the heart of the program: a clause asked about, or told, without one argument.

A question keeps the order of the article's words. The finite verb moves before the subject, or
"did" takes its tense; the phrase asked for goes; times that would go stale are written out or go.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Token

from quizgen.analysis.names import Name, Names
from quizgen.facts.fact import Argument, Clause
from quizgen.facts.phrases import is_plural
from quizgen.wording import told, verbs
from quizgen.wording.surface import text_of, tidy

HEAVY = 16  # tokens after the verb
AROUND = 5  # words beside the asked name in a phrase that opens a question
CIRCUMSTANCES = frozenset({"in", "at", "on", "during", "after", "before"})
FRONT_LIMIT = 8  # words; a longer fronted phrase is left out rather than moved to the end


@dataclass(frozen=True, slots=True)
class Story:
    """What wording must know of the article: its date, its title, and texts put for tokens.

    `swaps` maps (paragraph, token index) to the text that stands for it in any question, and
    `people` to the person or thing that a pronoun there stands for; `as_named` to the text put for
    a thing, with its article. `callings` say what people are called ("astronomer") where a
    question may ask for them so, `described` all that it says they are. `dead` are the people
    whom the article says to be dead.
    """

    names: Names
    published: date | None = None
    title: str = ""
    swaps: Mapping[tuple[int, int], str] = field(default_factory=dict)
    people: Mapping[tuple[int, int], Name] = field(default_factory=dict)
    callings: Mapping[Name, str] = field(default_factory=dict)
    as_named: Mapping[tuple[int, int], str] = field(default_factory=dict)
    dead: frozenset[Name] = frozenset()
    described: Mapping[Name, tuple[str, ...]] = field(default_factory=dict)


def is_of_thing(name: Name) -> bool:
    """Whether a name is not a person's, so may need its article ("the Justice Department")."""
    return name.kind != "person" and name.gender == ""


class ClauseWording:
    """The wordings of one clause; `swaps` gives texts put for tokens by index."""

    def __init__(self, clause: Clause, swaps: Mapping[int, str]) -> None:
        self.clause = clause
        self.swaps = swaps

    def ask(self, asked: Argument, *, fronted: bool = False, put: str = "") -> str:
        """The clause as a question without its wh-phrase: "did Seoul refer the curbs to".

        The asked phrase leaves its preposition in place unless `fronted`; `put` stands for it.
        """
        lead, rest, swaps = self._inverted()
        gone = self._gone(asked, fronted=fronted)
        if put:
            gone.discard(asked.whole[0])
            swaps[asked.whole[0].i] = put
        late = self._late(asked) - gone if put else set()
        body = text_of([t for t in rest if t not in gone | late], swaps)
        end = text_of([t for t in rest if t in late], swaps)
        return tidy(" ".join(p for p in (lead, self.subject(), body, end, self._moved(asked)) if p))

    def _late(self, asked: Argument) -> set[Token]:
        """Times and places between the verb and the asked phrase, to be said after it."""
        start = asked.whole[0].i
        between = (
            argument
            for argument in self.clause.arguments
            if self.clause.verb.i < argument.whole[0].i < start
        )
        return {
            t
            for argument in between
            if argument.role.endswith("time")
            or (argument.role in CIRCUMSTANCES and "selected" not in argument.tags)
            for t in (*argument.preposition, *argument.whole)
        }

    def tell(self, asked: Argument, put: str) -> str:
        """The clause as it stands with `put` in the place of a phrase within it.

        "Researchers used data from which telescope to find water".
        """
        clause, gone = self.clause, self.stale_tokens(asked)
        swaps = self._swaps(clause.predicate) | dict.fromkeys((t.i for t in asked.tokens), "")
        swaps[asked.tokens[0].i] = put
        shared = [t for t in clause.auxiliaries if t not in clause.predicate]
        lead = " ".join(verbs.full(t) for t in shared)
        subject = text_of(clause.subject.tokens, swaps)
        body = text_of([t for t in clause.predicate if t not in gone], swaps)
        first = self._told_before(asked)
        whole = tidy(" ".join(p for p in (subject, lead, body) if p))
        return f"{first}, {whole}" if first else whole

    def without(self, asked: Argument) -> str:
        """The clause as a statement without a phrase, what stood before the verb at its end."""
        clause, gone = self.clause, self._gone(asked, fronted=True)
        swaps = self._swaps(clause.predicate)
        lead = " ".join(verbs.full(t) for t in clause.auxiliaries if t not in clause.predicate)
        body = text_of([t for t in clause.predicate if t not in gone], swaps)
        first = self._told_before(asked)
        return tidy(" ".join(p for p in (self.subject(), lead, body, first) if p))

    def ask_with(self, asked: Argument, put: str) -> str | None:
        """The question that opens with the phrase around an asked name ("from which city's ...").

        None where no short phrase with a preposition holds it.
        """
        around = next((a for a in self.clause.arguments if asked.head in a.tokens), None)
        if around is None or around in self.clause.fronted or not _frontable(around, asked):
            return None
        if self._holds_in_place(around):
            return None
        outside = [t for t in around.tokens if t not in asked.tokens]
        if _bound(around, outside, asked):
            return None
        deeper = asked.head.dep_ == "pobj" and asked.head.head.lower_ not in {"of", "to", "with"}
        if len(outside) > AROUND or around.head.tag_ == "VBG":
            return None
        if deeper and asked.head != around.head:
            return None  # "on the road in which town"
        swaps = self._swaps(around.tokens) | dict.fromkeys((t.i for t in asked.tokens), "")
        swaps[asked.tokens[0].i] = put
        phrase = text_of([*around.preposition, *around.tokens], swaps)
        return f"{phrase} {self.ask(around, fronted=True)}"

    def _holds_in_place(self, around: Argument) -> bool:
        """Whether the words before a phrase would lose their sense without it at their side.

        "will only be sold on ..."; "counts flights and cases outside ...", where it may belong to
        the second noun alone.
        """
        first = around.preposition[0] if around.preposition else around.head
        before = first.nbor(-1) if first.i else first
        only = any(t.lower_ == "only" and t.i < first.i for t in self.clause.predicate)
        return only or (before.dep_ == "conj" and before.tag_[:2] == "NN")

    def undone(self, agent: Argument) -> str | None:
        """A passive clause told actively of its doer: "designed the bridge in Mombasa in 2014".

        None where the tense is not the simple past or present.
        """
        clause = self.clause
        if len(clause.auxiliaries) != 1 or clause.negation is not None:
            return None
        finite = clause.auxiliaries[0].lower_
        if finite not in {"was", "were", "is", "are"}:
            return None
        past = finite in {"was", "were"}
        verb = verbs.past(clause.verb) if past else verbs.third_person(verbs.base(clause.verb))
        gone = self._gone(agent, fronted=True) | {*clause.auxiliaries, clause.verb}
        body = [t for t in clause.predicate if t not in gone]
        if any(t.i < clause.verb.i for t in body):
            return None  # an adverb between the auxiliary and the verb
        after = text_of(body, self._swaps(body))
        return tidy(" ".join(p for p in (verb, self.subject(), after, self._moved(agent)) if p))

    def copula(self) -> str:
        """The finite verb and the subject: "is Greenpeace"."""
        return f"{self._inverted()[0]} {self.subject()}"

    def rest(self, asked: Argument, *, plural: bool = False) -> str:
        """The clause without its subject, agreeing with a wh-word: "has called the curbs ..."."""
        finite = self._finite()
        swaps = self._swaps(self.clause.predicate)
        gone = self._gone(asked, fronted=True)
        own = finite in self.clause.predicate
        form = verbs.full(finite) if plural else verbs.singular(finite)
        if own:
            swaps[finite.i] = self.swaps.get(finite.i, form)
        if form != verbs.full(finite) and self.clause.subject.name is not None:
            swaps |= {t.i: "its" for t in self.clause.predicate if t.lower_ == "their"}
        shared = [t for t in self.clause.auxiliaries if t not in self.clause.predicate]
        lead = " ".join(form if t == finite else verbs.full(t) for t in shared)
        body = text_of([t for t in self.clause.predicate if t not in gone], swaps)
        return tidy(" ".join(p for p in (lead, body, self._moved(asked)) if p))

    def subject(self) -> str:
        """The subject as it stands after the finite verb."""
        tokens = self.clause.subject.tokens
        return text_of(tokens, self._swaps(tokens))

    def _finite(self) -> Token:
        return self.clause.auxiliaries[0] if self.clause.auxiliaries else self.clause.verb

    def _inverted(self) -> tuple[str, list[Token], dict[int, str]]:
        """What goes before the subject, the tokens after it, and the texts put for some of them."""
        clause, finite = self.clause, self._finite()
        swaps = self._swaps(clause.predicate)
        if not clause.auxiliaries and clause.verb.lemma_ != "be":
            swaps[finite.i] = "say" if finite.i in self.swaps else verbs.base(finite)  # for "added"
            return (
                verbs.support(finite, plural=is_plural(clause.subject.head)),
                list(clause.predicate),
                swaps,
            )
        moved = [finite]
        lead = verbs.full(finite)
        if clause.negation is not None and clause.negation.lower_ == "n't":
            moved.append(clause.negation)
            lead = finite.lower_ + "n't"
        shared = [t for t in clause.auxiliaries if t not in clause.predicate]
        return lead, [t for t in (*shared, *clause.predicate) if t not in moved], swaps

    def _swaps(self, tokens: tuple[Token, ...] | list[Token]) -> dict[int, str]:
        swaps = dict(self.swaps)
        for argument in self.clause.arguments:
            if argument.role == "content":
                swaps |= told.swaps(argument, swaps)
        swaps |= told.nested(self.clause, swaps)
        for token in tokens:
            if token.dep_ in {"aux", "auxpass"} and token.head == self.clause.verb:
                swaps.setdefault(token.i, verbs.full(token))
        return swaps

    def _gone(self, asked: Argument, *, fronted: bool) -> set[Token]:
        gone = set(asked.whole) | ({*asked.preposition} if fronted else set())
        return gone | self.stale_tokens(asked)

    def stale_tokens(self, asked: Argument) -> set[Token]:
        """The words of the other arguments that would go stale."""
        stale = [a for a in self.clause.arguments if a is not asked and self.stale(a)]
        return {t for a in stale for t in (*a.whole, *a.preposition)}

    def stale(self, argument: Argument) -> bool:
        """Whether an argument is a time that can't be told without the day of publication."""
        if not argument.role.endswith("time") or any(t.i in self.swaps for t in argument.tokens):
            return False
        return bool(argument.tags & {"relative", "time"})

    def front(self, asked: Argument) -> str:
        """Times and places to be said first, because at the end they would hang on another verb."""
        return self._told_before(asked) if self._heavy(asked) else ""

    def _moved(self, asked: Argument) -> str:
        """Times and places from the front of the clause, put to its end."""
        return "" if self._heavy(asked) else self._told_before(asked)

    def _told_before(self, asked: Argument) -> str:
        parts = []
        for argument in self.clause.fronted:
            if argument is not asked and self._movable(argument):
                tokens = [*argument.preposition, *argument.tokens]
                while tokens[-1].dep_ in {"cc", "punct"}:
                    tokens.pop()  # "on March 8 and, in Sydney, on March 9"
                parts.append(text_of(tokens, self._swaps(tokens)))
        return " ".join(parts)

    def _movable(self, argument: Argument) -> bool:
        """Whether a fronted phrase is a time, place or event that the question should keep."""
        date = any(t.ent_type_ == "DATE" for t in argument.tokens)
        dated = "relative" not in argument.tags and date
        placed = argument.tags & {"location", "event", "occasion"}
        fits = dated or argument.role == "time" or bool(placed)
        told = fits and argument.role != "when" and not self.stale(argument)
        return told and len(argument.tokens) <= FRONT_LIMIT

    def _heavy(self, asked: Argument) -> bool:
        """Whether the clause ends in another clause or date, or is long."""
        left = [
            t for t in self.clause.predicate if t not in asked.whole and t.i > self.clause.verb.i
        ]
        nested = any(t.dep_ in {"ccomp", "relcl", "advcl", "acl"} for t in left)
        return nested or any(t.ent_type_ == "DATE" for t in left) or len(left) > HEAVY


def _bound(around: Argument, outside: list[Token], asked: Argument) -> bool:
    """Whether a phrase is tied to what stands before it, or ends in a measure of its own.

    "opened on to the air of Kenya"; "to Singapore Airlines 18 months behind schedule".
    """
    first = around.preposition[0] if around.preposition else None
    tied = first is not None and first.i > 0 and first.nbor(-1).dep_ == "prt"
    behind = [t for t in outside if t.i > asked.tokens[-1].i]
    measured = any(t.tag_ == "CD" and t.head.dep_ == "npadvmod" for t in behind)
    return tied or measured or bool(behind and behind[0].tag_ == "CD")


def _frontable(around: Argument, asked: Argument) -> bool:
    """Whether a phrase around an asked name can open a question: one with a preposition.

    An object can when it opens with the name ("whose factory").
    """
    goal = any(c.lower_ in {"to", "for", "with", "from"} for c in around.head.children)
    opens = around.tokens[0] == asked.tokens[0] and "possessive" in asked.tags and not goal
    return bool(around.preposition) or (around.role == "object" and opens)
