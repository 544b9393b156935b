"""Clauses: the main kind of fact, read off the parse with all that coordination leaves unsaid."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.names import Names
from quizgen.analysis.syntax import (
    child,
    children,
    fence_before,
    in_brackets,
    is_finite,
    is_mark,
    is_verb,
    shared_subject,
    subtree,
)
from quizgen.data import rows, words
from quizgen.facts import phrases
from quizgen.facts.fact import Argument, Clause, Sentence
from quizgen.facts.reporting import Standing, apart, standing

HEADS = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"})
TIME_PREPOSITIONS = frozenset(
    {"on", "in", "at", "since", "during", "by", "before", "after", "until", "from"}
)
CAUSAL = frozenset({"because", "due", "owing", "thanks"})
CHAIN_LIMIT = 4  # verbs; deeper chains ("wants to begin to try to ...") read badly as questions


class ClauseFinder:
    """Finds the clauses of one sentence, given the names of its article."""

    def __init__(self, sentence: Sentence, names: Names) -> None:
        self.sentence = sentence
        self.names = names

    def find(self) -> Iterator[Clause]:
        """The clauses in text order of their verbs."""
        for token in self.sentence.span:
            if is_verb(token) and token.dep_ in HEADS:
                clause = self._clause(token)
                if clause is not None:
                    yield clause

    def argument(
        self,
        role: str,
        head: Token,
        *,
        preposition: tuple[Token, ...] = (),
        without: tuple[Token, ...] = (),
    ) -> Argument:
        """The phrase of a token in a role, with its tags.

        Of "British designer, Patrick Hunt," the name is the phrase.
        """
        whole = subtree(head)
        head = self._named_apposition(head) or head
        tokens = phrases.essential(head, without=without)
        name = phrases.named(self.names, self.sentence.paragraph, head)
        tags = phrases.tags(tokens, head, name, self.names, self.sentence.paragraph)
        return Argument(role, head, tokens, whole, preposition, tags, name)

    def _named_apposition(self, head: Token) -> Token | None:
        """The person's name in apposition to a common noun, if any."""
        if head.tag_ != "NN" or not gazetteer.is_person_noun(head.lemma_):
            return None
        names = (c for c in children(head, "appos") if self._is_person(c) and fence_before(c))
        return next(names, None)

    def _clause(self, verb: Token) -> Clause | None:
        auxiliaries = _auxiliaries(verb)
        result = _result_of(verb)
        if not (is_finite(verb) or (verb.dep_ == "conj" and auxiliaries) or result):
            return None
        subject = self._subject(result or verb)
        if subject is None or (verb.dep_ == "relcl" and subject.head.head == verb):
            return None  # "a world where drones deliver packages" states no fact
        told = standing(verb)
        members = _predicate(verb, subject)
        arguments = tuple(_marked_last(tuple(self._arguments(verb)), members))
        start = min(t.i for t in (verb, *children(verb, "aux", "auxpass", "neg")))
        moved = tuple(a for a in arguments if _before_verb(a, start, verb))
        elsewhere = {t for a in moved for t in (*a.preposition, *a.whole)}
        return Clause(
            verb,
            auxiliaries,
            child(verb, "neg"),
            subject,
            arguments,
            tuple(
                t for t in members if (t.i >= start or _medial(t, subject)) and t not in elsewhere
            ),
            moved,
            self.argument("speaker", told.speaker) if told.speaker is not None else None,
            told.cue,
            tuple(_problems(verb, told)),
        )

    def _subject(self, verb: Token) -> Argument | None:
        head = shared_subject(verb)
        if head is None:
            return None
        if head.tag_ in {"WP", "WDT"}:
            return self._antecedent(head)
        return self.argument("subject", head)

    def _antecedent(self, relative: Token) -> Argument | None:
        """The noun that a fenced relative clause tells about, when it is a name."""
        clause = relative.head
        if (
            clause.dep_ != "relcl"
            or not fence_before(clause)
            or relative.dep_ not in {"nsubj", "nsubjpass"}
        ):
            return None
        noun = clause.head
        while (
            relative.lower_ == "who"
            and not self._is_person(noun)
            and noun.dep_ in {"pobj", "prep", "appos"}
        ):
            noun = noun.head  # "Payton, CEO of Fortalice, who ...": not the company but the person
        if relative.lower_ == "who" and not self._is_person(noun):
            return None
        antecedent = self.argument("subject", noun, without=subtree(clause))
        whole = tuple(t for t in antecedent.whole if t not in subtree(clause))
        return replace(antecedent, whole=whole) if "named" in antecedent.tags else None

    def _is_person(self, noun: Token) -> bool:
        mention = self.names.at(self.sentence.paragraph, noun)
        return mention is not None and mention.name.kind == "person"

    def _arguments(self, verb: Token, depth: int = 0) -> Iterator[Argument]:
        for part in verb.children:
            yield from self._argument_of(part, depth)

    def _argument_of(self, part: Token, depth: int) -> Iterator[Argument]:
        role = _ROLES.get(part.dep_) if part.pos_ != "ADP" else None
        if role and not (role == "complement" and is_verb(part)):
            yield self.argument(role, part)
        elif part.dep_ == "prep" or (part.dep_ == "dative" and part.pos_ == "ADP"):
            yield from self._prepositional(part)
        elif part.dep_ == "agent":
            yield from self._prepositional(part, "agent")
        elif part.dep_ in {"npadvmod", "tmod"} and part.ent_type_ in {"DATE", "TIME"}:
            yield self.argument("time", part)
        elif part.dep_ == "npadvmod":
            yield self.argument("measure", part)
        elif part.dep_ in {"xcomp", "ccomp"}:
            yield from self._complement(part, depth)
        elif part.dep_ == "advcl":
            yield from self._adverbial(part)

    def _complement(self, part: Token, depth: int) -> Iterator[Argument]:
        infinitive = any(c.tag_ == "TO" for c in children(part, "aux"))
        if part.dep_ == "ccomp" and (is_finite(part) or not infinitive):
            content = self.argument("content", part)
            yield _tagged(content, "fronted") if part.i < part.head.i else content
            return
        raised = child(part, "nsubj", "nsubjpass")
        if raised is not None:
            yield self.argument("object", raised)
        kept = subtree(raised) if raised is not None else ()
        done = self.argument("infinitive" if infinitive else "participle", part, without=kept)
        yield replace(done, whole=tuple(t for t in done.whole if t not in kept))
        if depth < CHAIN_LIMIT:
            inner = self._arguments(part, depth + 1)
            yield from (a for a in inner if infinitive or a.role != "content")

    def _adverbial(self, part: Token) -> Iterator[Argument]:
        mark = child(part, "mark")
        if mark is not None and mark.lower_ == "because":
            yield self.argument("cause", part, preposition=(mark,), without=(mark,))
        elif mark is None and any(c.tag_ == "TO" for c in children(part, "aux")):
            yield self.argument("purpose", part)

    def _prepositional(self, part: Token, role: str = "") -> Iterator[Argument]:
        inner = child(part, "pobj", "pcomp")
        if part.i and part.nbor(-1).dep_ == "cc":
            return  # "in 2010 and then in the US": the rest of another phrase
        if part.lower_ == "for" and inner is not None and _infinitive_after(inner):
            return  # "for a candidate to win": a clause, not a phrase
        if fence_before(part) and part.i > part.head.i and not _keeps(part):
            return  # ", with most of them living outside": a supplement
        if part.lower_ in CAUSAL or (part.lower_ in {"because", "due"}):
            yield from self._causal(part)
            return
        if inner is None:
            deeper = child(part, "prep")
            if deeper is not None and child(deeper, "pobj") is not None:  # "out of", "up to"
                inner_head = child(deeper, "pobj")
                assert inner_head is not None
                yield self.argument(
                    f"{part.lower_} {deeper.lower_}", inner_head, preposition=(part, deeper)
                )
            return
        found = self.argument(part.lower_, inner, preposition=(part,))
        found = _with_role(found, role or _role(part, inner, found.tags))
        yield _tagged(found, "selected") if selects(part.head, part) else found

    def _causal(self, part: Token) -> Iterator[Argument]:
        link = child(part, "pcomp", "prep")
        cause = child(link, "pobj", "pcomp") if link is not None else None
        cause = cause or child(part, "pobj")  # "because of": the parser hangs both on "because"
        if cause is not None:
            yield self.argument(
                "cause", cause, preposition=(part, *((link,) if link is not None else ()))
            )


_ROLES = {
    "dobj": "object",
    "dative": "indirect_object",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "object_complement",
}


def selects(verb: Token, preposition: Token) -> bool:
    """Whether a verb selects a preposition ("refer ... to", "based on")."""
    return preposition.lower_ in _selected().get(verb.lemma_.lower(), ())


@cache
def _selected() -> dict[str, tuple[str, ...]]:
    return {
        row["verb"]: tuple(row["prepositions"].split("|"))
        for row in rows("selected_prepositions.tsv")
    }


def _marked_last(arguments: tuple[Argument, ...], members: list[Token]) -> Iterator[Argument]:
    """The arguments, those that end the clause tagged "last"."""
    end = max((t.i for t in members), default=-1)
    for argument in arguments:
        last = argument.tokens and argument.tokens[-1].i == end
        yield _tagged(argument, "last") if last else argument


def _tagged(found: Argument, tag: str) -> Argument:
    return replace(found, tags=found.tags | {tag})


def _with_role(found: Argument, role: str) -> Argument:
    return replace(found, role=role)


def _role(part: Token, inner: Token, tags: frozenset[str]) -> str:
    """The role of a prepositional phrase: time, duration, cause, or the preposition itself."""
    if "duration" in tags:
        return "duration" if part.lower_ in {"for", "over"} else "time_span"
    if tags & {"date", "time"} and part.lower_ in TIME_PREPOSITIONS:
        return "time" if part.lower_ in {"on", "in", "at"} else f"{part.lower_}_time"
    if (
        part.lower_ == "for"
        and not tags & {"money", "percent", "count"}
        and (inner.tag_ == "VBG" or part.head.lemma_ in words("judging_verbs.txt"))
    ):
        return "cause" if part.head.lemma_ in words("judging_verbs.txt") else "for_doing"
    if part.lower_ == "over" and part.head.lemma_ in words("judging_verbs.txt"):
        return "cause"
    return part.lower_


def _infinitive_after(noun: Token) -> bool:
    verbs = children(noun, "acl", "relcl")
    return any(c.tag_ == "TO" for verb in verbs for c in children(verb, "aux"))


def _keeps(part: Token) -> bool:
    """Whether a fenced prepositional phrase is an argument all the same: a time or a cause."""
    return part.lower_ in CAUSAL or any(c.ent_type_ in {"DATE", "TIME"} for c in part.children)


def _result_of(verb: Token) -> Token | None:
    """The verb in the past whose result a fenced participle tells: "... struck, injuring 25"."""
    main = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < main.i or not fence_before(verb):
        return None
    own = child(verb, "mark", "aux", "auxpass", "nsubj")
    told = main.tag_ == "VBD" and child(main, "auxpass") is None and is_verb(main)
    event = verb.lemma_ in words("result_verbs.txt")
    return main if own is None and told and event else None


def _auxiliaries(verb: Token) -> tuple[Token, ...]:
    """The verb's auxiliaries, or those it shares with the verb it is coordinated with."""
    own = tuple(c for c in children(verb, "aux", "auxpass") if c.tag_ != "TO")
    if own or verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBN", "VBG"}:
        return own
    if child(verb, "nsubj", "nsubjpass") is not None or not is_verb(verb.head):
        return own
    return _auxiliaries(verb.head)


def _before_verb(argument: Argument, start: int, verb: Token) -> bool:
    """Whether an argument of the verb itself stands before the verb group."""
    head = argument.preposition[0].head if argument.preposition else argument.head.head
    return argument.whole[-1].i < start and head == verb


def _medial(token: Token, subject: Argument) -> bool:
    """Whether a token before the verb group stands after the subject ("Seoul formally asked")."""
    return token.i > subject.head.i and token not in subject.whole


def _predicate(verb: Token, subject: Argument) -> list[Token]:
    """What is kept of the clause besides its subject, in text order, without punctuation."""
    left_out = {t for part in _left_out(verb, subject) for t in subtree(part)} | set(subject.whole)
    left_out |= {t for part in _inner_supplements(verb, left_out) for t in subtree(part)}
    kept = (t for t in verb.subtree if t not in left_out and not is_mark(t))
    return [t for t in kept if t == verb or not in_brackets(t)]


def _inner_supplements(verb: Token, left_out: set[Token]) -> Iterator[Token]:
    for token in verb.subtree:
        if (
            token not in left_out
            and token != verb
            and phrases._is_supplement(token)
            and token.head != verb
        ):
            yield token


def _left_out(verb: Token, subject: Argument) -> Iterator[Token]:
    """The heads of the parts of a clause that its question does without."""
    for part in verb.children:
        dep = part.dep_
        if (
            dep
            in {
                "nsubj",
                "nsubjpass",
                "conj",
                "cc",
                "preconj",
                "parataxis",
                "intj",
                "meta",
                "mark",
                "expl",
            }
            or (dep == "advmod" and _discourse(part))
            or (dep == "advcl" and (fence_before(part) or part.i < verb.i))
            or (dep == "prep" and _droppable(part, verb))
            or (dep == "ccomp" and part.i < verb.i)
            or (dep in {"npadvmod", "advmod"} and part.i < verb.i and part.i < subject.head.i)
        ):
            yield part


def _discourse(part: Token) -> bool:
    plain = not any(c.dep_ not in {"punct"} for c in part.children)
    return part.lower_ in words("discourse_words.txt") and plain


def _droppable(part: Token, verb: Token) -> bool:
    """Whether a prepositional phrase is a mere supplement: fenced off, or before the subject."""
    if part.lower_ == "according":
        return True
    if part.i < verb.i and part.right_edge.i < min(
        (s.left_edge.i for s in children(verb, "nsubj", "nsubjpass")), default=0
    ):
        return True
    return fence_before(part) and not phrases._is_date_phrase(part)


def _problems(verb: Token, told: Standing) -> Iterator[str]:
    if told.problem:
        yield told.problem
    if any(c.dep_ in {"dep", "csubj", "csubjpass"} for c in verb.children):
        yield "a part whose role is unclear"
    reporting = verb.lemma_ in words("reporting_verbs.txt")
    if reporting and any(
        c.dep_ == "ccomp" and c.i < verb.i and not apart(c, verb) for c in verb.children
    ):
        yield "what was said stands before its verb"
    if _second_subject(verb):
        yield "two noun phrases before the verb"
    if child(verb, "expl") is not None:
        yield "an empty subject (there is)"
    if any(c.dep_ == "advcl" and _conditional(c) for c in verb.children):
        yield "a condition"


def _second_subject(verb: Token) -> bool:
    """Whether another noun phrase stands beside the subject: "the Parliament, Australia, voted"."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    nouns = children(verb, "nsubj", "nsubjpass", "npadvmod", "dep", "appos", "nmod")
    others = [n for n in nouns if n.i < verb.i and n != subject]
    return any(n.tag_.startswith("NN") and n.ent_type_ not in {"DATE", "TIME"} for n in others)


def _conditional(part: Token) -> bool:
    mark = child(part, "mark")
    return mark is not None and mark.lower_ in {"if", "unless"}
