"""Posts: the forms of questions on who somebody is, and who holds a post when."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizgen import gazetteer
from quizgen.analysis import times
from quizgen.analysis.times import spoken
from quizgen.facts.fact import Argument
from quizgen.wording.keys import INCUMBENT
from quizgen.wording.surface import text_of

if TYPE_CHECKING:
    from quizgen.wording.forms import Wording

NEAR = 92  # days before publication; news of a quarter ago still tells who holds a post


def post(wording: "Wording", slot: Argument) -> str | None:
    """A post without "current", which a date says better."""
    return text_of([t for t in slot.tokens if t.lower_ not in INCUMBENT], wording.swaps) or None


def owned(wording: "Wording", slot: Argument) -> str | None:
    """A post as its place's own: "Scotland's First Minister"."""
    mention = wording.names.at(wording.fact.sentence.paragraph, slot.tokens[0])
    if mention is None:
        return None
    place = [t for t in slot.tokens if t.i < mention.end]
    rest = [t for t in slot.tokens if t.i >= mention.end]
    if gazetteer.has_article(mention.name.text) and rest:
        number = wording.fact.sentence.paragraph
        if any(wording.names.at(number, t) for t in rest):
            return None  # "United States House of Representatives Speaker"
        return f"the {text_of(rest)} of the {text_of(place)}"
    ending = "'" if text_of(place).endswith("s") else "'s"
    return f"{text_of(place)}{ending} {text_of(rest)}" if rest else None


def then(wording: "Wording") -> str | None:
    """The month of publication, "in July 2019"; who holds a post is only asked with it.

    None where the sentence tells of another time, or of the dead.
    """
    published = wording.story.published
    holder = wording.fact.slots["holder"].name
    if published is None or holder in wording.story.dead:
        return None
    times_told = (
        times.read(e, published) for e in wording.fact.sentence.span.ents if e.label_ == "DATE"
    )
    if any(_elsewhen(time, published) for time in times_told):
        return None
    return f"in {spoken(published.isoformat()[:7])}"


def ended(wording: "Wording") -> str | None:
    """The verb "die" for the holder of an age whom the article says to be dead."""
    holder = wording.fact.slots["holder"].name
    return "die" if holder in wording.story.dead else None


def _elsewhen(time: times.Time, published: date) -> bool:
    """Whether a time lies in an earlier month than the article, give or take some days."""
    if time.kind != "date" or not time.value[:1].isdigit():
        return False
    around = {(published + timedelta(days=n)).isoformat() for n in (-NEAR, 0)}
    return time.value < min(around) and not any(day.startswith(time.value) for day in around)


def living(wording: "Wording", slot: Argument) -> str | None:
    """The phrase for a person who is not said to be dead."""
    return None if slot.name in wording.story.dead else text_of(slot.tokens, wording.swaps)


def departed(wording: "Wording", slot: Argument) -> str | None:
    """The phrase for a person who is said to be dead."""
    return text_of(slot.tokens, wording.swaps) if slot.name in wording.story.dead else None
