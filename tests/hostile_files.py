"""Hostile files: damaged, cut, wrongly named, nested and exploding ones, the same for each seed."""

import bz2
import gzip
import io
import json
import lzma
import plistlib
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from made_files import book, packed, paragraph, pdf, word

GOLDEN = Path(__file__).parent / "ingest"
MANY = 30_000
PROSE = "The city of Lima opened a bridge over the river on Friday. " * 12


def hostile(seed: int, *, mutations: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents: all made by hand, then as many mutations of each golden input."""
    yield from handmade()
    yield from wrongly_named()
    chance = random.Random(seed)  # noqa: S311 - no secret
    for path in sorted(GOLDEN.glob("*/*/input.*")):
        for number in range(mutations):
            data = _mutated(path.read_bytes(), chance)
            yield f"{path.parent.name}-{number}{path.suffix}", data


def _mutated(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(CHANGES)(data, chance)
    return data


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(max(1, len(data) // 200)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randint(1, 500)]
    return data[:start] + piece * chance.randint(2, 200) + data[start:]


def _without(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randint(1, 2000) :]


def _inflated(data: bytes, chance: random.Random) -> bytes:
    """Numbers in it become huge, as lengths and counts of attackers are."""
    at = [number for number, byte in enumerate(data) if 0x30 <= byte <= 0x39]
    if not at:
        return data
    place = chance.choice(at)
    return data[:place] + b"9" * chance.randint(3, 20) + data[place + 1 :]


def _zeroed(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    size = min(chance.randint(1, 300), len(data) - start)
    return data[:start] + bytes(size) + data[start + size :]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _flipped,
    _repeated,
    _without,
    _inflated,
    _zeroed,
)


def wrongly_named() -> Iterator[tuple[str, bytes]]:
    """Every golden input under every other ending, and what is no article at all."""
    endings = (".txt", ".pdf", ".docx", ".html", ".eml")
    for path in sorted(GOLDEN.glob("*/*/input.*")):
        for ending in endings:
            if ending != path.suffix:
                yield f"named-{path.parent.name}{ending}", path.read_bytes()
    for ending, data in NO_ARTICLES.items():
        yield f"no-article{ending}", data


NO_ARTICLES = {
    ".txt": b"",
    ".pdf": b"\x89PNG\r\n\x1a\n" + bytes(100),
    ".docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ".rtf": b"{\\rtf1\\ansi The city of Lima}",
    ".exe": b"MZ\x90\x00\x03" + bytes(300),
    ".elf": b"\x7fELF\x02\x01\x01" + bytes(300),
    ".mp3": b"ID3\x04\x00" + bytes(range(256)) * 3,
    ".sqlite": b"SQLite format 3\x00" + bytes(200),
    ".7z": b"7z\xbc\xaf\x27\x1c" + bytes(50),
    ".nul": bytes(5000),
    ".ff": b"\xff" * 5000,
    ".utf16": "\ufeff\ud800".encode("utf-16-le", "surrogatepass") * 50,
    ".svg": b"<svg xmlns='http://www.w3.org/2000/svg'><text>The city</text></svg>",
    ".plist": plistlib.dumps({"a": [1, 2]}, fmt=plistlib.FMT_BINARY),
    ".webarchive": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": b"<p>x", "WebResourceURL": "https://a.example"}},
        fmt=plistlib.FMT_BINARY,
    ),
}


def handmade() -> Iterator[tuple[str, bytes]]:
    """One of each trick that parsers of these kinds are known to fall for."""
    for family in FAMILIES:
        yield from family().items()


def _zip(name: str, data: bytes) -> bytes:
    return packed({"word/document.xml": "<a/>", name: data})


def _document(body: str) -> bytes:
    """The main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(word(body))) as file:
        return file.read("word/document.xml")


def _outside(whole: bytes) -> bytes:
    """The main part of a Word file that asks for a file of the machine."""
    entity = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        document = file.read("word/document.xml")
    return document.replace(b"<w:document", entity, 1).replace(b"The city", b"&x; The city", 1)


def _lying(data: bytes) -> bytes:
    """A zip file whose list of contents says that its only long part is short."""
    at = data.rindex(b"PK\x01\x02") + 24
    return data[:at] + (100).to_bytes(4, "little") + data[at + 4 :]


def _of_packages() -> dict[str, bytes]:
    nested = packed({"a.txt": PROSE})
    for _ in range(20):
        nested = packed({"inner.zip": nested})
    whole = word(paragraph(PROSE))
    lying = whole.replace(b"word/document.xml", b"word/dokument.xml", 1)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as file:
        for number in range(3000):
            file.writestr(f"f{number}", "")
    entity = "<!DOCTYPE d [" + "".join(
        f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' if n else '<!ENTITY e1 "lol">' for n in range(12)
    )
    loop = '<package><manifest><item id="a" href="book.opf"/></manifest><spine>'
    return {
        "bomb.docx": _zip("word/media.bin", bytes(20_000_000)),
        "bomb-xml.docx": packed({"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}),
        "nested.zip": nested,
        "nested.docx": packed({"word/document.xml": nested}),
        "many.docx": many.getvalue(),
        "lying.docx": lying,
        "cut.docx": whole[:-30],
        "head-only.docx": b"PK\x03\x04",
        "end-only.zip": b"PK\x03\x04" + b"PK\x05\x06" + bytes(18),
        "absolute.zip": packed({"/etc/passwd": "x", "../../up": "y"}),
        "laughs.docx": packed({"word/document.xml": f"{entity}]><d>&e12;</d>"}),
        "deep.docx": word("<w:p>" * 5000),
        "wide.docx": word(paragraph("x") * 20_000),
        "no-text.docx": word("<w:p/>"),
        "long.docx": word(paragraph(PROSE * 2000)),
        "excel.xlsx": packed({"xl/workbook.xml": "<a/>"}),
        "slides.pptx": packed({"ppt/presentation.xml": "<a/>"}),
        "open.odt": packed({"content.xml": "<a/>", "mimetype": "x"}),
        "no-spine.epub": packed({"META-INF/container.xml": "<container/>"}),
        "no-opf.epub": packed({"META-INF/container.xml": "<rootfile full-path='../../etc'/>"}),
        "loop.epub": book({"a": "x"}) + loop.encode(),
        "spine.epub": book({f"c{number}": "<p>x" for number in range(1500)}),
        "binary.epub": book({"a.html": "\x00\x01\x02" * 500}),
        "outside.docx": packed({"word/document.xml": _outside(word(paragraph(PROSE)))}),
        "up.docx": packed({"../../up": "x", "word/document.xml": _document(paragraph(PROSE))}),
        "linked.docx": packed(
            {
                "word/document.xml": _document(paragraph(PROSE) + "<w:altChunk w:id='r1'/>"),
                "word/_rels/document.xml.rels": "<Relationships><Relationship Id='r1' "
                "TargetMode='External' Target='file:///etc/passwd'/></Relationships>",
            }
        ),
        "size.docx": _lying(packed({"word/document.xml": b"<a>" + b" " * 900_000 + b"</a>"})),
    }


def _of_trees() -> dict[str, bytes]:
    laughs = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10)
    )
    blow = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"A" * 50_000}">]><rss>'
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
    entry = f"<item><title>t</title><description>{PROSE}</description></item>"
    return {
        "laughs.xml": f"{laughs}]><rss><item><title>&j;</title></item></rss>".encode(),
        "quadratic.xml": f"{blow}<item>{'&a;' * 20_000}</item></rss>".encode(),
        "outside.xml": f"{outside}<description>&x; {PROSE}</description></rss>".encode(),
        "remote.xml": b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss/>',
        "parameter.xml": b'<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///dev/zero">%p;]><rss/>',
        "deep.xml": b"<rss>" + b"<a>" * MANY,
        "deep-item.xml": b"<rss><channel><item><description>" + b"<b>" * 200 + b"</rss>",
        "many.xml": f"<rss><channel>{entry * 2000}</channel></rss>".encode(),
        "attributes.xml": b"<rss " + b" ".join(b"a%d='x'" % n for n in range(20_000)) + b"/>",
        "spaces.xml": b"<?xml version='1.0'?>" + b" " * 1_000_000 + b"<rss/>",
        "comments.xml": b"<!--" * 20_000,
        "headers.xml": b"<?xml " * 20_000,
        "other.xml": b"<?xml version='1.0'?><nitf><body>The city</body></nitf>",
        "utf7.xml": b"<?xml version='1.0' encoding='utf-7'?>+ADw-rss+AD4-",
        "encoding.xml": b"<?xml version='1.0' encoding='x-nothing'?><rss/>",
        "cut-dump.xml": b"<mediawiki><page><title>a</title><revision><text>" + PROSE.encode(),
        "long-dump.xml": b"<mediawiki><page><revision><text>" + b"x" * 12_000_000,
        "braces-dump.xml": _dump(b"{{" * 50_000 + b"[[" * 50_000 + PROSE.encode()),
        "tags-dump.xml": _dump(b"&lt;ref&gt;" * 20_000),
        "links-dump.xml": _dump(b"[http://x " * 20_000 + PROSE.encode()),
        "comments-dump.xml": _dump(b"&lt;!-- " * 30_000 + b"\n" + b"=" * 50_000 + PROSE.encode()),
        "templates-dump.xml": _dump(b"{{a|" * 9000 + PROSE.encode() + b"}}" * 9000),
        "tables-dump.xml": _dump(b"{|" * 20_000 + PROSE.encode()),
    }


def _dump(wikitext: bytes) -> bytes:
    page = b"<page><title>t</title><revision><text>" + wikitext + b"</text></revision></page>"
    return b"<mediawiki>" + page + b"</mediawiki>"


def _of_pages() -> dict[str, bytes]:
    article = f"<p>{PROSE}</p>"
    told = article.encode()
    mixed = b"<b><p><table><tr><td><font>" * 10_000
    picture = b"<img src='data:image/png;base64," + b"A" * 8_000_000 + b"'>"
    ld = b"<script type='application/ld+json'>" + b"[" * 50_000 + b"</script>"
    return {
        "deep.html": b"<html>" + b"<div>" * MANY + article.encode(),
        "deep-mixed.html": b"<html><body>" + mixed + told,
        "wide.html": b"<html><body>" + b"<p>word</p>" * 100_000,
        "attribute.html": b"<html><p class='" + b"a " * 1_000_000 + b"'>" + article.encode(),
        "attributes.html": b"<html><p " + b" ".join(b"a%d=1" % n for n in range(MANY)) + b">x",
        "long-tag.html": b"<html><" + b"a" * 1_000_000 + b">" + article.encode(),
        "unclosed.html": b"<html><!--" + article.encode() * 500,
        "script.html": b"<html><script>" + b"<p>x" * MANY + b"</script>",
        "empty.html": b"<html></html>",
        "only-doctype.html": b"<!DOCTYPE html>",
        "frames.html": b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>",
        "long.html": f"<html><article>{article * 9000}</article>".encode(),
        "embedded.html": b"<html>" + picture + told,
        "entities.html": b"<html><p>" + b"&amp;&#x110000;&#xD800;&nosuch;" * 20_000,
        "charset.html": b"<html><meta charset='rot13'>" + article.encode(),
        "charset-codec.html": b"<html><meta charset='zip'>" + article.encode(),
        "charset-wide.html": b"<html><meta charset='utf-16'>" + article.encode(),
        "ld.html": b"<html>" + ld + told,
        "nul.html": b"<html><p>The city\x00 of Lima</p>",
        "date.html": f"<html><meta name='date' content='{'9' * 5000}'>{article}".encode(),
        "nested-lists.html": b"<html><body>" + b"<ul><li>" * 5000 + PROSE.encode(),
        "ld-long.html": b"<html><script type='application/ld+json'>{\"headline\": \""
        + b"x" * 1_000_000
        + b'"}</script>'
        + told * 3,
        "steering.html": f"<html><title>\x1b[31m\u202e x</title><p>\x1b[2J{PROSE}</p>".encode(),
        "utf7.html": b"<html><meta charset='utf-7'><p>+ADw-script+AD4-" + told,
        "url.html": f"<!-- saved from url=(9)http://[::1 -->\n<html>{article * 5}".encode(),
    }  # fmt: skip


def _of_pdfs() -> dict[str, bytes]:
    lines = [(60.0, 700.0 - 14 * n, 10.0, "The city of Lima opened a bridge.") for n in range(20)]
    one = pdf([lines])
    crowd = [(n % 500, n % 800, 8.0, "ab") for n in range(8000)]
    secret = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    return {
        "pages.pdf": pdf([lines] * 100),
        "scanned.pdf": pdf([[], [], []]),
        "no-pages.pdf": pdf([]),
        "loop.pdf": one.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        "self.pdf": one.replace(b"/Contents 5 0 R", b"/Contents 4 0 R"),
        "parent.pdf": one.replace(b"/Pages 2 0 R", b"/Pages 1 0 R"),
        "count.pdf": one.replace(b"/Count 1", b"/Count 99999999"),
        "negative.pdf": one.replace(b"/Count 1", b"/Count -5"),
        "box.pdf": one.replace(b"595 842", b"1e38 -1e38"),
        "length.pdf": one.replace(b"/Length ", b"/Length 99999999"),
        "secret.pdf": pdf([lines], trailer=secret),
        "secret-odd.pdf": pdf([lines], trailer="/Encrypt 99 0 R"),
        "crowd.pdf": pdf([crowd]),
        "huge-type.pdf": pdf([[(60, 700, 1e9, "The city"), (60, 600, 0.0001, "of Lima")] * 30]),
        "same-place.pdf": pdf([[(60, 700, 10, "The city of Lima opened.")] * 500]),
        "head.pdf": b"%PDF-1.7\n",
        "rubbish-first.pdf": b"rubbish\n" * 20 + one,
        "no-xref.pdf": one[: one.index(b"xref")],
        "two.pdf": one + one,
        "deep.pdf": one.replace(b"/Font <<", b"/Font " + b"<< /A " * 5000),
        "arrays.pdf": one.replace(b"[0 0 595 842]", b"[" * 50_000),
        "kids.pdf": one.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R 2 0 R 2 0 R]"),
        "script.pdf": one.replace(
            b"/Type /Catalog",
            b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
            b"/AA << /O << /S /Launch /F (/bin/sh) >> >>",
        ),
        "previous.pdf": one.replace(b"/Root 1", b"/Prev %d /Root 1" % one.rindex(b"xref\n0")),
        "states.pdf": one.replace(b"stream\n", b"stream\n" + b"q " * 50_000, 1),
        "title.pdf": pdf([lines], title="x" * 100_000),
    }


def _of_mails() -> dict[str, bytes]:
    head = "From: a <a@b.example>\nSubject: s\nMIME-Version: 1.0\n"
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000))
    inner = "".join("Content-Type: message/rfc822\n\nFrom: a\nSubject: b\n" for _ in range(300))
    bounds = "\n".join(f"--x{'-' * (n % 5)}" for n in range(50_000))
    return {
        "deep.eml": (head + deep).encode(),
        "forwarded.eml": (head + inner + "\n" + PROSE).encode(),
        "bounds.eml": (head + "Content-Type: multipart/mixed; boundary=x\n\n" + bounds).encode(),
        "headers.eml": (head + "X-A: b\n" * MANY + "\n" + PROSE).encode(),
        "long-header.eml": (head + "X: " + "a" * 3_000_000 + "\n\n" + PROSE).encode(),
        "folded.eml": (head + "Subject: a\n" + " b\n" * 50_000 + "\n" + PROSE).encode(),
        "words.eml": (head + "Subject: " + "=?utf-8?q?x?= " * 20_000 + "\n\n" + PROSE).encode(),
        "charset.eml": (head + "Content-Type: text/plain; charset=nothing\n\n" + PROSE).encode(),
        "codec.eml": (head + "Content-Type: text/plain; charset=zip\n\n" + PROSE).encode(),
        "date.eml": (head + "Date: Fri, 99 Foo 99999 99:99:99 +9999\n\n" + PROSE).encode(),
        "type.eml": (head + "Content-Type: ;;;=/\n\n" + PROSE).encode(),
        "base64.eml": (head + "Content-Transfer-Encoding: base64\n\n" + "!" * 50_000).encode(),
        "secret.eml": (head + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n").encode(),
        "smime.eml": (head + "Content-Type: application/pkcs7-mime\n\nMIIB").encode(),
        "no-text.eml": (head + "Content-Type: image/png\n\nx").encode(),
        "parameters.eml": (
            head + "Content-Type: text/plain" + "; a*0=b" * 20_000 + "\n\n"
        ).encode(),
        "address.eml": ("From: " + "<(" * 20_000 + "\nSubject: s\n\n" + PROSE).encode(),
        "parts.eml": (
            head
            + "Content-Type: multipart/mixed; boundary=x\n\n"
            + "--x\nContent-Type: text/plain\n\na\n" * 2000
        ).encode(),
        "utf7.eml": (head + "Content-Type: text/plain; charset=utf-7\n\n+ADw- " + PROSE).encode(),
        "wide.eml": (head + "Content-Type: text/plain; charset=utf-16\n\n" + PROSE).encode(),
        "steering.eml": (
            "From: \x1b[31m <a@b>\nSubject: =?utf-8?b?G1szMW0=?=\n\n" + PROSE
        ).encode(),
        "saved.mhtml": (
            head + "Snapshot-Content-Location: x\nContent-Type: text/html\n\n"
        ).encode(),
    }


def _of_archives() -> dict[str, bytes]:
    line = json.dumps({"text": PROSE}).encode() + b"\n"
    table = (GOLDEN / "records" / "table" / "input.parquet").read_bytes()
    return {
        "bomb.jsonl.gz": gzip.compress(b'{"text": "' + bytes(b"a" * 60_000_000)),
        "bomb.xml.bz2": bz2.compress(b"<mediawiki><page>" + b" " * 12_000_000),
        "twice.gz": gzip.compress(gzip.compress(line)),
        "zip.gz": gzip.compress(packed({"a": "b"})),
        "page.html.gz": gzip.compress(b"<html><p>x"),
        "cut.jsonl.gz": gzip.compress(line * 500)[:-40],
        "wrong.jsonl.gz": gzip.compress(line)[:-8] + b"12345678",
        "cut.xml.xz": lzma.compress(line * 500)[:-40],
        "head.bz2": b"BZh9",
        "rest.jsonl.gz": gzip.compress(line) + b"no gzip",
        "empty-lines.jsonl.gz": gzip.compress(line + b"\n" * 30_000_000),
        "not-a-number.jsonl": b'{"text": NaN}\n{"text": "a", "date": -Infinity}\n' + line,
        "steering.jsonl": b'{"id": "\\u001b[31m\\n", "text": 5}\n' + line,
        "deep.json": b'[{"a":' + b"[" * MANY,
        "deep.jsonl": b'{"text":' + b'{"a":' * MANY + b"\n" + line,
        "long-line.jsonl": line + b'{"text": "' + b"x" * 6_000_000 + b'"}\n' + line,
        "numbers.jsonl": b'{"id": 1e999, "text": 5}\n{"text": "a", "date": 1e999}\n' + line,
        "digits.json": b'[{"text": ' + b"9" * 10_000 + b"}]",
        "surrogate.jsonl": b'{"text": "\\ud800 half"}\n',
        "types.jsonl": b'{"text": ["a"], "title": {}, "url": 3}\n[]\nnull\n"x"\n' + line,
        "fields.jsonl": json.dumps(
            {"text": PROSE, "title": "t" * 10**6, "authors": [[1]] * 9}
        ).encode(),
        "empty.json": b'[{"a": 1}]',
        "head.parquet": b"PAR1",
        "ends.parquet": b"PAR1" + bytes(200) + b"\xff\xff\xff\x7fPAR1",
        "cut.parquet": table[: len(table) // 2],
        "footer.parquet": table[:-8] + b"\xff\xff\x00\x00PAR1",
        "no-column.parquet": table.replace(b"Text", b"Tixt"),
    }


def _of_texts() -> dict[str, bytes]:
    return {
        "front.md": b"---\n" + b"a: b\n" * MANY,
        "front-open.md": b"---\ntitle: x\n" + PROSE.encode(),
        "front-date.md": b"---\ndate: 2019-99-99\n---\n" + PROSE.encode(),
        "quotes.md": b">" * 20_000 + PROSE.encode(),
        "brackets.md": b"[" * 20_000 + PROSE.encode(),
        "links.md": b"[a](" * 20_000,
        "stars.md": b"*a **b " * 20_000,
        "ticks.md": b"`" + b"a``" * 20_000,
        "lists.md": b"".join(b" " * n + b"- a\n" for n in range(1000)),
        "html.md": b"<a " * 20_000 + PROSE.encode(),
        "pipes.md": b"|a" * 5000 + b"\n" + b"|-" * 5000 + b"\n" + b"|b" * 5000,
        "headers.txt": b"A: b\n" * MANY,
        "spaces.txt": b" " * 1_000_000 + PROSE.encode(),
        "lines.txt": b"\n" * 1_000_000 + PROSE.encode(),
        "paragraphs.txt": b"The end.\n\n" * 20_000,
        "long.txt": PROSE.encode() * 2000,
        "marks.txt": "e\u0301\u200b\u202e".encode() * 20_000,
        "braces.txt": b"{" * MANY,
        "records.txt": b'{"' * MANY,
        "less.txt": b"<" * MANY,
    }


FAMILIES: tuple[Callable[[], dict[str, bytes]], ...] = (
    _of_packages,
    _of_trees,
    _of_pages,
    _of_pdfs,
    _of_mails,
    _of_archives,
    _of_texts,
)
