"""Cases for the checks of who somebody is, who acts, and what a stem tells or gives away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from parses import Word
from recorded import analysis_of, drafts_of
from soundness_cases import Case, Drafted, of, parsed

DAY = date(2019, 6, 1)


def asked(opening: str, stem: str) -> Callable[[], Drafted]:
    """The draft with a stem that the rules make of a recorded text."""

    def made() -> Drafted:
        analysis = analysis_of(opening, published=DAY)
        return next(d for d in drafts_of(analysis) if d.stem == stem), analysis

    return made


def undated(opening: str, rule: str, *, key: str = "") -> Callable[[], Drafted]:
    """The first draft of a rule with a title, so that only the check's own matter counts."""

    def made() -> Drafted:
        analysis = analysis_of(opening, title="News from the north of the country")
        draft = next(d for d in drafts_of(analysis) if d.rule.name == rule)
        return replace(draft, key=key or draft.key), analysis

    return made


def attended(*, joined: bool) -> tuple[Word, ...]:
    """The words of "By Friday, and Oxfam, attended Lima", or of a clause after "and"."""
    return (
        Word("By", "IN", "ADP", "prep", 3),
        Word("and", "CC", "CCONJ", "cc", 0 if joined else 3),
        Word("Toyota", "NNP", "PROPN", "nsubj", 3, "Toyota", ent="B-ORG"),
        Word("attended", "VBD", "VERB", "ROOT", 3, "attend"),
        Word("a", "DT", "DET", "det", 6),
        Word("big", "JJ", "ADJ", "amod", 6),
        Word("rally", "NN", "NOUN", "dobj", 3),
        Word(".", ".", "PUNCT", "punct", 3),
    )


RANK = "In which year did Toyota drop 41 places to 98th"
WHO = (
    Case(
        "own_product",
        of("Apple will give owners of its", "cloze"),
        of("Apple will give owners of the", "cloze"),
        "a product of the answer: Apple",
    ),
    Case(
        "own_head",
        asked(
            "Steve Jobs said",
            "According to Steve Jobs, which company will offer a free case to every customer?",
        ),
        asked(
            "Maria Santos said that Apple",
            "According to Maria Santos, which company will offer a free bag to every customer?",
        ),
        "the speaker heads the answer: Jobs",
    ),
    Case(
        "described_otherwise",
        undated("Kenji Sato, an expert in fish, opened a museum", "role"),
        undated("Kenji Sato, an expert in fish, opened a library", "role"),
        "describes the person otherwise: engineer",
    ),
    Case(
        "described_otherwise",
        of(
            "Kenji Sato, an expert in fish, opened a library",
            "role",
            title="Kenji Sato opens a library",
        ),
        of("Kenji Sato, an expert in fish, opened a library", "role", title="A library opens"),
        "the title itself says who it is",
    ),
    Case(
        "described_otherwise",
        of("Kenji Sato, an expert in fish, opened a library", "role", title="The expert in fish"),
        undated("Kenji Sato, an expert in fish, opened a library", "role"),
        "nothing says which story",
    ),
    Case(
        "envoy",
        asked("Kenyan ambassador", "Who was the Kenyan ambassador in June 2019?"),
        asked("Kenyan president Carlos Mendoza flew", "Who was the Kenyan president in June 2019?"),
        "does not say where to: ambassador",
    ),
    Case(
        "passing_holder",
        asked("Toyota sold cars to critics", "Who was the Kenyan president in June 2019?"),
        asked("Kenyan president Carlos Mendoza flew", "Who was the Kenyan president in June 2019?"),
        "named in passing",
    ),
    Case(
        "wrong_agent",
        parsed("subject", *attended(joined=True)),
        parsed("subject", *attended(joined=False)),
        "belongs to the phrase before it: Toyota",
    ),
    Case(
        "no_context",
        of("Chad was dropped in 2012", "date", title="The year 2012"),
        undated("Chad was dropped in 2012", "date"),
        "no word of what was dropped from",
    ),
    Case(
        "no_context",
        of("Maria Santos met her future husband.", "subject", title="Maria Santos weds"),
        of("Maria Santos met her future husband in Recife", "subject", title="Maria Santos weds"),
        "no name in the stem",
    ),
    Case(
        "no_occasion",
        undated("Maria Santos met her future husband.", "subject"),
        undated("Maria Santos met her future husband in Recife", "subject"),
        "a deed without its occasion",
    ),
    Case(
        "unfinished_being",
        asked(
            "The worst case is Kenya, where people think only 28% are,",
            "The worst case is Kenya, where people think only ____ are, when 71% are.",
        ),
        asked(
            "The worst case is Kenya, where people think only 28% are ill",
            "The worst case is Kenya, where people think only ____ are ill.",
        ),
        "leaves out what they are",
    ),
    Case(
        "unranked",
        asked("Toyota dropped 41 places to 98th in 2012", f"{RANK}?"),
        asked("Toyota dropped 41 places to 98th in a", f"{RANK} in a ranking of brands?"),
        "a ranking that nothing names",
    ),
    Case(
        "day_alone",
        undated("Kenya rejected a contract with Uganda in May", "date", key="Tuesday 8th"),
        undated("Kenya rejected a contract with Uganda in May", "date", key="May 8th"),
        "a day without its month",
    ),
    Case(
        "kin_alone",
        asked("Maria Santos spoke about her husband", "About whom did Maria Santos speak?"),
        asked("Maria Santos spoke about Carlos Mendoza", "About whom did Maria Santos speak?"),
        "only the given name",
    ),
)
