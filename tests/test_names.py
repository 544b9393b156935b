"""Names: one canonical name, kind and aliases for whatever an article calls a thing."""

import pytest
import spacy
from parses import VOCAB
from spacy.tokens import Doc

from quizgen.analysis.aliases import acronyms
from quizgen.analysis.names import Name, Names
from quizgen.analysis.naming import find
from quizgen.analysis.paragraphs import Paragraph
from quizgen.analysis.pipeline import join_names

nlp = spacy.blank("en")


def doc_of(text: str, ents: dict[str, str]) -> Doc:
    """A text whose entities are given with their labels; every token hangs on the first."""
    blank = nlp(text)
    doc = Doc(
        VOCAB,
        words=[t.text for t in blank],
        spaces=[bool(t.whitespace_) for t in blank],
        heads=[0] * len(blank),
        deps=["ROOT", *["dep"] * (len(blank) - 1)],
        tags=["NNP" if t.text[0].isupper() else "NN" for t in blank],
        pos=["PROPN" if t.text[0].isupper() else "NOUN" for t in blank],
        sent_starts=[i == 0 for i in range(len(blank))],
    )
    spans = []
    for part, label in ents.items():
        span = doc.char_span(text.index(part), text.index(part) + len(part), label)
        assert span is not None, part
        spans.append(span)
    doc.set_ents(spans)
    return doc


def names_of(*texts: tuple[str, dict[str, str]], kind: str = "body") -> Names:
    """The names of an article given by its paragraphs with their entities."""
    docs = tuple(doc_of(text, ents) for text, ents in texts)
    paragraphs = tuple(Paragraph(0, doc.text, kind) for doc in docs)  # type: ignore[arg-type]
    return find(paragraphs, docs)


def name_of(names: Names, text: str) -> Name:
    """The name that goes by a text."""
    name = names.called(text)
    assert name is not None, text
    return name


def test_a_surname_is_the_person_named_before() -> None:
    """One name with the surname as an alias, counted together."""
    names = names_of(
        ("Yesterday Carlos Mendoza resigned.", {"Carlos Mendoza": "PERSON"}),
        ("Then Mendoza left.", {"Mendoza": "PERSON"}),
    )
    name = name_of(names, "Mendoza")
    assert (name.text, name.kind, name.gender) == ("Carlos Mendoza", "person", "m")
    assert name.answers_to("Mendoza")
    assert names.counts == {"Carlos Mendoza": 2}


def test_a_surname_of_two_people_is_nobodys() -> None:
    """Which of them is meant can't be told."""
    names = names_of(
        (
            "Yesterday Carlos Mendoza met Maria Mendoza.",
            {"Carlos Mendoza": "PERSON", "Maria Mendoza": "PERSON"},
        ),
        ("Then Mendoza left.", {"Mendoza": "PERSON"}),
    )
    assert name_of(names, "Mendoza").text == "Mendoza"


def test_an_acronym_in_brackets_is_the_long_name() -> None:
    """Wherever it stands later."""
    names = names_of(
        (
            "The Ministry of Economy, Trade and Industry (METI) agreed.",
            {"Ministry of Economy, Trade and Industry": "ORG", "METI": "ORG"},
        ),
        ("Then METI waited.", {"METI": "ORG"}),
    )
    name = name_of(names, "METI")
    assert name.text == "Ministry of Economy, Trade and Industry"
    assert name.kind == "ministry"
    assert "METI" in name.aliases
    assert names.counts[name.text] == 3


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the World Trade Organization (WTO) said", [("World Trade Organization", "WTO")]),
        (
            "Ministry of Economy, Trade and Industry (METI)",
            [("Ministry of Economy, Trade and Industry", "METI")],
        ),
        ("Food and Agriculture Organization (FAO)", [("Food and Agriculture Organization", "FAO")]),
        ("In Rome the World Bank (WB) said", [("World Bank", "WB")]),
        ("the World Bank (Washington)", []),
        ("the World Bank (IMF)", []),
        ("a bank (WB)", []),
        (
            "Organisation of Islamic Banks (OIB)",
            [("Organisation of Islamic Banks", "OIB")],  # not from the small word on
        ),
    ],
)
def test_acronyms_fit_their_initials(text: str, pairs: list[tuple[str, str]]) -> None:
    """Brackets with anything else are no acronym."""
    assert list(acronyms(text)) == pairs


@pytest.mark.parametrize(
    ("text", "label", "kind", "nation"),
    [
        ("Japan", "GPE", "country", ""),
        ("Seoul", "GPE", "city", "South Korea"),
        ("Mombasa", "GPE", "city", ""),
        ("Toyota", "PERSON", "company", ""),  # the gazetteer knows better than the model
        ("World Trade Organization", "ORG", "body", ""),
        ("Japanese", "NORP", "nationality", "Japan"),
        ("Ministry of Bridges", "ORG", "ministry", ""),
        ("Gdynia Airport", "FAC", "facility", ""),
        ("Zyxwv", "WORK_OF_ART", "other", ""),  # a label that is wrong too often
        ("Kenji Zyxwv", "PERSON", "person", ""),
    ],
)
def test_kinds_come_from_all_that_is_known(text: str, label: str, kind: str, nation: str) -> None:
    """Gazetteer, words of the name, demonyms, then the model's label."""
    name = name_of(names_of((f"Yesterday {text} won.", {text: label})), text)
    assert (name.text, name.kind, name.nation) == (text, kind, nation)


def test_a_country_goes_by_its_canonical_name() -> None:
    """With the other as an alias."""
    name = name_of(names_of(("Yesterday Britain won.", {"Britain": "GPE"})), "Britain")
    assert name.text == "United Kingdom"
    assert {"Britain", "UK"} <= set(name.aliases)


def test_a_title_makes_a_person() -> None:
    """It is no part of the name, and tells the gender."""
    names = names_of(("Yesterday Mrs. Zyxwv won.", {"Mrs. Zyxwv": "PERSON"}))
    name = name_of(names, "Zyxwv")
    assert (name.text, name.kind, name.gender) == ("Zyxwv", "person", "f")


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    """The mention holds the bare tokens."""
    names = names_of(("Yesterday the World Bank's loan won.", {"the World Bank's": "ORG"}))
    (mention,) = names.mentions
    assert (mention.start, mention.end, mention.name.text) == (2, 4, "World Bank")


def test_names_of_headlines_alone_are_not_trusted() -> None:
    """Capitals make names of anything there, unless the prose says the same."""
    head = ("Yesterday Curbs Bite.", {"Curbs Bite": "ORG"})
    body = ("Yesterday Japan won.", {"Japan": "GPE"})
    docs = (doc_of(*head), doc_of(*body))
    paragraphs = (Paragraph(0, docs[0].text, "headline"), Paragraph(0, docs[1].text, "body"))
    assert [m.name.text for m in find(paragraphs, docs).mentions] == ["Japan"]


def test_mentions_are_found_by_token_and_paragraph() -> None:
    """Other tokens and paragraphs have none."""
    text = "Yesterday Japan won and Kenya lost."
    names = names_of((text, {"Japan": "GPE", "Kenya": "GPE"}))
    doc = nlp(text)
    first, second = names.in_paragraph(0)
    assert names.at(0, doc[1]) == first
    assert names.at(0, doc[0]) is None
    assert names.at(1, doc[1]) is None
    assert names.in_paragraph(1) == []
    assert [m.name.text for m in (first, second)] == ["Japan", "Kenya"]
    assert names.called("Atlantis") is None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Moon Jae-in spoke", ["Moon", "Jae-in", "spoke"]),
        ("Moon Jae In spoke", ["Moon", "Jae In", "spoke"]),
        ("Kim Jong Un and Kim Jong-un", ["Kim", "Jong Un", "and", "Kim", "Jong-un"]),
        ("he co-founded it", ["he", "co-founded", "it"]),
        ("Kim said so", ["Kim", "said", "so"]),
        ("co - op", ["co", "-", "op"]),
        ("Kim", ["Kim"]),
        ("", []),
    ],
)
def test_east_asian_given_names_are_one_token(text: str, tokens: list[str]) -> None:
    """So that "in" is not read as a preposition; prefixes likewise."""
    joined = join_names(nlp(text))
    assert [token.text for token in joined] == tokens
    assert joined.text == text


def test_a_name_overlooked_once_is_found_by_agreement() -> None:
    """What the recogniser took for a name elsewhere is one here; a longer name is not cut."""
    names = names_of(
        ("Yesterday Zyxwv Corp won.", {"Zyxwv Corp": "ORG"}),
        ("Then Zyxwv Corp lost and Zyxwv left.", {}),
    )
    assert names.counts["Zyxwv Corp"] == 2
    assert names.called("Zyxwv") is None


def test_a_known_name_is_found_without_the_recogniser() -> None:
    """A common word with a capital is not."""
    names = names_of(("Yesterday Japan met the WTO in Time.", {}))
    assert set(names.counts) == {"Japan", "WTO"}


@pytest.mark.parametrize(
    ("text", "ents", "name"),
    [
        ("Yesterday Air China won.", {"China": "GPE"}, "Air China"),
        (
            "Yesterday Lockheed Martin won.",
            {"Lockheed": "ORG", "Martin": "PERSON"},
            "Lockheed Martin",
        ),
        ("Yesterday McDonald's won.", {"McDonald's": "ORG"}, "McDonald's"),
    ],
)
def test_a_known_name_is_taken_whole(text: str, ents: dict[str, str], name: str) -> None:
    """Also where the recogniser saw a part of it."""
    (mention,) = names_of((text, ents)).mentions
    assert (mention.name.text, mention.name.kind) == (name, "company")


def test_the_end_of_a_compound_is_no_name_of_its_own() -> None:
    """As in "Zyxwv-upon-Japan"."""
    assert names_of(("Yesterday Zyxwv-upon-Japan won.", {})).mentions == ()


def test_a_neighbour_is_no_part_of_a_name() -> None:
    """Nor is the article, with a capital."""
    names = names_of(("The Japan team met Kenya China.", {"Japan": "GPE", "Kenya": "GPE"}))
    assert set(names.counts) == {"Japan", "Kenya", "China"}


@pytest.mark.parametrize(
    ("text", "ents", "product"),
    [
        ("Yesterday an Airbus A380 won.", {"Airbus": "ORG"}, "Airbus A380"),
        ("Yesterday a Boeing 737 won.", {"Boeing": "ORG"}, "Boeing 737"),
        ("Yesterday a Toyota QX70 won.", {"Toyota": "ORG"}, "Toyota QX70"),  # no list holds it
        ("Yesterday the iPhone 4 won.", {"iPhone": "ORG"}, "iPhone 4"),
        ("Yesterday the iPhone won.", {}, "iPhone"),
    ],
)
def test_a_product_is_one_name(text: str, ents: dict[str, str], product: str) -> None:
    """Maker, designation and version belong together."""
    (mention,) = names_of((text, ents)).mentions
    assert (mention.name.text, mention.name.kind) == (product, "product")


@pytest.mark.parametrize(
    "text", ["Yesterday Kenya 737 won.", "Yesterday Toyota 2019 won.", "Yesterday A380 won."]
)
def test_figures_alone_make_no_product(text: str) -> None:
    """Without a maker, or for a year."""
    names = names_of((text, {"Kenya": "GPE"} if "Kenya" in text else {}))
    made = [m for m in names.mentions if m.name.kind == "product"]
    assert [m.name.text for m in made] == (["A380"] if "A380" in text else [])


def test_the_plural_of_a_product_is_the_product() -> None:
    """One name, counted together."""
    names = names_of(
        ("Yesterday the iPhone won.", {"iPhone": "PRODUCT"}),
        ("Then many iPhones won.", {"iPhones": "PRODUCT"}),
    )
    assert names.counts == {"iPhone": 2}


def test_an_entity_is_cut_at_a_dash_between_words() -> None:
    """A dateline run into a name; a hyphen inside a word is none."""
    names = names_of(
        ("Yesterday Nairobi - Toyota won.", {"Nairobi - Toyota": "ORG"}),
        ("Then Coca-Cola won.", {"Coca-Cola": "ORG"}),
    )
    assert set(names.counts) == {"Nairobi", "Toyota", "Coca-Cola"}


def test_a_particle_is_not_the_end_of_a_name() -> None:
    """The name goes on where the recogniser stopped."""
    names = names_of(("Yesterday Omar bin Zyxwv won.", {"Omar bin": "PERSON"}))
    assert set(names.counts) == {"Omar bin Zyxwv"}


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Tak-Sing Zyxwv", "ORG", "other"),
        ("Tak-Sing Wong", "ORG", "person"),
        ("Bill", "ORG", "other"),  # a law only as the last of several words
        ("Zyxwv Bill", "ORG", "law"),
        ("Zyxwv Center for Justice", "ORG", "organisation"),
        ("Bridges Zyxwv of Kenya Union", "ORG", "other"),  # the word before "of" tells
    ],
)
def test_the_words_of_a_name_tell_its_kind(text: str, label: str, kind: str) -> None:
    """Before the recogniser's label does."""
    assert name_of(names_of((f"Yesterday {text} won.", {text: label})), text).kind == kind


def test_a_surname_in_use_before_relatives_come_is_the_first_persons() -> None:
    """News calls the person it is about by the surname."""
    names = names_of(
        ("Yesterday Carlos Mendoza resigned.", {"Carlos Mendoza": "PERSON"}),
        ("Then Mendoza left.", {"Mendoza": "PERSON"}),
        ("Then Maria Mendoza wept.", {"Maria Mendoza": "PERSON"}),
    )
    assert name_of(names, "Mendoza").text == "Carlos Mendoza"


def test_kin_named_only_once_leave_the_surname_to_the_first() -> None:
    """Though they are named before the surname stands alone."""
    texts = [
        ("Yesterday Carlos Mendoza died.", {"Carlos Mendoza": "PERSON"}),
        ("Then his son Pedro Mendoza wept.", {"Pedro Mendoza": "PERSON"}),
        ("Then Mendoza was buried.", {"Mendoza": "PERSON"}),
    ]
    assert name_of(names_of(*texts), "Mendoza").text == "Carlos Mendoza"
    again = ("Then Pedro Mendoza left.", {"Pedro Mendoza": "PERSON"})
    assert name_of(names_of(*texts, again), "Mendoza").text == "Mendoza"


def test_a_surname_of_a_couple_is_nobodys() -> None:
    """The first of them stands without it."""
    names = names_of(
        ("Yesterday Carlos and Maria Mendoza resigned.", {"Maria Mendoza": "PERSON"}),
        ("Then Mendoza left.", {"Mendoza": "PERSON"}),
        ("Then Carlos Mendoza wept.", {"Carlos Mendoza": "PERSON"}),
    )
    assert name_of(names, "Mendoza").text == "Mendoza"


def test_a_surname_may_be_written_without_accents() -> None:
    """It is the same person."""
    names = names_of(
        ("Yesterday Maria Gómez resigned.", {"Maria Gómez": "PERSON"}),
        ("Then Gomez left.", {"Gomez": "PERSON"}),
    )
    assert name_of(names, "Gomez").text == "Maria Gómez"


@pytest.mark.parametrize(
    ("second", "label", "text"),
    [
        ("Then Lagos left.", "ORG", "Maria Lagos"),
        ("Then Lagos left.", "GPE", "Maria Lagos"),
        ("Then she went to Lagos.", "GPE", "Lagos"),
    ],
)
def test_a_surname_that_is_a_city_too(second: str, label: str, text: str) -> None:
    """It is the person's after the full name, unless it is used as a place's name is."""
    names = names_of(
        ("Yesterday Maria Lagos resigned.", {"Maria Lagos": "PERSON"}),
        (second, {"Lagos": label}),
    )
    assert name_of(names, "Lagos").text == text


@pytest.mark.parametrize(
    ("text", "label", "kind", "gender"),
    [
        ("Merkel", "GPE", "person", "f"),
        ("Nobel Peace Prize", "WORK_OF_ART", "award", ""),
        ("Soviet Union", "GPE", "place", ""),  # no trade union
    ],
)
def test_well_known_names_are_known(text: str, label: str, kind: str, gender: str) -> None:
    """Without any word about them."""
    name = name_of(names_of((f"Yesterday {text} won.", {text: label})), text)
    assert (name.kind, name.gender.strip("?")) == (kind, gender)


def test_a_country_before_a_person_is_no_part_of_the_name() -> None:
    """As in "Prime Minister of Kenya Maria Santos"; nor is a possessor before a known name."""
    names = names_of(
        ("Yesterday Kenya Maria Santos won.", {"Kenya Maria Santos": "ORG"}),
        ("Then Maria's World Bank won.", {"Maria's World Bank": "ORG"}),
    )
    assert {"Kenya", "Maria Santos", "World Bank"} <= set(names.counts)


@pytest.mark.parametrize(
    ("full", "short"),
    [("Bill de Zyxwv", "De Zyxwv"), ("Bill de Zyxwv", "Zyxwv"), ("Hurricane Zyxwv", "Zyxwv")],
)
def test_a_name_is_known_by_its_end(full: str, short: str) -> None:
    """A surname with its particle or without, a storm without its class."""
    names = names_of(
        (f"Yesterday {full} came.", {full: "PERSON" if "Bill" in full else "EVENT"}),
        (f"Then {short} left.", {short: "PERSON"}),
    )
    assert names.counts == {full: 2}


@pytest.mark.parametrize(
    ("text", "ent", "label", "name"),
    [
        ("Yesterday Zyxwv 785 miles won.", "Zyxwv 785 miles", "GPE", "Zyxwv"),
        ("Yesterday Maria May won.", "Maria", "PERSON", "Maria May"),
        ("Yesterday Maria Zyxwv d'Aosta won.", "Maria Zyxwv", "PERSON", "Maria Zyxwv d'Aosta"),
        ("Yesterday Kenya's Maria Santos won.", "Kenya's Maria Santos", "PERSON", "Maria Santos"),
        ("Yesterday Jean- Pierre Santos won.", "Pierre Santos", "PERSON", "Jean-Pierre Santos"),
        ("Yesterday Maria Or won.", "Maria", "PERSON", "Maria Or"),
    ],
)
def test_names_begin_and_end_where_they_should(text: str, ent: str, label: str, name: str) -> None:
    """Whatever the recogniser says."""
    assert names_of((text, {ent: label})).called(name) is not None


@pytest.mark.parametrize("text", ["ministry", "785"])
def test_what_has_no_capital_is_no_name(text: str) -> None:
    """The recogniser tags such words at times."""
    assert names_of((f"Yesterday {text} won.", {text: "ORG"})).mentions == ()


def test_a_title_before_a_country_makes_no_person() -> None:
    """As in a film's name."""
    name = name_of(names_of(("Then Mister America won.", {"America": "PERSON"})), "America")
    assert name.kind == "country"


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Zyxwv Central Bank", "ORG", "central_bank"),
        ("Zyxwv News Agency", "ORG", "media"),
        ("Aerospace Engineering Department", "ORG", "department"),  # the last word counts first
        ("Maria Park", "PERSON", "person"),
        ("Maria Park", "FAC", "facility"),
        ("Maria Air", "PERSON", "company"),
        ("Hunger Games", "EVENT", "work"),
        ("Zyxwv Games", "EVENT", "event"),
    ],
)
def test_heads_of_names_are_read_from_the_end(text: str, label: str, kind: str) -> None:
    """Two words together say more than one; a surname is one only in a person's name."""
    assert name_of(names_of((f"Yesterday {text} won.", {text: label})), text).kind == kind


def test_a_person_goes_by_the_form_that_is_used_most() -> None:
    """Of several with the same first and last name."""
    names = names_of(
        ("Yesterday Carlos Juan Mendoza resigned.", {"Carlos Juan Mendoza": "PERSON"}),
        ("Then Carlos Mendoza left.", {"Carlos Mendoza": "PERSON"}),
        ("Then Carlos Mendoza came.", {"Carlos Mendoza": "PERSON"}),
        ("Then Mendoza stayed.", {"Mendoza": "PERSON"}),
    )
    assert names.counts == {"Carlos Mendoza": 4}


def test_a_ship_is_no_person() -> None:
    """With "MV" before it once, and without anywhere."""
    names = names_of(
        ("Yesterday MV Maria Zyxwv sank.", {"MV Maria Zyxwv": "PERSON"}),
        ("Then Maria Zyxwv was found.", {"Maria Zyxwv": "PERSON"}),
    )
    assert names.counts == {"MV Maria Zyxwv": 2}
    assert name_of(names, "Maria Zyxwv").kind == "other"


def test_a_mother_of_the_same_name_is_somebody_else() -> None:
    """Though first and last name agree, as they do where a middle name is left out."""
    texts = (
        ("Yesterday Maria Santos won.", {"Maria Santos": "PERSON"}),
        ("Then her mother, Maria Lee Santos, came.", {"Maria Lee Santos": "PERSON"}),
    )
    assert len(names_of(*texts).counts) == 2
    other = (texts[0], ("Then Maria Lee Santos came.", {"Maria Lee Santos": "PERSON"}))
    assert len(names_of(*other).counts) == 1


def test_a_surname_that_is_a_company_too() -> None:
    """After the full name it is the person, whatever the recogniser says."""
    company = ("Then Toyota left.", {"Toyota": "ORG"})
    person = ("Yesterday Maria Toyota won.", {"Maria Toyota": "PERSON"})
    assert name_of(names_of(person, company), "Toyota").kind == "person"
    assert name_of(names_of(company, person), "Toyota").kind == "company"


def test_a_state_in_its_own_country_is_no_country() -> None:
    """Georgia beside other American places is the state."""
    home = (
        "Yesterday Ohio and Texas and Georgia won.",
        {"Ohio": "GPE", "Texas": "GPE", "Georgia": "GPE"},
    )
    assert name_of(names_of(home), "Georgia").kind == "state"
    assert (
        name_of(names_of(("Yesterday Georgia won.", {"Georgia": "GPE"})), "Georgia").kind
        == "country"
    )


def test_a_body_of_another_country_gives_no_aliases() -> None:
    """The Congress of an article on the Philippines is not that of the United States."""
    abroad = names_of(("Yesterday Manila and Congress won.", {"Manila": "GPE", "Congress": "ORG"}))
    assert "U.S. Congress" not in name_of(abroad, "Congress").aliases
    home = names_of(("Yesterday Ohio and Congress won.", {"Ohio": "GPE", "Congress": "ORG"}))
    assert "U.S. Congress" in name_of(home, "Congress").aliases


def test_a_known_name_holds_its_small_words() -> None:
    """As "Islamic State of Iraq and the Levant" does, and McDonald's its ending."""
    text = "Yesterday Islamic State of Iraq and the Levant lost."
    names = names_of((text, {"Islamic State of Iraq": "ORG", "Levant": "GPE"}))
    assert set(names.counts) == {"Islamic State of Iraq and the Levant"}
    names = names_of(("Yesterday McDonald's won.", {"McDonald": "ORG"}))
    assert set(names.counts) == {"McDonald's"}


def test_a_group_goes_by_the_kind_of_its_name() -> None:
    """Abu Sayyaf with "Group" after it is no company."""
    text = "Yesterday Abu Sayyaf Group won."
    assert (
        name_of(names_of((text, {"Abu Sayyaf Group": "ORG"})), "Abu Sayyaf Group").kind == "group"
    )


def test_a_campus_belongs_to_its_university() -> None:
    """After a state with several."""
    text = "Yesterday University of California, Berkeley won."
    names = names_of((text, {"University of California": "ORG"}))
    assert set(names.counts) == {"University of California, Berkeley"}
