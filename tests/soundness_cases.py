"""For every check of the gate a draft that it must refuse, and one that only looks alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from parses import Word, doc_of
from parses import analysis_of as analysis_of_doc
from recorded import analysis_of, draft_of

from quizgen.analysis.pipeline import Analysis
from quizgen.rules.asking import Draft

Drafted = tuple[Draft, Analysis]
CHOIR = "Amina Okafor founded a choir in Lima in 2012."
TREATY = "Kenya rejected a contract with Uganda in May 2019."


@dataclass(frozen=True)
class Case:
    """A draft that a check must refuse, for a reason, and one that it must let pass."""

    check: str
    refused: Callable[[], Drafted]
    passed: Callable[[], Drafted]
    reason: str


def of(opening: str, rule: str, *, title: str = "", **changes: str) -> Callable[[], Drafted]:
    """The draft of a rule on a recorded text, with other words where given."""

    def made() -> Drafted:
        analysis = analysis_of(opening, title=title)
        return replace(draft_of(analysis, rule), **changes), analysis  # type: ignore[arg-type]

    return made


def parsed(rule: str, *words: Word) -> Callable[[], Drafted]:
    """The draft of a rule on a hand-made parse."""

    def made() -> Drafted:
        analysis = analysis_of_doc(doc_of(list(words)))
        return draft_of(analysis, rule), analysis

    return made


def bought(second: str, *, joined: bool) -> tuple[Word, ...]:
    """The words of "Kenya bought new buses and trucks", or a name joined to the buses."""
    return (
        Word("Kenya", "NNP", "PROPN", "nsubj", 1, "Kenya", ent="B-GPE"),
        Word("bought", "VBD", "VERB", "ROOT", 1, "buy"),
        Word("new", "JJ", "ADJ", "amod", 3),
        Word("buses", "NNS", "NOUN", "dobj", 1, "bus"),
        Word("and", "CC", "CCONJ", "cc", 3 if joined else 1),
        Word(second, "NNP", "PROPN", "conj", 3, second, ent="B-GPE")
        if joined
        else Word("trucks", "NNS", "NOUN", "conj", 3, "truck"),
        Word(".", ".", "PUNCT", "punct", 1),
    )


def met(*, second: bool) -> tuple[Word, ...]:
    """The words of "Kenya voted on taxes in Lagos (and in Mombasa)"."""
    words = (
        Word("Kenya", "NNP", "PROPN", "nsubj", 1, "Kenya", ent="B-GPE"),
        Word("voted", "VBD", "VERB", "ROOT", 1, "vote"),
        Word("on", "IN", "ADP", "prep", 1),
        Word("taxes", "NNS", "NOUN", "pobj", 2, "tax"),
        Word("in", "IN", "ADP", "prep", 1),
        Word("Lagos", "NNP", "PROPN", "pobj", 4, "Lagos", ent="B-GPE"),
    )
    more = (
        Word("and", "CC", "CCONJ", "cc", 4),
        Word("in", "IN", "ADP", "conj", 4),
        Word("Mombasa", "NNP", "PROPN", "pobj", 7, "Mombasa", ent="B-GPE"),
    )
    return (*words, *(more if second else ()), Word(".", ".", "PUNCT", "punct", 1))


def gave(*, receiver: bool) -> tuple[Word, ...]:
    """The words of "Kenya gave new buses (to Uganda)"."""
    more = (
        Word("to", "IN", "ADP", "prep", 1),
        Word("Uganda", "NNP", "PROPN", "pobj", 4, "Uganda", ent="B-GPE"),
    )
    return (
        Word("Kenya", "NNP", "PROPN", "nsubj", 1, "Kenya", ent="B-GPE"),
        Word("gave", "VBD", "VERB", "ROOT", 1, "give"),
        Word("new", "JJ", "ADJ", "amod", 3),
        Word("buses", "NNS", "NOUN", "dobj", 1, "bus"),
        *(more if receiver else ()),
        Word(".", ".", "PUNCT", "punct", 1),
    )


LONG = "Which country rejected " + "a contract with Uganda " * 8 + "in May 2019?"
CASES = (
    Case(
        "lost_span",
        of("Kenya has lost 300 teachers in recent", "count"),
        of("The factory in Lima built 20,000 cars in May", "count"),
        "the time of the number is lost: months",
    ),
    Case(
        "missing_article",
        of("Kenyan court has ruled", "subject"),
        of("A Kenyan court has ruled", "subject"),
        "no article: court",
    ),
    Case(
        "missing_article",
        of("USAF denied that the plane", "statement_content"),
        of("A Kenyan court has ruled", "subject"),
        "no article: USAF",
    ),
    Case(
        "loose_acronym",
        of("The Lima Water Authority (LWA)", "acronym"),
        of("The Lima Water Authority (LWA)", "acronym", title="Pipes repaired after the flood"),
        "nothing says which is meant",
    ),
    Case(
        "problem_clause",
        of("Critics doubt that Samsung", "subject"),
        of("Samsung opened a new factory", "subject"),
        "a denied statement",
    ),
    Case(
        "mere_source",
        of("Reuters reported that Toyota closed", "statement_speaker"),
        of("Reuters sued Toyota", "subject"),
        "asks only who reported it",
    ),
    Case(
        "said_more",
        of("Samsung announced that the plant in Suwon would close. Samsung", "statement_content"),
        of("Samsung announced that the plant in Suwon would close. Toyota", "statement_content"),
        "says more in the same way",
    ),
    Case(
        "speaker",
        of("Kenyan airline in Lima announced", "statement_content"),
        of("Samsung announced that the plant in Suwon would close. Toyota", "statement_content"),
        "without an article",
    ),
    Case(
        "speaker",
        of("Some farmers told reporters", "object"),
        of("Anna Kowalska said that Kenya", "object"),
        "nobody in particular",
    ),
    Case(
        "speaker",
        of("Peter said Toyota closed", "object"),
        of("Anna Kowalska said that Kenya", "object"),
        "only one name",
    ),
    Case(
        "speaker",
        of("Prosecutor in Lima said", "object"),
        of("Anna Kowalska said that Kenya", "object"),
        "without an article",
    ),
    Case(
        "speaker",
        of("Paralympian, Tanni Grey-Kowalska", "subject"),
        of("Anna Kowalska said that Kenya", "object"),
        "more than one piece",
    ),
    Case(
        "speaker",
        of("Kenji Sato said he sold", "object"),
        of("Kenji Sato said he sold", "statement_speaker"),
        "speakers telling of themselves",
    ),
    Case(
        "speaker",
        of('Kenji Sato said, "Toyota needs', "object"),
        of('Kenji Sato said, "Toyota needs', "subject"),
        "to be asked as a quotation",
    ),
    Case(
        "doubled",
        of('Maria Santos called Carlos Mendoza "[', "quotation"),
        of("Maria Santos described the Brazilian", "quotation"),
        "letters put in",
    ),
    Case(
        "odd_coordination",
        of("A New York lawyer and Santos", "intention"),
        of("Toyota plans to build", "intention"),
        "joins unlike things",
    ),
    Case(
        "speaker",
        of("He claimed that the copper", "object"),
        of("Carlos Mendoza claimed that", "object"),
        "only a pronoun",
    ),
    Case(
        "speaker",
        of('Maria Santos was born in Recife. "The river has brought Santos', "object_name"),
        of('Kenji Sato said, "Toyota needs', "subject"),
        "by name",
    ),
    Case(
        "negated",
        of("Toyota did not recall", "subject"),
        of("Toyota recalled 80,000", "subject"),
        "did not happen",
    ),
    Case(
        "bare_copula",
        of("More than 300 workers", "occasion"),
        of("John Miller wrote", "comparison"),
        "without its complement",
    ),
    Case(
        "lost_object",
        parsed("subject", *gave(receiver=False)),
        parsed("subject", *gave(receiver=True)),
        "the receiver or the thing given is lost",
    ),
    Case(
        "altered_quote",
        of(TREATY, "subject", stem='Who "rejected with regret" a contract with Uganda?'),
        of(TREATY, "subject", stem='Who rejected "a contract with Uganda"?'),
        "a quotation is altered",
    ),
    Case(
        "hanging_past",
        of("Chile had sold 40", "subject"),
        of("John Miller wrote", "comparison"),
        "from a point that the stem does not name",
    ),
    Case(
        "perfect_date",
        of("Poland has recalled its envoy on", "subject"),
        of("Chile had sold 40", "subject"),
        "a day in the past with a perfect tense",
    ),
    Case(
        "lost_phrase",
        of("Russia sent tanks into", "object"),
        of("Seoul has called the curbs", "object"),
        "what follows may belong to the answer: into",
    ),
    Case(
        "pronoun",
        of("Carlos Mendoza sold it", "subject"),
        of("Maria Santos sold her house", "object"),
        "pronoun without a certain antecedent: it",
    ),
    Case(
        "demonstrative",
        of("Kenya rejected this contract", "subject"),
        of(TREATY, "subject"),
        "points to another sentence: this",
    ),
    Case(
        "discourse",
        of(TREATY, "subject", stem="Which country also rejected a contract with Uganda?"),
        of(TREATY, "subject", stem="Which country rejected the Alsonian contract with Uganda?"),
        "ties to another sentence: also",
    ),
    Case(
        "key_in_stem",
        of(TREATY, "subject", stem="Which country in Kenya rejected a contract?"),
        of(TREATY, "subject", stem="Which country in Kenyatta's time rejected a contract?"),
        "the stem holds the answer: Kenya",
    ),
    Case(
        "counted_in_stem",
        of("Samsung launched three", "count"),
        of("Samsung launched two", "count"),
        "the stem lists as many",
    ),
    Case(
        "known_nation",
        of(TREATY, "subject", stem="In which country did Kenyan voters reject a contract?"),
        of(TREATY, "subject", stem="In which country did Ugandan voters reject a contract?"),
        "the stem shows the country: Kenyan",
    ),
    Case(
        "known_nation",
        of("Workers in Germany closed a museum near Munich", "inside"),
        of("Workers in Germany closed a museum near Lima", "inside"),
        "the stem shows the country: Munich",
    ),
    Case(
        "torn_name",
        of(CHOIR, "cloze", stem="____ Okafor founded a choir in Lima in 2012."),
        of(CHOIR, "cloze"),
        "a name is torn: Okafor",
    ),
    Case(
        "light_key",
        of("Peru's senators rejected the bill", "object"),
        of(TREATY, "object"),
        "the answer is a bare noun",
    ),
    Case(
        "idiom",
        of("Brazil will take part", "object"),
        of("Brazil will host", "object_name"),
        "part of an idiom",
    ),
    Case(
        "human_verb",
        of("Warsaw was arrested", "passive_subject"),
        of("Warsaw was praised", "passive_subject"),
        "only a person can do or undergo this: arrested",
    ),
    Case(
        "half_verb",
        of("Toyota has been fined", "passive_agent"),
        of("The Ministry of Economy", "subject"),
        "lacks its finite part",
    ),
    Case(
        "displaced_only",
        of("Chile only sold 40 ships", "count"),
        of("Chile only sold 40 ships", "subject"),
        'the place of "only" is lost',
    ),
    Case(
        "misread",
        of("Shopkeepers in Lima", "object"),
        of("Shopkeepers in Lima", "inside"),
        "what follows may belong to the object: following",
    ),
    Case(
        "agreement",
        of("Workers at the factory was", "passive_subject"),
        of(TREATY, "subject"),
        "subject and verb don't agree: Workers",
    ),
    Case(
        "unfinished",
        of("The virus infected tens of thousands in", "object"),
        of("The virus infected tens of thousands of people", "object"),
        "a number of nothing",
    ),
    Case(
        "torn_apposition",
        of("About 53 percent of the voters", "cloze"),
        of(TREATY, "cloze"),
        "an apposition is torn from the gap",
    ),
    Case(
        "nested_object",
        of("Kenya escaped following", "object"),
        of(TREATY, "object"),
        "the object of a verb within another phrase",
    ),
    Case(
        "too_open",
        of(TREATY, "object", stem="What did Kenya reject?"),
        of(TREATY, "object"),
        "says too little for one answer",
    ),
    Case(
        "relative_time",
        of("Seoul referred the dispute to the World Trade Organization last", "cloze"),
        of("Seoul referred the dispute to the World Trade Organization on", "cloze"),
        "a time that goes stale: last month",
    ),
    Case(
        "demonstrative",
        of("Grace Wanjiru said that many work", "statement_speaker"),
        of(TREATY, "subject"),
        "leans on another sentence: many",
    ),
    Case(
        "relative_time",
        of("Kenya closed the port of Mombasa in a storm", "subject"),
        of(TREATY, "subject"),
        "a time that goes stale",
    ),
    Case(
        "demonstrative",
        of("The first report charged", "place"),
        of(TREATY, "subject"),
        "leans on another sentence",
    ),
    Case(
        "bare_definite",
        of("Anna Kowalska said that Kenya had sold", "subject"),
        of(
            "Anna Kowalska said that Kenya had sold", "subject", title="The port of Mombasa is sold"
        ),
        "neither stem nor title says which: the port",
    ),
    Case(
        "no_name",
        of("The stolen bronzes", "to"),
        of("The stolen bronzes", "to", title="Stolen bronzes of Benin go home"),
        "nothing in the stem says",
    ),
    Case(
        "second_answer",
        parsed("place", *met(second=True)),
        parsed("place", *met(second=False)),
        "would answer as well",
    ),
    Case(
        "embedded_wh",
        of("Peter Hoffmann asked John Miller how", "statement_speaker"),
        of("Maria Santos sold her house", "subject"),
        "a second question word",
    ),
    Case(
        "odd_coordination",
        parsed("subject", *bought("Uganda", joined=True)),
        parsed("subject", *bought("Uganda", joined=False)),
        "joins unlike things: buses and Uganda",
    ),
    Case(
        "quote_inside",
        of(TREATY, "cloze", stem='Kenya called it "a contract with ____" in May.'),
        of(TREATY, "cloze", stem='In May "a contract" was rejected by ____.'),
        "the gap is inside a quotation",
    ),
    Case(
        "comma",
        of(TREATY, "subject", stem="Which country, late, loud, alone, rejected it?"),
        of(TREATY, "subject", stem="Which country, late, loud, rejected it?"),
        "between commas",
    ),
    Case(
        "doubled",
        of(TREATY, "subject", stem="Which country rejected a a contract?"),
        of(TREATY, "subject", stem="Which country rejected an odd contract?"),
        "a word stands twice in a row",
    ),
    Case(
        "length",
        of(TREATY, "subject", stem=LONG),
        of(TREATY, "subject", stem=LONG.replace("a contract with Uganda ", "", 4)),
        "nobody reads that on a card",
    ),
    Case(
        "roundtrip",
        of(TREATY, "subject", stem="Which country rejected a contract in May 2019?"),
        of(TREATY, "subject"),
        "a word of the clause is lost: Uganda",
    ),
    Case(
        "slip",
        of("Chile signed a letter of intent", "object"),
        of("Chile signed a letter of intent", "subject"),
        "may belong to the answer: on",
    ),
    Case(
        "seam",
        of("Kenya will send 200 doctors", "subject"),
        of(TREATY, "subject"),
        "two deeds that share a verb: nurses",
    ),
)
