"""Names: the values for what an article calls by name, found by token or by text."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen import gazetteer

UNSURE = "?"  # the gender of a name that may be a person's


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the article: canonical text, fine kind, other texts for it, and what is known.

    `gender` is m, f or "" for persons, `UNSURE` for a name that may be one, else ""; `nation` is
    the canonical name of the country that a nationality or a seat of government belongs to; `noun`
    is the word of the name that says what it is ("airport"), else ""; `told` is the noun that the
    article gives it and that can ask for it ("airline", "village"), else "".
    """

    text: str
    kind: str
    aliases: tuple[str, ...] = ()
    gender: str = ""
    nation: str = ""
    noun: str = ""
    told: str = ""

    def answers_to(self, text: str) -> bool:
        """Whether the text is this name or one of its aliases."""
        return gazetteer.bare(text) in {self.text, *self.aliases}


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` (exclusive) of paragraph number `paragraph`, and the name meant."""

    paragraph: int
    start: int
    end: int
    name: Name


class Names:
    """All names of an article, found by token or by text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = tuple(mentions)
        self._at = {(m.paragraph, i): m for m in self.mentions for i in range(m.start, m.end)}
        self._by_text = {
            text: m.name for m in self.mentions for text in (m.name.text, *m.name.aliases)
        }
        self._in: dict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(self.mentions, key=lambda m: (m.paragraph, m.start)):
            self._in[mention.paragraph].append(mention)
        self.counts = Counter(m.name.text for m in self.mentions)

    def at(self, paragraph: int, token: Token) -> Mention | None:
        """The mention that holds the token, if any."""
        return self._at.get((paragraph, token.i))

    def in_paragraph(self, paragraph: int) -> list[Mention]:
        """The mentions of a paragraph in order."""
        return self._in.get(paragraph, [])

    def called(self, text: str) -> Name | None:
        """The name that goes by this text in the article, if any."""
        return self._by_text.get(gazetteer.bare(text))
