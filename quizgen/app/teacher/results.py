"""Results: what to teach again, who got what right, and what the questions were worth."""

from collections.abc import Sequence

import altair as alt
import streamlit as st

from quizgen.app import access, kept, outcomes, showing, takehome, told
from quizgen.app.markup import element, escape, plain
from quizgen.app.places import go
from quizgen.app.student.ways import here
from quizgen.app.teacher import downloads, quiz, waiting
from quizgen.library import publishing, result_sheets
from quizgen.library import results as held_results
from quizgen.library.publishing import Publication
from quizgen.library.results import Results
from quizgen.practice.item_analysis import FEW, Analysis

BAR = 46  # pixels a question in the chart
INKS: dict[str | None, str] = {"light": "#1c1b19", "dark": "#ece8df"}
GREEN, REDS = "#2e7d4f", ("#a3322b", "#8a4a45", "#75555a")
TITLES = alt.Axis(
    labelAlign="left", labelPadding=0, labelOffset=-12, labelFontSize=13, ticks=False,
    domain=False, labelLimit=alt.ExprRef("width"), zindex=1, title=None,
)  # fmt: skip
"""The questions stand above their bars, cut where the chart ends."""
COUNTS = alt.Axis(tickMinStep=1, grid=False, title="students")
ROOM = alt.ExprRef("max(1, scale('x', datum.end) - scale('x', datum.start) - 8)")
RELIABILITY = {
    "satisfactory": "good enough to compare students by",
    "middling": "a rough guide to who knows more",
    "unsatisfactory": "too low to compare students by",
}


def show() -> None:
    """Draw the page."""
    held = quiz.named()
    quiz.head(held, "results")
    given = publishing.listed(access.library(), quiz=held.id)
    if not given:
        st.info("The results will stand here once the quiz is handed out and somebody answers.")
        if st.button("Hand it out", type="primary"):
            go("publish", held.id)
        return
    found = held_results.of_publication(access.library(), _chosen(given), now=kept.now())
    st.caption(escape(_facts(found)))
    if not any(row.answers for row in found.rows):
        st.info("Nobody has answered yet. This page fills as the answers come in.")
        return
    _teach_again(found)
    waiting.show(found.publication)
    _grid(found)
    waiting.ways_in(found)
    _bars(found)
    _statistics(found)


def _chosen(given: Sequence[Publication]) -> str:
    """The handout to show: the only one, the one in the address, or the one chosen."""
    ids = {each.id: each for each in given}
    wanted = st.query_params.get("handout", "")
    if len(ids) == 1:
        return next(iter(ids))
    place = list(ids).index(wanted) if wanted in ids else 0
    chosen = st.selectbox(
        "Handout", list(ids), index=place, key="results-handout",
        format_func=lambda id_: f"{ids[id_].code}, {told.moment(ids[id_].added_at, here())}",
    )  # fmt: skip
    return str(chosen)


def _facts(found: Results) -> str:
    through = sum(row.finished for row in found.rows)
    return " · ".join(
        (
            f"Code {found.publication.code}",
            told.terms(found.publication, kept.now(), here()),
            f"{told.number(len(found.rows), 'student')} began, {through} finished",
        )
    )


def _teach_again(found: Results) -> None:
    st.header("What to teach again", anchor=False)
    if not found.teach_again:
        st.write(
            "Nothing stands out: every fact was known to more than 70 % of those who answered."
        )
        return
    asked = {question.id: question for question in found.questions}
    for missed in found.teach_again:
        st.html(showing.missed(missed, asked[missed.questions[0]]))


def _grid(found: Results) -> None:
    st.header("Who got what right", anchor=False)
    st.html(outcomes.grid(found))
    st.caption("✓ right, ✗ wrong, ✗✓ right at a later try, – not reached. First answers count.")
    with st.expander("The questions by number"):
        st.markdown("\n".join(f"{n}. {escape(q.stem)}" for n, q in enumerate(found.questions, 1)))
    name = f"{takehome.file_name(found.publication.title)}-results"
    downloads.offer(name, result_sheets.answers(found), result_sheets.sheets(found))


def _bars(found: Results) -> None:
    st.header("How each question went", anchor=False)
    drawn = chart(found, INKS.get(st.context.theme.type, INKS["light"]))
    st.altair_chart(drawn, width="stretch", alt="Right and wrong answers by question")


def chart(found: Results, ink: str) -> alt.LayerChart:
    """A bar for each question: those who were right, then the wrong answers, each named.

    The `ink` is the colour of the words beside the bars; Streamlit's own is too pale to read.
    """
    rows: list[dict[str, object]] = []
    for bar in outcomes.bars(found):
        rows.append(_row(bar, rows))
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("start:Q", axis=COUNTS), y=alt.Y("question:N", sort=None, axis=TITLES)
    )
    drawn = base.mark_bar(height=18, yOffset=8).encode(
        x2="end:Q", color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("answer:N"), alt.Tooltip("students:Q")],
    )  # fmt: skip
    inner = base.mark_text(align="left", dx=4, dy=8, color="white", limit=ROOM)
    both = alt.layer(drawn, inner.encode(text="label:N")).properties(height=alt.Step(BAR))
    inked: alt.LayerChart = both.configure_axis(labelColor=ink, titleColor=ink)
    return inked


def _row(bar: outcomes.Bar, before: Sequence[dict[str, object]]) -> dict[str, object]:
    """The bar with where it begins: where the one before of its question ends."""
    same = [row for row in before if row["place"] == bar.place]
    start = int(str(same[-1]["end"])) if same else 0
    colour = GREEN if bar.right else REDS[min(len(same), len(REDS)) - 1]
    return {
        "place": bar.place, "question": bar.question, "answer": bar.answer, "right": bar.right,
        "students": bar.students, "start": start, "end": start + bar.students, "colour": colour,
        "label": f"{bar.students} {'✓' if bar.right else '✗'} {bar.answer}" if bar.students else "",
    }  # fmt: skip


def _statistics(found: Results) -> None:
    analysis = found.analysis
    with st.expander("What the questions were worth, in numbers", key="statistics"):
        if analysis.few:
            st.caption(
                f"Only {told.number(analysis.n, 'student')} finished. With fewer than {FEW} these "
                "numbers are mostly chance; do not drop a question because of them."
            )
        st.markdown(
            '"Right" is the share of students who had it right. The figure from −1 to +1 says '
            "whether those who did well in the other questions did well in this one, too."
        )
        st.html(_items(found, analysis))
        if analysis.kr20 is not None and analysis.reliability is not None:
            words = RELIABILITY[analysis.reliability]
            figure = f"{analysis.kr20:.2f} of 1" if analysis.kr20 > 0 else "not above 0"
            st.caption(f"The quiz as a whole: {figure} (KR-20), {words}.")


def _items(found: Results, analysis: Analysis) -> str:
    stems = {question.id: question.stem for question in found.questions}
    rows = [
        element("li", plain(stems[item.question]) + "<br>" + plain(outcomes.in_words(item)))
        for item in analysis.items
    ]
    return element("ol", "".join(rows), "qg-grey" if analysis.few else "")
