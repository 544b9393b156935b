"""Binding: whether the question itself shows what its pronouns stand for.

A pronoun may stay where its antecedent stands in the same question and nothing else there could be
meant. Possessives, reflexives and the subjects of embedded clauses are nearly always read as the
clause's own subject; "it" and "they" as objects, or as subject of the question, never pass.
"""

from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.names import Name
from quizgen.analysis.syntax import child
from quizgen.facts.fact import Clause
from quizgen.facts.phrases import is_plural
from quizgen.rules.asking import Draft
from quizgen.soundness import expletive

PERSONAL = frozenset(
    "he she it they him her them his its their hers theirs "
    "himself herself itself themselves".split()
)
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
EMBEDDED = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "conj"})


def bound(token: Token, draft: Draft) -> bool:
    """Whether a pronoun of the question has its antecedent in the question."""
    if draft.wording.swaps.get(token.i) == token.lower_ or expletive.is_expletive(token):
        return True
    if draft.fact.kind == "sentence":
        return _in_sentence(token, draft)
    clause = draft.fact.clause
    if clause is None:
        return False
    if _leans_on_speaker(token, clause, draft):
        return clause.speaker is not draft.asked
    if _leans_on_own_clause(token, draft, clause):
        return True
    return token not in clause.subject.tokens and _in_clause(token, clause, draft)


def _leans_on_speaker(token: Token, clause: Clause, draft: Draft) -> bool:
    speaker = clause.speaker
    return speaker is not None and token.tag_ == "PRP$" and agrees(token, speaker.head, draft)


def _in_clause(token: Token, clause: Clause, draft: Draft) -> bool:
    """Whether a pronoun outside the subject leans on a name or noun of the clause itself."""
    before = [t for t in (*clause.subject.tokens, *clause.predicate) if t.i < token.i]
    if token.tag_ == "PRP$" and token.lower_ in NEUTER and _one_name(before, draft):
        return True
    if token.tag_ == "PRP$" and (_leans_on_object(token, draft) or _leans_on_pronoun(token, draft)):
        return True
    subject = clause.subject.head
    if clause.subject is draft.asked and token.tag_ == "PRP$" and not _near(token, clause.verb):
        return False
    rivals = [t for t in before if t not in clause.subject.whole and _rival(t, token, draft)]
    fits = agrees(token, subject, draft) or (not rivals and _alone(token, clause, draft))
    return _leans_on_subject(token, clause.verb) and fits and not rivals


def _alone(token: Token, clause: Clause, draft: Draft) -> bool:
    """Whether an "it" can only mean the nameless subject, as the clause tells of no other thing.

    "The auction was halted just before it was due to start."
    """
    subject = clause.subject.head
    things = [t for t in clause.predicate if t.tag_ in {"NN", "NNP"} and t.i < token.i]
    times = {"DATE", "TIME"}
    others = (t for t in things if t.ent_type_ not in times and t.dep_ != "compound")
    return _thing(token, subject, draft) and not any(others)


def _thing(token: Token, noun: Token, draft: Draft) -> bool:
    """Whether "it" can mean a thing without a name."""
    plain = noun.tag_ == "NN" and not gazetteer.is_person_noun(noun.lemma_)
    return token.lower_ == "it" and plain and _name(noun, draft) is None


def _leans_on_object(possessive: Token, draft: Draft) -> bool:
    """Whether only the object before a possessive agrees with it: "fined the Smiths for their"."""
    held, subject = draft.fact.slots.get("object"), draft.fact.slots["subject"]
    if held is None or held is draft.asked or held.whole[-1].i > possessive.i:
        return False
    before = (t for t in possessive.doc[held.whole[-1].i + 1 : possessive.i] if t.pos_ in NOUNS)
    alone = not agrees(possessive, subject.head, draft) and agrees(possessive, held.head, draft)
    return alone and not any(agrees(possessive, t, draft) for t in before)


def _leans_on_own_clause(token: Token, draft: Draft, clause: Clause) -> bool:
    """Whether the subject of an embedded clause around the pronoun is what it stands for.

    "A court where judges give their reasons", "says that Toyota left when it grew".
    """
    if not (token.tag_ == "PRP$" or _embedded_subject(token)):
        return False
    told = {*clause.subject.tokens, *clause.predicate}
    for verb in takewhile(lambda t: t != clause.verb, token.ancestors):
        if verb.tag_[:2] != "VB" or verb.dep_ not in EMBEDDED:
            continue
        subject = _subject_within(verb)
        if subject is None or subject == token or subject.tag_ == "PRP":
            continue
        told_before = subject in told and subject.i < token.i
        if told_before and (agrees(token, subject, draft) or _thing(token, subject, draft)):
            return True
    return False


def _subject_within(verb: Token) -> Token | None:
    """The subject of an embedded clause, for a relative pronoun the noun that it stands for."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is not None and subject.tag_ in {"WP", "WDT"}:
        return verb.head if verb.dep_ == "relcl" else None
    return subject


def _leans_on_pronoun(possessive: Token, draft: Draft) -> bool:
    """Whether the possessive's own clause has a like pronoun as its subject: "he lost his hat"."""
    verbs = (t for t in possessive.ancestors if t.tag_[:2] == "VB" and t.dep_ in EMBEDDED)
    subjects = (c for verb in verbs for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    own = next(subjects, None)
    like = own is not None and own.tag_ == "PRP" and own.lower_ == OWNERS.get(possessive.lower_)
    return like and own is not None and bound(own, draft)


NOUNS = frozenset({"NOUN", "PROPN"})
OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
NEAR = frozenset("with in from on by through at for during after before into".split())


def _near(possessive: Token, verb: Token) -> bool:
    """Whether a possessive stands where it is read as the subject's own: "sold its factory"."""
    noun = possessive.head
    if noun.dep_ == "pobj":
        return noun.head.lower_ in NEAR
    return noun.head == verb or noun.dep_ in {"dobj", "attr"} or not noun.dep_.startswith("nsubj")


def _in_sentence(token: Token, draft: Draft) -> bool:
    """Whether a whole sentence, shown as it stands, names somebody fitting before the pronoun."""
    if not (token.tag_ == "PRP$" or _embedded_subject(token)):
        return False
    before = [t for t in draft.fact.sentence.span if t.i < token.i]
    if token.lower_ in PLURAL:
        return any(t.tag_ in {"NNS", "NNPS"} for t in before)
    return any(_name(t, draft) is not None and agrees(token, t, draft) for t in before)


def _leans_on_subject(token: Token, verb: Token) -> bool:
    reflexive = token.lower_.endswith(("self", "selves"))
    return token.tag_ == "PRP$" or reflexive or (_embedded_subject(token) and token.head != verb)


def _embedded_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ in EMBEDDED


def agrees(pronoun: Token, noun: Token, draft: Draft) -> bool:
    """Whether a noun, a name or a pronoun whose person is known can be what the pronoun means."""
    low = pronoun.lower_
    if low in PLURAL:
        return is_plural(noun)
    if is_plural(noun):
        return False
    name = _name(noun, draft)
    if low in NEUTER:
        thing = name is not None and name.kind not in {"person", "nationality"}
        owner = name is None and low == "its" and noun.tag_ == "NN"
        plain = owner and not gazetteer.is_person_noun(noun.lemma_)
        return thing or plain or gazetteer.is_group_noun(noun.lemma_)
    if name is not None and name.kind == "person":
        return name.gender in {"", "f" if low.startswith(("she", "her")) else "m"}
    return name is None and gazetteer.is_person_noun(noun.lemma_)


def _name(token: Token, draft: Draft) -> Name | None:
    """The name of a token, or of the person that the pronoun stands for."""
    number = draft.fact.sentence.paragraph
    mention = draft.wording.names.at(number, token)
    return mention.name if mention else draft.wording.story.people.get((number, token.i))


def _rival(noun: Token, pronoun: Token, draft: Draft) -> bool:
    """Whether another noun before could be meant; for possessives only a name or a body."""
    if noun.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or not agrees(pronoun, noun, draft):
        return False
    return (
        pronoun.tag_ != "PRP$"
        or _name(noun, draft) is not None
        or gazetteer.is_group_noun(noun.lemma_)
    )


def _one_name(tokens: Iterable[Token], draft: Draft) -> bool:
    """Whether exactly one name among the tokens, not asked for, can own a thing."""
    names = {_name(t, draft) for t in tokens} - {None}
    found = {n for n in names if n is not None and n.kind not in {"person", "nationality"}}
    return len(found) == 1 and draft.asked.name not in found
