"""Attachments: phrases and clauses that the parser hung on the wrong word, hung on the right one.

Each function looks at one token and moves it where structure alone shows that it is misplaced.
"""

import re

from spacy.tokens import Token

from quizgen.analysis.selection import selects
from quizgen.analysis.syntax import SUBJECTS, child, children, fence_before, is_finite, is_verb
from quizgen.data import words

LOCATING = frozenset({"on", "at", "in", "during"})
RELATIVES = frozenset({"which", "whom"})
CLOCK = re.compile(r"[ap]\.m\.?")
UNIT_LETTERS = frozenset({"m", "k", "b", "bn"})


def hang(token: Token, head: Token, label: str = "") -> None:
    """Hang a token on another, unless that hangs on it: the tree must stay one."""
    if head != token and token not in head.ancestors:
        token.head = head
        token.dep_ = label or token.dep_


def unit_letter(token: Token) -> None:
    """In "$630m." the letter is the number's."""
    if not token.i or token.lower_ not in UNIT_LETTERS or token.dep_ != "pobj":
        return
    number = token.nbor(-1)
    if number.like_num and not number.whitespace_ and number.head == token.head:
        hang(token, number, "quantmod")


def clock(token: Token) -> None:
    """In "by 10 a.m. Central European Time" the abbreviation is the number's."""
    number = token.nbor(-1) if token.i else token
    if CLOCK.fullmatch(token.text) and number.like_num and number.head != token:
        hang(token, number, "npadvmod")


def complement_of_noun(token: Token) -> None:
    """In "doubted the importance of Lima to Peru" the phrase is the noun's."""
    verb = token.head
    if token.dep_ != "prep" or token.lower_ != "to" or not is_verb(verb):
        return
    noun = child(verb, "dobj")
    if noun is None or noun.right_edge.i + 1 != token.i or selects(verb, token):
        return
    if noun.lemma_ in words("nouns_with_to.txt") and verb.lemma_ not in words("light_verbs.txt"):
        hang(token, noun)


def place_after_person(token: Token) -> None:
    """In "criticised Maria Santos on Twitter" the phrase is the verb's."""
    person = token.head
    if token.dep_ != "prep" or token.lower_ not in LOCATING or person.ent_type_ != "PERSON":
        return
    if token.i < person.i or person.dep_ in SUBJECTS:
        return
    verb = next((a for a in person.ancestors if is_verb(a)), None)
    named = person.dep_ in {"appos", "dobj", "pobj"} and token.nbor(-1).i == person.i
    if verb is not None and named and verb.i < person.i:
        hang(token, verb)


def selected_past_participle(token: Token) -> None:
    """In "sentenced a doctor based in Lima to prison" the main verb selects the phrase."""
    participle = token.head
    if token.dep_ != "prep" or participle.dep_ != "acl" or selects(participle, token):
        return
    noun = participle.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or not selects(noun.head, token):
        return
    verb = noun.head
    for part in children(participle, "prep"):
        if part.i >= token.i:
            hang(part, verb)


def infinitive_of_noun(token: Token) -> None:
    """In "was part of a mission to return refugees" the infinitive is the noun's."""
    verb = token.head
    complement = child(verb, "attr")
    if token.dep_ != "xcomp" or verb.lemma_ != "be" or complement is None:
        return
    start = token.left_edge
    noun = start.nbor(-1) if start.i else token
    inside = start.lower_ == "to" and complement.i <= noun.i
    if inside and noun in complement.subtree and noun.tag_[:2] == "NN":
        hang(token, noun, "acl")


def name_read_as_verb(token: Token) -> None:
    """In "could make the Kessel Run" the last word of the name is no verb."""
    inside = token.ent_iob_ == "I" and token.is_title and token.tag_ in {"VB", "VBP", "NN"}
    if not inside or token.dep_ != "ccomp" or not is_verb(token.head):
        return
    rest = child(token, "nsubj")
    if rest is None or rest.i + 1 != token.i or rest.ent_iob_ == "O" or not rest.is_title:
        return
    token.tag_, token.dep_ = "NNP", "dobj"
    token.pos_ = "PROPN"
    rest.dep_ = "compound"
    for part in children(rest, "det", "amod", "compound"):
        hang(part, token)


def relative_of_part(token: Token) -> None:
    """In "used eight days, six of which were paid" the second clause is a relative one."""
    verb = token.head
    subject = child(token, *SUBJECTS)
    if token.dep_ not in {"ccomp", "advcl", "conj", "parataxis"} or subject is None:
        return
    of = child(subject, "prep")
    whose = child(of, "pobj") if of is not None else None
    if whose is None or whose.lower_ not in RELATIVES or not fence_before(token):
        return
    noun = token.left_edge.nbor(-2) if token.left_edge.i > 1 else verb
    nouns = [t for t in (noun, *noun.ancestors) if t.tag_[:2] in {"NN", "CD"} and t != verb]
    if nouns and is_finite(token):
        hang(token, nouns[-1], "relcl")


def contrast(token: Token) -> None:
    """In "debt is rising yet many jobs are lost" the word joins two clauses."""
    subject = token.head
    while subject.dep_ in {"amod", "nummod", "advmod"} and subject.head.left_edge == token:
        subject = subject.head
    opens = subject.dep_ in SUBJECTS and subject.left_edge == token
    if token.lower_ == "yet" and token.dep_ == "advmod" and opens and token.i > token.sent.start:
        hang(token, subject.head, "cc")


def converted_sum(token: Token) -> None:
    """In "a US$40 million (£28 million) contract" the noun is the contract."""
    number = token.head
    closed = token.i > 1 and token.nbor(-1).text == ")"
    if token.dep_ != "appos" or token.tag_ != "NN" or number.ent_type_ != "MONEY" or not closed:
        return
    if number.tag_ != "CD" or number.dep_ not in {"pobj", "dobj", "nsubj", "attr"}:
        return
    hang(token, number.head, number.dep_)
    for part in children(number, "det"):
        hang(part, token)
    hang(number, token, "nummod")


def subject_of_auxiliary(token: Token) -> None:
    """In "after his factory was closed" all that hangs on "was" is the participle's."""
    verb = token.head
    if token.dep_ not in {"aux", "auxpass"} or child(token, *SUBJECTS) is None:
        return
    if child(token, "mark") is not None and verb.dep_ == "conj":
        verb.dep_ = "advcl"
    for part in list(token.children):
        hang(part, verb)


def name_after_noun(token: Token) -> None:
    """In "Ana Lopes, editor of trade journal Food Week," the name is the journal's."""
    first = token.left_edge
    before = first.nbor(-1) if first.i else token
    if token.dep_ != "appos" or token.pos_ != "PROPN" or before.tag_ != "NN":
        return
    if before != token.head and token.head in before.ancestors and before not in token.subtree:
        hang(token, before)


def day_before_content(token: Token) -> None:
    """In "announced on Friday there were suspects" the day is the first verb's."""
    content = token.head
    subject = child(content, *SUBJECTS, "expl")
    if token.dep_ != "prep" or content.dep_ != "ccomp" or subject is None:
        return
    opens = content.left_edge == token and content.head.i < token.i < subject.left_edge.i
    dated = any(c.ent_type_ == "DATE" for c in children(token, "pobj"))
    if opens and dated and not token.nbor(-1).is_punct:
        hang(token, content.head)


def second_doer(token: Token) -> None:
    """In "was beaten by 40 votes by Ana Lopes" the doer comes second."""
    measure = token.head
    first = measure.head
    if token.dep_ != "prep" or token.lower_ != "by" or first.dep_ != "agent":
        return
    if measure.dep_ == "pobj" and child(measure, "nummod") is not None:
        hang(token, first.head, "agent")
        first.dep_ = "prep"


def listed_place(token: Token) -> None:
    """In "routes to Lima, Hanoi, and Kigali" the second place is no apposition."""
    first = token.head
    places = {first.ent_type_, token.ent_type_} == {"GPE"}
    if token.dep_ != "appos" or not places or not fence_before(token):
        return
    word = child(token, "cc")
    if word is not None and word.lower_ == "and" and child(token, "conj") and _comma(word):
        token.dep_ = "conj"


def _comma(word: Token) -> bool:
    return word.nbor(-1).text == ","


def place_after_relatives(token: Token) -> None:
    """In "lives with his parents in Lima" the place is the verb's."""
    people = token.head
    if token.dep_ != "prep" or token.lower_ != "in" or people.dep_ != "pobj":
        return
    company, placed = people.head, any(c.ent_type_ == "GPE" for c in children(token, "pobj"))
    owned = any(c.tag_ == "PRP$" for c in children(people, "poss"))
    if company.lower_ == "with" and owned and placed and is_verb(company.head):
        hang(token, company.head)


MOVES = (
    second_doer,
    listed_place,
    place_after_relatives,
    unit_letter,
    clock,
    complement_of_noun,
    place_after_person,
    selected_past_participle,
    infinitive_of_noun,
    name_read_as_verb,
    relative_of_part,
    contrast,
    subject_of_auxiliary,
    name_after_noun,
    day_before_content,
    converted_sum,
)
