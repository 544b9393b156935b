"""Loading: rule files read, checked and made into values. Loading runs no code of theirs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from quizgen.errors import RuleError
from quizgen.rules import templates
from quizgen.rules.templates import Template

RuleType = Literal["short_answer", "cloze", "true_false"]
FACTS = (
    "clause", "inside", "modifier", "statement", "role", "acronym", "age", "calling", "existence",
    "sentence",
)  # fmt: skip
KEYS = {
    "name", "about", "fact", "asks", "where", "templates", "key", "type", "kind", "weight",
    "examples", "near_misses", "published",
}  # fmt: skip
PAIR = ("stem", "key")
LARGEST = 64_000  # bytes; a rule file is a page of text, not data


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and the exact questions (stem, key) that the rule asks of it."""

    text: str
    questions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A question rule: which slots of which facts it asks for, when, and in which words.

    `weight` in 0..1 is how well questions of this rule have served teachers, for ranking.
    `published` is the day on which its examples are taken to have appeared. `source` is the text
    of its file.
    """

    name: str
    about: str
    fact: str
    asks: tuple[str, ...]
    where: tuple[tuple[str, str], ...]
    templates: tuple[Template, ...]
    key: str = "{asked:key}"
    type: RuleType = "short_answer"
    kind: str = ""
    weight: float = 0.5
    examples: tuple[Example, ...] = ()
    near_misses: tuple[str, ...] = ()
    published: date | None = None
    source: str = ""


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """The built-in rules and those of a folder, by name; one of the same name replaces a built-in.

    Raises RuleError, naming file and key, when a file can't be read or is no valid rule.
    """
    found = {rule.name: rule for rule in _built_in()}
    if folder is not None:
        found |= {rule.name: rule for rule in _of_folder(folder)}
    return tuple(found[name] for name in sorted(found))


@cache
def _built_in() -> tuple[Rule, ...]:
    entries = sorted(files(__package__).iterdir(), key=lambda entry: entry.name)
    return tuple(
        read_rule(entry.read_text(encoding="utf-8"), entry.name)
        for entry in entries
        if entry.name.endswith(".toml")
    )


def _of_folder(folder: Path) -> list[Rule]:
    if not folder.is_dir():
        msg = f"{folder} is not a folder; --rules takes a folder of .toml rule files"
        raise RuleError(msg)
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        msg = f"{folder} holds no .toml rule file"
        raise RuleError(msg)
    return [read_rule(_read(path), path.name) for path in paths]


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            msg = f"{path.name}: larger than {LARGEST:,} bytes; a rule is a page of text"
            raise RuleError(msg)
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path.name}: can't be read ({error.__class__.__name__}); save it as UTF-8 text"
        raise RuleError(msg) from None


def read_rule(text: str, file: str) -> Rule:
    """The rule in the text of a file; `file` names it in errors and must be the rule's name."""
    try:
        content = tomllib.loads(text)
        return _rule(content, file.removesuffix(".toml"), text)
    except tomllib.TOMLDecodeError as error:
        msg = f"{file}: not valid TOML: {error}"
    except RecursionError:
        msg = f"{file}: nested too deeply; a rule is a page of plain keys"
    except RuleError as error:
        msg = f"{file}: {error}"
    raise RuleError(msg)


def _rule(content: Mapping[str, Any], file_name: str, text: str) -> Rule:
    unknown = set(content) - KEYS
    if unknown:
        msg = f"unknown key {min(unknown)!r}; keys are: {', '.join(sorted(KEYS))}"
        raise RuleError(msg)
    name = _string(content, "name")
    if name != file_name:
        msg = f"name is {name!r} but the file is called {file_name!r}; make them the same"
        raise RuleError(msg)
    return Rule(
        name,
        _string(content, "about"),
        _choice(content, "fact", FACTS),
        _strings(content, "asks"),
        _conditions(content.get("where", {})),
        _templates(content),
        _key(content),
        _choice(content, "type", ("short_answer", "cloze", "true_false"), "short_answer"),  # type: ignore[arg-type]
        _string(content, "kind") if "kind" in content else "",
        _weight(content),
        tuple(_example(entry) for entry in _tables(content, "examples")),
        tuple(_string(entry, "text") for entry in _tables(content, "near_misses")),
        _published(content),
        text,
    )


def _string(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key)
    if not isinstance(value, str) or not value.strip():
        msg = f"{key!r} is missing or not a text"
        raise RuleError(msg)
    return value


def _choice(
    content: Mapping[str, Any], key: str, choices: tuple[str, ...], default: str = ""
) -> str:
    value = content.get(key, default)
    if value not in choices:
        msg = f"{key!r} is {value!r}; it must be one of: {', '.join(choices)}"
        raise RuleError(msg)
    return str(value)


def _strings(content: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = content.get(key)
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
        msg = f"{key!r} must be a text or a list of texts"
        raise RuleError(msg)
    return tuple(values)


def _tables(content: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    entries = content.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        msg = f"{key!r} must be tables, each written as [[{key}]] with a text"
        raise RuleError(msg)
    return entries


def _conditions(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        msg = "'where' must be a table of texts, one for each slot"
        raise RuleError(msg)
    return tuple(value.items())


def _templates(content: Mapping[str, Any]) -> tuple[Template, ...]:
    entries = content.get("templates")
    if not isinstance(entries, list) or not entries:
        msg = "'templates' must be a list with at least one template"
        raise RuleError(msg)
    return tuple(_template(entry) for entry in entries)


def _template(entry: object) -> Template:
    if isinstance(entry, str):
        made = Template(entry)
    elif isinstance(entry, dict) and set(entry) <= {"text", "where"}:
        made = Template(_string(entry, "text"), _conditions(entry.get("where", {})))
    else:
        msg = "a template is a text, or a table with 'text' and 'where'"
        raise RuleError(msg)
    templates.check(made.text)
    return made


def _key(content: Mapping[str, Any]) -> str:
    key = content.get("key", "{asked:key}")
    if not isinstance(key, str):
        msg = "'key' must be a text"
        raise RuleError(msg)
    templates.check(key)
    return key


def _weight(content: Mapping[str, Any]) -> float:
    weight = content.get("weight", 0.5)
    number = isinstance(weight, int | float) and not isinstance(weight, bool)
    if not number or not 0 <= weight <= 1:
        msg = f"'weight' is {weight!r}; it must be a number from 0 to 1"
        raise RuleError(msg)
    return float(weight)


def _published(content: Mapping[str, Any]) -> date | None:
    day = content.get("published")
    if day is not None and type(day) is not date:
        msg = f"'published' is {day!r}; it must be a day, written 2019-07-13 without quotes"
        raise RuleError(msg)
    return day


def _example(entry: object) -> Example:
    if not isinstance(entry, dict):
        msg = "an example is a table with 'text' and 'questions'"
        raise RuleError(msg)
    pairs = entry.get("questions")
    if not isinstance(pairs, list) or not all(
        isinstance(p, list) and len(p) == len(PAIR) for p in pairs
    ):
        msg = "'questions' of an example must be a list of [stem, key]"
        raise RuleError(msg)
    return Example(_string(entry, "text"), tuple((str(s), str(k)) for s, k in pairs))
