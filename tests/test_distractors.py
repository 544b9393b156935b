"""Distractors: wrong answers of the key's kind, none of which could be right."""

import re
from dataclasses import replace

from recorded import analyses, analysis_of, draft_of, drafts_of

from quizgen import circles, gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import FEWEST, SPARES, WANTED, Seeker, distractors
from quizgen.finishing import finish
from quizgen.quiz import Settings
from quizgen.ranking import Ranked
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

SEEDS = (0, 1, 7)


def given() -> list[tuple[Draft, Analysis, tuple[str, ...]]]:
    """Every recorded draft that gets options, with them, for some seeds."""
    return [
        (draft, analysis, wrong)
        for analysis in analyses().values()
        for draft in drafts_of(analysis)
        if draft.rule.type == "short_answer"
        for seed in SEEDS
        if (wrong := distractors(draft, analysis, seed))
    ]


def words(text: str) -> str:
    """The words of a text, to be looked up in another."""
    return f" {' '.join(content_words(text))} "


def test_there_are_enough_and_none_twice() -> None:
    """At least two, at most the wanted and the spares."""
    found = given()
    assert len(found) > 150
    for _, _, wrong in found:
        assert FEWEST <= len(wrong) <= WANTED + SPARES
        assert len({text.casefold() for text in wrong}) == len(wrong)


def test_no_distractor_is_a_right_answer() -> None:
    """Nor an alias, a part or the whole of one."""
    for draft, _, wrong in given():
        for text in wrong:
            assert text not in {draft.key, *draft.accepted}
            assert words(text) not in words(draft.key)
            assert words(draft.key) not in words(text)
            name = draft.asked.name
            assert name is None or not name.answers_to(text)


def test_no_named_distractor_is_in_the_stem() -> None:
    """What is told in the question is no answer to it."""
    for draft, _, wrong in given():
        if draft.kind not in {"date", "count", "money", "percent"}:
            assert not [text for text in wrong if words(text) in words(draft.stem)]


def test_no_number_of_the_sentence_is_a_distractor() -> None:
    """A number word that the stem holds."""
    analysis = analysis_of("Kenya sent two ministers")
    wrong = distractors(draft_of(analysis, "count"), analysis, 0)
    assert wrong
    assert "three" not in wrong


def test_between_two_years_of_the_stem_there_is_no_other() -> None:
    """After a fire in 2018 and before a flood in 2020."""
    analysis = analysis_of("Samsung moved the production")
    assert distractors(draft_of(analysis, "date"), analysis, 0) == ()


def test_no_figure_of_the_sentence_is_a_distractor() -> None:
    """It counts something else there."""
    for draft, _, wrong in given():
        if draft.kind in {"count", "money", "percent"}:
            said = set(re.findall(r"\d[\d,]*(?:\.\d+)?", draft.fact.sentence.span.text))
            assert not [text for text in wrong if said & set(re.findall(r"\d[\d,]*", text))]


def test_numbers_keep_the_form_of_the_key() -> None:
    """Only the figure changes: unit, sign and words stay."""
    seen = 0
    for draft, _, wrong in given():
        if draft.kind in {"count", "money", "percent"} and re.search(r"\d", draft.key):
            form = re.sub(r"\d[\d,]*(?:\.\d+)?", "#", draft.key)
            assert {re.sub(r"\d[\d,]*(?:\.\d+)?", "#", text) for text in wrong} == {form}
            seen += 1
    assert seen > 20


def test_no_percentage_is_above_a_whole() -> None:
    """130 percent of the voters is no believable answer."""
    analysis = analysis_of("Exports from Vietnam")
    for seed in range(10):
        for text in distractors(draft_of(analysis, "change"), analysis, seed):
            assert 0 < float(text.split()[0]) <= 100


def test_dates_keep_the_form_of_the_key() -> None:
    """Another day of the month, or another year."""
    analysis = analysis_of("Seoul referred the dispute to the World Trade Organization on")
    wrong = distractors(draft_of(analysis, "date"), analysis, 0)
    assert wrong
    assert all(re.fullmatch(r"September ([1-9]|[12]\d), 2019", text) for text in wrong)


def test_names_are_of_the_kind_of_the_key() -> None:
    """As far as the gazetteer knows them."""
    for draft, analysis, wrong in given():
        name = draft.asked.name
        if name is not None and "named" in draft.asked.tags and name.kind in {"country", "company"}:
            own = {m.name.text for m in analysis.names.mentions if m.name.kind == name.kind}
            for text in wrong:
                known = gazetteer.lookup(text)
                assert (
                    text in own
                    or (known is not None and known.kind == name.kind)
                    or circles.of(text, name.kind)
                )


def test_what_hangs_on_the_same_verb_is_no_distractor() -> None:
    """Another country that was blamed in the article would be right too."""
    analysis = analysis_of("Toyota opened a battery factory")
    draft = draft_of(analysis, "passive_agent")
    found = distractors(draft, analysis, 0)
    assert found
    assert not {"Asian Development Bank", "ADB"} & set(found)


def test_options_are_the_same_for_the_same_seed() -> None:
    """And differ for some other."""
    analysis = analysis_of("Kenya rejected a contract")
    draft = draft_of(analysis, "subject")
    first = [distractors(draft, analysis, seed) for seed in range(5)]
    assert first == [distractors(draft, analysis, seed) for seed in range(5)]
    assert len(set(first)) > 1


def options_of(draft: Draft, analysis: Analysis, seed: int = 0) -> tuple[str, ...]:
    """The options of a draft as shown."""
    options = finish(Ranked(draft, 0.5, ()), Seeker(analysis, seed), Settings(seed=seed)).options
    assert options is not None
    return options


def test_numbers_and_dates_are_shown_in_order() -> None:
    """So that the place tells nothing."""
    analysis = analysis_of("Toyota recalled 80,000 cars")
    shown = [
        int(text.replace(",", "")) for text in options_of(draft_of(analysis, "count"), analysis)
    ]
    assert shown == sorted(shown)
    assert 80_000 in shown
    analysis = analysis_of("Kenya rejected a contract")
    years = [text.split()[1] for text in options_of(draft_of(analysis, "date"), analysis)]
    assert years == sorted(years)
    assert "2019" in years


def test_names_are_shuffled_by_the_seed() -> None:
    """The key stands in every place for some seed."""
    analysis = analysis_of("Kenya rejected a contract")
    draft = draft_of(analysis, "subject")
    places = {options_of(draft, analysis, seed).index("Kenya") for seed in range(30)}
    assert places == {0, 1, 2, 3}


def test_a_key_of_words_has_no_options() -> None:
    """A phrase is no name and no number."""
    analysis = analysis_of("Kenya rejected a contract")
    draft = draft_of(analysis, "object")
    assert distractors(draft, analysis, 0) == ()
    weekday = replace(draft, kind="date", key="Friday")
    assert distractors(weekday, analysis, 0) == ()
