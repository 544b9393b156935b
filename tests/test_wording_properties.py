"""What holds of every question on every sentence of a grammar, whatever its words."""

import re

from hypothesis import given
from hypothesis import strategies as st
from parses import Word, analysis_of, doc_of

from quizgen.facts import find
from quizgen.rules.asking import Draft, ask
from quizgen.rules.loading import load_rules
from quizgen.soundness import gate
from quizgen.wording.story import story_of

SUBJECTS = ("Kenya", "Vietnam", "Poland")
OBJECTS = ("treaties", "exports", "schools")
PLACES = ("Brazil", "Chile", "India")
# lemma, past, participle, third person
VERBS = (
    ("sign", "signed", "signed", "signs"),
    ("ban", "banned", "banned", "bans"),
    ("build", "built", "built", "builds"),
    ("sell", "sold", "sold", "sells"),
)


def group(kind: str, verb: tuple[str, str, str, str], *, negated: bool) -> tuple[list[Word], Word]:
    """The auxiliaries before the verb (heads not set yet) and the verb itself."""
    lemma, past, participle, third = verb
    no = [Word("not", "RB", "PART", "neg", -1)] if negated else []
    aux = {
        "past": [], "present": [],
        "perfect": [("has", "VBZ", "have", "aux")],
        "progressive": [("is", "VBZ", "be", "aux")],
        "modal": [("will", "MD", "will", "aux")],
        "passive": [("was", "VBD", "be", "auxpass")],
    }[kind]  # fmt: skip
    if negated and not aux:
        aux = [("did", "VBD", "do", "aux")] if kind == "past" else [("does", "VBZ", "do", "aux")]
    plain = negated and kind in {"past", "present"}
    form, tag = {
        "past": (past, "VBD"), "present": (third, "VBZ"), "modal": (lemma, "VB"),
        "perfect": (participle, "VBN"), "passive": (participle, "VBN"),
        "progressive": (lemma + "ing", "VBG"),
    }[kind]  # fmt: skip
    main = Word(lemma if plain else form, "VB" if plain else tag, "VERB", "ROOT", -1, lemma)
    return [Word(t, g, "AUX", d, -1, m) for t, g, m, d in aux] + no, main


@st.composite
def sentences(draw: st.DrawFn, *, negated: bool | None = None) -> list[Word]:
    """A subject, a verb group, an object or agent, and a place."""
    kind = draw(st.sampled_from(("past", "present", "perfect", "progressive", "modal", "passive")))
    no = draw(st.booleans()) if negated is None else negated
    before, main = group(kind, draw(st.sampled_from(VERBS)), negated=no)
    passive = kind == "passive"
    at = 1 + len(before)
    words = [
        Word(
            draw(st.sampled_from(SUBJECTS)),
            "NNP",
            "PROPN",
            "nsubjpass" if passive else "nsubj",
            at,
            ent="B-GPE",
        )
    ]
    words += [Word(w.text, w.tag, w.pos, w.dep, at, w.lemma) for w in before]
    words.append(Word(main.text, main.tag, main.pos, "ROOT", at, main.lemma))
    if not passive:
        words += [
            Word("new", "JJ", "ADJ", "amod", at + 2),
            Word(draw(st.sampled_from(OBJECTS)), "NNS", "NOUN", "dobj", at),
        ]
    words += [
        Word("in", "IN", "ADP", "prep", at),
        Word(
            draw(st.sampled_from(PLACES)),
            "NNP",
            "PROPN",
            "pobj",
            len(words),
            ent="B-GPE",
            space=False,
        ),
    ]
    return [*words, Word(".", ".", "PUNCT", "punct", at)]


def drafts_of(words: list[Word]) -> list[Draft]:
    """Every short-answer draft of the built-in rules, sound or not."""
    analysis = analysis_of(doc_of(words), "Kenya, Vietnam and Poland sign new treaties in Brazil")
    made = ask(find.find(analysis), load_rules(), story_of(analysis))
    return [draft for draft in made if draft.rule.type == "short_answer"]


@given(sentences())
def test_a_question_ends_in_one_mark_and_starts_with_a_capital(words: list[Word]) -> None:
    """Whatever is asked, it looks like one English question."""
    for draft in drafts_of(words):
        assert draft.stem.count("?") == 1
        assert draft.stem.endswith("?")
        assert draft.stem[0].isupper()
        assert not re.search(r"\s[,?]|\s\s", draft.stem)


@given(sentences())
def test_a_question_has_one_finite_verb(words: list[Word]) -> None:
    """One finite form: the auxiliary in front, or the verb of a subject question, never both."""
    finite = {"did", "does", "do", "has", "is", "will", "was", *(v[3] for v in VERBS)}
    pasts = {v[1] for v in VERBS} | {v[2] for v in VERBS}
    for draft in drafts_of(words):
        said = draft.stem.rstrip("?").lower().split()
        found = [w for w in said if w in finite]
        assert len(found) <= 1
        assert found or any(w in pasts for w in said)


@given(sentences())
def test_a_question_keeps_the_tense(words: list[Word]) -> None:
    """Past stays past, present stays present, an auxiliary stays itself."""
    verb = next(w for w in words if w.dep == "ROOT")
    helpers = [w.text for w in words if w.dep in {"aux", "auxpass"}]
    for draft in drafts_of(words):
        said = draft.stem.rstrip("?").lower().split()
        if helpers:
            assert helpers[0] in said
            assert verb.text in said
        elif verb.tag == "VBD":
            assert "did" in said or verb.text in said
        else:
            assert "does" in said or verb.text in said


@given(sentences())
def test_a_question_keeps_the_polarity(words: list[Word]) -> None:
    """A negative sentence gives negative stems, a positive one never does."""
    negative = any(w.dep == "neg" for w in words)
    for draft in drafts_of(words):
        assert ("not" in draft.stem.split()) == negative


@given(sentences(negated=True))
def test_negative_facts_are_refused(words: list[Word]) -> None:
    """The gate lets no question on what did not happen pass."""
    analysis = analysis_of(doc_of(words), "Kenya, Vietnam and Poland sign new treaties in Brazil")
    for draft in drafts_of(words):
        assert gate.objection(draft, analysis) is not None


@given(sentences(negated=False))
def test_the_key_is_never_in_the_stem(words: list[Word]) -> None:
    """No sound question tells its own answer."""
    analysis = analysis_of(doc_of(words), "Kenya, Vietnam and Poland sign new treaties in Brazil")
    for draft in drafts_of(words):
        if gate.objection(draft, analysis) is None:
            assert draft.key.lower() not in draft.stem.lower()


def test_the_grammar_is_asked_about() -> None:
    """The properties above are not empty: a plain sentence gives several sound questions."""
    words = [
        Word("Kenya", "NNP", "PROPN", "nsubj", 1, ent="B-GPE"),
        Word("signed", "VBD", "VERB", "ROOT", 1, "sign"),
        Word("new", "JJ", "ADJ", "amod", 3),
        Word("treaties", "NNS", "NOUN", "dobj", 1),
        Word("in", "IN", "ADP", "prep", 1),
        Word("Brazil", "NNP", "PROPN", "pobj", 4, ent="B-GPE", space=False),
        Word(".", ".", "PUNCT", "punct", 1),
    ]
    stems = {draft.stem for draft in drafts_of(words)}
    assert "Which country signed new treaties in Brazil?" in stems
    assert "In which country did Kenya sign new treaties?" in stems
