"""Causes: cause, effect and signal of each construction, and its look-alikes."""

import pytest
from recorded import analyses, analysis_of

from quizgen.analysis import causes
from quizgen.analysis.causes.cause import Cause


def causes_of(opening: str) -> list[Cause]:
    """The causes of the recorded text."""
    return [cause for doc in analysis_of(opening).docs for cause in causes.find(doc)]


def only(opening: str) -> Cause:
    """The only cause of the recorded text."""
    (found,) = causes_of(opening)
    return found


@pytest.mark.parametrize(
    ("effect", "signal", "cause"),
    [
        # fixed connectives
        ("Ferries to Gotland were cancelled", "because of", "a broken pier"),
        ("The museum in Porto closed its doors", "due to", "a shortage of guards"),
        ("Norway expelled two diplomats", "in response to", "a raid on its embassy"),
        ("Pilots in Lima marched to the ministry", "in protest against", "longer shifts"),
        # conjunctions and prepositions
        ("The bridge in Tartu was closed", "because", "its cables had rusted"),
        ("Peru imports rice", "since", "its own harvest does not suffice"),
        ("Trains in Ghent were halted", "as", "snow blocked the main line"),
        ("Chile dismissed its envoy", "over", "a leaked letter"),
        ("A court in Accra fined Shell", "for", "polluting a river"),
        # verbs, their effect first or last
        ("a wave of strikes", "sparked", "The pension reform"),
        ("a shortage of bread", "led to", "The drought in Morocco"),
        ("the airline to ground its fleet", "forced", "A computer failure"),
        ("The blackout in Leeds", "caused", "a burning transformer"),
        ("flooding two villages", "flooding", "A dam in Laos broke on Monday"),
        # nouns and adverbs
        ("the delay", "reason", "a missing permit"),
        ("lost its vote", "thus", "Malta missed the deadline"),
        # the grievance behind a protest
        (
            "Farmers in Punjab camped outside the court",
            "demanding",
            "the release of their leader",
        ),
    ],
)
def test_a_cause_is_told(effect: str, signal: str, cause: str) -> None:
    """Effect and cause without the signal, each as long as the text tells it."""
    opening = cause if cause[0].isupper() else effect
    (found,) = [c for c in _recorded() if opening in c.effect.sent.text and cause in c.cause.text]
    assert (found.effect.text, str(found.signal), found.cause.text) == (effect, signal, cause)
    assert (found.kind, found.positive, found.certain) == ("cause", True, True)


def _recorded() -> list[Cause]:
    docs = [doc for analysis in analyses().values() for doc in analysis.docs]
    return [cause for doc in docs for cause in causes.find(doc)]


@pytest.mark.parametrize(
    ("opening", "cause"),
    [
        ("The mayor of Cork resigned after", "auditors found a hole in the budget"),
        ("Officials in Quito closed nine schools", "an earthquake near the coast"),
        ("Police in Turin detained a driver", "a crash on the ring road"),
    ],
)
def test_the_occasion_of_a_response_is_a_sequence(opening: str, cause: str) -> None:
    """The text leaves it to the reader that the one came of the other."""
    found = only(opening)
    assert (found.cause.text, found.kind) == (cause, "sequence")


@pytest.mark.parametrize(
    ("opening", "aim"),
    [
        ("Nurses in Oslo blocked a road", "demand higher pay"),
        ("Iceland raised its taxes in order", "repair the harbours"),
    ],
)
def test_a_purpose_is_kept_apart(opening: str, aim: str) -> None:
    """What somebody acts for has not happened yet."""
    found = only(opening)
    assert (found.cause.text, found.kind) == (aim, "purpose")


def test_a_cause_may_keep_something_from_happening() -> None:
    """The effect is then what did not happen."""
    found = only("A quick evacuation prevented")
    assert found.effect.text == "a disaster in Naples"
    assert not found.positive


@pytest.mark.parametrize(
    "opening",
    ["The strike may have been prolonged", "Samsung did not delay the launch"],
)
def test_a_hedged_or_denied_effect_is_not_certain(opening: str) -> None:
    """It is found all the same."""
    assert not only(opening).certain


@pytest.mark.parametrize(
    "opening",
    [
        "Anna Kowalska has lived in Gdansk since",  # time
        "The president arrived as the band",  # at the same time
        "The ferry is due to sail",  # a plan
        "Vendors sold maps for two euros",  # a price; a mere occasion
        "Workers triggered the alarm",  # people do things
        "The council wants to build a tunnel",  # what is wanted
        "Leo Duarte managed to reach",  # what is managed
        "Two days after the storm passed",  # counting time
        "The committee met over the weekend",  # time
    ],
)
def test_look_alikes_tell_no_cause(opening: str) -> None:
    """The same words in other constructions."""
    assert causes_of(opening) == []
