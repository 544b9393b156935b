"""Identification: whether stem or title says which thing a phrase of the stem means.

A thing is known by a name in its phrase, by the title or what the title implies, by a full
description, or because the world has only one. Adjectives alone do not tell it from others: "the
traffic app" means one of which the article has spoken before, and the student has not read it.
"""

import re
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children, fence_before, in_quotes
from quizgen.context_line import shown_title
from quizgen.data import lines, words
from quizgen.rules.asking import Draft
from quizgen.soundness.taking_up import named_before
from quizgen.soundness.unsaid import changes, counted_only
from quizgen.wording.surface import content_words, root_of, significant

LEAST_TELLING = 2  # content words; "Scientist" does not say which researchers are meant
QUALIFYING = frozenset({"amod", "compound", "nmod"})
SEATS = frozenset("country nation city capital town state island kingdom republic".split())
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
PLACING = frozenset("in on at near from under over inside outside".split())
ADDING = frozenset({"including", "excluding", "except", "despite"})
BEHIND = frozenset("in at near over of from between outside around across".split())
"""Prepositions by which a name right behind a noun says which one is meant."""
NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE", "ORDINAL"})
OF_PLACE = frozenset({"NORP", "GPE", "LOC"})
"""Labels of names that say where somebody is from, and not who it is."""
SETTLING = frozenset({"country", "nationality", "city", "state", "region", "place"})


def stems(text: str) -> set[str]:
    """The content words of a text without plural endings."""
    return {word.removesuffix("s") for word in significant(text)}


@lru_cache(maxsize=64)
def told_by(title: frozenset[str]) -> frozenset[str]:
    """The roots of the nouns that a title makes clear: its own and those of their groups."""
    roots = frozenset(map(root_of, title))
    if len(title) < LEAST_TELLING:
        return roots
    return roots.union(*(group for group in _groups() if roots & group))


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(root_of, line.split())) for line in lines("story_words.txt"))


def _roots(token: Token) -> set[str]:
    return {root_of(token.lower_), root_of(token.lemma_.lower())}


def known(token: Token, draft: Draft, analysis: Analysis) -> bool:
    """Whether the title shown says what a noun means."""
    return bool(_roots(token) & told_by(frozenset(stems(shown_title(draft, analysis)))))


def bare_definite(draft: Draft, analysis: Analysis) -> str:
    """No "the meeting" that neither stem nor title identifies."""
    told = _told(draft)
    title = frozenset(stems(shown_title(draft, analysis)))
    implied = told_by(title)
    for token in filter(_is_definite, told):
        parts = [part for part in token.children if _tells(part, draft, told)]
        if not parts and _one_of_several(token, shown_title(draft, analysis)):
            return f"the title tells of several: the {token.text}"
        if _roots(token) & implied or _unique(token) or _named_behind(token, draft):
            continue
        before = _spoken_of_before(token, draft, analysis)
        seat = token.lemma_.lower() in SEATS and _placed(draft, analysis)
        if changes(token) and all(part.dep_ in {"amod", "prep"} for part in parts):
            return f"does not say of what: the {token.text}"
        owner = token.dep_ == "poss" and token.lower_ not in PARTS_OF_DAY
        nameless = not parts and not named_before(token, draft)
        if nameless and (not owner or (before and not seat)):
            return f"neither stem nor title says which: the {token.text}"
        points_back = _points_back(token) or (before and not _is_time(token))
        asked = token in draft.asked.tokens
        if points_back and parts and not asked and _only_qualified(parts, title, before=before):
            return f"says which only to a reader of the article: the {token.text}"
    return ""


def _one_of_several(token: Token, title: str) -> bool:
    """Whether the title only speaks of such things in general, or of another number of them.

    "Mirrors" does not say which is "the mirror", nor "explosion" which are "the two explosions".
    """
    said, noun = content_words(title), token.lower_
    if token.tag_ == "NN":
        return noun not in said and f"{noun}s" in said
    counted = [c.lower_ for c in children(token, "nummod")]
    return bool(counted) and not set(counted) & set(said)


def _named_behind(token: Token, draft: Draft) -> bool:
    """Whether a name follows right behind ("the bridge over the Danube"), whatever the parse."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    the = any(c.lower_ == "the" for c in token.children)
    behind = after.lower_ in BEHIND and not _half_a_way(token)
    if not the or not behind or after in draft.asked.preposition:
        return False
    held = [t for c in after.children if c.dep_ == "pobj" for t in c.subtree]
    names = [t for t in held if t.pos_ == "PROPN" and t.ent_type_ not in {"DATE", "TIME"}]
    return bool(names) and not any(t in draft.asked.whole for t in held)


def _half_a_way(noun: Token) -> bool:
    """Whether a way is told from its start only: "the journey from Lima"."""
    said = {c.lower_ for c in (*children(noun, "prep"), *children(noun.head, "prep"))}
    return noun.lemma_.lower() in words("trip_nouns.txt") and "from" in said and "to" not in said


def _is_definite(token: Token) -> bool:
    """Whether a token is a common noun after "the" or "each", outside quotations."""
    determiners = {c.lower_ for c in children(token, "det")}
    definite = "the" in determiners or ("each" in determiners and not _is_time(token))
    noun = token.tag_ in {"NN", "NNS"} and token.dep_ != "compound" and not token.text[0].isdigit()
    owner = token.dep_ == "poss" and gazetteer.is_person_noun(token.lemma_)  # "the mayor's"
    return definite and noun and not owner and not in_quotes(token)


def _told(draft: Draft) -> tuple[Token, ...]:
    """The words of stem and key; a statement's too, which is told as its speaker put it."""
    if draft.fact.kind != "statement":
        return draft.own_words
    return tuple(t for slot in draft.fact.slots.values() for t in slot.tokens)


def _tells(part: Token, draft: Draft, told: tuple[Token, ...]) -> bool:
    """Whether a part of a noun phrase says which one is meant; "last" and "press" do not.

    Nor does what is only added behind a comma, or is not told.
    """
    if part.dep_ == "amod":
        return part.lower_ not in words("vague_adjectives.txt")
    if part.dep_ == "compound" and part.head.lemma_.lower() in words("event_nouns.txt"):
        return part.pos_ == "PROPN"
    if part.dep_ in {"relcl", "acl"}:
        return not fence_before(part) and part in told
    if part.dep_ == "prep" and (part.lower_ in ADDING or _half_a_way(part.head)):
        return False
    if counted_only(part):
        return False
    if part.dep_ == "compound" and part.lower_ in SEATS and not _placed(draft, None):
        return False
    if part.dep_ == "prep" and part.lower_ in PLACING:
        return not any(t.tag_ == "PRP$" for t in part.subtree)  # "the traffic on their roads"
    if part.dep_ == "nummod":
        return part in draft.asked.tokens
    return part.dep_ in {"prep", "compound", "poss", "nmod", "appos"}


def _only_qualified(parts: list[Token], title: frozenset[str], *, before: bool) -> bool:
    """Whether the parts of a noun phrase are adjectives and nouns that name nothing."""
    roots = frozenset(map(root_of, title))
    inside = [t for c in parts for t in c.subtree]
    head, noun = parts[0].head, parts[0].head.lemma_.lower()
    if before and len(inside) == 1 and noun in words("general_nouns.txt"):
        inside = [t for t in inside if t.ent_type_ != "NORP"]  # "the Turkish statement"
    if _is_epithet(head):
        inside = [t for t in inside if t.ent_type_ not in OF_PLACE]
    named = any(_names(t) or t.tag_ in {"JJS", "RBS"} or _roots(t) & roots for t in inside)
    return not named and all(c.dep_ in QUALIFYING for c in parts)


def _points_back(token: Token) -> bool:
    """Whether a noun after "the" takes up what was told, even if it was called otherwise."""
    noun = token.lemma_.lower()
    return noun in words("general_nouns.txt") or _is_epithet(token)


def _is_epithet(token: Token) -> bool:
    """Whether a noun is another word for a person or firm with a name ("the Irish designer").

    A post is not, nor what a noun before it makes one ("the match referee").
    """
    noun = token.lemma_.lower()
    if token.tag_ != "NN" or noun in words("posts.txt") or children(token, "compound"):
        return False
    return noun in words("epithets.txt") or gazetteer.is_person_noun(token.lemma_)


def _is_time(token: Token) -> bool:
    return token.lemma_.lower() in words("time_nouns.txt")


def _names(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in NAMING or token.lower_ == "only"


def _spoken_of_before(token: Token, draft: Draft, analysis: Analysis) -> bool:
    """Whether the prose uses a noun before the sentence, so that "the" points back to it."""
    sentence, noun = draft.fact.sentence, token.lemma_.lower()
    firsts = (
        _first_uses(analysis.docs[number]).get(noun)
        for number in range(sentence.paragraph + 1)
        if analysis.paragraphs[number].kind == "body"
    )
    here = analysis.docs[sentence.paragraph]
    return any(t is not None and (t.doc is not here or t.i < sentence.span.start) for t in firsts)


@lru_cache(maxsize=64)  # the paragraphs of the article being worked on
def _first_uses(doc: Doc) -> dict[str, Token]:
    """The first token of each lemma, in lower case."""
    return {token.lemma_.lower(): token for token in reversed(tuple(doc))}


def _unique(token: Token) -> bool:
    """Whether the world, or a day that is named, has only one ("the internet", "the evening")."""
    day = PARTS_OF_DAY if token.dep_ != "poss" else frozenset[str]()  # "the night's incidents"
    return token.lower_ in {"time", *day, *words("unique_nouns.txt")}


def new_subject(draft: Draft, analysis: Analysis) -> str:
    """No event told of something that enters nameless: "a primary election was held"."""
    clause = draft.fact.clause
    if clause is None or clause.subject is draft.asked or "indefinite" not in clause.subject.tags:
        return ""
    finite, subject = (*clause.auxiliaries, clause.verb)[0], clause.subject.head
    title = frozenset(stems(shown_title(draft, analysis)))
    if finite.tag_ != "VBD" or _roots(subject) & told_by(title):
        return ""
    names = (t for t in draft.own_words if _names(t) and t.ent_type_ != "DATE")
    named = any(t not in draft.asked.tokens and t != subject for t in names)
    return "" if named else f"tells of something new without its name: {subject.text}"


def bare_post(draft: Draft, analysis: Analysis) -> str:
    """No "the Prime Minister" where neither stem nor title names the country or the person."""
    post = next((t for t in draft.own_words if _bare_post(t, draft)), None)
    if post is None or _placed(draft, analysis):
        return ""
    return f"neither stem nor title says of what: the {post.text}"


def _bare_post(token: Token, draft: Draft) -> bool:
    definite = any(c.lower_ == "the" for c in children(token, "det"))
    capital = token.tag_ == "NNP" and token.text in gazetteer.titles()
    alone = not children(token, "prep", "appos", "poss") and token.dep_ not in {"compound", "appos"}
    return definite and capital and alone and token not in draft.asked.tokens


def _placed(draft: Draft, analysis: Analysis | None) -> bool:
    """Whether stem or title holds the name of a country, place or nationality."""
    number = draft.fact.sentence.paragraph
    mentions = (draft.wording.names.at(number, t) for t in draft.own_words)
    if any(m.name.kind in SETTLING and m.name is not draft.asked.name for m in mentions if m):
        return True
    title = shown_title(draft, analysis) if analysis else ""
    return any(
        gazetteer.lookup(word) is not None or gazetteer.nation_of(word)
        for word in re.findall(r"[A-Z]\w+", title)
    )
