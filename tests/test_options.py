"""Options: what no distractor may be, by kind of key. Each case is one class of bad options."""

from datetime import UTC, date, datetime

import pytest
from recorded import analysis_of, drafts_of

from quizgen import verdicts
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import Seeker, distractors
from quizgen.distractors.alike import in_style
from quizgen.facts import find
from quizgen.finishing import finish, preferring_options
from quizgen.quiz import Settings
from quizgen.ranking import Ranked
from quizgen.rules.asking import Draft
from quizgen.rules.loading import load_rules

DAY = date(2020, 5, 1)


def wrong_for(opening: str, rule: str, key: str = "", *, title: str = "") -> tuple[str, ...]:
    """The distractors of the first draft of a rule with that key, on a recorded text."""
    analysis = analysis_of(opening, title=title, published=DAY)
    return distractors(draft_for(analysis, rule, key), analysis, 0, find.find(analysis))


def draft_for(analysis: Analysis, rule: str, key: str = "") -> Draft:
    """The first draft of a rule, with that key if given."""
    return next(d for d in drafts_of(analysis) if d.rule.name == rule and key in {"", d.key})


def test_a_bound_has_no_options() -> None:
    """Whoever recalled more than 900 buses recalled more than 400, too."""
    assert wrong_for("Volvo recalled more than", "count") == ()


def test_a_range_moves_as_a_whole() -> None:
    """Both ends, as far apart as they were, without an overlap."""
    found = wrong_for("About 16–17 percent of the farmers", "percentage")
    assert found
    ends = [[int(end) for end in text.split()[1].split("–")] for text in found]
    assert all(high - low == 1 and not {low, high} & {16, 17} for low, high in ends)


@pytest.mark.parametrize(("rule", "key"), [("count", "54"), ("inside_count", "54")])
def test_no_number_is_above_what_there_can_be(rule: str, key: str) -> None:
    """There are fewer than 200 countries."""
    found = wrong_for("Sixty nurses treated", rule, key)
    assert found
    assert all(int(text) < 196 for text in found)


def test_a_lasting_state_has_no_wrong_year() -> None:
    """Kenya had as many hospitals a year earlier."""
    assert wrong_for("Kenya had 40 hospitals", "date") == ()


def test_what_comes_round_keeps_its_years() -> None:
    """A census is held every ten years."""
    found = wrong_for("Peru last counted", "date")
    assert {text[-1] for text in found} == {"0"}


def test_a_day_keeps_its_ending() -> None:
    """The "7th" becomes the "2nd", and "November" its neighbour where the days go back so far."""
    found = wrong_for("The ship sailed from Mombasa", "date")
    assert "December 2nd, 2012" in found
    assert all(text.endswith("2012") for text in found)


def test_no_date_of_the_past_is_after_publication() -> None:
    """Nor one of what is to come before it, nor a year told of the same verb."""
    past = wrong_for("Poland will open a second", "date", "2019")
    assert past
    assert all(int(text) <= DAY.year for text in past)
    assert "2018" not in past
    coming = wrong_for("Poland will open a second", "date", "2028")
    assert all(int(text) >= DAY.year for text in coming)


def test_what_is_to_come_has_no_options_without_a_day_of_publication() -> None:
    """Which years are past is not known."""
    analysis = analysis_of("Poland will open a second")
    assert distractors(draft_for(analysis, "date", "2028"), analysis, 0) == ()


def test_people_of_another_walk_of_life_are_no_distractors() -> None:
    """A senator arrests no thief."""
    analysis = analysis_of("Detective John Miller")
    draft = draft_for(analysis, "cloze", "John Miller")
    found = distractors(draft, analysis, 0)
    assert set(found[:2]) == {"Kenji Sato", "Peter Hoffmann"}
    assert "Anna Kowalska" not in found


def test_who_is_asked_for_by_a_calling_stands_beside_those_called_so() -> None:
    """There is one other detective; the inspector is none."""
    found = wrong_for("Detective John Miller", "subject", "John Miller")
    assert found[0] == "Kenji Sato"
    assert not {"Peter Hoffmann", "Anna Kowalska"} & set(found)


def test_the_world_famous_are_no_distractors_beside_others() -> None:
    """They are struck out at sight."""
    assert "Barack Obama" not in wrong_for("Japan's minister", "holder", "Kenji Sato")
    assert "Barack Obama" not in wrong_for("Japan's minister", "subject", "John Miller")


def test_a_famous_holder_stands_beside_the_famous() -> None:
    """From the table of peers, where a day tells who held the post."""
    assert "Barack Obama" in wrong_for("Donald Trump praised", "holder")
    assert wrong_for("Donald Trump praised", "subject", "Donald Trump") == ()


def test_a_neighbouring_state_stands_beside_neighbours_of_the_same() -> None:
    """Of the state that the title names; else it is not known whose."""
    found = wrong_for("Maria Santos was arrested at", "inside", title="Crash in New Hampshire")
    assert set(found) == {"Maine", "Vermont"}
    assert wrong_for("Maria Santos was arrested at", "inside") == ()


def test_a_place_is_where_the_stem_says() -> None:
    """African leaders meet in Africa."""
    found = wrong_for("Leaders of African countries", "place")
    assert "Abuja" in found
    assert not {"Beijing", "Guangzhou", "Paris"} & set(found)


def test_a_whole_and_what_is_beside_the_key_are_no_distractors() -> None:
    """England and Wales followed; the United Kingdom holds Scotland."""
    found = wrong_for("The minister ruled in Scotland", "place")
    assert "Northern Ireland" in found
    assert "United Kingdom" not in found


def test_a_body_stands_beside_bodies_of_like_rank() -> None:
    """Where the question is about a disease, those that deal with diseases."""
    found = wrong_for("The World Health Organization declared", "subject")
    assert {"UNICEF", "Pan American Health Organization"} <= set(found)
    assert "International Atomic Energy Agency" not in found


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        ("United Kingdom", "US", "UK"),
        ("United Kingdom", "U.S.", "U.K."),
        ("United States", "UK", "US"),
        ("United Kingdom", "Kenya", "United Kingdom"),
        ("European Union", "UN", "EU"),
        ("Greenpeace", "UN", ""),
        ("Netflix", "BBC", "Netflix"),
        ("U.S. Navy", "US Army", "US Navy"),
        ("State of Georgia", "Texas", "Georgia"),
    ],
)
def test_names_are_written_like_the_key(text: str, key: str, shown: str) -> None:
    """Beside an acronym an acronym, else the key would show itself."""
    assert in_style(text, key) == shown


def test_an_acronym_is_asked_without_options() -> None:
    """Long names that differ in a word are guessed by the words that they share."""
    analysis = analysis_of("The Ministry of Economy, Trade and Industry (METI)")
    assert not distractors(draft_for(analysis, "acronym"), analysis, 0)


def test_of_many_drafts_those_with_options_come_further_up() -> None:
    """Where not all are wanted, and only for multiple choice."""
    analysis = analysis_of("Kenya rejected a contract")
    facts = find.find(analysis)
    ranked = [
        Ranked(draft_for(analysis, rule), score, ())
        for rule, score in (("object", 0.52), ("subject", 0.5), ("date", 0.2))
    ]

    def order(settings: Settings) -> list[str]:
        preferred = preferring_options(ranked, Seeker(analysis, 0, facts), settings)
        return [r.draft.rule.name for r in preferred]

    assert order(Settings(count=2)) == ["subject", "object", "date"]
    assert order(Settings(count=3)) == ["object", "subject", "date"]
    assert order(Settings(count=2, types=("short_answer",))) == ["object", "subject", "date"]


def test_only_numbers_are_exchanged_in_statements() -> None:
    """Whether another name would make a statement false is not known."""
    analysis = analysis_of("Poland will open a second")
    made = [d for d in drafts_of(analysis) if d.rule.type == "true_false"]
    assert made
    assert all("Poland" in draft.stem for draft in made)


def test_a_day_of_something_else_in_the_article_is_a_wrong_day() -> None:
    """In the key's form; not a day of another month, which would be a clue."""
    found = wrong_for("Peter Hoffmann left Cairo", "date", "June 14, 2019")
    assert found[0] == "June 11, 2019"
    found = wrong_for("Samsung closed its last factory in Busan", "date", "March 4, 2019")
    assert "June 2, 2019" not in found


def test_days_go_beyond_the_month_where_it_has_too_few() -> None:
    """As after the second of June."""
    found = wrong_for("Ahmed Hassan left Cairo", "date", "June 2, 2019")
    assert len(found) == 6
    assert found[0].startswith("June ")
    assert any(text.startswith("May ") for text in found)


def test_days_are_sorted_by_the_calendar() -> None:
    """The first of June comes after the thirtieth of May."""
    analysis = analysis_of("Ahmed Hassan left Cairo", published=DAY)
    draft = draft_for(analysis, "date", "June 2, 2019")
    shown = finish(Ranked(draft, 0.5, ()), Seeker(analysis), Settings()).options
    assert shown is not None
    days = [datetime.strptime(text, "%B %d, %Y").replace(tzinfo=UTC) for text in shown]
    assert days == sorted(days)


def test_spares_are_further_wrong_answers() -> None:
    """None of them shown, none the key or its like, three where there are so many."""
    analysis = analysis_of("Ahmed Hassan left Cairo", published=DAY)
    draft = draft_for(analysis, "date", "June 2, 2019")
    made = finish(Ranked(draft, 0.5, ()), Seeker(analysis), Settings())
    assert len(made.spares) == 3
    assert not set(made.spares) & set(made.options or ())


def statements_of(opening: str) -> list[tuple[str, str]]:
    """The statements made of a text's drafts, with their verdicts; Amina Okafor is always wrong."""
    drafts = [d for d in drafts_of(analysis_of(opening)) if d.rule.type != "true_false"]
    ranked = [Ranked(draft, 0.5, ()) for draft in drafts]
    made = list(verdicts.statements(ranked, load_rules(), lambda _: ("Amina Okafor",)))
    assert all(each.score < 0.5 for each in made)
    return [(each.draft.stem, each.draft.key) for each in made]


def test_a_statement_tells_the_key_or_a_wrong_answer() -> None:
    """In the place of who is asked for, and says so."""
    found = statements_of("Doctor Anna Kowalska, 36")
    assert found
    for stem, key in found:
        assert ("Amina Okafor" in stem) == (key == "False")
        assert stem.endswith(".")
        assert "Who" not in stem


def test_no_statement_has_a_pronoun_for_the_name() -> None:
    """It would mean somebody else where the name is exchanged."""
    assert not [s for s, _ in statements_of("In her second year") if verdicts.POINTING.search(s)]


def test_without_wrong_answers_nothing_is_stated() -> None:
    """A true statement alone would tell by being there."""
    drafts = drafts_of(analysis_of("Doctor Anna Kowalska, 36"))
    ranked = [Ranked(draft, 0.5, ()) for draft in drafts]
    assert not list(verdicts.statements(ranked, load_rules(), lambda _: ()))
    assert not list(verdicts.statements(ranked, (), lambda _: ("Amina Okafor",)))
