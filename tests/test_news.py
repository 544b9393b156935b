"""Names of other news as wrong answers: which, in what order, and what is kept of them."""

import json
from dataclasses import replace
from datetime import date

import pytest
from recorded import analysis_of, draft_of

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.contract import from_json as quiz_from_json
from quizgen.contract import to_json as quiz_to_json
from quizgen.distractors import distractors
from quizgen.errors import ContractError
from quizgen.news import (
    NewsArticle,
    NewsName,
    NewsNames,
    collect,
    from_json,
    joined,
    names_of,
    plain_names,
    to_json,
)
from quizgen.quiz import Settings, make
from quizgen.rules.loading import load_rules

DAY = date(2019, 7, 12)


def other(id_: str, day: date | None, *names: Name, country: str = "") -> NewsArticle:
    """Another article of a day that names something."""
    return NewsArticle(id_, day, tuple(NewsName(name, country) for name in names))


def country(text: str) -> Name:
    """A country's name."""
    return Name(text, "country")


def at_hand(news: NewsNames, kind: str) -> list[str]:
    """The names of a kind at hand beside the article on Kenya's contract."""
    found = news.beside(contract()).by_kind.get(kind, ())
    return [each.name.text for each in found]


def contract() -> Analysis:
    """The article on Kenya's contract, of a known day."""
    return analysis_of("Kenya rejected a contract", published=DAY)


def test_news_of_the_week_comes_first_then_shared_names() -> None:
    """Years apart is far, whatever is shared; without a day nobody knows."""
    news = NewsNames((
        other("old", date(2009, 1, 1), country("Chile"), country("Kenya")),
        other("undated", None, country("Cuba")),
        other("week", date(2019, 7, 10), country("Peru")),
        other("topic", date(2019, 7, 6), country("Ghana"), country("Kenya")),
    ))  # fmt: skip
    found = [text for text in at_hand(news, "country") if text != "Kenya"]
    assert found == ["Ghana", "Peru", "Chile", "Cuba"]


def test_an_article_is_not_beside_itself() -> None:
    """A batch may be made with the names of all its articles."""
    own = contract()
    assert collect([own]).articles[0].names
    assert not collect([own]).beside(own).by_kind


def test_names_in_the_news_stand_before_other_known_ones() -> None:
    """Of those that can stand beside the key anyway."""
    analysis = contract()
    draft = draft_of(analysis, "subject")
    alone = distractors(draft, analysis, 0)
    late = alone[3]
    news = NewsNames((other("a", DAY, country(late), country("Norway")),))
    found = distractors(draft, analysis, 0, (), news.beside(analysis))
    assert late in found[:3]
    assert "Norway" not in found


def test_no_name_of_the_article_comes_from_the_news() -> None:
    """What the article says of it may make it right, too."""
    analysis = contract()
    draft = draft_of(analysis, "subject")
    news = NewsNames((other("a", DAY, country("Kenya"), country("Republic of Kenya")),))
    found = distractors(draft, analysis, 0, (), news.beside(analysis))
    assert found == distractors(draft, analysis, 0)


def test_people_of_other_news_are_of_the_calling_and_the_country() -> None:
    """A teacher beside a teacher; nobody where somebody is blamed."""
    analysis = analysis_of("Maria Santos, a teacher from Recife", published=DAY)
    analysis = replace(analysis, article=replace(analysis.article, given_id="own"))
    draft = draft_of(analysis, "subject")
    assert draft.key == "Maria Santos"
    home = collect([analysis]).articles[0].names[0].country
    people = {
        "Ana Lima": ("teacher", home, "f"),
        "Paula Dias": ("singer", home, "f"),
        "Emma Brown": ("teacher", "XX", "f"),
        "Pedro Alves": ("teacher", home, "m"),
    }
    names = tuple(
        NewsName(Name(text, "person", gender=gender), place, (calling,))
        for text, (calling, place, gender) in people.items()
    )
    hand = NewsNames((NewsArticle("a", DAY, names),)).beside(analysis)
    assert not set(people) & set(distractors(draft, analysis, 0))
    assert set(people) & set(distractors(draft, analysis, 0, (), hand)) == {"Ana Lima"}
    blamed = replace(draft, stem="Who was accused of theft?")
    assert not set(people) & set(distractors(blamed, analysis, 0, (), hand))


def test_names_come_back_as_they_went() -> None:
    """With days, kinds and callings."""
    news = collect([contract(), analysis_of("Maria Santos, a teacher from Recife")])
    assert from_json(to_json(news)) == news
    assert to_json(news) == to_json(joined(news, news))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "quizgen/news/1"}', "[" * 9999])
def test_other_files_are_refused(text: str) -> None:
    """In one line."""
    with pytest.raises(ContractError, match="names of news"):
        from_json(text)


def test_the_articles_of_a_quiz_serve_each_other() -> None:
    """And the same quiz comes of it each time, with all that it needs in its JSON."""
    analyses = [contract(), analysis_of("Poland will open a second", published=DAY)]
    quizzes = [
        make(analyses, rules=load_rules(), settings=Settings(), model="m", news=collect(analyses))
        for _ in range(2)
    ]
    assert quizzes[0] == quizzes[1]
    assert quiz_from_json(quiz_to_json(quizzes[0])) == quizzes[0]


def test_names_of_one_article_come_back_as_they_went() -> None:
    """For the library; what is none is refused."""
    told = NewsArticle("a", None, (NewsName(Name("Lima", "city", ("Ciudad",)), "PE", ("port",)),))
    assert names_of(json.loads(json.dumps(plain_names(told)))) == told.names
    with pytest.raises(ContractError, match="collected anew"):
        names_of([{"name": 3}])
