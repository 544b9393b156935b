"""The story: what holds for the whole article and changes how its phrases are worded.

Times told from the day of publication are written out, pronouns that are certain are replaced,
and a compound that the title has introduced is shortened ("the export curbs" to "the curbs").
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from quizgen.analysis import references, times
from quizgen.analysis.names import Mention
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children, subtree
from quizgen.wording.callings import callings
from quizgen.wording.clauses import Story, is_of_thing
from quizgen.wording.deaths import dead
from quizgen.wording.surface import text_of

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
GRAIN_PREPOSITION = {"day": "on", "month": "in", "year": "in"}


def story_of(analysis: Analysis) -> Story:
    """The story of an article."""
    title = analysis.article.title
    swaps: dict[tuple[int, int], str] = {}
    compounds = _compounds(analysis)
    capitals = _names_of_one_word(analysis)
    for number, doc in enumerate(analysis.docs):
        if analysis.paragraphs[number].kind == "body":
            here = {t.i: t.text for t in doc if t.is_sent_start and t.text in capitals}
            here |= dict(_dates(doc, analysis))
            here |= dict.fromkeys(_known_compounds(doc, title.casefold(), compounds), "")
            here |= dict(_references(doc, here))
            swaps |= {(number, i): text for i, text in here.items()}
    people = {(r.paragraph, r.token): r.name for r in analysis.references}
    as_named = {
        (r.paragraph, r.token): _as_named(r.antecedent, analysis.docs[r.antecedent.paragraph])
        for r in analysis.references
        if is_of_thing(r.name)
    }
    return Story(
        analysis.names,
        analysis.article.published,
        title,
        swaps,
        people,
        callings(analysis),
        as_named,
        dead(analysis),
    )


def _as_named(mention: Mention, doc: Doc) -> str:
    """A name as the article gives it, with its article ("the Justice Department")."""
    article = "the " if mention.start and doc[mention.start - 1].lower_ == "the" else ""
    return article + doc[mention.start : mention.end].text


def _references(doc: Doc, swaps: dict[int, str]) -> Iterator[tuple[int, str]]:
    for token in doc:
        antecedent = references.shared_object(token)
        if antecedent is not None:
            yield token.i, text_of(subtree(antecedent), swaps)


def _dates(doc: Doc, analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Texts for times that have a value only by the day of publication."""
    if analysis.article.published is None:
        return
    for ent in doc.ents:
        if ent.label_ != "DATE" or _nowadays(ent):
            continue
        time = times.read(ent, analysis.article.published)
        follows = doc[ent.end].text if ent.end < len(doc) else ""
        inside = ent.root.dep_ in {"compound", "nmod", "amod", "poss"}  # "today's edition"
        possessive = inside or "'s" in (follows, ent[-1].text)
        if not time.absolute and time.value and time.grain in GRAIN_PREPOSITION and not possessive:
            before = doc[ent.start - 1].lower_ if ent.start else ""
            lead = (
                ""
                if before in {"on", "in", "since", "until", "by", "of", "from", "before", "after"}
                else GRAIN_PREPOSITION[time.grain] + " "
            )
            end = ent.end + (follows in PARTS_OF_DAY)
            part = _part_of_day(doc[ent.start : end].text)
            yield ent.start, lead + part + times.spoken(time.value)
            yield from ((i, "") for i in range(ent.start + 1, end))


def _names_of_one_word(analysis: Analysis) -> set[str]:
    """Words with a capital inside some sentence and nowhere without, so a name at a start too."""
    body = [
        t
        for paragraph, doc in zip(analysis.paragraphs, analysis.docs, strict=True)
        if paragraph.kind == "body"
        for t in doc
    ]
    small = {t.lower_ for t in body if t.is_lower}
    inside = (t for t in body if t.i and t.is_title and not t.is_sent_start and _within(t))
    return {t.text for t in inside if t.lower_ not in small and t.pos_ == "PROPN"}


def _within(token: Token) -> bool:
    """Whether the word before belongs to the same sentence and is no mark."""
    before = token.nbor(-1)
    return before.sent == token.sent and before.is_alpha


def _nowadays(ent: Span) -> bool:
    """Whether "today" means these days, as it does with a verb in the present."""
    return ent.text.lower() == "today" and ent.root.head.tag_ in {"VBZ", "VBP"}


def _part_of_day(text: str) -> str:
    part = re.search(r"\b(morning|afternoon|evening|night)\b", text, re.IGNORECASE)
    return f"the {part[1].lower()} of " if part else ""


def _compounds(analysis: Analysis) -> dict[str, set[str]]:
    """For each head noun the nouns that stand before it anywhere in the article."""
    found: dict[str, set[str]] = defaultdict(set)
    for paragraph, doc in zip(analysis.paragraphs, analysis.docs, strict=True):
        for token in doc if paragraph.kind == "body" else ():
            if token.tag_ in {"NN", "NNS"}:
                found[token.lower_] |= {
                    c.lower_ for c in children(token, "compound", "amod", "nmod")
                }
    return found


def _known_compounds(doc: Doc, title: str, compounds: dict[str, set[str]]) -> Iterator[int]:
    """Compound nouns that can go: the title holds the whole and nothing else is so called."""
    for token in doc:
        parts = [c for c in token.children if c.dep_ not in {"det", "punct"} and c.i < token.i]
        if token.tag_ not in {"NN", "NNS"} or len(parts) != 1:
            continue
        part = parts[0]
        whole = f"{part.lower_} {token.lower_}"
        definite = any(c.lower_ == "the" for c in children(token, "det"))
        if (
            _plain_compound(part)
            and definite
            and whole in title
            and compounds[token.lower_] == {part.lower_}
        ):
            yield part.i


def _plain_compound(part: Token) -> bool:
    return part.dep_ in {"compound", "nmod"} and part.tag_ == "NN" and part.nbor(1) == part.head
