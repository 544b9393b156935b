"""Verbs: the few forms that questions need and the article does not show.

After "did" the lemma serves. Only the present tense in agreement ("who has", "who sends") must be
made: regular spelling and a handful of exceptions.
"""

from spacy.tokens import Token

SINGULAR = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "'re": "is",
    "'ve": "has",
    "am": "is",
    "'m": "is",
}
CONTRACTED = {
    "'s": "is",
    "'ve": "have",
    "'re": "are",
    "'ll": "will",
    "'d": "had",
    "'m": "am",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
}
PAST = {
    "given": "gave", "taken": "took", "written": "wrote", "known": "knew", "drawn": "drew",
    "driven": "drove", "chosen": "chose", "begun": "began", "broken": "broke", "shown": "showed",
    "sung": "sang", "seen": "saw", "done": "did", "stolen": "stole", "spoken": "spoke",
    "grown": "grew", "thrown": "threw", "overseen": "oversaw", "undertaken": "undertook",
    "overthrown": "overthrew", "flown": "flew", "worn": "wore", "run": "ran", "woven": "wove",
    "borne": "bore", "torn": "tore", "sworn": "swore", "shaken": "shook", "bitten": "bit",
    "ridden": "rode", "overcome": "overcame", "forgotten": "forgot", "frozen": "froze",
    "withdrawn": "withdrew", "foreseen": "foresaw", "proven": "proved",
    "forbidden": "forbade", "hidden": "hid", "eaten": "ate", "beaten": "beat",
}  # fmt: skip
"""Past participles whose simple past differs; of all others the two are the same."""
LEMMAS = {"'ve": "have", "'s": "be"}


def base(verb: Token) -> str:
    """The base form: the lemma in lower case."""
    lemma = LEMMAS.get(verb.lower_, verb.lemma_.lower())
    regular = verb.tag_ != "VBZ" or verb.lower_ in {"is", "has", "'s"}
    if regular or third_person(lemma) == verb.lower_:
        return lemma
    return verb.lower_.removesuffix("s")  # the lemmatizer takes "hopes" for a form of "hop"


def singular(verb: Token) -> str:
    """The finite verb in agreement with "who" or "which country"."""
    text = verb.lower_
    if text in SINGULAR:
        return SINGULAR[text]
    return third_person(text) if verb.tag_ == "VBP" else full(verb)


def full(verb: Token) -> str:
    """The verb or auxiliary without contraction, in lower case ("'ll": "will")."""
    if verb.lower_ == "'s" and verb.lemma_ == "have":
        return "has"
    if verb.lower_ == "'d" and verb.tag_ == "MD":
        return "would"
    return CONTRACTED.get(verb.lower_, verb.lower_)


def third_person(verb: str) -> str:
    """The present third person singular of a base form."""
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def support(verb: Token, *, plural: bool) -> str:
    """The form of "do" that takes over the tense of a verb without auxiliaries."""
    if verb.tag_ in {"VBD", "VBG"}:  # a participle that tells a result takes the main verb's past
        return "did"
    return "do" if plural and verb.tag_ == "VBP" else "does" if verb.tag_ == "VBZ" else "do"


def past(participle: Token) -> str:
    """The simple past of a past participle."""
    return PAST.get(participle.lower_, participle.lower_)
