"""Callings: what the article calls its people ("astronomer"), so that "Which astronomer" can ask.

Professional news quizzes ask "Which president" far oftener than "Who". The wrong answers must then
be called the same.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import is_title
from quizgen.analysis.names import Mention, Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import child, children, fence_before, in_quotes
from quizgen.data import words

ADDRESS = frozenset(
    "mr mrs ms miss dr sir lord lady dame madam mx st prof professor sen rep".split()
)
RANKS = frozenset(
    "vice deputy former prime chief assistant associate acting interim junior".split()
)
RELATIVES = frozenset(
    "son daughter wife husband father mother brother sister uncle aunt cousin nephew niece parent "
    "grandson granddaughter grandfather grandmother widow widower spouse partner twin fiance "
    "stepson stepdaughter heir member".split()
)


def callings(analysis: Analysis) -> dict[Name, str]:
    """For each person whom the article calls something, the first such calling."""
    found: dict[Name, str] = {}
    for mention in analysis.names.mentions:
        if mention.name.kind == "person" and mention.name not in found:
            told = _calling(analysis.docs[mention.paragraph], mention)
            found |= {mention.name: told} if told else {}
    return found


def _calling(doc: Doc, mention: Mention) -> str:
    root = doc[mention.start : mention.end].root
    if in_quotes(root):
        return ""
    return _before(doc, mention) or _beside(root)


def _before(doc: Doc, mention: Mention) -> str:
    """The nouns right before a name: "prime minister", "UCL astronomer"."""
    run: list[Token] = []
    i = mention.start - 1
    while i >= 0 and doc[i].tag_ in {"NN", "NNP"} and doc[i].dep_ in {"compound", "nmod"}:
        run.insert(0, doc[i])
        i -= 1
    if not run or not _names_person(run[-1]) or run[-1].lower_.rstrip(".") in ADDRESS:
        return ""
    if run[-1].lemma_.lower() in RELATIVES or (i >= 0 and doc[i].text == "-"):
        return ""
    if run[-1].lemma_.lower() in words("posts.txt"):
        run = list(_own_words(run))
    former = i >= 0 and doc[i].lower_ == "former"
    return ("former " if former else "") + " ".join(_small(t) for t in run)


def _own_words(run: list[Token]) -> Iterator[Token]:
    """The words of a post without the body it belongs to: "CEO" of "Apple CEO"."""
    last = max((n for n, t in enumerate(run[:-1]) if t.ent_type_ in {"ORG", "GPE"}), default=-1)
    yield from run[last + 1 :]


def _small(token: Token) -> str:
    named = token.ent_type_ in {"ORG", "GPE", "NORP"} or not token.is_title
    return token.text if named else token.lower_


def _names_person(token: Token) -> bool:
    return is_title(token) or gazetteer.is_person_noun(token.lemma_)


def _beside(root: Token) -> str:
    """The noun in apposition to a name or said of it: "X, a herpetologist at the university"."""
    told = [c for c in children(root, "appos") if fence_before(c)]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be" and not child(root.head, "neg"):
        told += children(root.head, "attr")
    nouns = (
        t
        for t in told
        if t.tag_ == "NN" and gazetteer.is_person_noun(t.lemma_) and t.lemma_ not in RELATIVES
    )
    found = next((t for t in nouns if t.lemma_ not in words("generic_people.txt")), None)
    return " ".join(_small(t) for t in _with_rank(found)) if found is not None else ""


def _with_rank(noun: Token) -> Iterator[Token]:
    """A noun for a person with the words that make it another post: "vice president"."""
    run = [noun]
    while run[0].i and run[0].nbor(-1) in noun.children:
        before = run[0].nbor(-1)
        if before.dep_ != "compound" and before.lower_ not in RANKS:
            break
        run.insert(0, before)
    yield from run
