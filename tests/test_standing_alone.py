"""Standing alone: a stem is understood by whoever sees only it and the context line."""

from dataclasses import replace

import pytest
from recorded import analysis_of, drafts_of

from quizgen.soundness import gate
from quizgen.soundness.rivals import rival

APP = "John Miller sold an app for drivers. Critics praised the traffic app"
PRIZE = "Maria Santos won the Lima Prize in Recife. Grace Wanjiru"


def objections(opening: str, *, title: str = "") -> dict[str, str]:
    """For each stem made of a text the gate's objection, "" for none."""
    analysis = analysis_of(opening, title=title)
    found = ((draft, gate.objection(draft, analysis)) for draft in drafts_of(analysis))
    return {draft.stem: objection[1] if objection else "" for draft, objection in found}


@pytest.mark.parametrize(
    ("opening", "stem", "reason"),
    [
        (APP, "Which country bought the traffic app in May 2019?", "a reader of the article"),
        (
            "The Irish designer sold a house",
            "In which month did the Irish designer sell a house to Toyota?",
            "a reader of the article: the designer",
        ),
        (
            "The vote, which is not binding",
            "In which month was the vote boycotted by Kenya?",
            "neither stem nor title says which: the vote",
        ),
        (
            "A commission met in Lima. Toyota praised the commission's",
            "In which month did Toyota praise the commission's work?",
            "neither stem nor title says which: the commission",
        ),
        (
            "Maria Santos pleaded guilty to each crime",
            "Who pleaded guilty to each crime at a court in Lima?",
            "neither stem nor title says which: the crime",
        ),
        (
            "In Lima, the internal audit criticised Toyota",
            "Which company did the internal audit criticise in Lima?",
            "a reader of the article: the audit",
        ),
        (
            "Toyota noticed the traffic on its quiet roads",
            "Which company noticed the traffic on its quiet roads in Kenya?",
            "neither stem nor title says which: the traffic",
        ),
        (
            "A Turkish statement was read out",
            "Which country's statement called for an end to the war in May 2019?",
            "a reader of the article: the statement",
        ),
        (
            "Toyota praised the annual study",
            "In which month did Toyota praise the annual study?",
            "neither stem nor title says which: the study",
        ),
        (
            "Kenya allowed open markets before the election, including",
            "What did Kenya allow before the election in May 2019?",
            "neither stem nor title says which: the election",
        ),
        (
            "Maria Santos made the journey from Recife",
            "Maria Santos made the journey from which city in May 2019?",
            "neither stem nor title says which: the journey",
        ),
        (
            "Maria Santos said that the night's incidents",
            "Who said that the night's incidents in Lima injured fourteen police officers?",
            "neither stem nor title says which: the night",
        ),
    ],
)
def test_a_description_does_not_identify(opening: str, stem: str, reason: str) -> None:
    """It takes up what the article told before, which the student has not read."""
    assert reason in objections(opening)[stem]


@pytest.mark.parametrize(
    ("opening", "stem", "title"),
    [
        (APP, "Which country bought the traffic app in May 2019?", "New app warns of traffic"),
        (
            "The Irish ambassador sold a house",
            "In which month did the Irish ambassador sell a house to Toyota?",
            "",
        ),
        (
            "The vote on the treaty with Uganda",
            "In which month was the vote on the treaty with Uganda boycotted by Kenya?",
            "",
        ),
        (
            "Nairobi lies in Kenya. Toyota praised the country's",
            "In which month did Toyota praise the country's work?",
            "Kenya opens a factory",
        ),
        (
            "John Miller praised a port. Kenya bought the largest port",
            "In which month did Kenya buy the largest port?",
            "",
        ),
    ],
)
def test_what_stem_or_title_identifies_may_stay(opening: str, stem: str, title: str) -> None:
    """By a word of the title, a name, a full description, or because there is only one."""
    assert objections(opening, title=title)[stem] == ""


MATCH = "In which month did Kenya win the match with ease?"
MIRROR = "In which month did Toyota test the mirror for a year?"
EXPLOSIONS = "In which month did Kenya condemn the two explosions?"


@pytest.mark.parametrize(
    ("opening", "stem", "vague", "plain"),
    [
        (
            "A match was played in Recife",
            MATCH,
            "Lima Cup 2019 day two: Kenya, Brazil win",
            "Kenya defeat Brazil in Lima",
        ),
        (
            "John Miller built a mirror",
            MIRROR,
            "Mirrors for hot cities",
            "A mirror for hot cities",
        ),
        (
            "Two explosions woke the town",
            EXPLOSIONS,
            "Explosion in Recife kills three",
            "Two explosions in Recife kill three",
        ),
        ("A match was played in Recife", MATCH, "Coach", "Coach praises Kenya"),
    ],
)
def test_a_title_tells_one_thing_of_several(
    opening: str, stem: str, vague: str, plain: str
) -> None:
    """A cup has many matches; "mirrors" are not one mirror, nor one explosion two."""
    assert "title" in objections(opening, title=vague)[stem]
    assert objections(opening, title=plain)[stem] == ""


@pytest.mark.parametrize(
    ("opening", "stem", "title"),
    [
        ("Carlos Alberto Mendoza spec", "What did Carlos Alberto Mendoza specifically", ""),
        (
            "A regional vote was held",
            "What was held on May 11, 2019?",
            "Three countries elect councils in May 2019",
        ),
    ],
)
def test_a_name_or_a_date_says_one_thing(opening: str, stem: str, title: str) -> None:
    """However many words they have, and a manner says nothing."""
    found = objections(opening, title=title)
    why = next(why for asked, why in found.items() if asked.startswith(stem))
    assert "says too little" in why


@pytest.mark.parametrize(
    ("opening", "stem", "word"),
    [
        ("South Korea's exporters are even worse off.", "Which country's exporters are", "worse"),
        ("Anna Kowalska returned moments later", "Who returned moments?", "returned"),
        ("Anna Kowalska spoke in Lima six years", "Who spoke in Lima six years", "before"),
        ("Anna Kowalska said that number", "____ said that number", "that"),
        ("Anna Kowalska further claimed", "____ further claimed that Toyota", "further"),
        ("Toyota offers one for about", "Which company offers one for about", "one"),
        ("Kenya declined in May 2019 after", "Which country declined in May", "declined"),
        ("Maria Santos has been living in Lima ever", "Who has been living in", "ever since"),
        ("Fellow candidate Maria Santos", "What did fellow candidate", "Fellow"),
        ("Anna Kowalska described the court", "____ described the court", "too"),
        ("Kenya acted because of", "Why did Kenya act?", "acted"),
        ("The resulting noise will", "Who will the resulting noise", "the resulting"),
        ("Toyota is the company with the next", "Which is the company", "next highest"),
        ("All were tested in Lima", "In which month were all tested in Lima?", "All"),
    ],
)
def test_half_of_a_thought_is_refused(opening: str, stem: str, word: str) -> None:
    """Its other half stands in a sentence that the student does not see."""
    found = next(why for asked, why in objections(opening).items() if asked.startswith(stem))
    assert found == f"leans on another sentence: {word}"


@pytest.mark.parametrize(
    ("opening", "stem"),
    [
        ("South Korea's exporters are even worse off than", "Which country's exporters are even"),
        ("Kenya declined an offer", "Which country declined an offer"),
        ("Anna Kowalska was refused a visa", "Who was refused a visa"),
    ],
)
def test_a_whole_thought_may_stay(opening: str, stem: str) -> None:
    """With the standard of the comparison, or with what the verb needs."""
    found = next(why for asked, why in objections(opening).items() if asked.startswith(stem))
    assert found == ""


@pytest.mark.parametrize(
    ("opening", "stem", "reason"),
    [
        ("Toyota currently employs 400", "____ currently employs", "nothing dates: currently"),
        ("Maria Santos visited a school in Lima on Tuesday", "Who visited", "without its date"),
        ("Well, for one thing", "Well, for one thing, ____", "going on from another"),
    ],
)
def test_what_goes_on_or_goes_stale_is_refused(opening: str, stem: str, reason: str) -> None:
    """A cut-off date is none, and "currently" needs a day in the context line."""
    found = next(why for asked, why in objections(opening).items() if asked.startswith(stem))
    assert reason in found


def test_who_goes_on_speaking_is_said_to_say() -> None:
    """The student has not read to what Anna Kowalska "added" it."""
    found = objections("Anna Kowalska added that the bridge")
    assert found["Who said that the bridge in Recife was unsafe for trucks?"] == ""


def test_a_month_needs_its_year() -> None:
    """Unless the context line has the day of publication."""
    found = objections("Kenya closed the port of Mombasa on June")
    stem = "Which country closed the port of Mombasa on June 12?"
    assert found[stem] == "a date without its year: June 12"


def test_what_several_did_is_not_asked_of_one() -> None:
    """Nor is it told as false of one of them; that it is true of one may be told."""
    found = objections(PRIZE)
    assert "more than once: won" in found["Who won the Lima Prize?"]
    assert found["Who won the Lima Prize in Recife?"] == ""
    analysis = analysis_of(PRIZE)
    asked = next(d for d in drafts_of(analysis) if d.stem == "Who won the Lima Prize?")
    assert rival(replace(asked, key="False"), analysis)
    assert rival(replace(asked, key="True"), analysis) == ""


@pytest.mark.parametrize(
    ("opening", "stem"),
    [
        # the recogniser passes over the surname, or over the full name's start
        ("Akilisi Fonua, the mayor of Lima", "In which year did Akilisi Fonua open a school"),
        (
            "Hurricane Beryl hit Kenya in May 2019. In June 2019, Beryl",
            "In which month did Hurricane Beryl reach",
        ),
    ],
)
def test_a_name_is_first_given_in_full(opening: str, stem: str) -> None:
    """As the article has it elsewhere."""
    assert any(asked.startswith(stem) for asked in objections(opening))


def test_an_event_is_not_named_twice() -> None:
    """A word before the short name already says what it is."""
    found = objections("Hurricane Beryl hit Kenya in May 2019. In June 2019, Tropical")
    assert any("Tropical Storm Beryl" in asked for asked in found)
    assert not any("Storm Hurricane" in asked for asked in found)
