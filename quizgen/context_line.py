"""The context line: the story's title and date above a question, unless they give the key away."""

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import subject_of
from quizgen.analysis.times import spoken
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words, significant


def shown_title(draft: Draft, analysis: Analysis) -> str:
    """The title as a student will see it: "" where it would give the key away."""
    title = analysis.article.title
    return "" if gives_away(title, draft) else title


def context(draft: Draft, analysis: Analysis) -> str:
    """The story's title and date, without whatever would give the key away."""
    article = analysis.article
    parts = [p for p in (article.title, _day(analysis)) if p and not gives_away(p, draft)]
    return ", ".join(parts)


def _day(analysis: Analysis) -> str:
    published = analysis.article.published
    return spoken(published.isoformat()) if published else ""


def gives_away(part: str, draft: Draft) -> bool:
    """Whether a part of the context line holds the key, an alias of it, or half of its words."""
    shown = set(content_words(part))
    name = draft.asked.name
    nation = "" if name is None else name.text if name.kind == "country" else name.nation
    texts = (draft.key, *draft.accepted, *gazetteer.demonyms_of(nation))
    said = f" {' '.join(content_words(part))} "
    if any(f" {' '.join(content_words(text))} " in said for text in texts if content_words(text)):
        return True
    if _tells_content(shown, draft):
        return True
    key = [w.removesuffix("s") for w in significant(draft.key)]
    known = {w.removesuffix("s") for w in shown}
    return bool(key) and sum(w in known for w in key) * 2 >= len(key)


def _tells_content(shown: set[str], draft: Draft) -> bool:
    """Whether a part holds the subject and the verb of a content that is asked for."""
    verb = draft.asked.head
    if draft.asked.role != "content":
        return False
    heads = [t for t in (verb, subject_of(verb)) if t is not None]
    forms = ({t.lower_, t.lemma_.lower()} for t in heads)
    return len(heads) > 1 and all(forms_of & shown for forms_of in forms)
