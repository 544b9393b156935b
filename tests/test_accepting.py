"""What else is accepted as right beside the key."""

from recorded import analysis_of, draft_of, drafts_of


def test_a_pronoun_is_no_answer() -> None:
    """Where the article says "he", the person's name is asked for, and "he" not accepted."""
    made = drafts_of(analysis_of("Carlos Mendoza spoke in Lima. He was born"))
    accepted = {text for draft in made for text in draft.accepted}
    assert not accepted & {"he", "He"}


def test_all_that_somebody_is_called_is_accepted() -> None:
    """Before the name, beside it and behind "was"."""
    draft = draft_of(analysis_of("Peruvian astronomer Maria Santos, a critic"), "calling_name")
    assert {"a critic of the treaty", "a member of the board of Codelco"} <= set(draft.accepted)


def test_a_post_that_the_name_stands_beside_is_accepted() -> None:
    """Such as "the former football chief Carlos Mendoza"."""
    draft = draft_of(analysis_of("They met the former Peruvian football chief"), "role")
    assert "former Peruvian football chief" in draft.accepted
