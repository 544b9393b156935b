"""The story: what holds for the whole article and changes how its phrases are worded.

Times told from the day of publication are written out, pronouns that are certain are replaced,
and a compound that the title has introduced is shortened ("the export curbs" to "the curbs").
"""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis import references
from quizgen.analysis.names import Mention
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children, subtree
from quizgen.analysis.times import MONTHS, WEEKDAYS
from quizgen.wording.anchoring import anchored
from quizgen.wording.callings import callings
from quizgen.wording.clauses import Story, is_of_thing
from quizgen.wording.deaths import dead
from quizgen.wording.descriptions import descriptions
from quizgen.wording.surface import text_of

COUNTING = frozenset("all both each every most several some the a an".split())
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
FURTHER = {"added": "said", "adds": "says"}


def story_of(analysis: Analysis) -> Story:
    """The story of an article."""
    title = analysis.article.title
    swaps: dict[tuple[int, int], str] = {}
    compounds = _compounds(analysis)
    capitals = _names_of_one_word(analysis)
    small = _small_words(analysis)
    for number, doc in enumerate(analysis.docs):
        if analysis.paragraphs[number].kind == "body":
            here = dict(_lowered(doc, small))
            here |= {t.i: t.text for t in doc if t.is_sent_start and t.text in capitals}
            here |= dict(anchored(number, analysis)) | dict(_said_further(doc))
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
        descriptions(analysis),
    )


def _said_further(doc: Doc) -> Iterator[tuple[int, str]]:
    """The word "said" for "added", which goes on from what the student has not read."""
    for token in doc:
        if token.lower_ in FURTHER and children(token, "ccomp") and not children(token, "dobj"):
            yield token.i, FURTHER[token.lower_]


def _as_named(mention: Mention, doc: Doc) -> str:
    """A name as the article gives it, with its article ("the Justice Department")."""
    article = "the " if mention.start and doc[mention.start - 1].lower_ == "the" else ""
    return article + doc[mention.start : mention.end].text


def _references(doc: Doc, swaps: dict[int, str]) -> Iterator[tuple[int, str]]:
    for token in doc:
        antecedent = references.shared_object(token)
        if antecedent is not None:
            yield token.i, text_of(subtree(antecedent), swaps)


def _small_words(analysis: Analysis) -> set[str]:
    """The words, with their singulars, that the article writes in lower case and never large."""
    body = [t for doc in analysis.docs for t in doc]
    large = {t.lower_ for t in body if t.is_title and t.i and not t.is_sent_start and _within(t)}
    return {w for t in body if t.is_lower for w in (t.lower_, t.lemma_.lower())} - large


def _lowered(doc: Doc, small: set[str]) -> Iterator[tuple[int, str]]:
    """Words whose capital is that of a sentence only, though they were read as a name's.

    "Spikes" of an article that writes "a spike", "All three" after a colon, "Al-" of "al-Hariri".
    """
    for token in doc[:-1]:
        before = token.nbor(-1).text if token.i else ""
        if len(token) > 1 and token.is_title and (token.is_sent_start or before == ":"):
            follows = token.nbor(1)
            particle = follows.text == "-" and token.lower_ in small
            alone = follows.pos_ != "PROPN" and gazetteer.lookup(token.text) is None
            listed = before == ":" and token.lower_ in COUNTING
            if listed or particle or (alone and _reads_small(token, small)):
                yield token.i, token.lower_


def _reads_small(token: Token, small: set[str]) -> bool:
    written = token.lower_ in small or token.lower_.removesuffix("s") in small
    named = token.pos_ == "PROPN" or token.ent_type_ in NAMED  # of others the capital goes anyway
    return named and written and token.lower_ not in CALENDAR


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
    return not token.is_sent_start and before.is_alpha


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
