"""Callings: what the article calls its people ("astronomer"), so that "Which astronomer" can ask.

Professional news quizzes ask "Which president" far oftener than "Who". The wrong answers must then
be called the same.
"""

from collections.abc import Iterator
from functools import cache

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
OFFICIAL = frozenset("national foreign general federal special civil serial provincial".split())
RANKS = frozenset(
    "vice deputy former prime chief assistant associate acting interim junior".split()
)
GENERIC = frozenset("company firm group team club party agency city school".split())
NOT_NOW = frozenset("then late ex formerly once previously onetime".split())
"""Words before a calling that was or may be; "former" goes into the calling."""
OTHERS = frozenset({"heir", "member", "partner"})
"""Nouns for what somebody is to others, like those for kin."""


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
    while i >= 0 and _of_calling(doc[i]):
        run.insert(0, doc[i])
        i -= 1
    addressed = any(t.lower_.rstrip(".") in ADDRESS for t in run)  # "Mr Justice"
    if not run or not _names_person(run[-1]) or addressed:
        return ""
    before = doc[i] if i >= 0 else None
    if _of_others(run[-1]) or (before is not None and _cut(before, run)):
        return ""
    if run[-1].lemma_.lower() in words("posts.txt"):
        run = run[-1:] if before is not None and _shared(before, run) else list(_own_words(run))
    former = before is not None and before.lower_ == "former"
    return _told(run, former=former)


def _of_others(noun: Token) -> bool:
    """Whether a noun says what somebody is to somebody else ("daughter")."""
    return noun.lemma_.lower() in words("kin_nouns.txt") | OTHERS


def _cut(before: Token, run: list[Token]) -> bool:
    """Whether a calling begins before the words found, or is none of today."""
    if before.text == "-" or before.lower_ in NOT_NOW | words("unreal_adjectives.txt"):
        return True
    if _shared(before, run) and run[-1].lemma_.lower() not in words("posts.txt"):
        return True
    named = before.is_title and before.tag_ in {"NNP", "JJ"} and before.head in run
    return named and before.ent_type_ not in {"GPE", "NORP"} and not before.is_sent_start


def _shared(before: Token, run: list[Token]) -> bool:
    """Whether words are coordinated with those before: "trade and" + "industry commissioner"."""
    joined = before.dep_ == "cc" and bool({before.head, before.head.head} & set(run))
    return joined or before.dep_ == "conj"


def _told(run: list[Token], *, former: bool) -> str:
    """The words of a calling; "" where they say nothing lasting of the person."""
    if len(run) > 1 and run[0].lower_ in GENERIC:
        run = run[1:]  # "company CEO"
    alone = all(t.lower_ in RANKS for t in run[:-1])
    if alone and run[-1].lemma_.lower() in words("passing_people.txt"):
        return ""
    return ("former " if former else "") + " ".join(map(_small, run))


def _of_calling(token: Token) -> bool:
    noun = token.tag_ in {"NN", "NNP"} and token.dep_ in {"compound", "nmod"}
    rank = token.lower_ in RANKS | OFFICIAL and token.lower_ != "former"
    return noun or (token.dep_ == "amod" and rank)


def _own_words(run: list[Token]) -> Iterator[Token]:
    """The words of a post without its country: "president" of "Chile president"."""
    last = max((n for n, t in enumerate(run[:-1]) if t.ent_type_ == "GPE"), default=-1)
    yield from run[last + 1 :]


def _small(token: Token) -> str:
    """A word of a calling, in lower case unless it is of a name; that of a ministry is not."""
    named = token.ent_type_ in {"ORG", "GPE", "NORP"} or token.nbor(1).ent_type_ == "ORG"
    if named and gazetteer.lookup(token.text) is None and token.lower_ in _portfolios():
        named = False  # "Interior Minister" is read as a body's name
    return token.text if named or not token.is_title else token.lower_


@cache
def _portfolios() -> frozenset[str]:
    """The words of ministers' titles ("interior", "defence", "minister")."""
    ministers = (t for t in gazetteer.titles() if t.endswith(("Minister", "Secretary")))
    return frozenset(word.lower() for title in ministers for word in title.split())


def _names_person(token: Token) -> bool:
    return is_title(token) or gazetteer.is_person_noun(token.lemma_)


def _beside(root: Token) -> str:
    """The noun in apposition to a name or said of it: "X, a herpetologist at the university"."""
    told = [c for c in children(root, "appos") if fence_before(c)]
    verb = root.head
    if root.dep_ == "nsubj" and verb.lemma_ == "be" and not child(verb, "neg", "aux"):
        told += children(verb, "attr") if verb.tag_ in {"VBZ", "VBP"} else []
    nouns = (
        t
        for t in told
        if t.tag_ == "NN" and gazetteer.is_person_noun(t.lemma_) and not _of_others(t)
    )
    found = next((t for t in nouns if t.lemma_ not in words("generic_people.txt")), None)
    if found is None or any(t.lower_ in NOT_NOW for t in found.subtree):
        return ""
    former = any(c.lower_ == "former" for c in children(found, "amod"))
    return _told(_with_rank(found), former=former)


def _with_rank(noun: Token) -> list[Token]:
    """A noun for a person with the words that make it another post: "vice president"."""
    run = [noun]
    while run[0].i and run[0].nbor(-1) in noun.children:
        before = run[0].nbor(-1)
        hyphened = before.i > 0 and before.nbor(-1).text == "-"  # "a long-time advocate"
        if (before.dep_ != "compound" and before.lower_ not in RANKS) or hyphened:
            break
        if before.lower_ == "former":
            break
        run.insert(0, before)
    return run
