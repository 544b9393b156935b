"""Layouts of pages around articles with known content, for measuring what is extracted."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

CITIES = "Lima Recife Nairobi Gdansk Osaka Perth Leeds Lagos Hanoi Quito Turin Cork".split()
NAMES = "Maria Santos,Peter Hoffmann,Anna Kowalska,Kenji Sato,Grace Otieno,Tom Byrne".split(",")
BODIES = "the city council,the port authority,the health ministry,the union,the court".split(",")
THINGS = "a bridge,a hospital wing,a tram line,a water plant,a library,a fish market".split(",")
SENTENCES = """{Body} in {city} has approved {thing} that will cost ${n} million over four years.
{name}, who led the talks, said that the decision had taken far too long to reach.
Work on {thing} began in {city} after {n} families had been moved to new homes nearby.
According to {name}, about {n} people turned up on the first morning to see it for themselves.
{Body} refused to say who would pay for the repairs once the first contract ends.
Nobody was hurt when part of the roof fell in during a storm in {city} last winter.
“We were told that it would be ready by spring,” said {name}, “and here we are in autumn.”
Engineers from {city} found {n} cracks in the older of the two walls.
The plan for {thing} was first drawn up in 1998 and put aside when money ran short.
Critics say that {body} ignored a report that warned of rising costs.
{name} told reporters that {n} jobs would be lost if the works were stopped now.
A second hearing will be held in {city} before the end of the month.
In {city}, where {thing} was built ten years ago, prices of homes rose by {n} percent.
{Body} will publish its figures in June, a spokeswoman said.
The delay has cost the owners of small shops dearly, and {n} of them have closed for good.
Residents have asked {body} for a wall against noise, so far without success.""".splitlines()
PROMOS = """Cusco plans a tram that nobody asked for
Why bridges fall: five things to know
The ten best beaches of the north
How to cook rice without a pot
Opinion: the mayor should listen more
Watch: dog rides the night train""".splitlines()
COMMENTS = """I have lived here for thirty years and never seen such a mess, honestly.
Great article, thank you for writing it. Could you do one about the buses as well?
Typical. They always find money for things like this and never for the schools.
My cousin worked on it and he says that the real numbers are much higher than that.""".splitlines()
TEASERS = """A tram line that nobody asked for will cross the old town of Cusco from next year.
Five engineers explain why bridges fall, and what can be done about it before they do.
The mayor should listen more and talk less, writes our columnist after a long week.""".splitlines()


@dataclass(frozen=True, slots=True)
class Known:
    """An article of which every paragraph is known."""

    title: str
    paragraphs: tuple[str, ...]


def articles(seed: int, count: int) -> list[Known]:
    """Invented articles of eight to fourteen paragraphs, the same for each seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [_article(chance) for _ in range(count)]


def _article(chance: random.Random) -> Known:
    paragraphs = []
    for _ in range(chance.randint(8, 14)):
        chosen = chance.sample(SENTENCES, chance.randint(2, 3))
        paragraphs.append(" ".join(_filled(sentence, chance) for sentence in chosen))
    city, thing = chance.choice(CITIES), chance.choice(THINGS)
    return Known(f"{city} waits for {thing}", tuple(paragraphs))


def _filled(sentence: str, chance: random.Random) -> str:
    body = chance.choice(BODIES)
    return sentence.format(
        body=body,
        Body=body[0].upper() + body[1:],
        city=chance.choice(CITIES),
        name=chance.choice(NAMES),
        thing=chance.choice(THINGS),
        n=chance.randint(12, 980),
    )


def _told(paragraphs: Sequence[str], opening: str = "<p>", closing: str = "</p>") -> str:
    return "\n".join(f"{opening}{text}{closing}" for text in paragraphs)


def _links(titles: Sequence[str]) -> str:
    return (
        "<ul>" + "".join(f'<li><a href="/{n}">{t}</a></li>' for n, t in enumerate(titles)) + "</ul>"
    )


def _page(body: str, title: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Daily'
        f"</title></head><body>{body}</body></html>"
    )


NAV = (
    "<header><nav>"
    + _links("Home World Business Sport Culture Weather".split())
    + "</nav></header>"
)
COOKIES = (
    '<div class="cookie-banner"><p>We and our partners use cookies to personalise content and ads. '
    "You can change your choice at any time.</p><button>Accept all</button></div>"
)
FOOTER = (
    "<footer><p>Copyright 2021 The Daily. All rights reserved. The Daily is not responsible for "
    "the content of external sites.</p>"
    + _links("About Contact Terms Privacy".split())
    + "</footer>"
)
TABLE = (
    "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2018</td><td>$4 million</td></tr></table>"
)
FIGURE = (
    '<figure><img src="a.jpg" alt="A crane"><figcaption>A crane above the river on Monday. '
    "Photograph: The Daily/Archive</figcaption></figure>"
)
SIGN_UP = (
    '<div class="newsletter"><h3>Sign up to First Edition</h3><p>Our free daily newsletter tells '
    "you all that you need to know, every weekday at seven.</p></div>"
)


def semantic(article: Known) -> str:
    """HTML5 elements as they are meant."""
    told = _told(article.paragraphs)
    inner = f"<h1>{article.title}</h1><p class='byline'>By Ann Lee</p>{FIGURE}{told}"
    return _page(f"{NAV}<main><article>{inner}</article></main>{FOOTER}", article.title)


def blog(article: Known) -> str:
    """A blog's divisions named by class, with a side bar and buttons for sharing."""
    told = _told(article.paragraphs)
    side = f'<div id="sidebar" class="widget-area"><h3>Recent posts</h3>{_links(PROMOS)}</div>'
    share = '<div class="sharedaddy"><a href="#">Tweet</a> <a href="#">Share on Facebook</a></div>'
    title = f'<h1 class="entry-title">{article.title}</h1>'
    inner = f'{title}<div class="entry-content">{told}{share}</div>'
    return _page(
        f'{NAV}<div id="content"><div class="post">{inner}</div></div>{side}{FOOTER}', article.title
    )


def nameless(article: Known) -> str:
    """Divisions without a name, as page builders leave them, and teasers in whole sentences."""
    told = _told(article.paragraphs, "<div><div>", "</div></div>")
    teased = zip(PROMOS, TEASERS, strict=False)
    side = "".join(f"<div><a href='#'>{t}</a><div>{said}</div></div>" for t, said in teased)
    inner = f"<div><h1>{article.title}</h1>{told}</div><div><div>Most read</div>{side}</div>"
    return _page(f"<div>{NAV}</div><div>{inner}</div>", article.title)


def tables(article: Known) -> str:
    """A page of the nineties, laid out in a table."""
    told = _told(article.paragraphs, "<p><font face=arial size=2>", "</font></p>")
    left = f"<td width=120>{_links(PROMOS)}</td>"
    row = f"<tr>{left}<td><h2>{article.title}</h2>{told}</td><td>Advertisement</td></tr>"
    return _page(f"<table><tr><td colspan=3>The Daily</td></tr>{row}</table>", article.title)


def mobile(article: Known) -> str:
    """A page for phones, its advertisements between the paragraphs."""
    ad = '<amp-ad width="300" height="250"></amp-ad><span class="ad-label">Advertisement</span>'
    told = _told(article.paragraphs, "<p>", f"</p>{ad}")
    return _page(
        f'{NAV}<article class="amp-article"><h1>{article.title}</h1>{told}</article>{FOOTER}',
        article.title,
    )


def live(article: Known) -> str:
    """A live blog: a stamp above each piece, and how often it was changed below."""
    told = "".join(
        f'<div class="block"><p><time>{9 + n // 4}.{n * 7 % 60:02} BST</time></p><p>{text}</p>'
        f"<p>Updated at {9 + n // 4}.{n * 7 % 60 + 2:02} BST</p><p>Share this update</p></div>"
        for n, text in enumerate(article.paragraphs)
    )
    body = f'<main><h1>{article.title}</h1><div class="liveblog">{told}</div></main>'
    return _page(f"{NAV}{body}{FOOTER}", article.title)


def crowded(article: Known) -> str:
    """Promotions, a newsletter, a caption and "read more" among the paragraphs."""
    half = len(article.paragraphs) // 2
    more = f'<aside class="related"><p>Read more</p>{_links(PROMOS[:3])}</aside>'
    also = f'<p><strong>Read more: </strong><a href="/x">{PROMOS[3]}</a></p>'
    caption = '<p class="caption">A crane above the river on Monday. Photograph: Archive</p>'
    first, second = article.paragraphs[:half], article.paragraphs[half:]
    told = f"{_told(first)}{also}{caption}{more}{SIGN_UP}{_told(second)}"
    end = f'<section class="more-stories"><h2>More on this story</h2>{_links(PROMOS)}</section>'
    body = f"<article><h1>{article.title}</h1>{FIGURE}{told}</article>"
    return _page(f"{COOKIES}{NAV}{body}{end}{FOOTER}", article.title)


def discussed(article: Known) -> str:
    """More opinions below than there is text above, in divisions of unusual names."""
    said = "".join(
        f'<div class="c-item"><b>u{n}</b><p>{COMMENTS[n % 4]}</p></div>' for n in range(30)
    )
    told = _told(article.paragraphs)
    body = f'<div class="story"><h1>{article.title}</h1>{told}</div>'
    talk = f'<div class="talk"><h2>30 comments</h2>{said}</div>'
    return _page(f"{NAV}{body}{talk}{FOOTER}", article.title)


def headed(article: Known) -> str:
    """Headings, a quotation, pictures and a table between the paragraphs."""
    inner = "".join(
        (f"<h2>Part {n // 3 + 1}</h2>{FIGURE if n % 2 else TABLE}" if n % 3 == 0 else "")
        + (f"<blockquote><p>{text}</p></blockquote>" if n % 5 == 4 else f"<p>{text}</p>")
        for n, text in enumerate(article.paragraphs)
    )
    return _page(
        f'{NAV}<article itemprop="articleBody"><h1>{article.title}</h1>{inner}</article>{FOOTER}',
        article.title,
    )


def wire(article: Known) -> str:
    """Agency copy that is parted by line breaks alone."""
    told = "<br><br>\n".join(article.paragraphs)
    return _page(
        f'{NAV}<h1>{article.title}</h1><div class="story-body">{told}</div>{FOOTER}', article.title
    )


def interview(article: Known) -> str:
    """Questions in bold above the answers; the lead and the byline in a header of its own."""
    lead, *rest = article.paragraphs
    told = "".join(
        f"<p><strong>{text}</strong></p>" if n % 2 == 0 else f"<p>{text}</p>"
        for n, text in enumerate(rest)
    )
    head = f'<header class="story-head"><h1>{article.title}</h1><p class="lead">{lead}</p></header>'
    body = f'<div class="byline">By <a href="/ann">Ann Lee</a></div><div class="body">{told}</div>'
    return _page(f"{NAV}<article>{head}{body}</article>{FOOTER}", article.title)


def boxed(article: Known) -> str:
    """A box with another story, one to subscribe and one to share, each between two paragraphs."""
    box = f'<div class="related-box"><h4>Related</h4><a href="/1">{PROMOS[0]}</a></div>'
    pay = (
        '<div class="subscribe-box"><p>Enjoying this article? Subscribe from $1 a week.</p>'
        "<button>Subscribe</button></div>"
    )
    share = '<ul class="share"><li><a>Share</a></li><li><a>Tweet</a></li><li><a>Print</a></li></ul>'
    between = {2: box, 4: pay, 6: share}
    told = "".join(
        f"<p>{text}</p>{between.get(n, '')}" for n, text in enumerate(article.paragraphs)
    )
    inner = f"<h1>{article.title}</h1><p class='meta'>By Ann Lee</p>{FIGURE}{told}"
    return _page(f"{NAV}<main><article>{inner}</article></main>{FOOTER}", article.title)


def listed(article: Known) -> str:
    """Some of the paragraphs as items of lists, and a quotation."""
    items = "".join(f"<li>{text}</li>" for text in article.paragraphs[2:5])
    quoted = f"<blockquote>{article.paragraphs[5]}</blockquote>"
    told = f"{_told(article.paragraphs[:2])}<ul>{items}</ul>{quoted}{_told(article.paragraphs[6:])}"
    return _page(f"{NAV}<article><h1>{article.title}</h1>{told}</article>{FOOTER}", article.title)


def scripted(article: Known) -> str:
    """An empty page that a script fills; its data for search engines hold the article."""
    data = {
        "@type": "NewsArticle",
        "headline": article.title,
        "articleBody": "\n\n".join(article.paragraphs),
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return _page(f'{NAV}<div id="root"></div>{script}{FOOTER}', article.title)


def walled(article: Known) -> str:
    """The first paragraphs as a teaser, the wall, and all of it in the data for search engines."""
    data = {
        "@type": "NewsArticle",
        "headline": article.title,
        "isAccessibleForFree": False,
        "articleBody": "\n\n".join(article.paragraphs),
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    wall = (
        '<div class="paywall"><h3>Subscribe to continue reading</h3><p>Get unlimited access to all '
        "our journalism from $1 a week.</p><button>Subscribe now</button></div>"
    )
    told = _told(article.paragraphs[:2])
    return _page(
        f"{NAV}{script}<article><h1>{article.title}</h1>{told}</article>{wall}{FOOTER}",
        article.title,
    )


def wanted(layout: Callable[[Known], str], article: Known) -> tuple[str, ...]:
    """The paragraphs that a layout shows as the article's own, with its subheadings."""
    if layout is walled:  # what is meant for subscribers is not taken
        return article.paragraphs[:2]
    if layout is not headed:
        return article.paragraphs
    parts = [
        (f"Part {n // 3 + 1}", text) if n % 3 == 0 else (text,)
        for n, text in enumerate(article.paragraphs)
    ]
    return tuple(text for part in parts for text in part)


LAYOUTS: tuple[Callable[[Known], str], ...] = (
    semantic, blog, nameless, tables, mobile, live, crowded, discussed, headed, wire,
    interview, boxed, listed, scripted, walled,
)  # fmt: skip
