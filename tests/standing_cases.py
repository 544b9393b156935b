"""Drafts that lean on what the student has not read, for the gate's checks of that."""

from soundness_cases import Case, of

STANDING = (
    Case(
        "leaning",
        of("Maria Santos stayed in Lima for two months longer", "subject"),
        of("Maria Santos stayed in Lima for two months in", "subject"),
        "leans on another sentence: longer",
    ),
    Case(
        "new_subject",
        of("A local election was held on", "date"),
        of("A local election was held on", "date", title="Local elections in Brazil"),
        "tells of something new without its name: election",
    ),
    Case(
        "bare_post",
        of("The Prime Minister praised Toyota", "object_name"),
        of("The Prime Minister praised Toyota", "object_name", title="Kenya opens a factory"),
        "says of what: the Minister",
    ),
    Case(
        "rival",
        of("Maria Santos works for Toyota. Santos worked", "for"),
        of("Maria Santos works for Toyota. Santos left", "for"),
        "the article says it more than once: works",
    ),
)
