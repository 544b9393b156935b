"""Speakers: who tells something is clear, and what is told is worth asking of them."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis import statements
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import in_quotes
from quizgen.facts.fact import Argument, Clause
from quizgen.rules.asking import Draft, person_within
from quizgen.soundness.identification import known
from quizgen.wording.clauses import is_of_thing

MEASURED = frozenset("named money percent count quantity number date duration".split())
BODIES = frozenset({"police", "staff", "management", "research", "data", "nobody", "everyone"})
TELLING = frozenset({"tell", "inform"})
ANYBODY = frozenset({"some", "many", "several", "most", "others", "one", "both"})


def speaker(draft: Draft, analysis: Analysis) -> str:
    """A claim needs a speaker who is named, and clear from the name."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "sentence" or clause.speaker is draft.asked:
        return ""
    teller = draft.fact.tells and "attributing" in draft.fact.tags
    if teller and clause.subject is not draft.asked and _lacks_article(clause.subject):
        return "a speaker without an article"
    if clause.speaker is None:
        return ""
    if _named_within(draft, clause):
        return "the speaker would be speaking of the speaker by name"
    reason = _unclear_speaker(draft, clause.speaker) or _own_matter(draft, clause)
    if reason:
        return reason
    tags = clause.speaker.tags
    resolved = draft.wording.swaps.get(clause.speaker.head.i, "")[:1].isupper()
    full = person_within(clause.speaker, draft.wording) is not None
    if not (resolved or full) and any(map(_is_loose, clause.speaker.tokens)):
        return "a claim whose speaker is only a pronoun"
    general = _is_general(tags) or known(clause.speaker.head, draft, analysis)
    if not resolved and not general and not tags & {"named", "has_name"}:
        return "a claim whose speaker is not named"
    return ""


def _is_loose(token: Token) -> bool:
    """Whether a pronoun of the speaker's phrase stands outside its clauses: "his lawyer"."""
    own = token.tag_ in {"PRP", "PRP$"}
    return own and not any(t.dep_ == "relcl" for t in token.ancestors)


def _is_general(tags: frozenset[str]) -> bool:
    """Whether a speaker is new to the story: "a witness", "officials", "military records"."""
    several = "plural" in tags and "definite" not in tags
    return "indefinite" in tags or (
        several and ("people" in tags or not tags & {"bare_noun", "has_pronoun"})
    )


def _own_matter(draft: Draft, clause: Clause) -> str:
    """Why a thing told is to be asked in other ways than "According to Lee, what ...".

    What stands in quotation marks is opinion and figure of speech, good for asking who said it;
    readers accepted one in four such questions where the key was no name and no number.
    """
    checkable = bool(draft.asked.tags & MEASURED) or draft.asked.role == "cause"
    if in_quotes(clause.verb) and not checkable:
        return "somebody's own words, to be asked as a quotation"
    first = clause.subject.tokens[0].lower_
    about_them = first in {"he", "she", "it"} or (first in {"his", "her"} and not checkable)
    if about_them and clause.subject is not draft.asked:
        return "speakers telling of themselves"
    return ""


def _unclear_speaker(draft: Draft, told_by: Argument) -> str:
    """Why nobody can tell from its words who the speaker is, or ""."""
    first = told_by.tokens[0]
    if first.lower_ in ANYBODY:
        return "the speaker is nobody in particular"
    if _lacks_article(told_by):
        return "a speaker without an article"
    if told_by.name is None and _in_pieces(told_by):
        return "a speaker in more than one piece"
    meant = draft.wording.story.people.get((draft.fact.sentence.paragraph, told_by.head.i))
    if meant is not None and told_by.head.lower_ in {"he", "she"} and is_of_thing(meant):
        return "a person's word is given to a thing"
    name = meant or told_by.name
    bare = len(told_by.tokens) == 1 and name is not None and " " not in name.text
    if bare and name is not None and name.kind == "person" and not _is_known(name, draft):
        return "the speaker has only one name, which nobody knows"
    return ""


def _lacks_article(phrase: Argument) -> bool:
    """Whether a phrase is a headline's "Greek court"; "police" and plurals need no article."""
    head = phrase.head
    bare = not any(t.dep_ in {"det", "poss", "nummod"} for t in head.children)
    common = head.tag_ == "NN" and phrase.name is None  # a tagger may take "Greenpeace" for one
    return common and bare and head.lower_ not in BODIES


def _in_pieces(phrase: Argument) -> bool:
    """Whether a comma parts a phrase that is no list: "Olympian, Anna Kowalska"."""
    last = max(t.i for t in phrase.tokens if not t.is_punct)
    parted = any(t.text == "," and t.i < last for t in phrase.tokens)
    return parted and not any(t.dep_ == "cc" for t in phrase.tokens)


def _is_known(name: Name, draft: Draft) -> bool:
    return name.text in draft.wording.story.title or name.text in gazetteer.known_people()


def _named_within(draft: Draft, clause: Clause) -> bool:
    """Whether the person put for "he said" is named in what he said, so that another is meant."""
    assert clause.speaker is not None
    number = draft.fact.sentence.paragraph
    person = draft.wording.story.people.get((number, clause.speaker.head.i))
    if person is None:
        return False
    told = (t for t in draft.fact.sentence.span if in_quotes(t) or clause.verb in t.ancestors)
    mentions = (draft.wording.names.at(number, t) for t in told)
    return any(mention is not None and mention.name == person for mention in mentions)


def said_more(draft: Draft, analysis: Analysis) -> str:
    """Who announced or denied two things in an article did not only announce the one asked for."""
    clause = draft.fact.clause
    if clause is None or draft.asked.role != "content" or clause.subject.name is None:
        return ""
    told = list(_told_alike(clause.verb.lemma_, clause.subject.name, draft, analysis))
    return "the same speaker says more in the same way" if len(told) > 1 else ""


def _told_alike(
    lemma: str, speaker: Name, draft: Draft, analysis: Analysis
) -> Iterator[statements.Statement]:
    """The statements in the body of the article that one speaker makes by one verb."""
    for number, (paragraph, doc) in enumerate(zip(analysis.paragraphs, analysis.docs, strict=True)):
        for statement in statements.find(doc) if paragraph.kind == "body" else ():
            who = (_named_at(number, token, draft, analysis) for token in statement.speaker)
            if statement.cue[0].lemma_ == lemma and speaker in who:
                yield statement


def _named_at(number: int, token: Token, draft: Draft, analysis: Analysis) -> Name | None:
    mention = analysis.names.at(number, token)
    return mention.name if mention else draft.wording.story.people.get((number, token.i))


def mere_source(draft: Draft, _: Analysis) -> str:
    """Which news outlet told it is nothing that anybody needs to know of a story."""
    clause = draft.fact.clause
    if "media" not in draft.asked.tags:
        return ""
    head = draft.asked.head
    if head.dep_ in {"dobj", "dative"} and head.head.lemma_.lower() in TELLING:
        return "asks only who was told it"
    if clause is None:
        return ""
    teller = clause.speaker is not None and draft.asked.head == clause.speaker.head
    tells = "attributing" in draft.fact.tags and draft.asked.head == clause.subject.head
    return "asks only who reported it" if teller or tells else ""
