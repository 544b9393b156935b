"""The class: its students, who may join, when the term ends; what is deleted is told before."""

import streamlit as st

from quizgen.app import access, handing_out, kept, takehome, told
from quizgen.app.handing_out import EVENING
from quizgen.app.markup import escape
from quizgen.app.student.ways import here
from quizgen.app.teacher import chosen_class, downloads, listing
from quizgen.errors import InputError
from quizgen.library import class_contents, class_results, class_sheets, classes, publishing
from quizgen.library.class_contents import Contents
from quizgen.library.class_lists import NameList
from quizgen.library.classes import MAX_NAME, Class, Student

COMPLAINT = "class-complaint"


def show() -> None:
    """Draw the page."""
    found = chosen_class.named()
    chosen_class.head(found, "class")
    if words := st.session_state.pop(COMPLAINT, ""):
        st.error(escape(words))
    listing.show()
    students = classes.students(access.library(), found.id)
    held = class_contents.by_student(access.library(), found.id)
    with st.expander("Add students", expanded=not students, key="class-add-open"):
        _add(found, [student.name for student in students if student.listed])
    with st.expander("Name, joining, end of term", key="class-settings"):
        _settings(found)
    for student in students:
        _student(student, held[student.id])
    if not students:
        st.info(
            "Nobody is in this class yet. Paste the names above, or hand a quiz out to it: whoever "
            "joins with the code will stand here."
        )
    with st.expander("Delete this class", key="class-delete-open"):
        _delete(found, list(held.values()))


def _student(student: Student, held: Contents) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"student-{student.id}"):
        joined = "" if student.listed else " · joined by code"
        st.markdown(f"{escape(student.name)}{joined}", width="stretch")
        with st.popover("Change", key=f"change-{student.id}"):
            field = f"name-{student.id}"
            st.text_input("Name", student.name, key=field, max_chars=MAX_NAME)
            st.button("Rename", key=f"rename-{student.id}", on_click=_rename,
                      args=(student.id, field))  # fmt: skip
            st.write(f"Deleting takes {escape(student.name)} away for good{_with(held)}.")
            st.button("Delete this student", key=f"remove-{student.id}", on_click=_remove,
                      args=(student.id,))  # fmt: skip


def _with(held: Contents) -> str:
    """Like ", with 3 quizzes taken, their 24 answers and 12 flashcards"."""
    parts = [
        told.number(held.attempts, "quiz taken", "quizzes taken") if held.attempts else "",
        told.number(held.answers, "answer") if held.answers else "",
        told.number(held.cards, "flashcard") if held.cards else "",
    ]
    kinds = list(filter(None, parts))
    if not kinds:
        return ""
    before = f"{', '.join(kinds[:-1])} and " if kinds[:-1] else ""
    return f", with {before}{kinds[-1]}"


def _rename(student: str, field: str) -> None:
    try:
        classes.rename_student(access.library(), student, st.session_state[field] or "")
    except InputError as error:
        st.session_state[COMPLAINT] = told.sentence(error)


def _remove(student: str) -> None:
    """Delete the student, and what the file still holds of what was deleted."""
    library = access.library()
    classes.delete_student(library, student)
    library.vacuum()
    st.toast("The student is deleted.")


def _add(found: Class, there: list[str]) -> None:
    key = f"class-more-{st.session_state.get('class-added', 0)}"
    names = listing.ask(key, there)
    st.button("Add them", key="class-add", disabled=not (names and names.new), on_click=_put,
              args=(found.id, names))  # fmt: skip


def _put(class_: str, names: NameList) -> None:
    """Put the names on the list; the box is a new one then."""
    classes.add_students(access.library(), class_, names.new, now=kept.now())
    listing.tell(names)
    st.session_state["class-added"] = st.session_state.get("class-added", 0) + 1


def _settings(found: Class) -> None:
    st.text_input("Name of the class", found.name, key=f"class-name-{found.id}", max_chars=MAX_NAME)
    end = found.term_end.astimezone(here()).date() if found.term_end else None
    st.date_input(
        "The term ends on", end, key=f"class-end-{found.id}", format="DD/MM/YYYY",
        help="No flashcard is put off beyond this day.",
    )  # fmt: skip
    st.checkbox(
        "Only students on the list may join; they pick their name from it", found.listed_only,
        key=f"class-listed-{found.id}",
    )  # fmt: skip
    if found.listed_only and not found.on_list:
        st.warning("The list is empty, so that nobody can join.")
    st.button("Save", key="class-save", on_click=_save, args=(found.id,))


def _save(class_: str) -> None:
    state = st.session_state
    day = state[f"class-end-{class_}"]
    try:
        classes.change(
            access.library(), class_, name=state[f"class-name-{class_}"] or "",
            listed_only=bool(state[f"class-listed-{class_}"]), now=kept.now(),
            term_end=handing_out.moment((day, EVENING), here()) if day else None,
        )  # fmt: skip
    except InputError as error:
        state[COMPLAINT] = told.sentence(error)


def _delete(found: Class, held: list[Contents]) -> None:
    library = access.library()
    given = len(publishing.listed(library, class_=found.id))
    lost = Contents(
        sum(each.attempts for each in held),
        sum(each.answers for each in held),
        sum(each.cards for each in held),
    )
    handouts = f" and {told.number(given, 'handout')}" if given else ""
    st.write(
        f"Deleting takes {escape(found.name)} away for good: "
        f"{told.number(found.students, 'student')}{handouts}{_with(lost)}. "
        "The quizzes stay in your library."
    )
    if not st.checkbox("I want to delete this class", key=f"class-sure-{found.id}"):
        return
    results = class_results.of_class(library, found.id, now=kept.now())
    st.write("Take its results with you first:")
    downloads.offer(
        f"{takehome.file_name(found.name)}-term", class_sheets.progress(results),
        class_sheets.sheets(results),
    )  # fmt: skip
    st.button("Delete the class", key="class-delete", on_click=_delete_all, args=(found.id,))


def _delete_all(class_: str) -> None:
    library = access.library()
    classes.delete(library, class_)
    library.vacuum()
    st.toast("The class is deleted.")
