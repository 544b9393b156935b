"""Wrong roles: what the article says that other people are, of like length.

Then the role itself at another place or body of the kind: mayor of another city.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from quizgen import peers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors.alike import in_style
from quizgen.distractors.persons import is_famous
from quizgen.facts.fact import Argument, Fact
from quizgen.rules.asking import Draft
from quizgen.wording.surface import significant, text_of

LONGER = 2.0  # times the letters of the other; beyond it the longer one stands out
LONGEST = 12  # words of a role that is still read at a glance
EXCHANGED = frozenset("city state province university media company agency museum team".split())
"""Kinds of names that a role can be at another of; a post in another country may not exist."""
TWO = (
    2  # roles of the article; with one of the key's own kind beside them that pair would stand out
)
NEAREST = 5  # other names that come into question
POINTING = re.compile(r"\b(?:th(?:is|at|ese|ose)|his|her|their|its)\b")
ARTICLE = re.compile(r"^(?:the|a(?=n? ))", re.IGNORECASE)


def wrong(draft: Draft, facts: Iterable[Fact], analysis: Analysis, seed: int) -> Iterator[str]:
    """The roles of other people of the article, those that open like the key first.

    None at a body that the key is at, too: who is a colleague there may also be a scientist there.
    """
    holder = draft.fact.slots.get("holder")
    if holder is None or holder.name is None or holder.name.kind != "person":
        return
    if set(significant(draft.key)) & set(significant(draft.stem)):
        return  # the founder of Santos Construction is Maria Santos
    own, at = set(significant(draft.key)), _names_in(draft.asked, draft.fact, analysis)
    found: list[str] = []
    named: set[Name] = set()  # two roles at one body would be a pair that tells
    for fact in facts:
        other, role = fact.slots.get("holder"), fact.slots.get("role")
        if fact.kind != "role" or other is None or role is None or other.name is None:
            continue
        if other.name == holder.name or other.name.kind != "person" or "titled" in fact.tags:
            continue
        text = text_of(role.tokens)
        apart = _apart(set(significant(text)), own, draft)
        if POINTING.search(text) or is_famous(other.name):
            continue
        there = _names_in(role, fact, analysis)
        if _alike(text, draft.key) and apart and not (at | named) & there:
            found.append(text)
            named |= there
    yield from sorted(found, key=lambda text: _opening(text) != _opening(draft.key))
    if len(found) < TWO:
        yield from _elsewhere(draft, analysis, at, seed)


def _elsewhere(draft: Draft, analysis: Analysis, at: set[Name], seed: int) -> Iterator[str]:
    """The key with another name of the kind for the only one in it; none of the article."""
    name = next(iter(at)) if len(at) == 1 else None
    if name is None or name.kind not in EXCHANGED:
        return
    own = max((t for t in (name.text, *name.aliases) if t in draft.key), key=len, default="")
    if not own or draft.key.count(own) > 1 or re.search(rf"\b[Aa]n? {re.escape(own)}", draft.key):
        return
    told = frozenset(significant(draft.key))
    found = peers.peers(name.text, name.kind, told)
    others = [text for text in found if analysis.names.called(text) is None][:NEAREST]
    others.sort(key=lambda text: sha256(f"{seed}/{draft.stem}/{text}".encode()).digest())
    styled = [in_style(text, own) for text in others if _of_form(text, own)]
    yield from (put_into(text, own, draft.key) for text in styled if text)


def _of_form(text: str, own: str) -> bool:
    """Whether "University" stands in both of two names at the same end, or in neither."""
    ends = [(t.startswith("University of"), "University" in t) for t in (text, own)]
    return ends[0] == ends[1]


def put_into(text: str, own: str, key: str) -> str:
    """The key with another name for its own, with article and ending as that name has them."""
    found = re.search(rf"(?P<the>\bthe )?{re.escape(own)}(?P<ending>['’]s?(?!\w))?", key)
    assert found is not None
    the = found["the"] or ""
    if "University" in f"{text} {own}":
        the = "the " if re.match(r"University of|\w+ Institute of", text) else ""
    ending = ("'" if text.endswith("s") else "'s") if found["ending"] else ""
    return f"{key[: found.start()]}{the}{text}{ending}{key[found.end() :]}"


def _names_in(role: Argument, fact: Fact, analysis: Analysis) -> set[Name]:
    """The names that a role holds."""
    mentions = (analysis.names.at(fact.sentence.paragraph, token) for token in role.tokens)
    return {mention.name for mention in mentions if mention is not None}


def _opening(text: str) -> str:
    found = ARTICLE.match(text)
    return found.group().lower() if found else ""


def _alike(text: str, key: str) -> bool:
    """Whether two roles are of like length and case, so that neither stands out."""
    length = sorted((len(text), len(key)))
    short = len(text.split()) <= LONGEST
    cased = text[0].isupper() == key[0].isupper() or bool(_opening(text) and _opening(key))
    return cased and length[1] <= LONGER * length[0] and short


def _apart(words: set[str], own: set[str], draft: Draft) -> bool:
    """Whether neither role says all that the other says, and none is told in the stem."""
    told = words & set(significant(draft.stem))
    return bool(words - own) and bool(own - words) and not told
