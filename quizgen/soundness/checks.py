"""Checks: each a named function from a draft to the reason why it is unsound, or "".

The reasons and their price on real news come from a prototype's labelled questions (1,500 over 64
articles); the list follows the filters that the literature on rule-written questions agrees on.
"""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.data import words
from quizgen.facts.phrases import DEMONSTRATIVES
from quizgen.question import GAP
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

Check = Callable[[Draft, Analysis], str]

PERSONAL = frozenset("he she it they him her them his its their hers theirs himself herself itself themselves".split())
SPEAKING = frozenset("i me my mine we us our ours you your yours myself ourselves yourself".split())
POSSESSIVE = frozenset({"his", "her", "its", "their"})
FUNCTION_WORDS = frozenset(
    "the a an of to in on at for by with from and or but as is are was were be been has have had do "
    "does did will would can could may might who whom which what when where why how that this".split()
)
REAL_TITLE = 4  # content words; shorter titles ("Brown bears") tell no story
SHORTEST, LONGEST = 4, 30  # words of a stem; professional news quizzes: 11-25 (p10-p90)
LONGEST_KEY = 14  # words; longer keys are sentences, which nobody can recall as an answer
LONGEST_CLAUSE_KEY = 20


def key_in_stem(draft: Draft, _: Analysis) -> str:
    """The stem must not hold the key, an alias of it, or most of its words."""
    stem = f" {' '.join(content_words(draft.stem))} "
    if draft.rule.type == "true_false":
        return ""
    for text in (draft.key, *draft.accepted):
        said = " ".join(content_words(text))
        if said and f" {said} " in stem:
            return f"the stem holds the answer: {text}"
    said_words = [w for w in content_words(draft.key) if w not in FUNCTION_WORDS]
    shared = [w for w in said_words if f" {w} " in stem]
    enough = len(said_words) if "named" in draft.asked.tags else (len(said_words) + 1) // 2
    if said_words and len(shared) >= enough and draft.rule.type != "true_false":
        return "most of the answer's words are in the stem"
    return ""


def pronoun(draft: Draft, _: Analysis) -> str:
    """No pronoun may be left whose antecedent the stem does not hold."""
    for token in _used(draft):
        low = token.lower_
        if low in SPEAKING and token.tag_ in {"PRP", "PRP$"}:
            return f"speaks in the first or second person: {token.text}"
        if low in PERSONAL and token.tag_ in {"PRP", "PRP$"} and not _bound(token, draft):
            return f"pronoun without a certain antecedent: {token.text}"
    return ""


def _used(draft: Draft) -> Iterator[Token]:
    """The tokens whose own words stand in stem or key."""
    gone = draft.wording.swaps
    return (t for t in _words(draft) if t.i not in gone or gone[t.i] == t.text)


def _words(draft: Draft) -> tuple[Token, ...]:
    """The tokens that stem and key are made of, replaced ones too."""
    fact, clause = draft.fact, draft.fact.clause
    if fact.kind == "statement":
        return draft.asked.tokens  # quoted words speak for themselves
    if fact.kind == "sentence" or clause is None:
        source: tuple[Token, ...] = tuple(fact.sentence.span) if fact.kind == "sentence" else tuple(t for a in fact.slots.values() for t in a.tokens)
    else:
        speaker = clause.speaker.tokens if clause.speaker else ()
        source = (*clause.subject.tokens, *clause.predicate, *speaker)
        source = tuple(t for t in source if t not in draft.asked.whole) + draft.asked.tokens
    return source


def _bound(token: Token, draft: Draft) -> bool:
    """Whether a pronoun's antecedent is certain and stands in the question.

    A possessive, or the subject of what is said, that can only mean the clause's own subject.
    """
    clause = draft.fact.clause
    if draft.wording.swaps.get(token.i) == token.text:
        return True
    if clause is None or token in clause.subject.tokens or draft.fact.kind == "sentence":
        return False
    subject = clause.subject
    if token.tag_ == "PRP$" and _one_name_before(token, draft):
        return True
    rivals = [t for t in clause.predicate if t.i < token.i and _is_rival(t, token, draft)]
    if rivals and token.lower_ in {"it", "its", "they", "their", "them"}:
        return False
    reflexive = token.lower_.endswith(("self", "selves"))
    possessive = token.tag_ == "PRP$"
    said = token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ in {"ccomp", "xcomp"} and token.head.head == clause.verb
    return (possessive or said or reflexive) and _subject_agrees(token, draft)


def _one_name_before(token: Token, draft: Draft) -> bool:
    """Whether exactly one name of the clause, kept in the stem, can be what "its" belongs to."""
    clause, wording = draft.fact.clause, draft.wording
    assert clause is not None
    if token.lower_ != "its":
        return False
    before = [t for t in (*clause.subject.tokens, *clause.predicate) if t.i < token.i]
    found = {m.name for t in before if (m := wording.names.at(draft.fact.sentence.paragraph, t)) and m.name.kind not in {"person", "nationality"}}
    asked = draft.asked.name
    return len(found) == 1 and asked not in found


def _is_rival(noun: Token, pronoun: Token, draft: Draft) -> bool:
    """Whether a noun before the pronoun could be meant instead of the subject.

    For a possessive only another name or body: people read it as the subject's else.
    """
    if noun.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or not _agrees(pronoun, noun):
        return False
    named = draft.wording.names.at(draft.fact.sentence.paragraph, noun) is not None
    return pronoun.tag_ != "PRP$" or named or gazetteer.is_group_noun(noun.lemma_)


def _agrees(pronoun: Token, noun: Token) -> bool:
    plural = noun.tag_ in {"NNS", "NNPS"}
    return plural if pronoun.lower_ in {"they", "their", "them"} else not plural


def _subject_agrees(token: Token, draft: Draft) -> bool:
    assert draft.fact.clause is not None
    subject = draft.fact.clause.subject
    low = token.lower_
    if low in {"they", "their", "them", "themselves"}:
        return "plural" in subject.tags
    if "plural" in subject.tags or "coordinated" in subject.tags:
        return False
    person = "person" in subject.tags or "people" in subject.tags
    if low in {"it", "its", "itself"}:
        return not person and ("named" in subject.tags or "collective" in subject.tags)
    gender = subject.name.gender if subject.name else ""
    wanted = "f" if low.startswith(("she", "her")) else "m"
    return person and gender in {"", wanted}


def demonstrative(draft: Draft, _: Analysis) -> str:
    """No "this", "such" or "there" that points out of the question."""
    for token in _used(draft):
        example = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "as"
        if token.lower_ in DEMONSTRATIVES and token.tag_ in {"DT", "PDT", "JJ"} and not example:
            return f"points to another sentence: {token.text}"
        if token.lower_ in {"there", "here", "former", "latter", "aforementioned"} and token.dep_ in {"advmod", "nsubj", "pobj"} and token.lower_ != "former":
            return f"points to another sentence: {token.text}"
        if token.lower_ in {"other", "another", "same"} and token.dep_ in {"amod", "det"}:
            return f"leans on another sentence: {token.text}"
    return ""


def discourse(draft: Draft, _: Analysis) -> str:
    """No leftover that ties the stem to the sentence before."""
    first = content_words(draft.stem)[-1:]
    for word in ("also", "however", "meanwhile", "therefore", "moreover", "too", "likewise"):
        if re.search(rf"\b{word}\b", draft.stem):
            return f"ties to another sentence: {word}"
    return "ends on a loose word" if first and first[0] in {"and", "or", "but", "the", "a", "an", "that"} else ""


def problem_clause(draft: Draft, _: Analysis) -> str:
    """What is denied, supposed, conditional or said by nobody known is not asked as a fact."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "statement":
        return ""
    if clause.subject.tags & {"date", "time", "duration"}:
        return "a time as the subject"
    return clause.problems[0] if clause.problems else ""


def negated(draft: Draft, _: Analysis) -> str:
    """Negative stems test reading of the word "not", not of the news."""
    return "asks about something that did not happen" if "negated" in draft.fact.tags and draft.rule.type != "true_false" else ""


def speaker(draft: Draft, _: Analysis) -> str:
    """A claim needs a speaker who is named."""
    clause = draft.fact.clause
    if clause is None or clause.speaker is None:
        return ""
    if clause.speaker is draft.asked:
        return ""
    tags = clause.speaker.tags
    resolved = draft.wording.swaps.get(clause.speaker.head.i, "")[:1].isupper()
    if not resolved and "has_pronoun" in tags:
        return "a claim whose speaker is only a pronoun"
    general = "indefinite" in tags or tags >= {"plural", "people"} and "definite" not in tags
    if not resolved and not general and not tags & {"named", "has_name"}:
        return "a claim whose speaker is not named"
    return ""


def no_name(draft: Draft, analysis: Analysis) -> str:
    """A stem needs something that says which story it belongs to."""
    swaps = draft.wording.swaps
    if any(t.pos_ == "PROPN" or swaps.get(t.i, "")[:1].isupper() for t in _words(draft) if t not in draft.asked.tokens):
        return ""
    title, stem = _stems(analysis.article.title), _stems(draft.stem)
    shared = len(title & stem)
    if len(title) >= REAL_TITLE and len(stem) >= (2 if shared else 4):  # noqa: PLR2004
        return ""
    return "" if shared >= 2 else "nothing in the stem says which story it is about"  # noqa: PLR2004


def _stems(text: str) -> set[str]:
    """The content words of a text without plural endings."""
    return {word.removesuffix("s") for word in content_words(text) if word not in FUNCTION_WORDS}


def bare_definite(draft: Draft, analysis: Analysis) -> str:
    """No "the meeting" that neither stem nor title identifies."""
    known = _stems(analysis.article.title)
    for token in _used(draft):
        if token.tag_ in {"NN", "NNS"} and _bare_definite(token) and not _unique(token):
            if not {token.lower_.removesuffix("s"), token.lemma_.lower()} & known:
                return f"neither stem nor title says which: the {token.text}"
    return ""


def _bare_definite(token: Token) -> bool:
    determiner = any(c.lower_ == "the" and c.dep_ == "det" for c in token.children)
    modified = any(c.dep_ in {"prep", "relcl", "acl", "compound", "poss", "amod", "nmod", "nummod", "appos"} for c in token.children)
    return determiner and not modified and token.dep_ != "compound"


def _unique(token: Token) -> bool:
    """Whether the world has only one ("the sun", "the internet")."""
    return token.lower_ in words("unique_nouns.txt")


def relative_time(draft: Draft, _: Analysis) -> str:
    """No "Friday" or "last month" that goes stale."""
    gone = draft.wording.swaps
    for ent in draft.fact.sentence.span.ents:
        if ent.label_ in {"DATE", "TIME"} and any(t in set(_used(draft)) for t in ent if t.i not in gone):
            if _stale(ent.text) and _shown(ent.text, draft):
                return f"a time that goes stale: {ent.text}"
    return ""


def _shown(text: str, draft: Draft) -> bool:
    said = text.casefold()
    return said in draft.stem.casefold() or said in draft.key.casefold()


def _stale(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:yesterday|today|tonight|tomorrow|ago|(?:last|next|this|past|coming|previous|following|same) (?:\w+ )?(?:week|month|year|decade|night|day|summer|winter|spring|fall|autumn|season|quarter|century)s?|now|recent|earlier|later)\b",
            text,
            re.IGNORECASE,
        )
    ) or bool(
        re.search(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text) and not re.search(r"\d", text)
    )


def length(draft: Draft, _: Analysis) -> str:
    """Stems of 4 to 30 words, keys of at most 14 (clauses 20)."""
    count = len(content_words(draft.stem))
    if draft.rule.type in {"cloze", "true_false"}:
        return "" if count <= 45 else "too long a sentence"  # noqa: PLR2004
    if count < SHORTEST:
        return f"only {count} words"
    if count > LONGEST:
        return f"{count} words; nobody reads that on a card"
    limit = LONGEST_CLAUSE_KEY if draft.asked.tags & {"clause", "gerund"} else LONGEST_KEY
    return "the answer is too long" if len(content_words(draft.key)) > limit else ""


def light_key(draft: Draft, _: Analysis) -> str:
    """A key must say something by itself: no pronoun, no bare "the trip", no vague noun."""
    tags = draft.asked.tags
    if draft.rule.fact in {"acronym", "role"} or draft.rule.type == "true_false":
        return ""
    if "pronoun" in tags and not tags & {"money", "percent"}:
        return "the answer is a pronoun"
    if tags & {"demonstrative", "vague"}:
        return "the answer says nothing by itself"
    if any(t.tag_ in {"JJR", "RBR"} for t in draft.asked.tokens) and not tags & {"comparative", "count", "money", "percent"}:
        return "the answer compares with something it does not name"
    measured = tags & {"money", "percent", "count", "number", "date", "duration", "named", "quoted", "adjective", "clause", "gerund"}
    if "bare_noun" in tags and not measured and not tags & {"indefinite", "plural"}:
        return "the answer is a bare noun"
    if "definite" in tags and "has_name" not in tags and not measured:
        return "the answer leans on another sentence"
    return ""


def idiom(draft: Draft, _: Analysis) -> str:
    """An object without article after a light verb belongs to the verb (take place, play host)."""
    clause = draft.fact.clause
    if clause is None or draft.asked.role != "object":
        return ""
    light = draft.asked.head.head.lemma_.lower() in words("light_verbs.txt")
    return "the object is part of an idiom" if light else ""


def doubled(draft: Draft, _: Analysis) -> str:
    """No broken strings: doubled words, stray marks, empty phrases."""
    if re.search(r"\b(\w+) \1\b", draft.stem, re.IGNORECASE) and "that that" not in draft.stem:
        return "a word stands twice in a row"
    if re.search(r'[,;:–—-]\s*\?|\(\s*\)|,\s*,|"\s*"|\s-\s', draft.stem):
        return "stray punctuation"
    if draft.rule.type in {"short_answer"} and not draft.stem.endswith("?"):
        return "does not end in a question mark"
    if draft.stem.count("?") > 1:
        return "more than one question"
    if draft.rule.type == "cloze" and draft.stem.count(GAP) != 1:
        return "not exactly one gap"
    return ""


def comma(draft: Draft, _: Analysis) -> str:
    """A stem with many commas carries remains of other clauses."""
    if draft.rule.type in {"cloze", "true_false"}:
        return ""
    return "remains of other clauses between commas" if draft.stem.count(",") > 3 else ""  # noqa: PLR2004


def odd_coordination(draft: Draft, _: Analysis) -> str:
    """A name and a common noun joined by "and" are nearly always two clauses read as one."""
    for token in _words(draft):
        if token.dep_ == "conj" and token.pos_ == "PROPN" and token.head.tag_ in {"NN", "NNS"} and token.ent_type_ in {"GPE", "PERSON"}:
            return f"joins unlike things: {token.head.text} and {token.text}"
    return ""


def quote_inside(draft: Draft, _: Analysis) -> str:
    """A gap inside a quotation asks for somebody's exact words."""
    if draft.rule.type == "cloze" and draft.stem.count('"') and draft.stem[: draft.stem.find(GAP)].count('"') % 2:
        return "the gap is inside a quotation"
    return ""


def embedded_wh(draft: Draft, _: Analysis) -> str:
    """Two question words make one question hard to read."""
    if draft.rule.type in {"cloze", "true_false"}:
        return ""
    clause = draft.fact.clause
    tokens = clause.predicate if clause is not None else ()
    kept = [t for t in tokens if t not in draft.asked.whole]
    if any(t.tag_ in {"WP", "WRB"} and t.head.dep_ in {"ccomp", "pcomp", "advcl", "xcomp"} for t in kept):
        return "a second question word"
    return ""


def second_answer(draft: Draft, _: Analysis) -> str:
    """Nothing coordinated with the key may be lost: each part alone would be right too."""
    outside = [c for c in draft.asked.head.conjuncts if c not in draft.asked.tokens and c not in draft.asked.head.ancestors]
    same = [c for c in outside if c.dep_ == "conj" and not c.tag_.startswith("V")]
    if same and "named" in draft.asked.tags:
        return f"another answer would also be right: {same[0].text}"
    return ""


def known_nation(draft: Draft, _: Analysis) -> str:
    """A key that is a country must not show through its adjective in the stem."""
    name = draft.asked.name
    if name is None or name.kind not in {"country", "city"}:
        return ""
    nation = name.text if name.kind == "country" else name.nation
    shown = [d for d in gazetteer.demonyms_of(nation) if re.search(rf"\b{re.escape(d)}\b", draft.stem)]
    return f"the stem shows the country: {shown[0]}" if shown else ""


CHECKS: dict[str, Check] = {
    function.__name__: function
    for function in (
        problem_clause,
        speaker,
        negated,
        pronoun,
        demonstrative,
        discourse,
        key_in_stem,
        known_nation,
        light_key,
        idiom,
        relative_time,
        bare_definite,
        no_name,
        second_answer,
        embedded_wh,
        odd_coordination,
        quote_inside,
        comma,
        doubled,
        length,
    )
}
