"""Cases of the checks on keys: one answer of several, or none that says anything."""

from collections.abc import Callable

from recorded import analysis_of, drafts_of
from soundness_cases import Case, Drafted, of


def keyed(opening: str, rule: str, key: str) -> Callable[[], Drafted]:
    """The draft of a rule on a recorded text that has a key."""

    def found() -> Drafted:
        analysis = analysis_of(opening)
        made = (d for d in drafts_of(analysis) if d.rule.name == rule and d.key == key)
        return next(made), analysis

    return found


ANSWERS = (
    Case(
        "also",
        of("Maria Santos also commented on the treaty", "on"),
        of("Maria Santos also commented on the treaty", "subject"),
        "one answer of several",
    ),
    Case(
        "beside",
        of("Kenya uses new buses, along with", "object"),
        of("Kenya uses new buses, along with", "subject"),
        "along with trams",
    ),
    Case(
        "unnamed",
        of("On Monday, a judge in Lima sentenced", "subject"),
        of("On Monday, a judge in Recife sentenced", "subject"),
        "the article may tell the name: Carlos Mendoza",
    ),
    Case(
        "unnamed",
        of("Police in Gdynia arrested an individual", "object_name"),
        of("Police in Gdynia arrested an individual", "subject"),
        "nobody in particular",
    ),
    Case(
        "own_noun",
        of("Rescuers in Antofagasta ended their work", "object"),
        of("Rescuers in Antofagasta sold their boats", "object"),
        "says nothing by itself",
    ),
    Case(
        "vague_many",
        of("Toyota confessed many sins", "object"),
        of("Toyota confessed many breaches", "object"),
        "vague",
    ),
    Case(
        "known_nation",
        keyed("Boeing showed the new plane at a factory near Seattle", "inside", "United States"),
        keyed("Boeing showed the new plane at a factory near Mombasa", "inside", "Uganda"),
        "the stem shows the country: Seattle",
    ),
    Case(
        "mere_source",
        keyed("Farmers told Reuters", "cloze", "Reuters"),
        keyed("Farmers told Reuters", "cloze", "Toyota"),
        "asks only who was told it",
    ),
)
