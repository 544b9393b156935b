"""Copies of a story are recognised, and questions stay where an update still tells their fact."""

from dataclasses import replace
from datetime import date

import pytest
from classroom import CARS, MINUTE, NOW, QUIZ, ids, kept_quiz
from conftest import ARTICLE, WTO, evidence, question

from quizgen.article import Article
from quizgen.carrying import carried, keeping_ids
from quizgen.errors import InputError
from quizgen.library import Library, articles, quizzes, revisions, updating
from quizgen.stories import FEWEST, RUN, runs_of, same, shared, stories, updates

LEAD = (
    "Seoul has referred the curbs on exports to the World Trade Organization, a minister said. "
    "She told reporters that the makers of chips in Busan and Daegu would need three chemicals "
    "from Japan for at least two more years, and that no other country sells them in such purity."
)
MORE = (
    " Tokyo answered that the curbs were no embargo, only a change in how licences are given. "
    "A court in Geneva will hear both sides in May of next year, its registrar announced."
)
OTHER = (
    "A storm has flooded the old harbour of Lima and three villages to the south of it. "
    "Fishers brought their boats inland, where schools took in four hundred families overnight. "
    "The mayor asked the government for pumps, and for engineers who know the river's dams well."
)
AGENCY = Article(LEAD + MORE, "Seoul goes to the WTO", date(2019, 7, 13), source="Reuters")
CUT = Article("The Post – " + LEAD.replace("three", "3"), "Chips", date(2019, 7, 13), source="Post")
STORM = Article(OTHER, "Storm", date(2019, 7, 13), source="Post")


def test_agency_copy_is_recognised_where_papers_cut_it() -> None:
    """Whatever they changed a little; other news is another story."""
    assert same(AGENCY, CUT)
    assert not same(AGENCY, STORM)
    assert shared(runs_of(CUT), runs_of(AGENCY)) > 0.5


def test_short_texts_are_the_same_only_when_equal() -> None:
    """Too few runs of words say nothing."""
    short = Article("one two three four five six seven eight nine")
    assert len(runs_of(short)) == 9 - RUN + 1 < FEWEST
    assert same(short, replace(short, title="x"))
    assert not same(short, Article(short.text + " ten"))


def test_stories_of_a_batch() -> None:
    """In the order given; asked about is the latest version, of one day the longest."""
    later = replace(CUT, published=date(2019, 7, 14))
    assert [s.article for s in stories([CUT, STORM, AGENCY])] == [AGENCY, STORM]
    assert stories([AGENCY, STORM, later])[0].article == later
    assert [s.others for s in stories([CUT, STORM, AGENCY])] == [(CUT,), ()]
    assert stories([]) == ()


def test_versions_that_are_alike_only_through_another_are_one_story() -> None:
    """A long one holds two papers' halves."""
    end = Article(MORE + " " + MORE.replace("Tokyo", "Kyoto"), source="Third")
    whole = replace(AGENCY, text=AGENCY.text + end.text)
    assert not same(CUT, end)
    assert len(stories([CUT, end, whole])) == 1


def test_an_update_is_of_the_same_page_or_paper_and_not_older() -> None:
    """A copy in another paper replaces nothing."""
    newer = replace(AGENCY, text=AGENCY.text + " Talks failed.", published=date(2019, 7, 14))
    assert updates(newer, AGENCY)
    assert not updates(AGENCY, newer)
    assert not updates(AGENCY, AGENCY)
    assert not updates(replace(newer, source="Post"), AGENCY)
    assert not updates(replace(newer, source=""), replace(AGENCY, source=""))
    page = replace(newer, source="", url="https://www.news.example/a")
    assert updates(page, replace(AGENCY, url="http://news.example/a?utm_x=1"))
    assert not updates(replace(STORM, source="Reuters"), AGENCY)


NEWER = replace(
    ARTICLE,
    text=(
        "Talks fail over curbs\n\n“We regret it,” Seoul’s envoy said. "
        "Seoul has now referred the export curbs to the World Trade Organization. "
        "It sold 14 million cars, 30 per cent more than in 2018.\n"
    ),
    published=date(2019, 7, 14),
)


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Seoul has referred the curbs to the World Trade Organization.", True),
        ("Seoul has now referred all the curbs to the World Trade Organization.", True),
        ("Seoul has not referred the curbs to the World Trade Organization.", False),
        ("Seoul hasn't referred the curbs to the World Trade Organization.", False),
        ("Seoul has referred the curbs to the United Nations.", False),
        ("Tokyo has referred the curbs to the World Trade Organization.", False),
        ("The World Trade Organization meets in Geneva on Monday, Seoul says.", False),
    ],
)
def test_a_question_stands_where_its_sentence_says_what_it_uses(
    sentence: str, *, stands: bool
) -> None:
    """With its id and words, at the place of the sentence in the update."""
    article = replace(ARTICLE, given_id="a-2", text=f"New lead. {sentence} More follows.\n")
    moved = carried(WTO, article, ARTICLE.id)
    assert (moved is not None) is stands
    if moved is not None:
        place = moved.evidence
        assert (place.article, place.text) == ("a-2", sentence)
        assert article.text[place.start : place.end] == sentence
        assert replace(moved, evidence=WTO.evidence) == WTO


def test_a_question_on_several_sentences_stands_with_all_of_them() -> None:
    """Those of other articles stay where they are."""
    elsewhere = replace(evidence(ARTICLE, "It sold"), article="a-other")
    order = ("Seoul referred the curbs", "Seoul sold 12 million cars")
    both = replace(WTO, items=order, further=(elsewhere, CARS.evidence))
    assert carried(both, NEWER, ARTICLE.id) is None
    moved = carried(replace(WTO, further=(elsewhere,)), NEWER, ARTICLE.id)
    assert moved is not None
    assert moved.further == (elsewhere,)


def test_fresh_questions_on_facts_that_stand_keep_their_ids() -> None:
    """The same rule, answer and fact; an id is given once, and a new fact has a new one."""
    says = "Seoul has now referred the export curbs to the World Trade Organization."
    stands, sold = evidence(NEWER, says), evidence(NEWER, "It sold 14 million")
    fresh = [
        replace(WTO, id="q-1", stem="Where did Seoul refer the curbs?", evidence=stands),
        replace(WTO, id="q-2", evidence=stands),
        replace(CARS, id="q-3", answer="14 million", evidence=sold),
        replace(WTO, id="q-4", rule="other", evidence=stands),
    ]
    assert ids(keeping_ids(fresh, (WTO, CARS))) == ["q-wto", "q-2", "q-3", "q-4"]
    assert keeping_ids(QUIZ.questions, QUIZ.questions) == QUIZ.questions
    assert keeping_ids([], QUIZ.questions) == ()


def test_an_update_replaces_the_older_article_in_its_quizzes(library: Library) -> None:
    """What stands stays kept under its id, what does not is refused; undo goes back."""
    quiz = kept_quiz(library)
    handed_out = quizzes.get(library, quiz).revision
    found = updating.replace(library, ARTICLE.id, NEWER, now=NOW + MINUTE)
    held = quizzes.get(library, quiz)
    assert (found.article, found.standing, found.gone) == (f"{ARTICLE.id}-2", 2, 1)
    assert ids(held.of_state("kept")) == ["q-wto", "q-cloze"]
    assert [(s.question.id, s.reason) for s in held.questions if s.state == "refused"] == [
        ("q-cars", updating.GONE)
    ]
    assert [a.text for a in held.articles] == [ARTICLE.text, NEWER.text]
    assert quizzes.get(library, quiz, handed_out).articles == (ARTICLE,)
    assert [a.id for a in articles.listed(library)] == [found.article]
    assert revisions.undo(library, quiz, now=NOW + MINUTE) == "an article updated"
    assert quizzes.get(library, quiz).articles == (ARTICLE,)


def test_what_an_update_changes_is_told_before(library: Library) -> None:
    """Of questions that may be handed out; nothing is changed, and fresh ones are offered."""
    quiz = kept_quiz(library)
    before = quizzes.get(library, quiz)
    assert list(updating.asking(library, ARTICLE.id)) == [quiz]
    assert not updating.asking(library, "a-none")
    found = updating.changes(library, quiz, ARTICLE.id, NEWER)
    assert [(c.before.id, c.now is None, c.reworded) for c in found] == [
        ("q-wto", False, True), ("q-cars", True, False), ("q-cloze", False, True),
    ]  # fmt: skip
    same_words = replace(NEWER, text=f"{ARTICLE.text}More.")
    assert not any(
        c.reworded or c.now is None for c in updating.changes(library, quiz, ARTICLE.id, same_words)
    )
    assert quizzes.get(library, quiz) == before
    fresh = replace(WTO, id="q-new", evidence=evidence(NEWER, "It sold 14 million"))
    known = replace(fresh, id="q-cars")
    told = {quiz: [fresh, known]}
    done = updating.replace(library, ARTICLE.id, NEWER, now=NOW + MINUTE, fresh=told)
    after = quizzes.get(library, quiz).questions
    assert [(s.question.id, s.state) for s in after][3:] == [("q-new", "offered")]
    assert after[-1].question.evidence.article == done.article


def test_an_update_that_says_the_same_is_refused(library: Library) -> None:
    """As nothing would change."""
    kept_quiz(library)
    with pytest.raises(InputError, match="nothing to replace"):
        updating.replace(library, ARTICLE.id, ARTICLE, now=NOW)


def test_versions_of_a_story_are_found_in_the_library(library: Library) -> None:
    """Of about the same days; those replaced, equal or of other stories are passed over."""
    for article in (AGENCY, STORM, replace(AGENCY, published=date(2018, 1, 1), given_id="a-old")):
        articles.add(library, article, now=NOW)
    newer = replace(AGENCY, text=AGENCY.text + " Talks failed.", given_id="a-new")
    (copy,) = updating.kin(library, CUT)
    assert (copy.article.source, copy.updated) == ("Reuters", False)
    assert [(k.id, k.updated) for k in updating.kin(library, newer)] == [(AGENCY.id, True)]
    assert {k.id for k in updating.kin(library, replace(newer, published=None))} == {
        AGENCY.id,
        "a-old",
    }
    updating.replace(library, AGENCY.id, newer, now=NOW)
    assert [k.id for k in updating.kin(library, CUT)] == ["a-new"]
    edge = replace(CUT, published=date.max)
    assert updating.kin(library, edge) == []


def test_a_question_of_a_cloze_is_carried_too() -> None:
    """Its stem is the sentence with a gap."""
    cloze = question("cloze", stem="Seoul has referred the curbs to the ____.")
    assert carried(cloze, NEWER, ARTICLE.id) is not None
