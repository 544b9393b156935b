"""The whole term of a class: what is still not known, how far everyone has come, files."""

from collections.abc import Sequence

import streamlit as st

from quizgen.app import access, kept, outcomes, showing, takehome, told
from quizgen.app.markup import escape
from quizgen.app.places import go, page
from quizgen.app.teacher import chosen_class, downloads
from quizgen.errors import InputError
from quizgen.library import class_results, class_sheets, term_review
from quizgen.library.class_results import ClassResults, Fact

FEWEST = 2  # handouts to look back on
NUMBERS = ("10", "15", "20")  # questions of a review quiz
SHOWN = 4  # facts at once; the others are folded away


def show() -> None:
    """Draw the page."""
    class_ = chosen_class.named()
    chosen_class.head(class_, "term")
    found = class_results.of_class(access.library(), class_.id, now=kept.now())
    if not found.results:
        st.info(
            "Nothing was handed out to this class yet. What it knows and what it missed will stand "
            "here, over all its quizzes."
        )
        if st.button("Choose a quiz to hand out", type="primary", key="to-library"):
            go("library")
        return
    _missed(found)
    _review(found)
    _progress(found)
    downloads.offer(
        f"{takehome.file_name(class_.name)}-term", class_sheets.progress(found),
        class_sheets.sheets(found),
    )  # fmt: skip


def _missed(found: ClassResults) -> None:
    st.header("What is still not known", anchor=False)
    if not any(standing.scores for standing in found.standings):
        st.write("Nobody has answered yet. This page fills as the answers come in.")
        return
    if not found.facts:
        st.write("Nothing stands out: more than 70 % knew every fact.")
        return
    _facts(found.facts[:SHOWN])
    if more := found.facts[SHOWN:]:
        with st.expander(f"{len(more)} more", key="term-more"):
            _facts(more)
    if st.button("Make a quiz of what was missed", type="primary", key="quiz-of-missed"):
        title = f"Once more: {found.class_.name}"
        id_ = class_results.quiz_of_missed(access.library(), found, title, now=kept.now())
        go("review", id_)


def _review(found: ClassResults) -> None:
    """Draw the way to a quiz of the whole term; of one handout there is nothing to look back on."""
    if len(found.results) < FEWEST:
        return
    st.header("Look back on the term", anchor=False)
    st.write(
        "A quiz of what is worth asking again: from every handout, stories that came back and main "
        "events first, and what was missed. Not what later news has overtaken."
    )
    number = st.segmented_control(
        "Questions", NUMBERS, default=NUMBERS[1], required=True, key="term-review-count"
    )
    if st.button("Make a review quiz", key="term-review"):
        title = f"In review: {found.class_.name}"
        try:
            id_ = term_review.quiz_of_term(
                access.library(), found, title, count=int(number or NUMBERS[1]), now=kept.now()
            )
        except InputError as error:
            st.info(escape(told.sentence(error)))
            return
        go("review", id_)


def _facts(facts: Sequence[Fact]) -> None:
    for fact in facts:
        st.html(showing.missed(fact.missed, fact.question))


def _progress(found: ClassResults) -> None:
    st.header("How far everyone has come", anchor=False)
    if not found.standings:
        st.write("Nobody is in this class yet.")
        return
    st.html(outcomes.term_grid(found))
    st.caption(
        "Per cent right at the first attempt, by quiz; – not taken. A flashcard is learnt once it "
        "was known at its last review and comes back in days, not minutes."
    )
    with st.expander("The quizzes by number", key="term-quizzes"):
        for number, each in enumerate(found.results, 1):
            given = each.publication
            st.page_link(
                page("results"), label=f"{number}. {escape(given.title)}",
                query_params={"quiz": given.quiz, "handout": given.id},
            )  # fmt: skip
