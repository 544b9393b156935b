"""Anchoring: times counted from the day of publication are written out where they are certain."""

from datetime import date

import pytest
from recorded import analysis_of, drafts_of

from quizgen.soundness import gate
from quizgen.wording.story import story_of

SATURDAY = date(2019, 7, 13)
WEDNESDAY = date(2019, 7, 3)
MONDAY = date(2019, 7, 15)


def told(opening: str, published: date | None) -> str:
    """The sentence with the texts that any question puts for its times."""
    analysis = analysis_of(opening, published=published)
    swaps = story_of(analysis).swaps
    words = [(swaps.get((0, t.i), t.text), t.whitespace_) for t in analysis.docs[0]]
    return "".join(word + space for word, space in words if word).replace(" .", ".")


@pytest.mark.parametrize(
    ("opening", "published", "expected"),
    [
        ("Maria Santos opened a factory in Lima", SATURDAY, "in Lima on July 12, 2019."),
        ("Kenya announced on Friday that", SATURDAY, "announced on July 12, 2019 that"),
        ("Amina Okafor tried to leave", SATURDAY, "on July 8, 2019."),
        ("Toyota closed its plant in Peru in May", SATURDAY, "in Peru in May 2019."),
        ("Toyota closed its plant in Peru in November", SATURDAY, "in November 2018."),
        ("Toyota has been building cars", SATURDAY, "since December 2018."),
        ("Chile held the vote", SATURDAY, "on July 9, 2019."),
        ("Chile opened the fair", SATURDAY, "from July 4 to 7, 2019."),
        ("Brazil signed the treaty last month", SATURDAY, "the treaty in June 2019."),
        ("Brazil signed the treaty late last year", SATURDAY, "the treaty in late 2018."),
        ("Brazil signed the treaty earlier this week", SATURDAY, "the treaty in July 2019."),
        ("Brazil signed the treaty last week", WEDNESDAY, "the treaty in June 2019."),
        ("Brazil signed the treaty three days", SATURDAY, "the treaty on July 10, 2019."),
        ("Peru reported three cases this weekend", MONDAY, "three cases in July 2019."),
        ("Poland opened two airports this spring", SATURDAY, "in the spring of 2019."),
        ("Police in Lagos arrested three men last", SATURDAY, "on the night of July 12, 2019."),
        ("The bridge in Genoa opened in mid-June", SATURDAY, "opened in mid-June 2019."),
        ("The rail strike in Chile lasted", SATURDAY, "from May 2019 to June 2019."),
        ("Police in Lagos arrested three men on", SATURDAY, "on July 9, 2019 and July 11, 2019."),
    ],
)
def test_past_times_are_written_out(opening: str, published: date, expected: str) -> None:
    """With the year, and the preposition that English wants."""
    assert expected in told(opening, published)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Kenya will reopen the border", "on July 19, 2019."),
        ("Toyota is meeting union leaders", "on July 16, 2019."),
        ("Peter Hoffmann is expected to visit", "on July 15, 2019."),
        ("Amina Okafor plans to leave", "on July 15, 2019."),
        ("Chile will hold the vote", "on January 9, 2020."),
        ("Brazil will sign the treaty by the end", "by the end of 2019."),
    ],
)
def test_what_is_to_come_lies_ahead(opening: str, expected: str) -> None:
    """The verb tells the next Friday from the last."""
    assert expected in told(opening, SATURDAY)


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("The council in Nairobi could close", SATURDAY),  # last Friday, or next
        ("Kenya announced talks", SATURDAY),  # on Friday the talks, or the announcement
        ("The strike in Lima was extended until", SATURDAY),
        ("Peter Hoffmann was expected", SATURDAY),
        ("Toyota closed its plant in Peru in July", WEDNESDAY),  # this July, or the last
        ("Toyota has sold its plant in Peru", SATURDAY),  # no date with a perfect
        ("Brazil signed the treaty two months", SATURDAY),
        ("Brazil signed the treaty last week", date(2019, 8, 7)),  # in two months
        ("Poland opened two airports last summer", SATURDAY),
        ("Today, most Kenyans", SATURDAY),
        ("Amina Okafor spoke at today's", SATURDAY),
        ("Amina Okafor met Theresa May", SATURDAY),
        ("Jorge Santos told Lima This Week", SATURDAY),
        ("In 1998, Toyota came to Peru", SATURDAY),  # in May of 1998
    ],
)
def test_what_is_unsure_stays_as_it_is(opening: str, published: date) -> None:
    """Rather no date than a wrong one."""
    text = analysis_of(opening).docs[0].text
    assert told(opening, published) == text


def test_without_a_day_of_publication_nothing_is_written_out() -> None:
    """A weekday means nothing then."""
    assert told("Maria Santos opened a factory in Lima", None).endswith("in Lima on Friday.")


def test_a_month_without_its_year_is_refused() -> None:
    """It goes stale like a weekday."""
    analysis = analysis_of("Toyota closed its plant in Peru in May")
    refused = [gate.objection(draft, analysis) for draft in drafts_of(analysis)]
    assert ("relative_time", "a month without its year") in refused


@pytest.mark.parametrize(
    ("opening", "published", "key", "accepted"),
    [
        ("Chile held the vote", SATURDAY, "July 9, 2019", ("July 9",)),
        ("Chile held the vote", None, "July 9", ()),
        ("Siemens left Chile in the summer", None, "2014", ()),
        ("Siemens entered Peru in early", None, "1995", ()),
    ],
)
def test_answers_take_the_granularity_asked_for(
    opening: str, published: date | None, key: str, accepted: tuple[str, ...]
) -> None:
    """A date has its year, and a year stands alone."""
    drafts = drafts_of(analysis_of(opening, published=published))
    found = [(d.key, d.accepted) for d in drafts if d.rule.name == "date"]
    assert found == [(key, accepted)]
