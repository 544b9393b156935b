"""Fit of options: none that readers who know nothing of the story would strike out."""

import re
from dataclasses import replace
from datetime import date

import pytest
from recorded import analysis_of, draft_of, drafts_of

from quizgen import circles, gazetteer, public_figures
from quizgen.data import rows, words
from quizgen.distractors import (
    alike,
    also_right,
    distractors,
    invented,
    loose,
    named,
    persons,
    places,
    roles,
)
from quizgen.facts import find
from quizgen.rules.asking import Draft

DAY = date(2020, 5, 1)


def wrong_for(opening: str, rule: str, key: str = "", *, title: str = "") -> tuple[str, ...]:
    """The distractors of the first draft of a rule with that key, on a recorded text."""
    analysis = analysis_of(opening, title=title, published=DAY)
    drafts = drafts_of(analysis)
    draft = next(d for d in drafts if d.rule.name == rule and key in {"", d.key})
    return distractors(draft, analysis, 0, find.find(analysis))


def country_draft(stem: str) -> Draft:
    """A draft whose key is Kenya, with another stem."""
    return replace(draft_of(analysis_of("Kenya rejected a contract"), "subject"), stem=stem)


def test_an_age_is_a_few_years_off() -> None:
    """A nurse of 36 is no nurse at 18, and nobody dies at 182."""
    found = [int(text) for text in wrong_for("Nurse Anna Kowalska, 36", "age")]
    assert found
    assert all(abs(age - 36) <= 8 for age in found)


def test_a_long_time_is_a_few_years_off() -> None:
    """Nobody drives a taxi for eighty years."""
    found = wrong_for("John Miller has been driving", "duration")
    assert found
    assert all(35 <= int(text.removesuffix(" years")) <= 65 for text in found)


def test_no_number_is_ruled_out_by_the_title() -> None:
    """Where it says more than a million, half a million is no answer."""
    title = "Cholera cases surpass one million, doctors say"
    found = wrong_for("The clinic in Nairobi", "count", title=title)
    assert found
    assert all(int(text.replace(",", "")) > 1_000_000 for text in found)
    assert any(
        int(text.replace(",", "")) < 1_000_000
        for text in wrong_for("The clinic in Nairobi", "count")
    )


def test_a_country_without_a_coast_has_none() -> None:
    """Uganda is no answer where a coast is asked about, but elsewhere."""
    by_sea = country_draft("Off which country's coast did the ferry sink?")
    assert not places.is_placed("Uganda", by_sea)
    assert places.is_placed("Tanzania", by_sea)
    assert places.is_placed("Uganda", country_draft("Which country rejected a contract?"))


def test_a_territory_is_asked_for_as_one() -> None:
    """And a country as a country."""
    territory = country_draft("Which territory did the storm pass?")
    assert places.is_placed("Puerto Rico", territory)
    assert not places.is_placed("Jamaica", territory)
    assert not places.is_placed("Puerto Rico", country_draft("Which country won?"))


def test_the_parts_of_the_united_kingdom_play_for_themselves() -> None:
    """It has no team, but a government."""
    assert not places.is_placed("United Kingdom", country_draft("Which country won the match?"))
    assert places.is_placed("United Kingdom", country_draft("Which country sold the ships?"))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Which country's army closed the roads to Nairobi?", "Kenya"),
        ("Which country left after the Brexit vote?", "United Kingdom"),
        ("The Kremlin denied that which country took part?", "Russia"),
        ("Which country's Knesset voted?", "Israel"),
    ],
)
def test_a_place_that_all_know_tells_its_country(text: str, country: str) -> None:
    """All other countries would be struck out; a village tells nothing."""
    assert places.tells_country(text, country)
    assert not places.tells_country(text, "Peru")
    assert not places.tells_country("Which country's army closed the roads?", country)


def test_a_told_country_has_no_options() -> None:
    """By the stem or by the title."""
    analysis = analysis_of("Kenya rejected a contract", published=DAY)
    draft = draft_of(analysis, "subject")
    assert distractors(draft, analysis, 0)
    told = replace(draft, stem="Which country closed the roads to Nairobi?")
    assert distractors(told, analysis, 0) == ()


def test_the_maker_of_a_product_in_the_stem_has_no_options() -> None:
    """Everybody knows whose it is."""
    analysis = analysis_of("Toyota recalled 80,000 cars", published=DAY)
    draft = draft_of(analysis, "subject")
    assert distractors(draft, analysis, 0)
    told = replace(draft, stem="Which company recalled 80,000 Corollas?")
    assert distractors(told, analysis, 0) == ()


def test_who_is_in_the_title_is_no_distractor() -> None:
    """It tells what became of them."""
    found = wrong_for("Detective John Miller", "cloze", "John Miller")
    assert "Kenji Sato" in found
    told = wrong_for("Detective John Miller", "cloze", "John Miller", title="Sato dies in Osaka")
    assert "Kenji Sato" not in told


@pytest.mark.parametrize(
    ("stem", "offered"), [("Which phone sold well?", True), ("Which phone did Apple sell?", False)]
)
def test_a_product_of_the_maker_in_the_stem_stands_beside_its_own(
    stem: str, *, offered: bool
) -> None:
    """Another maker's is struck out."""
    draft = draft_of(analysis_of("Toyota recalled 80,000 cars", published=DAY), "subject")
    told = replace(draft, stem=stem, key="iPhone", accepted=())
    assert bool(named.of_maker(("Galaxy S", "BlackBerry"), told)) is offered


def test_an_outlawed_group_has_no_options() -> None:
    """Others of its kind are outlawed as well."""
    analysis = analysis_of("The Houthis attacked", published=DAY)
    draft = draft_of(analysis, "subject")
    assert distractors(draft, analysis, 0)
    assert distractors(replace(draft, stem="Which group is banned?"), analysis, 0) == ()


def test_a_branch_of_who_is_in_the_stem_is_no_distractor() -> None:
    """Nobody writes to itself."""
    analysis = analysis_of("Toyota recalled 80,000 cars", published=DAY)
    draft = draft_of(analysis, "subject")
    wrong = distractors(draft, analysis, 0)[0]
    told = replace(draft, stem=f"Which company wrote to {wrong} Industries?")
    assert wrong not in distractors(told, analysis, 0)


def test_the_stem_tells_the_gender() -> None:
    """By a pronoun or a noun; words for somebody else tell nothing."""
    draft = draft_of(analysis_of("Doctor Anna Kowalska, 36"), "subject")
    for stem in ("Who sold her house?", "Who was the first woman in space?", "Which actress sang?"):
        assert persons.gender_told(replace(draft, stem=stem)) == "f"
        assert not persons.fits("David Cameron", replace(draft, stem=stem))
    assert persons.gender_told(replace(draft, stem="Who praised his speech?")) == ""
    assert persons.fits("Nick Clegg", replace(draft, stem="Who praised his speech?"))


def test_the_stem_tells_the_party() -> None:
    """No Republican was a Democratic candidate."""
    draft = draft_of(analysis_of("Doctor Anna Kowalska, 36"), "subject")
    told = replace(draft, stem="Which candidate left the Democratic primaries?")
    assert not persons.fits("Ted Cruz", told)
    assert persons.fits("Cory Booker", told)


def test_a_post_of_one_nation_is_held_by_nobody_of_another() -> None:
    """The ministers of Peru and Chile are no answers, invented people are."""
    opening = "Kenyan foreign minister Carlos Mendoza flew to Geneva. P"
    found = wrong_for(opening, "holder", "Carlos Mendoza")
    assert found
    assert not {"Kenji Sato", "John Miller"} & set(found)


def test_who_is_at_the_same_place_may_be_that_too() -> None:
    """A chemist there may be called a biologist; a driver from elsewhere stands apart."""
    found = wrong_for("Maria Santos, a biologist", "role", "a biologist at Cornell University")
    assert "a driver from Osaka" in found
    assert "a chemist at Cornell University" not in found


def test_of_two_roles_of_the_article_none_is_put_elsewhere() -> None:
    """The key and its like would be a pair that gives it away."""
    found = wrong_for("Grace Wanjiru, a nurse", "role", "a nurse at the clinic in Nakuru")
    assert found == ("a teacher at the school in Lima", "a lawyer at the court in Osaka")


def test_a_role_stands_beside_itself_elsewhere() -> None:
    """At universities of the same country, each with the article that it takes."""
    found = wrong_for("Maria Santos, a biologist", "role", "a biologist at Cornell University")
    assert all(text.startswith("a biologist at ") for text in found[:3])
    assert len(found) > 3
    assert not [text for text in found if re.search(r"the \w+ University|at University of", text)]


@pytest.mark.parametrize(
    ("text", "own", "key", "made"),
    [
        ("Toyota", "Samsung", "Samsung's chairman", "Toyota's chairman"),
        ("Airbus", "Boeing", "the Boeing chairman", "the Airbus chairman"),
        ("Airbus", "Boeing", "Boeing's chairman", "Airbus' chairman"),
        (
            "University of Chicago",
            "Yale University",
            "a nurse at Yale University",
            "a nurse at the University of Chicago",
        ),
        (
            "Yale University",
            "University of Chicago",
            "a nurse at the University of Chicago",
            "a nurse at Yale University",
        ),
    ],
)
def test_a_name_put_into_a_role_keeps_its_own_form(
    text: str, own: str, key: str, made: str
) -> None:
    """Its article and the ending of its possessive."""
    assert roles.put_into(text, own, key) == made


def test_invented_people_are_of_the_keys_culture() -> None:
    """And of its gender; none has a word of the article."""
    found = wrong_for("Sergei Volkov, a baker", "subject")
    (stock,) = (row for row in rows("name_stock.tsv") if row["culture"] == "Russian")
    assert len(found) == 6
    for given, surname in (text.split() for text in found):
        assert given in stock["men"].split("|")
        assert surname in stock["surnames"].split("|")
        assert not {given, surname} & {"Sergei", "Volkov"}


def test_beside_a_name_of_no_known_culture_nobody_is_invented() -> None:
    """A Spanish given name with a Portuguese surname, in a story of neither."""
    assert wrong_for("Maria Santos, a biologist", "subject", "Maria Santos") == ()


def test_beside_the_known_nobody_is_invented() -> None:
    """The known one would be the answer."""
    assert wrong_for("Donald Trump praised", "subject", "Donald Trump") == ()


@pytest.mark.parametrize(
    ("told", "inside", "outside"),
    [({"phone"}, "Nokia", "Dell"), ({"laptop"}, "Dell", "Nokia")],
)
def test_the_question_chooses_the_circle(told: set[str], inside: str, outside: str) -> None:
    """A maker of phones makes computers, too."""
    found = circles.beside("Apple", "company", frozenset(told), cued=True)
    assert inside in found
    assert outside not in found
    assert "Apple" not in found


def test_without_a_cue_a_circle_counts_that_needs_none() -> None:
    """Cities of a state only where it is named."""
    none: frozenset[str] = frozenset()
    assert "Toyota" in circles.beside("Honda", "company", none, cued=False)
    assert circles.beside("Honda", "company", none, cued=True) == ()
    assert circles.beside("Houston", "city", none, cued=False) == ()
    assert "Dallas" in circles.beside("Houston", "city", frozenset({"texas"}), cued=True)


def test_no_name_is_twice_in_a_circle() -> None:
    """And every circle has something to choose from."""
    for row in rows("circles.tsv"):
        members = row["members"].split("|")
        assert len(members) == len(set(members)) > 2


def test_countries_without_a_coast_are_countries() -> None:
    """By their names in the gazetteer."""
    known = [gazetteer.lookup(name) for name in words("landlocked.txt")]
    assert all(each is not None and each.kind == "country" for each in known)


def state_draft(stem: str, key: str = "Arkansas") -> Draft:
    """A draft that asks for a state, with another stem and key."""
    draft = draft_of(analysis_of("Kenya rejected a contract"), "subject")
    return replace(draft, stem=stem, key=key, kind="state")


@pytest.mark.parametrize(
    ("stem", "text", "fits"),
    [
        ("In which southern U.S. state is the mine?", "Alabama", True),
        ("In which southern U.S. state is the mine?", "Colorado", False),
        ("In which western U.S. state is the mine?", "Colorado", True),  # the key is not of it
        ("In which state is the mine?", "Colorado", True),
    ],
)
def test_a_state_lies_in_the_part_that_the_stem_tells(stem: str, text: str, *, fits: bool) -> None:
    """Where the key does."""
    assert places.is_placed(text, state_draft(stem)) == fits


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("Kenya", True),
        ("Antarctic", True),
        ("Antarctica", True),
        ("Wyoming", False),
        ("Lima", False),
    ],
)
def test_a_country_or_a_continent_is_wide(text: str, *, wide: bool) -> None:
    """What is asked for may lie in it."""
    assert places.is_wide(text) == wide


def test_two_forms_of_one_word_are_no_two_names() -> None:
    """The Emergencies Ministry is the Emergency Situations Ministry."""
    draft = replace(state_draft("Which ministry did he head?"), kind="ministry")
    draft = replace(draft, key="Emergency Situations Ministry")
    assert not alike.is_fair("Emergencies Ministry", draft)
    assert alike.is_fair("Interior Ministry", draft)


def test_no_public_figure_is_of_another_country_than_stem_and_key() -> None:
    """No American gets a state funeral from the British."""
    draft = draft_of(analysis_of("Doctor Anna Kowalska, 36"), "subject")
    told = replace(draft, key="Margaret Thatcher", stem="Whom did the British government bury?")
    assert not persons.fits("Barack Obama", told)
    assert persons.fits("John Major", told)
    assert persons.fits("Barack Obama", replace(told, stem="Whom did they bury?"))


def test_a_public_figure_tells_the_country() -> None:
    """Of a British statesman readers know the country."""
    assert places.tells_country("Whose government buried Winston Churchill?", "United Kingdom")
    assert not places.tells_country("Whose government met Winston Churchill?", "France")


def test_parties_of_public_figures_are_known() -> None:
    """By their canonical names, as the countries are."""
    for row in rows("public_figures.tsv"):
        known = gazetteer.lookup(row["party"]) if row["party"] else None
        assert not row["party"] or (known is not None and known.name == row["party"])
        assert public_figures.country_of(row["name"])


def test_who_is_blamed_for_the_like_is_no_distractor() -> None:
    """Who was charged may have been arrested, too."""
    analysis = analysis_of("John Miller was charged with fraud")
    draft = draft_of(analysis, "passive_subject")
    assert "Kenji Sato" in also_right.barred(draft, analysis)
    assert "Maria Santos" not in also_right.barred(draft, analysis)


def test_no_part_is_more_than_the_whole_in_the_stem() -> None:
    """Of 360 patients there are no 390 nurses."""
    found = wrong_for("The 360 patients in Lima", "inside_count")
    assert found
    assert all(int(text) < 360 for text in found)


def test_beside_three_names_some_have_three() -> None:
    """Else the key would stand out."""
    analysis = analysis_of("Mathematician John Arthur Miller")
    made = list(invented.beside(draft_of(analysis, "subject"), analysis, 0))
    assert {len(name.split()) for name in made} == {2, 3}


def test_a_team_tells_its_league() -> None:
    """Who knows the Utah Jazz needs no article."""
    assert any(circles.of(s, "team") for s in places.capitalised("Which league has the Utah Jazz?"))


@pytest.mark.parametrize(
    ("stem", "several"),
    [
        ("In which city did Maria Santos hold a rally?", True),
        ("In which city did Maria Santos hold a rally in May 2019?", False),
        ("In which city did Maria Santos sell the ferries?", False),
        ("Which city suffers one of the highest death tolls?", True),
        ("Maria Santos was a critic of which city?", True),
        ("Maria Santos was mayor of which city?", False),
    ],
)
def test_a_loose_question_has_several_answers(stem: str, *, several: bool) -> None:
    """For all that is known outside the article."""
    draft = replace(state_draft(stem), kind="city")
    assert loose.fits_several(draft) == several


def test_what_is_done_as_a_habit_others_do_too() -> None:
    """No known name stands beside who bans plastic bags or has attacked journalists."""
    drafts = drafts_of(analysis_of("Kenya bans plastic bags"))
    general = {d.stem: d.key for d in drafts if d.rule.name == "subject" and loose.is_general(d)}
    assert general == {
        "Which country bans plastic bags in parks?": "Kenya",
        "Which country has attacked journalists?": "Uganda",
    }
    assert set(wrong_for("Kenya bans plastic bags", "subject", "Kenya")) == {
        "Chile",
        "Peru",
        "Uganda",
    }


def test_players_stand_beside_those_of_their_nation() -> None:
    """No Korean is taken for a Panamanian."""
    analysis = analysis_of("Panama faced Belgium")
    elsewhere = next(d for d in drafts_of(analysis) if d.key == "Carlos Vega")
    assert [n for n in persons.fitting(elsewhere, analysis) if n.text == "Kim Min-Woo"]
    playing = replace(elsewhere, stem="Who praised the bakers at the World Cup?")
    assert not [n for n in persons.fitting(playing, analysis) if n.text == "Kim Min-Woo"]


def test_a_member_tells_the_party() -> None:
    """Whose nomination a known Democrat seeks is no question."""
    stem = "For which party's nomination did Bernie Sanders run?"
    figures = map(public_figures.party_of, places.capitalised(stem))
    assert "Democratic Party" in set(figures)


def test_no_state_body_is_of_another_country_than_the_stem_tells() -> None:
    """None but Russia's agency speaks of cosmonauts."""
    stem = "Which agency announced the death of the cosmonaut?"
    draft = replace(state_draft(stem, "Roscosmos"), kind="agency")
    assert not places.is_placed("European Space Agency", draft)
    assert places.is_placed("European Space Agency", replace(draft, stem="Which agency spoke?"))


def person_draft(stem: str, key: str) -> Draft:
    """A draft that asks for a person, with another stem and key."""
    return replace(draft_of(analysis_of("Doctor Anna Kowalska, 36"), "subject"), stem=stem, key=key)


def test_no_head_of_state_stands_beside_others() -> None:
    """But where words are asked that anybody may have said."""
    assert not persons.fits("Barack Obama", person_draft("Who ran the office?", "Rosa Parks"))
    assert persons.fits("Barack Obama", person_draft("Who ran the office?", "Joe Biden"))
    assert persons.fits("Barack Obama", person_draft('Who said, "No"?', "Rosa Parks"))


def test_of_a_party_among_itself_nobody_of_another_is_one() -> None:
    """Whom a Democrat runs with is no Republican."""
    draft = person_draft("Whom did Joe Biden choose?", "Kamala Harris")
    assert not persons.fits("Sarah Palin", draft)
    assert persons.fits("Elizabeth Warren", draft)
    assert persons.fits("Sarah Palin", person_draft("Whom did she choose?", "Kamala Harris"))


def test_a_country_on_another_continent_comes_last() -> None:
    """Beside Kenya its neighbours, before the Chile and Peru of the article."""
    found = wrong_for("Kenya bans plastic bags", "subject", "Uganda")
    assert set(found[:1]) == {"Kenya"}


def test_what_two_years_of_the_stem_tell_has_no_options() -> None:
    """Nobody needs the article for the time between them."""
    analysis = analysis_of("John Miller has been driving")
    draft = draft_of(analysis, "duration")
    years = draft.key.split()[0]
    told = replace(draft, stem=f"How long was he driving between 1950 and {1950 + int(years)}?")
    assert distractors(draft, analysis, 0)
    assert not distractors(told, analysis, 0)


def test_what_goes_up_and_down_has_no_wrong_year() -> None:
    """Profits rose in other years, too."""
    analysis = analysis_of("Sales of ferries rose in Peru")
    draft = draft_of(analysis, "date")
    assert not distractors(draft, analysis, 0)
    assert distractors(
        replace(draft, stem="In which year did sales rise by 40 percent?"), analysis, 0
    )


def test_products_of_one_maker_give_another_away() -> None:
    """Between three Falcons the other rocket stands out."""
    from quizgen.distractors.finding import _is_of_other_maker

    assert _is_of_other_maker("Space Launch System", ["Falcon 9", "Falcon Heavy"])
    assert not _is_of_other_maker("Crew Dragon", ["Falcon 9", "Falcon Heavy"])
    assert not _is_of_other_maker("Lima", ["Quito", "Cusco"])


def test_a_price_stands_between_prices() -> None:
    """Beside US $99 there is no US $124."""
    from quizgen.distractors import numbers

    assert numbers.PRICE.search("US $99")
    assert numbers.PRICE.search("£1,499")
    assert not numbers.PRICE.search("$90")
    assert not numbers.PRICE.search("$9 billion")
    assert not numbers.PRICE.search("$9.50")
    assert numbers._as_price("US $124") == "US $129"


def test_where_a_state_lasts_known_places_may_fit_too() -> None:
    """A group that is banned in one country may be so in others."""
    draft = next(
        d for d in drafts_of(analysis_of("Kenya bans plastic bags")) if d.rule.name == "subject"
    )
    placed = replace(draft, kind="country")
    asked = replace(placed.asked, role="in")
    told = replace(placed, wording=replace(placed.wording, asked=asked))
    assert loose.is_general(told)
    assert not loose.is_general(replace(told, stem="Where were bags banned in 2012?"))
