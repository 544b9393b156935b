"""Commands on question rules: list, show, test, record, docs."""

from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output
from quizgen.errors import RuleError

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Pipeline

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at the question rules and test them.",
    epilog="Example: quizgen rules test --rules my-rules/",
)


@app.command("list", epilog="Example: quizgen rules list")
def list_rules(*, rules: options.RulesFolder = None) -> None:
    """List the rules, each with what it asks."""
    from quizgen.rules.loading import load_rules

    known = load_rules(rules)
    width = max((len(rule.name) for rule in known), default=0)
    rows = [f"{rule.name:<{width}}  {rule.about}" for rule in known]
    output.show(("\n".join(rows) + "\n").encode())


@app.command(epilog="Example: quizgen rules show recipient_body")
def show(
    name: Annotated[str, typer.Argument(help="The rule's name.")],
    *,
    rules: options.RulesFolder = None,
) -> None:
    """Show a rule's file: conditions, templates, examples."""
    from quizgen.rules.loading import load_rules

    for rule in load_rules(rules):
        if rule.name == name:
            output.show((rule.source.rstrip() + "\n").encode())
            return
    msg = f"there is no rule {name!r}; quizgen rules list shows them all"
    raise RuleError(msg)


@app.command(epilog="Example: quizgen rules test --rules my-rules/")
def test(
    *,
    rules: options.RulesFolder = None,
    live: Annotated[bool, typer.Option("--live", help="Parse anew, not from recordings.")] = False,
    model: options.Model = options.DEFAULT_MODEL,
) -> int:
    """Check every rule against its own examples.

    Built-in rules are tested on recorded parses, rules of your own on live ones. The exit code is
    1 if there is a problem.
    """
    from quizgen.rules.harness import check_rules
    from quizgen.rules.loading import load_rules

    known = load_rules(rules)
    pipeline = _pipeline(model) if live or rules else None
    problems = check_rules(known, pipeline=pipeline)
    rows = [*problems, f"{len(known)} rules, {len(problems)} problems"]
    output.show("".join(f"{row}\n" for row in rows).encode())
    return 1 if problems else 0


@app.command(epilog="Example: quizgen rules record")
def record(*, model: options.Model = options.DEFAULT_MODEL) -> None:
    """Record the parses of the built-in rules' examples.

    For who changes a built-in rule: `quizgen rules test` reads these recordings.
    """
    from quizgen.rules import recording
    from quizgen.rules.loading import load_rules

    recording.record(load_rules(), _pipeline(model))


@app.command(epilog="Example: quizgen rules docs -o docs/rules.md")
def docs(*, rules: options.RulesFolder = None, out: options.Output = "") -> None:
    """Write the catalogue of rules (Markdown)."""
    from quizgen.rules.catalogue import page
    from quizgen.rules.loading import load_rules

    output.write(page(load_rules(rules)).encode(), out)


def _pipeline(model: str) -> "Pipeline":
    from quizgen.analysis.pipeline import load

    return load(model)
