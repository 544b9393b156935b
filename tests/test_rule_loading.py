"""Rule files: what is wrong with one is said in a line that names it; loading runs no code."""

from pathlib import Path

import pytest

from quizgen.errors import RuleError
from quizgen.rules.loading import LARGEST, Example, load_rules, read_rule

PARTS = {
    "name": 'name = "mine"',
    "about": 'about = "Asks what was done."',
    "fact": 'fact = "clause"',
    "asks": 'asks = "object"',
    "templates": 'templates = ["What {clause:ask}?"]',
}


def rule_text(extra: str = "", **changes: str) -> str:
    """The text of a rule file, with lines changed ("" leaves one out) and more after them."""
    return "\n".join([*(PARTS | changes).values(), extra])


def complaint(text: str, file: str = "mine.toml") -> str:
    """What loading says about a broken file: one line that opens with the file's name."""
    with pytest.raises(RuleError) as caught:
        read_rule(text, file)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert "\n" not in message
    return message


def test_a_small_rule_is_read() -> None:
    """Five keys make a rule; the others have defaults."""
    rule = read_rule(rule_text(), "mine.toml")
    assert (rule.name, rule.fact, rule.asks) == ("mine", "clause", ("object",))
    assert [template.text for template in rule.templates] == ["What {clause:ask}?"]
    assert (rule.key, rule.type, rule.weight) == ("{asked:key}", "short_answer", 0.5)
    assert rule.source == rule_text()


def test_examples_and_near_misses_are_read() -> None:
    """With the exact stems and keys."""
    extra = """
[[examples]]
text = "Kenya bought buses."
questions = [["What did Kenya buy?", "buses"]]
[[near_misses]]
text = "Kenya bought them."
"""
    rule = read_rule(rule_text(extra), "mine.toml")
    assert rule.examples == (Example("Kenya bought buses.", (("What did Kenya buy?", "buses"),)),)
    assert rule.near_misses == ("Kenya bought them.",)


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("wieght = 1", "unknown key 'wieght'"),
        ("weight = = 1", "not valid TOML"),
        ("weight = 1.5", "'weight' is 1.5"),
        ("weight = -0.1", "'weight' is -0.1"),
        ("weight = nan", "'weight' is nan"),
        ('weight = "high"', "'weight' is 'high'"),
        ('type = "essay"', "'type' is 'essay'"),
        ('where = "person"', "'where' must be a table"),
        ("where = { object = 3 }", "'where' must be a table"),
        ("key = 3", "'key' must be a text"),
        ('key = "{asked:kye}"', "unknown form {asked:kye}"),
        ('examples = ["a"]', "'examples' must be tables"),
        ('[[examples]]\ntext = "a"', "'questions' of an example"),
        ('[[examples]]\ntext = "a"\nquestions = ["a"]', "'questions' of an example"),
        ('[[examples]]\ntext = "a"\nquestions = [["a"]]', "'questions' of an example"),
        ("[[examples]]\nquestions = []", "'text' is missing"),
        ('[[near_misses]]\nwords = "a"', "'text' is missing"),
    ],
)
def test_a_wrong_value_is_named(extra: str, told: str) -> None:
    """The message says which key, and what was got."""
    assert told in complaint(rule_text(extra))


@pytest.mark.parametrize("key", PARTS)
def test_a_missing_key_is_named(key: str) -> None:
    """None of the five keys can be left out."""
    assert f"'{key}'" in complaint(rule_text(**{key: ""}))


@pytest.mark.parametrize(
    ("key", "line", "told"),
    [
        ("name", "name = 3", "'name' is missing or not a text"),
        ("about", 'about = " "', "'about' is missing or not a text"),
        ("fact", 'fact = "verse"', "'fact' is 'verse'; it must be one of: clause"),
        ("asks", "asks = []", "'asks' must be a text or a list of texts"),
        ("asks", "asks = [1]", "'asks' must be a text or a list of texts"),
        ("templates", "templates = []", "'templates' must be a list"),
        ("templates", 'templates = "What?"', "'templates' must be a list"),
        ("templates", "templates = [1]", "a template is a text, or a table"),
        ("templates", 'templates = [{ txt = "a" }]', "a template is a text, or a table"),
        ("templates", "templates = [{ where = {} }]", "'text' is missing"),
        ("templates", 'templates = ["{clause:aks}?"]', "unknown form {clause:aks}"),
        ("templates", 'templates = ["{subject:ask}?"]', "unknown form {subject:ask}"),
    ],
)
def test_a_wrong_main_value_is_named(key: str, line: str, told: str) -> None:
    """The same for the five keys that every rule has."""
    assert told in complaint(rule_text(**{key: line}))


@pytest.mark.parametrize(
    "placeholder",
    [
        "{subject.text}",
        "{subject:text.upper}",
        "{subject[0]}",
        "{subject[0]:text}",
        "{subject!r:text}",
        "{subject.__class__:text}",
        "{0:text}",
        "{}",
        "{{subject}}",
        "{subject:text",
        "subject}",
    ],
)
def test_templates_reach_nothing_but_forms(placeholder: str) -> None:
    """Attributes, items, conversions and loose braces are refused."""
    told = complaint(rule_text(templates=f'templates = ["Who {placeholder}?"]'))
    assert "a placeholder is written {slot:form}" in told


def test_the_name_is_the_file_name() -> None:
    """Both are said when they differ."""
    told = complaint(rule_text(), "yours.toml")
    assert "'mine'" in told
    assert "'yours'" in told


@pytest.mark.parametrize("extra", ['near_misses = ["Kenya bought them."]', "examples = 5"])
def test_lists_of_the_wrong_shape_are_named(extra: str) -> None:
    """A near miss given as a text, or examples that are no list."""
    assert f"'{extra.partition(' ')[0]}' must be tables" in complaint(rule_text(extra))


def test_a_teachers_folder_adds_rules(tmp_path: Path) -> None:
    """They stand among the built-in ones, by name."""
    (tmp_path / "mine.toml").write_text(rule_text(), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no rule", encoding="utf-8")
    names = [rule.name for rule in load_rules(tmp_path)]
    assert names == sorted([*(rule.name for rule in load_rules()), "mine"])


def test_a_teachers_rule_replaces_a_built_in(tmp_path: Path) -> None:
    """By its name, and only while the folder is given."""
    changed = rule_text(name='name = "object"', about='about = "Mine."')
    (tmp_path / "object.toml").write_text(changed, encoding="utf-8")
    replaced = {rule.name: rule for rule in load_rules(tmp_path)}
    own = {rule.name: rule for rule in load_rules()}
    assert replaced.keys() == own.keys()
    assert replaced["object"].about == "Mine."
    assert own["object"].about != "Mine."


def test_a_folder_must_be_one(tmp_path: Path) -> None:
    """A missing folder, a file and a folder without rules are each told by name."""
    file = tmp_path / "mine.toml"
    with pytest.raises(RuleError, match=r"none is not a folder; --rules takes a folder"):
        load_rules(tmp_path / "none")
    with pytest.raises(RuleError, match=r"holds no \.toml rule file"):
        load_rules(tmp_path)
    file.write_text(rule_text(), encoding="utf-8")
    with pytest.raises(RuleError, match=r"mine\.toml is not a folder"):
        load_rules(file)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'name = "\xff"', "mine.toml: can't be read (UnicodeDecodeError)"),
        (b"#" * (LARGEST + 1), "mine.toml: larger than 64,000 bytes"),
        (b"name = ", "mine.toml: not valid TOML"),
    ],
)
def test_a_file_that_is_no_rule_is_named(tmp_path: Path, content: bytes, told: str) -> None:
    """Bytes that are no text, and files too large to be a rule."""
    (tmp_path / "mine.toml").write_bytes(content)
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    assert str(caught.value).startswith(told)


def test_a_folder_called_like_a_rule_is_named(tmp_path: Path) -> None:
    """It can't be read, and the message says so."""
    (tmp_path / "mine.toml").mkdir()
    with pytest.raises(RuleError, match=r"^mine\.toml: can't be read"):
        load_rules(tmp_path)
