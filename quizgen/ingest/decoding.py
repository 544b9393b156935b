"""Decoding: from the bytes of a file to its text, or to a message that says what the file is."""

import codecs
import re

from quizgen.errors import InputError

BOMS = (  # the longer ones first: UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (  # of what is never read, and what its messages say
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word file or one with a password; open it and save it without, as .docx",
    ),
    (b"{\\rtf", "a rich text file; open it and save it as .docx or .txt"),
    (b"\x89PNG", "a picture; give the article's text"),
    (b"\xff\xd8\xff", "a picture; give the article's text"),
    (b"GIF8", "a picture; give the article's text"),
    (b"7z\xbc\xaf", "a packed file; unpack it and give the files in it"),
    (b"Rar!", "a packed file; unpack it and give the files in it"),
)
OLD_ENCODINGS = ["cp1252", "mac_roman", "gb18030"]  # what English news is saved in, if not Unicode
MOSTLY = 0.3  # share of NULs at odd or even places that makes UTF-16 of English text
NAMED = re.compile(
    r"iso-8859-\d{1,2}|windows-125\d|cp125\d|latin-?1|us-ascii|mac(?:intosh|_?roman)"
    r"|gb(?:k|2312|18030)|utf-16(?:le|be)?"
)
"""Encodings that a server may name; the codecs of others can be slow, or do more than decode."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    """The text of a file, decoded by its byte order mark, as UTF-8, or by detection.

    `name` is what messages call the source. Raises InputError for binary data and for bytes that
    no encoding of English text explains.
    """
    encoding = _encoding(data)
    binary = encoding == "utf-8" and b"\0" in data
    text = "" if binary else _decoded(data, encoding, name)
    if binary or CONTROLS.search(text):
        raise InputError(_binary(name))
    return text


def decode_head(head: bytes) -> str:
    """The text of the first bytes of a file, for a look at them: what does not fit is replaced."""
    return head.decode(_encoding(head), "replace").lstrip("\ufeff").replace("\r\n", "\n")


def as_utf8(data: bytes, charset: str) -> bytes:
    """The bytes of a page in UTF-8, where a server names another encoding and the bytes fit it.

    Where it does not fit, or the bytes begin with a mark of their own, they stay as they are.
    """
    marked = any(data.startswith(bom) for bom, _ in BOMS)
    if marked or not NAMED.fullmatch(charset):
        return data
    # what calls itself Latin 1 is read as Windows-1252, as browsers do
    encoding = "cp1252" if charset in {"iso-8859-1", "latin1", "latin-1", "us-ascii"} else charset
    try:
        return data.decode(encoding).encode()
    except (LookupError, ValueError):
        return data


def _encoding(data: bytes) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return encoding
    if data[1::2].count(0) > len(data) / 2 * MOSTLY:
        return "utf-16-le"
    if data[::2].count(0) > len(data) / 2 * MOSTLY:
        return "utf-16-be"
    return "utf-8"


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _detected(data, name)


def _detected(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=OLD_ENCODINGS).best()
    if best is None and b"\0" in data:
        raise InputError(_binary(name))
    if best is None:
        msg = f"the encoding of {name} is not recognised; save it as UTF-8"
        raise InputError(msg)
    return str(best)


def _binary(name: str) -> str:
    return f"{name} is binary, not text; give the article as a text, Word or PDF file"
