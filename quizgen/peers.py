"""Peers: known names that can stand beside a name as wrong answers, nearest first.

Near is not enough: what stands beside a name must be as prominent and have a part in the same
kind of story. Where a table says so by hand (`peers.tsv`, `circles.tsv`), it alone counts.
"""

from functools import cache

from quizgen import circles, gazetteer
from quizgen.data import rows, table, words
from quizgen.gazetteer import Known

BY_FIELD = frozenset("company group team museum union product media".split())
"""Kinds whose names only stand beside each other in one field, carmaker beside carmaker."""
BY_COUNTRY = frozenset({"party", "police", "military", "team"})
ONLY_WELL_KNOWN = frozenset({"company", "media", "group"})
"""Kinds so wide that a name few have heard of would be struck out at sight."""
TOO_WIDE = frozenset(
    (
        "government|industry|national|advocacy|science|retail and food|entertainment|left|right"
        "|centre"
    ).split("|")
)
WITH_PEERS = BY_FIELD | BY_COUNTRY
"""Kinds whose names can be put side by side by what is known of them. Others (bodies, agencies,
legislatures, courts, universities) only stand beside each other by place or task: blind readers
struck out a quarter of such options at sight."""
WORLDWIDE = frozenset({"", "US", "GB"})  # countries whose news outlets are read everywhere
PEERS = 16  # names of one kind that come into question as wrong answers
ALIKE = 12  # times the population; beyond it one country or city dwarfs the other
SMALLEST = 500_000  # people; a smaller country is no wrong answer beside a larger one
ABROAD = 3  # with fewer cities at home, a capital stands beside other capitals


def holds(one: str, other: str) -> bool:
    """Whether one of two names is a part of the other, as a state is of a union."""
    first, second = _texts(one), _texts(other)
    return bool(first & _parts_of(second) or second & _parts_of(first))


def _texts(name: str) -> set[str]:
    known = gazetteer.lookup(name)
    return {name} if known is None else {name, known.name, *gazetteer.other_names(known)}


def _parts_of(names: set[str]) -> set[str]:
    return {part for name in names for part in _wholes().get(name, ())}


@cache
def _wholes() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["parts"].split("|")) for row in rows("parts.tsv")}


def chosen(name: str) -> tuple[str, ...]:
    """The peers that the table gives a name; empty when it has none."""
    return _chosen(name) or ()


def is_prominent(name: str) -> bool:
    """Whether the table has a name."""
    return _chosen(name) is not None


def peers(name: str, kind: str, told: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Known names that can be put beside a name of a kind; empty when none are certain.

    `told` are words of the question that choose among the circles that the name is in.
    """
    in_circle = circles.beside(name, kind, told, cued=True)
    chosen = in_circle or _chosen(name)
    if chosen is not None:
        return chosen
    in_circle = circles.beside(name, kind, told, cued=False)
    return in_circle or _by_kind(name, kind)


def _by_kind(name: str, kind: str) -> tuple[str, ...]:
    if kind == "country":
        return _near_countries(name)
    if kind == "city":
        return _cities(name)
    if kind in {"state", "province"}:
        return _near_states(name)
    known = gazetteer.lookup(name)
    return _of_kind(known, kind) if known is not None and known.kind == kind else ()


@cache
def _by_hand() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(filter(None, row["peers"].split("|"))) for row in rows("peers.tsv")}


def _chosen(name: str) -> tuple[str, ...] | None:
    """The peers that the table gives a name, by whatever text it knows it."""
    known = gazetteer.lookup(name)
    texts = (name, known.name, *gazetteer.other_names(known)) if known is not None else (name,)
    return next((_by_hand()[text] for text in texts if text in _by_hand()), None)


def capitals_near(country: str) -> tuple[str, ...]:
    """The capitals of a country's peers."""
    capitals = {c["name"]: c["capital"] for c in table("countries.json")["countries"]}
    near = _chosen(country) or _near_countries(country)
    return tuple(capitals[name] for name in near if capitals.get(name))


@cache
def _near_countries(name: str) -> tuple[str, ...]:
    """Countries of a like size: neighbours, then those of the region, then of the continent."""
    countries = table("countries.json")["countries"]
    own = next((c for c in countries if c["name"] == name), None)
    if own is None:
        return ()
    near = [
        c
        for c in countries
        if c is not own and not c.get("part_of") and _as_large(c["size"], own["size"])
    ]
    near.sort(
        key=lambda c: (
            c["code"] not in own["neighbours"],
            c["region"] != own["region"],
            c["continent"] != own["continent"],
            -c["size"],
            c["name"],
        )
    )
    return tuple(c["name"] for c in near[:12] if c["continent"] == own["continent"])


def _as_large(size: int, own: int) -> bool:
    """Whether a country is not dwarfed by another, nor too small to be thought of."""
    return own / ALIKE <= size <= own * ALIKE and size >= min(SMALLEST, own)


@cache
def _cities(name: str) -> tuple[str, ...]:
    """Large cities of the same country; for a capital without them, other capitals."""
    own = gazetteer.lookup(name)
    if own is None or own.kind != "city":
        return ()
    at_home = [
        row["name"]
        for row in sorted(rows("cities.tsv"), key=lambda r: (-int(r["population"] or 0), r["name"]))
        if row["country"] == own.country and row["name"] != own.name
    ]
    if len(at_home) >= ABROAD:
        return tuple(at_home[:PEERS])
    country = country_of(name)
    return capitals_near(country) if gazetteer.governed_from(own.name) == country else ()


def country_of(text: str) -> str:
    """The name of the country that a known place or body belongs to, or that it is; else ""."""
    known = gazetteer.lookup(text)
    if known is None or not known.country:
        return ""
    return country_by_code(known.country)


def country_by_code(code: str) -> str:
    """The canonical name of the country with a code of ISO 3166, or of a part of one; else ""."""
    return _country_names().get(code, "")


@cache
def _country_names() -> dict[str, str]:
    return {c["code"]: c["name"] for c in table("countries.json")["countries"]}


@cache
def continent_of(country: str) -> str:
    """The continent of a country by its canonical name; "" when unknown."""
    found = (c for c in table("countries.json")["countries"] if c["name"] == country)
    return next((str(c["continent"]) for c in found), "")


@cache
def states_around(name: str) -> frozenset[str]:
    """The states that border on a state within its country; empty when unknown."""
    found = (row["neighbours"] for row in rows("state_neighbours.tsv") if row["name"] == name)
    return frozenset(next(found, "").split("|")) - {""}


@cache
def _near_states(name: str) -> tuple[str, ...]:
    """Neighbouring states, then their neighbours."""
    own = gazetteer.lookup(name)
    if own is None:
        return ()
    first = sorted(states_around(own.name))
    second = sorted({s for n in first for s in states_around(n)} - {own.name, *first})
    return tuple(first + second)[:PEERS]


@cache
def _of_kind(own: Known, kind: str) -> tuple[str, ...]:
    """Names of a kind, of the same field and country where that matters, best known first."""
    known_to_all = words("well_known.txt")
    if kind not in WITH_PEERS or (kind in BY_FIELD and (not own.field or own.field in TOO_WIDE)):
        return ()
    if kind in BY_COUNTRY and not own.country:
        return ()
    if kind == "media" and own.name not in known_to_all and own.country not in WORLDWIDE:
        return ()  # the largest broadcaster of one country is not that of another
    found = {
        known.name: known
        for known in gazetteer.all_known()
        if known.kind == kind
        and known != own
        and (kind not in BY_FIELD or known.field == own.field)
        and (kind not in BY_COUNTRY or known.country == own.country)
        and (kind not in ONLY_WELL_KNOWN or known.name in known_to_all)
    }

    def distance(known: Known) -> tuple[bool, bool, str]:
        return known.name not in known_to_all, known.country != own.country, known.name

    return tuple(known.name for known in sorted(found.values(), key=distance)[:PEERS])
