"""Cases of the checks on keys: one answer of several, or none that says anything."""

from soundness_cases import Case, of

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
)
