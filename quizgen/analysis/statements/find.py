"""Finding: every statement of a paragraph, one for each cue, in text order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from quizgen.analysis.statements import contents, cues, quotations, speakers
from quizgen.analysis.statements.headlines import colon_of
from quizgen.analysis.syntax import child, in_quotes, is_mark, quoted, subject_of


@dataclass(frozen=True, slots=True)
class Statement:
    """Who is told to say, believe or plan what; all tokens of one paragraph, in text order.

    `speaker` is () where nobody is named ("is expected to ..."). `direct` is for words in
    quotation marks; `negated` for what was not said, or refused to be said. `kind` is says,
    denies, asks, promises, warns, judges, shows, believes or plans. `frame` is what the content
    fills: clause (also a quotation), noun, naming, infinitive, object_infinitive or phrase.
    """

    cue: tuple[Token, ...]
    kind: str
    speaker: tuple[Token, ...]
    content: tuple[Token, ...]
    direct: bool = False
    negated: bool = False
    frame: str = "clause"


def find(doc: Doc) -> Iterator[Statement]:
    """The statements of a parsed paragraph."""
    colon = colon_of(doc)
    if colon is not None:
        yield _headline(colon)
    for token in doc:
        found = _according(token) or _feeling(token) or _verbal(token) or _nominal(token)
        if found is not None:
            yield found


def _headline(colon: Token) -> Statement:
    said = tuple(colon.doc[colon.i + 1 :])
    return Statement((colon,), "says", tuple(colon.doc[: colon.i]), said, _direct(said))


def quoted_in(token: Token) -> Statement | None:
    """The statement whose quotation a token stands in, also where the quotation goes on.

    In '"It rained," Lee said. "It was cold."' the second quotation is Lee's as well. A quotation
    whose closing mark was forgotten is somebody's to the end of its first sentence only.
    """
    return _owners(token.doc)[token.i]


@lru_cache(maxsize=64)  # the paragraphs of the article being worked on
def _owners(doc: Doc) -> tuple[Statement | None, ...]:
    """For each token whose words it is of, when it stands in a quotation."""
    owners: list[Statement | None] = [None] * len(doc)
    said = [s for s in find(doc) if len(s.cue) == 1 and not in_quotes(s.cue[0])]
    last: Statement | None = None
    for opened, closed in quotations.of(doc):
        own = next((s for s in said if s.direct and doc[opened] in s.content), None)
        goes_on = last is not None and quotations.goes_on(last.cue[0], opened)
        last = own or (last if goes_on else None)
        end = closed + 1 if doc[closed].text == '"' else doc[opened].sent.end
        owners[opened:end] = [last] * (end - opened)
    return tuple(owners)


def _verbal(verb: Token) -> Statement | None:
    options = cues.of_verb(verb)
    for finder in (contents.of_verb, contents.of_phrase):
        for cue in options:
            content = finder(verb, cue.takes)
            if content.tokens:
                return _statement(verb, cue.kind, speakers.of_verb(verb), content)
    return None


def _nominal(noun: Token) -> Statement | None:
    kind = cues.of_noun(noun)
    if not kind:
        return None
    return _statement(noun, kind, speakers.possessor(noun), contents.of_noun(noun))


def _feeling(word: Token) -> Statement | None:
    if not cues.is_feeling(word):
        return None
    speaker = subject_of(word) or subject_of(word.head)
    return _statement(word, "believes", speaker, contents.of_feeling(word))


def _statement(
    cue: Token, kind: str, speaker: Token | None, content: contents.Content
) -> Statement | None:
    """The statement, unless it has no content or its speaker stands inside it."""
    said = tuple(t for t in content.tokens if t != cue)
    if not said or (speaker is not None and speaker in said):
        return None
    if speaker is not None and in_quotes(cue) and not in_quotes(speaker):
        speaker = None  # 'told the press, "to show that ..."': not the press's words
    who = speakers.phrase(speaker, cue) if speaker is not None else ()
    who = tuple(t for t in who if t not in set(said))
    negated = cues.is_negated(cue)
    return Statement((cue,), kind, who, said, _direct(said), negated, content.frame)


def _direct(said: tuple[Token, ...]) -> bool:
    """Whether the content is in quotation marks from end to end."""
    return quoted(t for t in said if not is_mark(t))


def _according(token: Token) -> Statement | None:
    """The statement of "according to X": the clause that the phrase hangs on."""
    to = child(token, "prep", "pcomp") if token.lower_ == "according" else None
    speaker = child(to, "pobj") if to is not None else None
    if to is None or speaker is None:
        return None
    inner = set(token.subtree)
    said = contents.trimmed(t for t in token.head.subtree if t not in inner)
    who = speakers.phrase(speaker, token)
    return Statement((token, to), "says", who, said, _direct(said)) if said else None
