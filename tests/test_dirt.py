"""What survives the reading of a file is taken out and told; prose that looks like it stays."""

from datetime import date

import dirty_lines
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.ingest.characters import mended
from quizgen.ingest.dating import dated
from quizgen.ingest.dirt import Cleaned, clean
from quizgen.ingest.headlines import spoken_headline
from quizgen.ingest.heads import Head, dateline
from quizgen.ingest.page_lines import page_line
from quizgen.ingest.removals import Removal, summary
from quizgen.ingest.wrapping import unwrapped
from quizgen.ingest.written_days import day_in, day_of_address, day_of_name

TITLE = "Seoul calls curbs “retaliatory”"
LEAD = "Seoul has called the export curbs “retaliatory” – and it’s the café owners who said so."
MORE = "Japan tightened the rules on three chemicals that South Korean makers of chips need."
LAST = "The two sides will meet in Geneva on Tuesday, the ministry in Seoul said."


def cleaned(*paragraphs: str, title: str = TITLE) -> Cleaned:
    """The paragraphs below the title, cleaned."""
    return clean("\n\n".join((title, *paragraphs)) + "\n", title=title)


def body(found: Cleaned) -> list[str]:
    """The paragraphs that are left below the title."""
    return found.text.strip().split("\n\n")[1:]


def test_a_clean_text_stays_letter_by_letter() -> None:
    """Blank lines, quotes, dashes and the last line's end."""
    text = f"\n{TITLE}\n\n\n{LEAD}\n{MORE}\n \n{LAST}\n"
    assert clean(text, title=TITLE) == Cleaned(text, TITLE, Head(), ())


@pytest.mark.parametrize(
    ("opening", "source", "day"),
    [
        ("SEOUL, July 12 (Reuters) - ", "Reuters", None),
        ("SEOUL, July 12, 2019 (Reuters) - ", "Reuters", date(2019, 7, 12)),
        ("SEOUL (Reuters) – ", "Reuters", None),
        ("SEOUL/TOKYO, July 12 (Reuters) - ", "Reuters", None),
        ("SEOUL, South Korea (AP) — ", "Associated Press", None),
        ("Seoul, 12 July 2019 (AFP) – ", "AFP", date(2019, 7, 12)),
        ("Seoul (dpa) -- ", "dpa", None),
        ("ST. LOUIS (AP) — ", "Associated Press", None),
        ("SEOUL, July 12 (Yonhap) -- ", "Yonhap", None),
        ("(Reuters) - ", "Reuters", None),
        ("WASHINGTON, D.C. — ", "", None),
        ("NEW DELHI – ", "", None),
        ("Friday, July 12, 2019 ", "", date(2019, 7, 12)),
    ],
)
def test_datelines_go_and_tell_agency_and_day(opening: str, source: str, day: date | None) -> None:
    """The sentence begins behind them."""
    found = cleaned(opening + LEAD, MORE)
    assert body(found) == [LEAD, MORE]
    assert (found.head.source, found.head.published) == (source, day)
    assert [removal.what for removal in found.removals] == ["dateline"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Samsung (the maker of chips) – and not LG – has called the curbs unfair to Seoul.",
        "NATO — An alliance of thirty states — met in Brussels on Friday for its yearly talks.",
        "July 12 was the day on which talks in Geneva ended - The sides had met for a week.",
        "The BBC (Reuters) is no dateline at the head of this sentence about broadcasters.",
    ],
)
def test_sentences_with_dashes_are_no_datelines(sentence: str) -> None:
    """Names before a dash are not places with an agency."""
    assert dateline(sentence) is None


def test_a_place_before_a_dash_is_no_dateline_further_down() -> None:
    """Lists in the body begin so."""
    rows = [f"{name} — The factory there makes chips of many kinds." for name in ("OSAKA", "BUSAN")]
    found = cleaned(LEAD, *[f"{MORE} {n}." for n in range(8)], *rows)
    assert body(found)[-2:] == rows


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Maria Santos", "Maria Santos"),
        ("By MARIA SANTOS and Peter Hoffmann", "MARIA SANTOS and Peter Hoffmann"),
        ("By Maria Santos, Reuters", "Maria Santos"),
        ("by Maria de la Cruz in Seoul", "Maria de la Cruz"),
        ("Written by: Maria O’Neill-Santos | Staff Writer", "Maria O’Neill-Santos"),
        ("— By Maria Santos", "Maria Santos"),
    ],
)
def test_bylines_go_and_are_told(line: str, byline: str) -> None:
    """At the top and at the end."""
    for paragraphs in ((line, LEAD, MORE), (LEAD, MORE, line)):
        found = cleaned(*paragraphs)
        assert body(found) == [LEAD, MORE]
        assert found.head.byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "By law, all men over the age of 18 must register for the service.",
        "By Friday the ministry had counted 300 farms.",
        "By the end of the decade, the government hopes for 300 farms.",
        "By Monday Seoul and Tokyo had met. They will meet again.",
    ],
)
def test_sentences_that_begin_with_by_stay(line: str) -> None:
    """What follows is no name alone."""
    assert cleaned(line, LEAD).removals == ()


def test_the_byline_that_the_reader_found_is_taken_out_of_the_text() -> None:
    """Without its "By", and only a line that says no more."""
    text = f"{TITLE}\n\nMaria Santos\n\n{LEAD}\n\nMaria Santos wrote {MORE}\n"
    found = clean(text, title=TITLE, byline="Maria Santos")
    assert body(found) == [LEAD, f"Maria Santos wrote {MORE}"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 12 July 2019", date(2019, 7, 12)),
        ("Published: Friday, July 12, 2019, 10:30 GMT", date(2019, 7, 12)),
        ("Published on July 12th, 2019 at 10:30 a.m.", date(2019, 7, 12)),
        ("Last updated 14:05, 12 July 2019 | Asia", date(2019, 7, 12)),
        ("2019-07-12", date(2019, 7, 12)),
        ("Fri 12 Jul 2019 10.30 BST", date(2019, 7, 12)),
    ],
)
def test_lines_with_the_date_go_and_tell_it(line: str, day: date) -> None:
    """Whatever stands first says where it was found."""
    found = cleaned(line, LEAD, MORE)
    assert body(found) == [LEAD, MORE]
    assert (found.head.published, found.head.dated_by) == (day, f"the line {line!r}")


def test_publication_goes_before_an_update() -> None:
    """In whatever order they stand."""
    lines = ("Updated 14 July 2019", "Published 12 July 2019")
    for pair in (lines, lines[::-1]):
        assert cleaned(*pair, LEAD, MORE).head.published == date(2019, 7, 12)


def test_a_sentence_with_a_date_is_no_line_with_the_date() -> None:
    """Though it begins like one."""
    assert cleaned("Published 12 July 2019 in Seoul, the report found no harm.").removals == ()


def test_the_surest_date_wins() -> None:
    """Given, the file's data, the text, the address, the file's name; each says where it was."""
    head = Head(published=date(2019, 7, 3), dated_by="the dateline 'X'")
    read, url = date(2019, 7, 2), "https://news.example/2019/jul/4/a"
    order = [
        dated(head, given=date(2019, 7, 1), read=read, url=url, name="2019-07-05.txt"),
        dated(head, read=read, read_from="the page's own data", url=url),
        dated(head, url=url, name="2019-07-05.txt"),
        dated(Head(), url=url, name="2019-07-05.txt"),
        dated(Head(), name="curbs 20190705.html"),
    ]
    assert [each.day.day for each in order if each.day] == [1, 2, 3, 4, 5]
    assert [each.told_by for each in order] == [
        "the user",
        "the page's own data",
        "the dateline 'X'",
        "the address",
        "the file's name",
    ]
    assert dated(Head(), name="curbs-2019.txt", url="https://news.example/12345678").day is None


@pytest.mark.parametrize("text", ["31 February 2019", "July 2019", "12345678901", "19991340", ""])
def test_what_is_no_day_tells_none(text: str) -> None:
    """Neither in words, names nor addresses."""
    assert day_in(text) is day_of_name(text) is day_of_address("https://x.example/" + text) is None


DIRT = {
    "link to other stories": [
        "Read more: Tokyo defends the rules",
        "READ MORE >>",
        "See also: Timeline of the dispute",
        "WATCH | The minister's speech",
        "Related: What are the curbs?",
        "More on this story",
        "Click here to read the whole interview.",
        "Story continues below advertisement",
        "Tags: Japan, South Korea, trade",
    ],
    "newsletter or subscription line": [
        "Sign up for our free daily newsletter and never miss a story.",
        "Get the day's top headlines delivered to your inbox.",
        "Subscribe to The Morning Post's newsletter",
        "Already a subscriber? Log in",
        "You have reached your limit of free articles this month.",
    ],
    "cookie or script line": [
        "We use cookies to improve your experience. Read our policy.",
        "This website uses cookies.",
        "By continuing to use this site you agree to our terms.",
        "Accept all cookies",
        "Please enable JavaScript to view this page.",
    ],
    "share or page button": [
        "Share this article",
        "Advertisement",
        "12 comments",
        "Facebook Twitter WhatsApp",
        "Follow us on Twitter",
        "View image in fullscreen",
    ],
    "live-blog stamp": ["12.45pm BST", "Updated at 14:05 GMT", "3 hours ago", "Key events"],
    "social media embed": [
        "— Maria Santos (@msantos) July 12, 2019",
        "No more curbs! pic.twitter.com/AbC123",
        "View this post on Instagram",
        "@msantos",
        "https://news.example/story/1",
    ],
    "picture credit": [
        "Image: Genium.",
        "Photo credit: Maria Santos",
        "Photograph by Maria Santos",
        "Maria Santos/Getty Images",
        "© 2019 The Morning Post",
    ],
    "caption": [
        "A shop in Seoul that sells no Japanese beer, July 5, 2019. REUTERS/Kim Lee",
        "Protesters in Seoul hold up signs (AP Photo/Kim Lee)",
        "The minister in Geneva. Photograph: Kim Lee/The Post",
        "FILE PHOTO: A factory for chips in Busan.",
    ],
    "credit": [
        "Reporting by Maria Santos in Seoul; Editing by Peter Hoffmann",
        "(Additional reporting by Maria Santos)",
        "Maria Santos in Tokyo contributed to this report.",
        "This story was originally published by The Morning Post.",
        "Maria Santos is a correspondent for The Morning Post.",
        "All rights reserved. This material may not be published.",
    ],
}


@pytest.mark.parametrize(
    ("what", "line"), [(what, line) for what, lines in DIRT.items() for line in lines]
)
def test_lines_of_the_page_go_and_are_told(what: str, line: str) -> None:
    """Each is called what it is, and the paragraphs around it stay."""
    found = cleaned(LEAD, line, MORE)
    assert body(found) == [LEAD, MORE]
    assert found.removals == (Removal(what, line),)


PROSE = [
    "Read more books, the minister told the pupils of Seoul on Friday.",
    "Video games, movies, and more were sold at the fair in Seoul.",
    "Related industries in Busan and Seoul lost 300 jobs in a week.",
    "Sign up, said the army, and 300 young men from Busan did so on Monday.",
    "We use cookies as bait, the farmer in Busan explained to the children.",
    "Share prices in Seoul fell by three per cent on Friday after the news.",
    "Follow the money, the investigator in Seoul told the court on Monday.",
    "Live broadcasts from Geneva were watched by three million people.",
    "Photographs by children of Busan will be shown in Geneva in May.",
    "Editing by hand took the historians in Seoul three years.",
    "Correction of the maps will take until May, the office in Seoul said.",
    "More than 300 farms in the south lost their harvest in the storm.",
    "Updated maps of the coast will be sold from 12 July 2019 in Busan.",
    "This article of the constitution was amended by the parliament in 1987, lawyers say.",
    "“Subscribe to no party,” she said.",
    "He said: “No.”",
    "At 12.45pm the train left Busan.",
    "The images show a factory that burned in May.",
    "Loading the ships in Busan took three days.",
    "Get out, the crowd shouted at the envoy.",
    "Support for our troops has fallen in Seoul, a poll found in May.",
    "Breaking records, the ship reached Busan in nine days.",
    "The Associated Press reported on Friday that talks in Geneva had failed.",
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_the_page_stays(line: str) -> None:
    """A page's line must fit whole."""
    assert page_line(line) == ""


@pytest.mark.parametrize("opening", dirty_lines.DATELINES)
def test_datelines_of_all_agencies_go(opening: str) -> None:
    """In all their forms; the paragraph behind them is whole."""
    assert body(cleaned(opening.replace("_", " ") + LEAD, MORE)) == [LEAD, MORE]


@pytest.mark.parametrize("line", dirty_lines.NO_DATELINES)
def test_what_looks_like_a_dateline_stays(line: str) -> None:
    """At the head of an article too."""
    assert dateline(line) is None


@pytest.mark.parametrize("line", dirty_lines.DIRTY)
def test_what_sites_leave_among_paragraphs_goes(line: str) -> None:
    """Whatever kind it is told as."""
    assert body(cleaned(LEAD, line, MORE)) == [LEAD, MORE]


@pytest.mark.parametrize("line", dirty_lines.PROSE)
def test_prose_that_looks_like_it_stays(line: str) -> None:
    """Every line of the page has a look-alike in some article."""
    assert page_line(line) == ""
    assert body(cleaned(LEAD, line, MORE)) == [LEAD, line, MORE]


def test_headlines_below_a_list_of_related_stories_go_with_it() -> None:
    """Until prose begins again."""
    headlines = ("Tokyo defends the rules", "- What are the curbs?", "How chips are made")
    found = cleaned(LEAD, "Related stories", *headlines, MORE, "How to help")
    assert body(found) == [LEAD, MORE, "How to help"]
    assert len(found.removals) == 4


def test_what_readers_wrote_below_goes() -> None:
    """From its heading on, where an article stands above it."""
    article = [f"{LEAD} {n}. {MORE}" for n in range(3)]
    found = cleaned(*article, "30 comments", "u1", "Great article!", "u2", "It is not.")
    assert body(found) == article
    assert {removal.what for removal in found.removals} == {"readers' comments"}
    assert body(cleaned("Comments", LEAD, MORE)) == [LEAD, MORE]


def test_times_before_paragraphs_of_a_live_blog_go() -> None:
    """One alone may be part of a sentence."""
    assert body(cleaned(f"12:45 GMT - {LEAD}", f"1.15pm – {MORE}")) == [LEAD, MORE]
    assert body(cleaned(f"12:45 GMT - {LEAD}", MORE)) == [f"12:45 GMT - {LEAD}", MORE]


def test_repeated_paragraphs_and_pull_quotes_go() -> None:
    """The first copy stays, and the paragraph that a quote was pulled from."""
    quote = "“Japan tightened the rules on three chemicals”"
    assert body(cleaned(LEAD, "“The two sides will meet.”", f"“{LAST}”", MORE)) == [
        LEAD, "“The two sides will meet.”", f"“{LAST}”", MORE,
    ]  # fmt: skip
    assert body(cleaned(LEAD, "“three chemicals that”", MORE)) == [LEAD, MORE]
    found = cleaned(LEAD, quote, MORE, LEAD, "He agreed.", "He agreed.")
    assert body(found) == [LEAD, MORE, "He agreed.", "He agreed."]
    assert [removal.what for removal in found.removals] == ["pull quote", "repeated paragraph"]


def test_a_text_ends_as_it_did() -> None:
    """Whatever its last line was."""
    for end in ("", "\n", "\n\n"):
        assert clean(f"{LEAD}\n\nImage: Genium.\n\nShare this article{end}").text == LEAD + end


def test_a_text_of_nothing_but_dirt_stays() -> None:
    """Better refused for what it is than as an empty one."""
    assert clean("Advertisement\n\nShare this article\n").text.startswith("Advertisement")
    assert clean("Image: Genium.").text == "Image: Genium."


@pytest.mark.parametrize(
    ("dirty", "right"),
    [
        ("donâ€™t", "don’t"),
        ("â€œSeoulâ€\x9d", "“Seoul”"),
        ("cafÃ© in SÃ£o Paulo", "café in São Paulo"),
        ("Ã¢â‚¬â„¢s", "’s"),
        ("Seoul&#8217;s &amp;quot;curbs&amp;quot; &amp; more", 'Seoul’s "curbs" & more'),
        ("ex\u00adport \u200bcurbs\ufeff", "export curbs"),
        ("<p>Seoul</p>", "Seoul"),
        ("ﬁve oﬃces", "five offices"),
        ("cafe\u0301", "café"),
        ("``Curbs,'' he said", '"Curbs," he said'),
        ("don\ufffdt", "don’t"),
        ("one\u2028two", "one\ntwo"),
        ("he said: \x93No\x94", "he said: “No”"),
    ],
)
def test_characters_are_put_right(dirty: str, right: str) -> None:
    """And each kind of mending is told; what is right stays."""
    text, told = mended(dirty)
    assert text == right
    assert told
    assert mended(right) == (right, [])


@pytest.mark.parametrize(
    "text", ["Café “Ñandú” – 3 €", "AT&T; R&D", "👩‍👩‍👧 family", "x < 3 > y", "''''"]
)
def test_right_characters_stay(text: str) -> None:
    """Foreign letters, pictographs, signs."""
    assert mended(text) == (text, [])


def test_hard_wrapped_rows_become_paragraphs_again() -> None:
    """Words cut at a row's end are whole, compounds keep their hyphen; lists and verses stay."""
    rows = (
        "Seoul has called the export curbs retaliatory, and the govern-\n"
        "ment said on Friday that it would take the case, with a state-\n"
        "backed bank, to the World Trade Organization, where talks on\n"
        "export curbs may last for two years."
    )
    text = f"{rows}\n\n> Seoul\n> Busan\n\nBusan\nSeoul\nDaegu"
    found, count = unwrapped(text)
    first, *others = found.split("\n\n")
    assert "the government said" in first
    assert "a state-backed bank, to" in first
    assert "\n" not in first
    assert (count, others) == (1, ["> Seoul\n> Busan", "Busan\nSeoul\nDaegu"])
    quoted = "\n".join(f"> {row}" for row in rows.split("\n"))
    assert unwrapped(quoted) == (first, 1)


def test_an_endless_word_is_no_burden() -> None:
    """A search that begins anew at each of its letters would take minutes."""
    assert clean("a" * 200_000).removals == ()


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("SEOUL HITS BACK AT TOKYO OVER CURBS", "Seoul Hits Back at Tokyo over Curbs"),
        ("NATO AND McDONALD'S MEET", "NATO AND McDONALD'S MEET"),
        ("NATO AND MCDONALD'S MEET IN SEOUL", "NATO and McDonald's Meet in Seoul"),
        ("US SENDS IPHONE: THE STORY SO FAR", "US Sends iPhone: The Story So Far"),
        ("WTO", "WTO"),
        ("Seoul hits back", "Seoul hits back"),
    ],
)
def test_headlines_in_capitals_are_written_as_the_body_writes_them(title: str, right: str) -> None:
    """Names and acronyms as there, other words in title case."""
    text = "NATO met. The NATO envoy saw Seoul's McDonald's sell an iPhone in Tokyo. The story."
    assert spoken_headline(title, text) == right
    found = clean(f"{title}\n\n{text}\n", title=title)
    assert (found.title, found.text) == (right, f"{right}\n\n{text}\n")


def test_the_name_of_the_paper_behind_a_title_goes() -> None:
    """Only where the source is known by that name."""
    assert (
        clean(LEAD, title="Seoul hits back | The Post", source="The Post").title
        == "Seoul hits back"
    )
    assert clean(LEAD, title="Seoul hits back - again", source="The Post").title.endswith("again")


def test_removals_are_told_in_short() -> None:
    """One line each, and counted."""
    found = cleaned("By Maria Santos", LEAD, "Image: " + "x" * 120, "Image: Genium.", MORE)
    assert [str(removal) for removal in found.removals][-1] == 'byline: "By Maria Santos"'
    assert all(len(str(removal)) < 110 for removal in found.removals)
    assert summary(found.removals) == "picture credit (2), byline"
    assert str(Removal("invisible characters")) == "invisible characters"


LINES = [line for lines in DIRT.values() for line in lines]


@given(
    st.lists(st.sampled_from([LEAD, MORE, LAST, *LINES, *PROSE, "", "By Maria Santos"]), max_size=9)
)
def test_cleaning_twice_changes_nothing_more(paragraphs: list[str]) -> None:
    """And every paragraph of the cleaned text stood in the given one."""
    given_text = "\n\n".join(paragraphs)
    once = clean(given_text)
    assert set(once.text.split("\n")) <= set(given_text.split("\n"))
    twice = clean(once.text)
    assert twice.text == once.text


@given(st.text(max_size=200))
def test_cleaning_takes_any_text(text: str) -> None:
    """Without an error, whatever the characters."""
    assert clean(text, title=text[:40]).text or not text.strip() or not clean(text).text.strip()
