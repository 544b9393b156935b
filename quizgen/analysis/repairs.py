"""Repairs: classes of parse errors that spaCy's English parsers make on news, set right.

Each repair is a function over a parsed doc that moves heads; it fires on structure, never on words
of one article.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from quizgen.analysis import attachments, subjects
from quizgen.analysis.selection import selects
from quizgen.analysis.syntax import SUBJECTS, child, children, in_quotes, is_finite, is_verb

TEMPORAL = frozenset({"until", "till", "after", "before", "since", "from", "during", "by"})
NAMING = frozenset({"call", "label", "dub", "brand", "term", "deem", "name", "declare", "describe"})


SELECTED_AFTER_OBJECT = frozenset({"to", "from", "with", "into"})
ENDINGS = {"VBD": ("ed",), "VBN": ("ed",), "VBG": ("ing",), "VBZ": ("es",)}
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # a syllable whose last letter is doubled


@Language.component("quizgen_repairs")
def repair(doc: Doc) -> Doc:
    """The doc with every known class of error repaired."""
    for token in doc:
        _quoted_complement(token)
        _lost_object(token)
        _date_after_noun(token)
        _selected_phrase(token)
        _lost_subject(token)
        _lemma(token)
    for move in (*attachments.MOVES, *subjects.MOVES):
        for token in doc:
            move(token)
    return doc


def _quoted_complement(token: Token) -> None:
    """In 'called the curbs "retaliatory"' the noun is the object, not part of the quoted word."""
    if token.dep_ == "pobj" and in_quotes(token) and not in_quotes(token.head):
        _give_way(token)
    verb = token.head
    if (
        verb.lemma_ not in NAMING
        or token.dep_ not in {"oprd", "dobj", "attr"}
        or not in_quotes(token)
    ):
        return
    outside = [c for c in token.children if c.i < token.i and not in_quotes(c) and not c.is_punct]
    noun = next((c for c in reversed(outside) if c.tag_.startswith("NN")), None)
    if noun is None or child(verb, "dobj") not in {None, token}:
        return
    token.dep_ = "oprd"
    noun.head, noun.dep_ = verb, "dobj"
    for other in outside:
        if other != noun:
            other.head = noun


def _give_way(token: Token) -> None:
    """In 'called the curbs on exports "unfair"' the noun before the quotation belongs to "on"."""
    verb = next((a for a in token.ancestors if is_verb(a)), None)
    nouns = [c for c in token.children if c.i < token.i and c.tag_[:2] == "NN" and not in_quotes(c)]
    if verb is None or verb.lemma_ not in NAMING or not nouns:
        return
    noun = nouns[-1]
    noun.head, noun.dep_ = token.head, "pobj"
    token.head, token.dep_ = verb, "oprd"


def _selected_phrase(token: Token) -> None:
    """In "referred a dispute to the WTO" the phrase is the verb's, which selects "to"."""
    noun = token.head
    if token.dep_ != "prep" or noun.dep_ != "dobj" or token.i < noun.i:
        return
    verb = noun.head
    own = token.lower_ in SELECTED_AFTER_OBJECT or (
        token.lower_ == "of"
        and token.ent_iob_ != "I"
        and (noun.pos_ == "PROPN" or any(c.tag_ == "VBG" for c in token.children))
    )  # "accused Shell of fraud", but "warned a group of farmers", "the Bank of Japan"
    if own and selects(verb, token):
        token.head = verb


def _lost_subject(token: Token) -> None:
    """In "announced on Friday the debate has been cancelled" the noun is no object."""
    verb = token.head
    if token.dep_ != "ccomp" or not is_finite(token) or child(token, *SUBJECTS, "mark", "expl"):
        return
    noun = child(verb, "dobj")
    start = min(t.i for t in (token, *children(token, "aux", "auxpass", "neg", "advmod")))
    if noun is None or noun.i < verb.i or noun.right_edge.i >= start:
        return
    if all(t.is_punct for t in token.doc[noun.right_edge.i + 1 : start]):
        passive = child(token, "auxpass") is not None
        noun.head, noun.dep_ = token, "nsubjpass" if passive else "nsubj"


def _lost_object(token: Token) -> None:
    """In "in Washington D.C." at the end of a sentence the name, read as a stop, is the object."""
    if token.dep_ != "punct" or token.tag_ not in {"NNP", "NNPS"} or token.is_punct:
        return
    before = token.left_edge.nbor(-1) if token.left_edge.i > token.sent.start else token
    if before.tag_ == "IN" and child(before, "pobj", "pcomp") is None:
        token.head, token.dep_ = before, "pobj"


def _lemma(token: Token) -> None:
    """The base form mended: "fined" is of "fine", for "fin" would give "finned"."""
    lemma, ending = token.lemma_, ENDINGS.get(token.tag_, ())
    if SHORT.fullmatch(lemma) and any(token.lower_ == lemma + end for end in ending):
        token.lemma_ = lemma + "e"


def _date_after_noun(token: Token) -> None:
    """The day is the verb's in "Kenya on Friday sent ..." and in "... at a conference on July 9".

    Left where it is: after a common noun before the verb ("the talks on Friday exposed ...").
    """
    if token.dep_ != "prep" or token.lower_ not in {"on", "in"}:
        return
    if not any(c.ent_type_ == "DATE" for c in children(token, "pobj")):
        return
    verb = _governing_verb(token)
    if verb is not None and verb != token.head:
        token.head = verb


def _governing_verb(token: Token) -> Token | None:
    """The verb whose last phrase, or whose name as subject, the token ends."""
    at = token.head
    if at.dep_ in SUBJECTS:
        return at.head if at.pos_ == "PROPN" and is_verb(at.head) else None
    edge = token.right_edge.i
    while at.dep_ in {"pobj", "dobj", "prep", "attr"} and at.right_edge.i == edge:
        if at.dep_ == "prep" and at.lower_ in TEMPORAL | {"according"}:
            return None  # "until his retirement in 2018", "according to police on Thursday"
        at = at.head
        if is_verb(at):
            return at
    return None
