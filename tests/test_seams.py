"""Seams: questions in which words meet that don't belong together are refused or mended."""

from datetime import date

import pytest
from parses import Word, doc_of
from parses import analysis_of as analysis_of_doc
from recorded import analysis_of, drafts_of

from quizgen.soundness import gate
from quizgen.soundness.checks import CHECKS

DAY = date(2020, 12, 30)


def drafted(opening: str) -> set[str]:
    """The stems of all drafts on a recorded text."""
    return {draft.stem for draft in drafts_of(analysis_of(opening, published=DAY))}


def offered(opening: str) -> set[str]:
    """The stems that the gate lets pass."""
    analysis = analysis_of(opening, published=DAY)
    return {d.stem for d in drafts_of(analysis) if gate.objection(d, analysis) is None}


@pytest.mark.parametrize(
    ("opening", "stem", "check", "sign"),
    [
        (
            "Maria Santos promised to conduct",
            "What did Maria Santos promise to conduct and hold a vote in Recife in 2012?",
            "seam",
            "only one of two joined deeds has the answer: hold",
        ),
        (
            "Farmers held in contempt of Parliament",
            (
                "In contempt of which legislature did farmers hold are referred to the Ministry of "
                "Justice for criminal prosecution?"
            ),
            "seam",
            "two verbs that nothing joins: referred",
        ),
        (
            "Though the Lima Spring",
            "The Lima Spring was dubbed which revolution, organizing marches and direct action?",
            "seam",
            "two complements: revolution and organizing",
        ),
        (
            "Peru became the second country",
            "What did Peru become to legalize the drug for medical use in 2017?",
            "seam",
            "what was done first is told apart: legalize",
        ),
        (
            "Peru became the second country",
            "Why did Peru become the second country in Latin America?",
            "seam",
            "what was done first is told apart: legalize",
        ),
        (
            "Chilean authorities reported 36 cases",
            (
                "How many cases of measles at General Miller Base did Chilean authorities report "
                "in Punta Arenas on May 3, 2019?"
            ),
            "seam",
            "a place is cut in two: in",
        ),
        (
            "In March, at Peru's final trade conference",
            (
                "At Peru's final trade conference, in which month did Maria Santos announce her "
                "plan to choose a woman to be her deputy?"
            ),
            "seam",
            "a place before the question when",
        ),
        (
            "Carlos Mendoza of Peru's police claimed",
            (
                "Carlos Mendoza of Peru's police claimed which company had stolen plans for an "
                "aircraft?"
            ),
            "seam",
            '"which" right behind a verb of saying: claimed',
        ),
        (
            "According to Ana Lopes, Peter Hoffmann was sent to Chile",
            "According to Ana Lopes, who ended up spending twelve years?",
            "seam",
            "a verb without its place: there",
        ),
        (
            "Kenya will send 200 doctors",
            "Which country will send 200 doctors to Lima to Chile?",
            "seam",
            "two deeds that share a verb: nurses",
        ),
        (
            "The number of visitors to Machu Picchu",
            (
                "To what figure did the number of visitors to Machu Picchu rise from 400,000 in "
                "2000 in 2013?"
            ),
            "seam",
            "two times side by side: in 2000 in 2013",
        ),
        (
            "People in Lima think rents",
            "According to people in Lima, when did rents rise by 40 percent?",
            "seam",
            "a contrast read as a time",
        ),
        (
            "The Lima Directive has compelled",
            "What has the Lima Directive compelled to protect rare species?",
            "slip",
            "a doer asked for as a thing: states",
        ),
        (
            "Limosaurus of Peru",
            "What did Limosaurus of Peru live after flying lizards?",
            "slip",
            "a time read as a thing: millions",
        ),
        (
            "Ana Lopes is enjoying £200 meals",
            "How much is Ana Lopes enjoying at restaurants in Lima?",
            "slip",
            "a price for a thing: meals",
        ),
        (
            "Maria Santos wrote denying",
            "Who wrote denying that Kenya broke the treaty with Uganda on May 3, 2019?",
            "slip",
            "a deed after a verb of saying: denying",
        ),
        (
            "Within a day of the vote in Minsk",
            "How many Russian men did Belarusian KGB arrest within a day of the vote in Minsk?",
            "agreement",
            "a noun without its article: KGB",
        ),
        (
            "In the 10-minute Samsung VR demonstration",
            "Why are Lima VR dropped down a lift in Carlos Mendoza's house?",
            "agreement",
            "subject and verb don't agree: VR",
        ),
        (
            "In 2014, a decade after its launch",
            "In which year do 56% of users in Kenya have a Samsung account?",
            "unfinished",
            "a present tense with a year in the past",
        ),
        (
            "Carlos Mendoza only won the vote",
            "What did Carlos Mendoza do due to fraud in Lima?",
            "displaced_only",
            'the place of "only"',
        ),
        (
            "Not only did Toyota recall",
            "How many cars did Toyota recall?",
            "problem_clause",
            "a subject behind its auxiliary",
        ),
    ],
)
def test_words_that_do_not_belong_together_are_refused(
    opening: str, stem: str, check: str, sign: str
) -> None:
    """With the reason that an editor would give."""
    analysis = analysis_of(opening, published=DAY)
    (draft, *_) = (d for d in drafts_of(analysis) if d.stem == stem)
    assert sign in CHECKS[check](draft, analysis)
    assert gate.objection(draft, analysis) is not None


@pytest.mark.parametrize(
    ("opening", "stem"),
    [
        ("Maria Santos promised to conduct", "Who promised to conduct new elections and hold a"),
        ("Peru became the second country", "Which country became the second country in Latin"),
        ("Chilean authorities reported 36 cases", "On which date did Chilean authorities report"),
        ("In March, at Peru's final trade", "What did Maria Santos announce in March 2020 at"),
        ("People in Lima think rents", "According to people in Lima, by how much did rents rise?"),
        ("Limosaurus of Peru", "Limosaurus of which country lived millions of years after"),
        ("Ana Lopes is enjoying £200 meals", "Where is Ana Lopes enjoying £200 meals?"),
        ("According to Ana Lopes, Peter", "According to Ana Lopes, who was sent to Chile?"),
        ("Carlos Mendoza of Peru's police claimed", "According to Carlos Mendoza of Peru's police"),
    ],
)
def test_the_same_sentences_have_sound_questions(opening: str, stem: str) -> None:
    """A sign must concern what is asked."""
    assert [each for each in offered(opening) if each.startswith(stem)]


def test_a_time_before_what_was_said_keeps_its_spaces() -> None:
    """A comma that goes leaves the space behind it."""
    assert (
        "Kenya's army said on December 27, 2020 that the 36 people infected included ____."
        in drafted("Kenya's army said on Sunday, the 36 people")
    )


def test_words_between_two_prepositions_stay() -> None:
    """As in "on average in Europe"."""
    assert (
        "On average in Europe, storks live in countries with a population density of how many "
        "people per sq km?" in offered("On average in Europe, storks")
    )


def test_a_supplement_goes_with_all_that_stands_before_its_dash() -> None:
    """What was read as the name's own belongs to the supplement."""
    found = offered("Peru – one of the last big countries")
    assert "Peru has the largest population of African descent outside which continent?" in found
    assert not [stem for stem in found if "slavery has" in stem]


def test_a_relative_clause_tells_of_those_before_it_alone() -> None:
    """Not of his wife, who is named after it."""
    found = offered("Carlos Mendoza, who was released from prison")
    assert "In which year was Carlos Mendoza released from prison?" in found


def test_a_name_read_as_a_full_stop_belongs_to_its_preposition() -> None:
    """As "D.C." at the end of a sentence is."""
    doc = analysis_of("A team of Kenyan boys was awarded").docs[0]
    name = next(token for token in doc if token.text == "D.C.")
    assert (name.dep_, name.head.text) == ("pobj", "in")


def test_things_told_one_by_one_are_not_counted() -> None:
    """The rest of such a sentence can't be put in a question."""
    assert not [s for s in drafted("There were also two Chilean teams") if "How many" in s]


def test_a_clause_joined_to_an_infinitive_is_misread() -> None:
    """In "to carry, and mark doors" the parser took "mark doors" apart."""
    analysis = analysis_of_doc(
        doc_of(
            [
                Word("Toyota", "NNP", "PROPN", "nsubj", 1, "Toyota", ent="B-ORG"),
                Word("wants", "VBZ", "VERB", "ROOT", 1, "want"),
                Word("to", "TO", "PART", "aux", 3),
                Word("carry", "VB", "VERB", "xcomp", 1, "carry"),
                Word("and", "CC", "CCONJ", "cc", 3),
                Word("Samsung", "NNP", "PROPN", "nsubj", 6, "Samsung", ent="B-ORG"),
                Word("marked", "VBD", "VERB", "conj", 3, "mark"),
                Word("doors", "NNS", "NOUN", "dobj", 6, "door"),
                Word(".", ".", "PUNCT", "punct", 1),
            ]
        )
    )
    (draft,) = (d for d in drafts_of(analysis) if d.stem == "Which company marked doors?")
    assert CHECKS["seam"](draft, analysis) == "a clause joined to an infinitive: marked"
