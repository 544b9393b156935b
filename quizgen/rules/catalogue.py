"""The catalogue: a page for teachers and rule authors, made from the rule files alone."""

from quizgen.rules.loading import Rule

HEAD = """# Question rules

Made from the files in `quizgen/rules/` by `quizgen rules docs`; edit the rules, not this page.
Each rule is one file. Its examples below are also its tests.
"""


def page(rules: tuple[Rule, ...]) -> str:
    """The catalogue of the rules as Markdown, in the order given."""
    index = "\n".join(f"- [{rule.name}](#{rule.name}): {rule.about}" for rule in rules)
    return "\n".join((HEAD, index, "", *(_section(rule) for rule in rules)))


def _section(rule: Rule) -> str:
    where = "; ".join(f"{slot}: `{condition}`" for slot, condition in rule.where) or "anything"
    lines = [
        f"## {rule.name}",
        "",
        rule.about,
        "",
        f"Asks for *{', '.join(rule.asks)}* of a {rule.fact}, where {where}.",
        "",
        *(f"    {template.text}" for template in rule.templates),
        "",
    ]
    for example in rule.examples:
        lines.append(f"> {example.text}")
        lines.append("")
        lines += [f"- {stem} **{key}**" for stem, key in example.questions] or ["- (no question)"]
        lines.append("")
    lines += (
        ["Asks nothing of:", "", *(f"> {text}\n" for text in rule.near_misses)]
        if rule.near_misses
        else []
    )
    return "\n".join(lines)
