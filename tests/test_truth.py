"""What the article does not say as a fact is not made one."""

from recorded import analysis_of, draft_of, drafts_of

from quizgen.soundness.rivals import rival


def test_a_purported_or_future_calling_is_none() -> None:
    """Who is "purported doctor Carlos Mendoza" is not "a doctor"."""
    made = drafts_of(analysis_of("They met purported doctor Carlos Mendoza"))
    assert not [draft for draft in made if draft.rule.kind == "role"]


def test_a_surname_that_is_a_word_is_a_name_where_it_speaks() -> None:
    """So "Jobs said that his company" is about nobody who was named between."""
    made = drafts_of(analysis_of("Steve Jobs opened a factory in Lima. Analyst"))
    assert not [draft for draft in made if "Carlos Mendoza's company" in draft.stem]


def test_a_comment_on_what_follows_is_no_purpose() -> None:
    """Nothing is done in order to add to the troubles of Codelco."""
    made = drafts_of(analysis_of("To add to the troubles of Codelco"))
    assert "purpose" not in {draft.rule.name for draft in made}


def test_an_ambassador_to_a_country_is_not_sent_there() -> None:
    """Where the Libyan ambassador to Peru is expelled to is not told."""
    made = drafts_of(analysis_of("Kenya expelled the Libyan ambassador"))
    assert "to" not in {draft.rule.name for draft in made}


def test_what_another_did_almost_alike_is_not_asked_of_one() -> None:
    """Two who resigned something of a union in Lima; but a third goal is not a second."""
    analysis = analysis_of("Carlos Mendoza resigned the leadership of the union")
    assert "more than once" in rival(draft_of(analysis, "subject"), analysis)
    analysis = analysis_of("Carlos Mendoza scored the third goal of the match")
    assert rival(draft_of(analysis, "subject"), analysis) == ""


def test_a_place_is_not_what_the_accord_made_there_is() -> None:
    """Behind "in Peru" the clause with "which" tells of the accord."""
    made = drafts_of(analysis_of("Kenya signed the Accord on Building Safety"))
    assert not [draft for draft in made if "is Peru backed" in draft.stem]


def test_whoever_is_named_behind_a_description_is_the_answer() -> None:
    """Not "the first woman elected to lead the country"."""
    draft = draft_of(analysis_of("The first woman elected to lead the country"), "subject")
    assert draft.key == "Maria Santos"
