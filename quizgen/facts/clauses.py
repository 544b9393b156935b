"""Clauses: the main kind of fact, read off the parse with all that coordination leaves unsaid."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.causes import purposes
from quizgen.analysis.names import Name, Names
from quizgen.analysis.selection import selects
from quizgen.analysis.syntax import (
    child,
    children,
    fence_before,
    is_finite,
    is_verb,
    shared_subject,
    subject_of,
    subtree,
)
from quizgen.facts import phrases, reasons, relatives, supplements
from quizgen.facts.argument_roles import (
    done_by_another,
    is_age,
    marked_last,
    opens_clause,
    role_of,
    tagged,
    takes_infinitive,
    tells_time,
    with_role,
)
from quizgen.facts.doubts import problems_of
from quizgen.facts.fact import Argument, Clause, Sentence
from quizgen.facts.predicates import (
    after_colon,
    auxiliaries_of,
    before_mark,
    before_verb,
    is_loose_apposition,
    medial,
    predicate_of,
    result_of,
)
from quizgen.facts.reporting import Standing, of_noun, standing, tag_in
from quizgen.facts.told import problems as problems_told

HEADS = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"})
QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})
WHEN = frozenset({"when", "after", "before"})
"""Conjunctions whose clause tells when the main clause came about."""
MEANT = frozenset({"subject", "object", "agent", "indirect_object"})
"""Roles in which a pronoun can be asked for as the name that it stands for."""
CHAIN_LIMIT = 4  # verbs; deeper chains ("wants to begin to try to ...") read badly as questions


class ClauseFinder:
    """Finds the clauses of one sentence, given the names of its article.

    `people` gives the name that a pronoun stands for, by paragraph and token index.
    """

    def __init__(
        self,
        sentence: Sentence,
        names: Names,
        people: Mapping[tuple[int, int], Name] = MappingProxyType({}),
    ) -> None:
        self.sentence = sentence
        self.names = names
        self.people = people

    def find(self) -> Iterator[Clause]:
        """The clauses in text order of their verbs."""
        for token in self.sentence.span:
            if is_verb(token) and (token.dep_ in HEADS or of_noun(token)):
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
        tokens = supplements.essential(head, without=without)
        name = phrases.named(self.names, self.sentence.paragraph, head)
        tags = phrases.tags(tokens, head, name, self.names, self.sentence.paragraph)
        meant = self.people.get((self.sentence.paragraph, head.i)) if head.tag_ == "PRP" else None
        if meant is not None and role in MEANT:
            name, tags = meant, phrases.tags_of_name(meant)
        return Argument(role, head, tokens, whole, preposition, tags, name)

    def _named_apposition(self, head: Token) -> Token | None:
        """The name of a person or body in apposition to a common noun, if any."""
        if head.tag_ != "NN":
            return None
        person, group = gazetteer.is_person_noun(head.lemma_), gazetteer.is_group_noun(head.lemma_)
        bare = group and not any(c.dep_ in {"det", "poss"} for c in head.children)
        fits = self._is_person if person else self._is_body
        names = (c for c in children(head, "appos") if fits(c) and fence_before(c))
        return next(names, None) if person or bare else None

    def _clause(self, verb: Token) -> Clause | None:
        auxiliaries = auxiliaries_of(verb)
        result = result_of(verb)
        if not (is_finite(verb) or (verb.dep_ == "conj" and auxiliaries) or result):
            return None
        subject = self._subject(result or verb)
        if subject is None or (verb.dep_ == "relcl" and subject.head.head == verb):
            return None  # "a world where drones deliver packages" states no fact
        told = standing(verb)
        members = [t for t in predicate_of(verb, subject) if t not in tag_in(verb, told)]
        arguments = tuple(marked_last(tuple(self._arguments(verb)), members))
        start = min(t.i for t in (verb, *children(verb, "aux", "auxpass", "neg")))
        moved = tuple(a for a in arguments if before_verb(a, start, verb))
        elsewhere = {t for a in moved for t in (*a.preposition, *a.whole)}
        return Clause(
            verb,
            auxiliaries,
            child(verb, "neg"),
            subject,
            arguments,
            tuple(
                t for t in members if (t.i >= start or medial(t, subject)) and t not in elsewhere
            ),
            moved,
            self._speaker(told),
            told.cue,
            (*problems_of(verb, told), *problems_told(verb, arguments)),
        )

    def _speaker(self, told: Standing) -> Argument | None:
        """The phrase of a speaker without "'s" and without the clause that holds the claim."""
        if told.speaker is None:
            return None
        hung = [subtree(part) for part in children(told.speaker, "relcl", "acl")]
        holding = [t for part in hung if told.cue in part for t in part]
        marks = [t for t in subtree(told.speaker) if t.text == ","] if holding else []
        case = children(told.speaker, "case") if told.speaker.dep_ == "poss" else []
        return self.argument("speaker", told.speaker, without=(*holding, *marks, *case))

    def _subject(self, verb: Token) -> Argument | None:
        head = shared_subject(verb)
        if head is None:
            return None
        if head.tag_ in {"WP", "WDT"}:
            return self._antecedent(head)
        return self.argument("subject", head)

    def _antecedent(self, relative: Token) -> Argument | None:
        """The noun that a fenced relative clause tells about, when it is a name or has one."""
        clause, noun = relative.head, relatives.antecedent(relative, self._is_person)
        if noun is None:
            return None
        apart = [c for c in children(noun, "conj", "cc") if c.i > clause.i]
        gone = {*subtree(clause), *(t for part in apart for t in subtree(part))}
        found = self.argument("subject", noun, without=tuple(gone))
        whole = tuple(t for t in found.whole if t not in gone)
        certain = relatives.is_certain(clause, noun, found.tags)
        return replace(found, whole=whole) if certain else None

    def _is_body(self, noun: Token) -> bool:
        mention = self.names.at(self.sentence.paragraph, noun)
        return mention is not None and mention.name.kind in gazetteer.ORGANISATIONS

    def _is_person(self, noun: Token) -> bool:
        mention = self.names.at(self.sentence.paragraph, noun)
        return mention is not None and mention.name.kind == "person"

    def _arguments(self, verb: Token, depth: int = 0) -> Iterator[Argument]:
        for part in verb.children:
            if not (is_loose_apposition(part) or after_colon(part) or before_mark(part)):
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
            if part.like_num and (part.head.pos_ != "VERB" or is_age(part)):
                return
            if any(mark.i > part.i for mark in children(part.head, "mark")):
                return  # "an hour before his teachers arrive"
            found = self.argument("time", part)
            yield with_role(found, "measure") if "duration" in found.tags else found
        elif part.dep_ == "npadvmod":
            yield self.argument("measure", part)
        elif part.dep_ in {"xcomp", "ccomp"}:
            yield from self._complement(part, depth)
        elif part.dep_ == "advcl":
            yield from self._adverbial(part)

    def _complement(self, part: Token, depth: int) -> Iterator[Argument]:
        infinitive = any(c.tag_ == "TO" for c in children(part, "aux"))
        if infinitive and any(t.tag_ in QUESTION_WORDS and t.i < part.i for t in part.subtree):
            return  # "will choose which of the two to visit"
        if part.dep_ == "ccomp" and (is_finite(part) or not infinitive):
            content = self.argument("content", part)
            yield tagged(content, "fronted") if part.i < part.head.i else content
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
        if mark is not None and reasons.is_reason(mark):
            yield self.argument("cause", part, preposition=(mark,), without=(mark,))
        elif mark is None and any(c.tag_ == "TO" for c in children(part, "aux")):
            if takes_infinitive(part):
                yield self.argument("infinitive", part)
            elif purposes.is_aim(part) and not done_by_another(part):
                yield self.argument("purpose", part)
        elif mark is None or mark.lower_ in WHEN:
            when = mark or next((c for c in children(part, "advmod") if c.lower_ in WHEN), None)
            if when is not None and when.i == part.left_edge.i and subject_of(part) is not None:
                yield self.argument("when", part, preposition=(when,), without=(when,))

    def _prepositional(self, part: Token, role: str = "") -> Iterator[Argument]:
        inner = child(part, "pobj", "pcomp")
        if part.i and part.nbor(-1).dep_ == "cc":
            return  # "in 2010 and then in the US": the rest of another phrase
        if inner is not None and opens_clause(part, inner):
            return
        reason = reasons.of_phrase(part) if not role else None
        fenced = fence_before(part) and part.i > part.head.i
        if fenced and reason is None and not tells_time(part):
            return  # ", with most of them living outside": a supplement
        if reason is not None:
            yield self.argument(reason[0], reason[1], preposition=reason[2])
            return
        if inner is None:
            deeper = child(part, "prep")
            if deeper is not None and child(deeper, "pobj") is not None:  # "out of", "up to"
                inner_head = child(deeper, "pobj")
                assert inner_head is not None
                opening = tuple(part.doc[part.i : deeper.i + 1])  # "on average in", too
                yield self.argument(
                    f"{part.lower_} {deeper.lower_}", inner_head, preposition=opening
                )
            return
        found = self.argument(part.lower_, inner, preposition=(part,))
        found = with_role(found, role or role_of(part, inner, found.tags))
        yield tagged(found, "selected") if selects(part.head, part) else found


_ROLES = {
    "dobj": "object",
    "dative": "indirect_object",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "object_complement",
}
