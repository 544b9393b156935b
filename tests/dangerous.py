"""Dangerous texts: what some format reads as its own, and quizzes with such texts everywhere."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from quizgen.article import Article
from quizgen.question import GAP, Evidence, Question, QuestionType
from quizgen.quiz import Quiz

DANGEROUS = (
    "{{c1::", "12:30::time", "}}", "=1+1", "+1", "-1", "@SUM(A1)", "<script>alert(1)</script>",
    "[sound:evil.mp3]", r"\(x\) \[y\] $z$", "[$]x[/$] [latex]x[/latex]", "a ]]> b",
    "~ = # { } :", "~%100%a#b", "{=Paris ~Rome}", "[html]x", "[markdown]*x*", "// no comment",
    "$CATEGORY: a/b", "::name::", "{1:SHORTANSWER:=Paris}", "*", r"a\nb \* \\", "A) no option",
    "ANSWER: B", "#separator:comma", "&lt; &amp; &#60; &nbsp;", "</script><!-- x -->", "<b>&'\"",
    '"quoted", \'it\'s\'', "a;b,c|d", "${x} `y` <%= z %>", "%s %(x)s {0}", "-> arrow => =>",
    "# no heading", "1. no list", "*no* _emphasis_ `code`", "#let x = 1; @ref <label>", "_x0041_",
    "http://x.example/?a=1&b=2", "<r><t>x</t></r>", "two\n\nparagraphs", "tab\there", "a\u2028b",
    "“quotes” – and — dashes…", "naïve café", "日本と韓国", "🧑🏽‍🏫 👍 🇰🇷", "שלום עולם",
    "مرحبا بالعالم", "a\u202eb\u202c", "e\u0301", "True", "False", "10000 " * 1_666 + "left",
)  # fmt: skip
"""Texts of no more than 10,000 characters, none with space at its ends."""

UNCARRIED = ("a\x00b", "a\x07b", "a\x1fb", "a\ud800b", "a\uffffb")
"""Texts with characters that XML and some others can't carry; nobody writes them on purpose."""

DAY = date(2019, 7, 13)


def texts() -> st.SearchStrategy[str]:
    """One of the dangerous texts, two of them, or any other; never blank or with outer space."""
    some = st.sampled_from(DANGEROUS)
    joined = st.tuples(some, some).map(" ".join)
    other = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30)
    return st.one_of(some, joined, other.map(str.strip).filter(bool))


def flat(text: str) -> str:
    """The text on one line, each run of white space as one space."""
    return " ".join(text.split())


def question(kind: QuestionType, number: int, told: list[str], article: Article) -> Question:
    """A question of this type; `told` are nine texts that differ, `article` holds the last."""
    context, stem, answer, other, third, accepted, explanation, spare, evidence = told
    start = article.text.index(evidence)
    made = Question(
        f"q-{number}", kind, context, stem, answer, (), None, "body",
        Evidence(article.id, start, start + len(evidence), evidence), explanation, "to",
        spares=(spare,),
    )  # fmt: skip
    if kind == "multiple_choice":
        return replace(made, options=(other, answer, third))
    if kind == "true_false":
        return replace(made, options=("True", "False"), answer=("False", "True")[number % 2])
    if kind == "matching":
        return replace(made, pairs=((answer, other), (third, accepted)), answer="")
    if kind == "ordering":
        return replace(made, items=(answer, other, third), answer="")
    shown = f"{stem.replace(GAP, '')} {GAP} {other}" if kind == "cloze" else stem
    return replace(made, stem=shown, accepted=(accepted,))


KINDS: tuple[QuestionType, ...] = (
    "multiple_choice", "true_false", "short_answer", "cloze", "matching", "ordering",
)  # fmt: skip


@st.composite
def quizzes(draw: st.DrawFn, kinds: tuple[QuestionType, ...] = KINDS) -> Quiz:
    """A quiz on one article with a question of each of these types, all their texts dangerous."""
    distinct = st.lists(texts(), min_size=9, max_size=9, unique_by=flat)
    told = [draw(distinct) for _ in kinds]
    article = Article(
        "\n\n".join(each[-1] for each in told),
        draw(texts()), DAY, "https://news.example/curbs?a=1&b=2", draw(texts()), draw(texts()),
    )  # fmt: skip
    asked = [question(kind, n, told[n], article) for n, kind in enumerate(kinds)]
    return Quiz("quiz-1", draw(texts()), (article,), tuple(asked))


def every_text(kinds: tuple[QuestionType, ...] = KINDS) -> Quiz:
    """A quiz that has every dangerous text in every field, as many questions as that takes."""
    size = len(DANGEROUS)
    told = [[DANGEROUS[(n + 5 * field) % size] for field in range(9)] for n in range(size)]
    article = Article("\n\n".join(DANGEROUS), DANGEROUS[0], DAY, "https://news.example/")
    asked = [
        question(kind, size * place + n, each, article)
        for place, kind in enumerate(kinds)
        for n, each in enumerate(told)
    ]
    return Quiz("quiz-1", DANGEROUS[5], (article,), tuple(asked))
