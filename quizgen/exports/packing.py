"""Packing: XML documents and zip packages whose bytes depend on their content alone."""

import io
import re
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from xml.etree import ElementTree as ET

from quizgen.exports.feedback import printable

NO_ID = re.compile(r"[^A-Za-z0-9_.-]")
ID_START = re.compile(r"[A-Za-z_]")


def element(parent: ET.Element, name: str, text: str | None = None, **given: str) -> ET.Element:
    """A new last child of `parent`; the keyword arguments are its attributes."""
    attributes = {key: printable(value) for key, value in given.items()}
    made = ET.SubElement(parent, name, attributes)
    made.text = None if text is None else printable(text)
    return made


def as_xml(root: ET.Element) -> bytes:
    """The document, indented where there is no text."""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The named parts as a zip package; no clock: equal parts, equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return packed.getvalue()


def xml_id(text: str) -> str:
    """The id as XML takes one; ids that differ only in what XML does not take stay apart."""
    plain = NO_ID.sub("_", text)
    mark = sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    told = plain if plain == text else f"{plain}_{mark}"
    return told if ID_START.match(told) else f"i_{told}"
