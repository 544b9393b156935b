"""Robots: what a site's robots.txt lets a program fetch, by RFC 9309."""

import re
from dataclasses import dataclass

MOST = 500_000  # bytes read, as the RFC asks at least
MOST_RULES = 5_000
LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#\r\n]*)")


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for one program: (allowed, path pattern) in order, and the pause it asks for."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0  # seconds between two requests

    def allow(self, path: str) -> bool:
        """Whether a path (with its query) may be fetched: the longest rule that fits decides.

        Of two of equal length the one that allows; without any rule all is allowed.
        """
        fitting = [(len(rule), allowed) for allowed, rule in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def rules_for(text: str, agent: str) -> Rules:
    """The rules of a robots.txt for the program of that name, else those for all programs."""
    groups = _groups(text)
    chosen = [group for names, group in groups if agent.casefold() in names]
    chosen = chosen or [group for names, group in groups if "*" in names]
    rules = [rule for group in chosen for rule in group]
    paths = tuple((key == "allow", value) for key, value in rules if key != "crawl-delay" and value)
    delays = [_seconds(value) for key, value in rules if key == "crawl-delay"]
    return Rules(paths[:MOST_RULES], max(delays, default=0.0))


def _groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """The groups of a file: the programs that each is for, and its rules."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    for line in text[:MOST].splitlines():
        match = LINE.match(line)
        key, value = (match[1].casefold(), match[2].strip()) if match else ("", "")
        if key == "user-agent":
            if not groups or groups[-1][1]:
                groups.append((set(), []))
            groups[-1][0].add(re.split(r"[/\s]", value.casefold())[0])
        elif key in {"allow", "disallow", "crawl-delay"} and groups:
            groups[-1][1].append((key, value))
    return groups


def _fits(rule: str, path: str) -> bool:
    """Whether a rule covers a path: "*" stands for any characters, "$" for the end."""
    ends = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for number, part in enumerate(others, 1):
        if ends and number == len(others):
            return len(path) - place >= len(part) and path.endswith(part)
        found = path.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return not ends or bool(others) or place == len(path)


def _seconds(text: str) -> float:
    return float(text) if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", text, re.ASCII) else 0.0
