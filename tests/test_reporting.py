"""Reporting: what the article does not say itself is told under a name, or not asked at all."""

import pytest
from recorded import analysis_of, draft_of

from quizgen.facts import find
from quizgen.facts.fact import Clause


def clause_of(opening: str, verb: str) -> Clause:
    """The clause of a verb in a recorded text."""
    facts = find.find(analysis_of(opening))
    (clause,) = (
        fact.clause
        for fact in facts
        if fact.kind == "clause" and fact.clause is not None and fact.clause.verb.text == verb
    )
    return clause


@pytest.mark.parametrize(
    ("opening", "verb", "problem"),
    [
        ("Critics doubt that Samsung", "opened", "a denied statement"),
        ("If Toyota closed", "closed", "a condition"),
        ("If Toyota closed", "lose", "a condition"),
        ("Anna Kowalska asked whether", "sold", "a condition"),
        ("Anna Kowalska may say", "sold", "a statement that was not made yet"),
        ("Anna Kowalska hopes", "sold", "an opinion, wish or supposition"),
        ("Anna Kowalska said that Uganda", "sold", "a claim within a claim"),
        ("According to Reuters, Samsung", "closed", "a claim within a claim"),
        ('Kenji Sato said: "The port is safe', "closed", "a claim within a claim"),
        ("Toyota refused to say that", "closed", "a statement that was not made yet"),
        ("The guard was arrested and told", "close", "a claim without a speaker"),
        ("Volunteers are confident", "open", "a claim without a speaker"),
        ("It was reported that the ship", "sunk", "a claim without a speaker"),
        ("In the north of Chile", "closed", "a rumour or guess"),
        ("It is reasonable to assume", "fall", "an opinion, wish or supposition"),
        ("In Osaka, Reuters reported", "reported", "a parenthesis"),
        ("Bears are found in most", "saved", "a claim without a speaker"),
        ('Anna Kowalska said: "Poland, which', "said", "a quotation with words left out"),
        ("The rivals of Carlos Mendoza", "claimed", "a verb of which either clause may tell"),
        ("The rivals of Carlos Mendoza", "sought", "a verb of which either clause may tell"),
        ("The European Union considers", "considers", "what was said is no clause"),
        ("The Orthodox Church in Kenya", "estimates", "the word that may point to something"),
        ("Maria Santos claimed 90", "claimed", "what was said is cut in its midst"),
        ('Kenji Sato said "The port', "closed", "quotation without a speaker"),
        ("Women, who make up 16%", "served", "a claim that only a part is told by"),
        ("Exports to Chile fell in 2019", "rose", "a claim that only a part is told by"),
        ("It is risky when banks", "borrow", "a condition"),
        ("So long as Poland", "embark", "a condition"),
        ("So long as Poland", "lose", "a condition"),
        ("The pupils come back in", "used", "a clause that asks"),
        ("The Parliament of New South Wales", "voted", "two noun phrases before the verb"),
    ],
)
def test_what_nobody_vouches_for_is_a_problem(opening: str, verb: str, problem: str) -> None:
    """The clause is found, with the reason why it is not asked about."""
    clause = clause_of(opening, verb)
    assert clause.problems == (problem,)
    assert clause.speaker is None


@pytest.mark.parametrize(
    ("opening", "verb", "speaker", "cue"),
    [
        ("Anna Kowalska said that Kenya", "sold", "Anna Kowalska", "said"),
        ("Anna Kowalska said that Uganda", "believed", "Anna Kowalska", "said"),
        ("John Miller wrote", "was", "John Miller", "wrote"),
        ("According to Greenpeace, Shell", "closed", "Greenpeace", "According"),
        ("Exports to Chile fell in 2019", "fell", "Toyota", "according"),
        ("Anna Kowalska left the party", "failed", "Anna Kowalska", "adding"),
        ("After saying that the river", "risen", "Amina Okafor", "saying"),
        ("The minister was quoted", "was", "The minister", "saying"),
        ("Grace Wanjiru, who told", "closed", "Grace Wanjiru", "told"),
        ("Reports stating that the dam", "burst", "Reports", "stating"),
        ("The ministry issued a statement", "was", "The ministry", "saying"),
        ("Carlos Mendoza continued to", "was", "Carlos Mendoza", "insist"),
        ("Astronomers believe that", "orbits", "Astronomers", "believe"),
        ("Kenya rejected Japan's claim", "belong", "Japan", "claim"),
        ('"The harvest was good," Grace Wanjiru said. "We', "sell", "Grace Wanjiru", "said"),
        ("Kenji Sato told reporters:", "sail", "Kenji Sato", "told"),
        ("The factory, Samsung said", "open", "Samsung", "said"),
        ("The mayor of Recife announced", "cancelled", "The mayor of Recife", "announced"),
        ("McDonald's said that", "fallen", "McDonald 's", "said"),
    ],
)
def test_what_is_reported_has_a_speaker(opening: str, verb: str, speaker: str, cue: str) -> None:
    """And the word that shows it."""
    clause = clause_of(opening, verb)
    assert clause.problems == ()
    assert clause.speaker is not None
    assert clause.cue is not None
    assert " ".join(token.text for token in clause.speaker.tokens) == speaker
    assert clause.cue.text == cue


@pytest.mark.parametrize(
    ("opening", "verb"),
    [
        ("Toyota recalled 80,000", "recalled"),
        ("Anna Kowalska said that Kenya", "said"),
        ("Anna Kowalska may say", "say"),
        ("A storm struck", "injuring"),
        ("Seoul formally asked", "promised"),
        ("After saying that the river", "closed"),
        ("Kenya rejected Japan's claim", "rejected"),
        ("Anna Kowalska commented on", "commented"),
        ("Chile's mines make copper", "make"),
        ("Grace Wanjiru wanted to sell", "wanted"),  # "but, she says, ..." is another clause
        ("When the new bridge opens", "opens"),  # on one day, not whenever
    ],
)
def test_what_the_article_says_itself_has_none(opening: str, verb: str) -> None:
    """Main clauses, the saying itself, and the results of what happened."""
    clause = clause_of(opening, verb)
    assert clause.problems == ()
    assert clause.speaker is None


@pytest.mark.parametrize(
    ("opening", "verb", "roles"),
    [
        ("Kenya rejected a contract", "rejected", {"object", "time"}),
        ("Toyota recalled 80,000", "recalled", {"object", "in", "cause"}),
        ("Seoul formally asked", "asked", {"object", "infinitive"}),
        ("Chile had sold 40", "sold", {"object", "to", "before_time"}),
        ("A storm struck", "injuring", {"object"}),
    ],
)
def test_arguments_have_roles(opening: str, verb: str, roles: set[str]) -> None:
    """Objects, prepositions, times and causes."""
    assert {argument.role for argument in clause_of(opening, verb).arguments} >= roles


def test_who_reports_is_no_part_of_what_is_told() -> None:
    """Where "Reuters reported" stands in the middle."""
    told = [token.text for token in clause_of("In Osaka, Reuters", "stopped").predicate]
    assert told == ["has", "stopped", "all", "trains", "to", "Kobe"]


def test_a_subject_taken_for_an_object_is_given_back() -> None:
    """In "announced the race has been cancelled" nobody announced a race."""
    assert clause_of("The mayor of Recife announced", "cancelled").subject.head.text == "race"
    said = clause_of("The mayor of Recife announced", "announced")
    assert "object" not in {argument.role for argument in said.arguments}


@pytest.mark.parametrize(
    ("opening", "rule", "stem"),
    [
        (
            "Chile's army said on December",
            "date",
            "On which date did Chile's army say that the 36 people infected included 26 soldiers?",
        ),
        (
            "Carlos Mendoza further claimed",
            "statement_speaker",
            "Who claimed that the copper mine near Calama was empty?",
        ),
    ],
)
def test_what_is_said_is_told_plainly(opening: str, rule: str, stem: str) -> None:
    """With "that" for a comma, and without "further"."""
    assert draft_of(analysis_of(opening), rule).stem == stem


def test_a_paragraph_may_end_on_an_opening_mark() -> None:
    """The quotation before it is read all the same."""
    assert clause_of('The union said, "Toyota will pay', "pay").speaker is not None


def test_a_shared_subject_is_the_subject_of_both() -> None:
    """Of "Seoul asked ... and promised ..." too."""
    first, second = (clause_of("Seoul formally asked", verb) for verb in ("asked", "promised"))
    assert first.subject.head == second.subject.head
    assert first.subject.head.text == "Seoul"


def test_what_there_is_gives_no_clause() -> None:
    """Nobody does anything in "there are 40 schools"."""
    assert [f for f in find.find(analysis_of("There are 40 schools")) if f.kind == "clause"] == []


def test_a_phrase_does_not_end_in_but() -> None:
    """Where another clause follows it."""
    wanted = clause_of("Grace Wanjiru wanted to sell", "wanted")
    (cause,) = (argument for argument in wanted.arguments if argument.role == "cause")
    assert [t.text for t in cause.tokens][-1] == "English"


def test_letters_put_in_hide_no_words() -> None:
    """Of "[a]n excellent cook" the closing bracket is no token of its own."""
    named = clause_of("Maria Santos called Carlos", "called")
    assert "cook" in [t.text for t in named.predicate]
