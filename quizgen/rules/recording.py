"""Recording: the parses of the rules' examples, kept so that testing a rule needs no model.

One line of JSON an example: the words with their spaces, tags, lemmas, heads, labels and entities.
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizgen.analysis.paragraphs import split
from quizgen.analysis.pipeline import Analysis, Pipeline, resolved
from quizgen.article import Article
from quizgen.rules.loading import Rule

FILE = "parses.jsonl"


def texts(rules: tuple[Rule, ...]) -> list[str]:
    """The texts of all examples and near misses, each once, sorted."""
    found = {example.text for rule in rules for example in rule.examples}
    return sorted(found | {text for rule in rules for text in rule.near_misses})


def recorded_path() -> Path:
    """Where the built-in rules' parses lie."""
    return Path(str(files("quizgen.rules"))) / FILE


def record(rules: tuple[Rule, ...], pipeline: Pipeline, path: Path | None = None) -> str:
    """Write the parses of the rules' examples by a pipeline; returns what was written."""
    given = texts(rules)
    analyses = pipeline.analyse_all(Article(text) for text in given)
    rows = [json.dumps({"model": pipeline.name}, ensure_ascii=False)]
    for text, analysis in zip(given, analyses, strict=True):
        entry = {"text": text, "docs": [_packed(doc) for doc in analysis.docs]}
        rows.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
    content = "\n".join(rows) + "\n"
    (path or recorded_path()).write_text(content, encoding="utf-8")
    return content


def _packed(doc: Doc) -> dict[str, Any]:
    return {
        "words": [t.text for t in doc],
        "spaces": [int(bool(t.whitespace_)) for t in doc],
        "tags": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc],
        "lemmas": [t.lemma_ for t in doc],
        "heads": [t.head.i for t in doc],
        "deps": [t.dep_ for t in doc],
        "starts": [s.start for s in doc.sents],
        "ents": [[e.start, e.end, e.label_] for e in doc.ents],
    }


def read(path: Path | None = None) -> dict[str, Analysis]:
    """The recorded analyses by text; empty when nothing was recorded."""
    path = path or recorded_path()
    if not path.exists():
        return {}
    vocab = spacy.blank("en").vocab
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    return {entry["text"]: _analysis(entry, vocab) for entry in map(json.loads, rows)}


def _analysis(entry: dict[str, Any], vocab: Vocab) -> Analysis:
    article = Article(entry["text"])
    docs = tuple(_unpacked(packed, vocab) for packed in entry["docs"])
    return resolved(article, split(article), docs)


def _unpacked(packed: dict[str, Any], vocab: Vocab) -> Doc:
    words, starts = packed["words"], set(packed["starts"])
    labels = ["O"] * len(words)
    for start, end, label in packed["ents"]:
        labels[start:end] = [f"B-{label}", *(f"I-{label}" for _ in range(end - start - 1))]
    return Doc(
        vocab,
        words=words,
        spaces=[bool(s) for s in packed["spaces"]],
        tags=packed["tags"],
        pos=packed["pos"],
        lemmas=packed["lemmas"],
        heads=packed["heads"],
        deps=packed["deps"],
        sent_starts=None if starts is None else [i in starts for i in range(len(words))],
        ents=labels,
    )
