"""Names that could also be right: with the key, or in the same part of the same event."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import context_line
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import reports
from quizgen.distractors.persons import BLAMING
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words, significant

DOER = frozenset({"nsubj", "agent"})
UNDERGOER = frozenset({"dobj", "nsubjpass", "dative"})
LINKS = (", ", " and ", ", and ", ", along with ")
SAME_WORDS = 0.5  # of the stem's words in another sentence: it tells the same


def barred(draft: Draft, analysis: Analysis) -> set[str]:
    """The key by every text, and names that the article may give as another right answer."""
    key = draft.asked.name
    assert key is not None
    found = {key.text, key.nation, draft.key, *key.aliases, *draft.accepted} - {""}
    fact = draft.fact
    for token in fact.sentence.span:
        mention = analysis.names.at(fact.sentence.paragraph, token)
        if mention is not None and _beside_key(token, draft):
            found.add(mention.name.text)
    found |= set(_same_slot(draft, analysis)) | set(_parts(key, analysis))
    found |= set(_blamed_too(draft, analysis))
    found |= set(_beside(key, analysis)) | set(_told_by_title(draft, analysis))
    return found | set(_told_again(draft, analysis))


def _told_by_title(draft: Draft, analysis: Analysis) -> Iterator[str]:
    """Names of the title where it is shown with a gap for the key: they do not fill the gap.

    People of the title in any case: it tells what they did, or that they died.
    """
    title = context_line.shown_title(draft, analysis)
    if context_line.OMITTED in title or draft.kind == "person":
        names = {m.name for m in analysis.names.mentions if m.name.kind == draft.kind}
        shown = set(content_words(title))
        yield from (n.text for n in names if shown & set(content_words(n.text.split()[-1])))


def _beside(key: Name, analysis: Analysis) -> Iterator[str]:
    """Names that the title or the text puts beside the key with a comma or "and"."""
    shown = f"{analysis.article.title}\n{analysis.article.text}"
    own = "|".join(re.escape(text) for text in (key.text, *key.aliases))
    for name in {m.name for m in analysis.names.mentions if m.name.kind == key.kind} - {key}:
        if not (_joined(key, name, shown) or _joined(name, key, shown)):
            continue  # a pattern for each pair costs far more
        other = "|".join(re.escape(text) for text in (name.text, *name.aliases))
        between = r"(?:,| and|, and|, along with) (?:the )?"
        pair = rf"\b(?:(?:{own}){between}(?:{other})|(?:{other}){between}(?:{own}))\b"
        if re.search(pair, shown):
            yield name.text


def _joined(one: Name, other: Name, shown: str) -> bool:
    """Whether the letters of both names stand in this order with a link between."""
    leads = (f"{text}{link}" for text in (one.text, *one.aliases) for link in LINKS)
    behind = (other.text, *other.aliases)
    return any(
        f"{lead}{the}{text}" in shown
        for lead in leads
        if lead in shown
        for the in ("", "the ")
        for text in behind
    )


def _parts(key: Name, analysis: Analysis) -> Iterator[str]:
    """Names of what the article says to be the key's, or of what it says the key to be part of."""
    for mention in analysis.names.mentions:
        root = analysis.docs[mention.paragraph][mention.start : mention.end].root
        holder = root.head
        if root.dep_ == "pobj" and root.head.lower_ == "of":
            holder = root.head.head
        elif root.dep_ != "poss":
            continue
        held = analysis.names.at(mention.paragraph, holder)
        if held is not None and key in {held.name, mention.name}:
            yield from (held.name.text, mention.name.text)


def _beside_key(token: Token, draft: Draft) -> bool:
    """Whether a name of the sentence may be right too: with the key, or not said in the stem.

    "Before joining the Senate, she served in the House": both are places where she served.
    """
    if token in draft.asked.whole or token in draft.asked.head.conjuncts:
        return True
    return draft.asked.role not in {"subject", "object", "agent"}


def _same_slot(draft: Draft, analysis: Analysis) -> Iterator[str]:
    """Names that have the same part in what the same verb tells elsewhere in the article."""
    clause, own = draft.fact.clause, set(_slots(draft.asked.head))
    if clause is None or reports(clause.verb):
        return
    for mention in analysis.names.mentions:
        tokens = analysis.docs[mention.paragraph][mention.start : mention.end]
        if any(own & set(_slots(token)) for token in tokens):
            yield mention.name.text


def _blamed_too(draft: Draft, analysis: Analysis) -> Iterator[str]:
    """People who suffer or are blamed for the like elsewhere in the article, if one is asked for.

    Who was charged may have been arrested, too.
    """
    if draft.kind != "person" or not BLAMING.search(draft.stem):
        return
    for mention in analysis.names.mentions:
        root = analysis.docs[mention.paragraph][mention.start : mention.end].root
        if root.dep_ in UNDERGOER and BLAMING.match(root.head.lemma_):
            yield mention.name.text


def _slots(token: Token) -> Iterator[tuple[str, str, str]]:
    """The parts that a phrase has, each with the word that gives it, and the preposition.

    The subject of a verb is that of the verbs coordinated with it, too.
    """
    if token.dep_ in {"conj", "appos"} and token.head != token:
        yield from _slots(token.head)
    elif token.dep_ == "pobj" and token.head.dep_ != "agent":
        yield "pobj", token.head.head.lemma_, token.head.lower_
    else:
        verb = token.head.head if token.dep_ == "pobj" else token.head
        doer = token.dep_ in DOER or token.dep_ == "pobj"
        part = "doer" if doer else "undergoer" if token.dep_ in UNDERGOER else token.dep_
        yield from ((part, each.lemma_, "") for each in (verb, *verb.conjuncts))


def _told_again(draft: Draft, analysis: Analysis) -> Iterator[str]:
    """Names in other sentences that tell mostly the same as the stem."""
    asked, own = set(significant(draft.stem)), draft.fact.sentence.span
    for mention in analysis.names.mentions:
        if not asked or mention.name.kind != draft.kind:
            continue
        sentence = analysis.docs[mention.paragraph][mention.start].sent
        if sentence != own and _shared(asked, set(significant(sentence.text))):
            yield mention.name.text


def _shared(asked: set[str], told: set[str]) -> bool:
    return len(asked & told) >= SAME_WORDS * len(asked)
