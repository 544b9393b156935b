"""Mail: newsletters saved as .eml files, and pages that a browser saved in the same form."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import islice

from quizgen.errors import InputError
from quizgen.ingest import blocks
from quizgen.ingest.days import day_of
from quizgen.ingest.limits import MAX_NESTING, MAX_PARTS
from quizgen.ingest.pages import page_text, read_page
from quizgen.ingest.reading import Reading

FORWARDED = re.compile(r"^(?:\s*(?:fwd?|fw|re|wg|tr)\s*:\s*)+", re.IGNORECASE)
SECRET = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
FEWEST_WORDS = 12  # of a part that is the letter and no more than "see the pictures"

Part = tuple[EmailMessage, EmailMessage]
"""The innermost mail that a part stands in, which is told who sent it, and the part."""


def read_mail(data: bytes, name: str) -> Reading:
    """The article of a mail. Raises InputError for one that is encrypted or has no text."""
    message = _parsed(data, name)
    saved_page = message.get("Snapshot-Content-Location")
    parts = list(islice(_parts(message, name), MAX_PARTS + 1))
    if len(parts) > MAX_PARTS:
        msg = f"{name} has more than {MAX_PARTS} parts; copy the article's text into a .txt file"
        raise InputError(msg)
    if saved_page or (message.get_content_type() == "multipart/related" and not message.get("To")):
        page = next((part for _, part in parts if part.get_content_type() == "text/html"), None)
        if page is not None:
            return read_page(_bytes(page), name, url=str(saved_page or ""))
    text, letter = _text(parts, name)
    if letter is None:
        msg = f"{name} is a mail without text; save its attachment, or copy the article's text"
        raise InputError(msg)
    day = day_of(letter.get("Date"))
    return Reading(
        text,
        title=FORWARDED.sub("", " ".join(str(letter.get("Subject", "")).split())),
        published=day,
        dated_by="the mail's date" if day else "",
        source=parseaddr(str(letter.get("From", "")))[0],
    )


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.default)
    except (MessageError, ValueError, LookupError):
        msg = f"{name} is a damaged mail; copy the article's text into a .txt file"
        raise InputError(msg) from None
    return message


def _parts(message: EmailMessage, name: str, depth: int = 0) -> Iterator[Part]:
    """The parts of a mail that hold text, also those of mails within it."""
    kind = message.get_content_type()
    if kind in SECRET:
        msg = f"{name} is an encrypted mail; open it and copy the article's text"
        raise InputError(msg)
    if depth > MAX_NESTING:
        msg = f"{name} holds mails within mails; copy the article's text into a .txt file"
        raise InputError(msg)
    if message.is_multipart():
        inner = [part for part in message.get_payload() if isinstance(part, EmailMessage)]
        for owner, part in (found for each in inner for found in _parts(each, name, depth + 1)):
            yield (owner if owner.get("From") else message), part
    elif message.get_content_maintype() == "text" and not message.is_attachment():
        yield message, message


def _text(parts: list[Part], name: str) -> tuple[str, EmailMessage | None]:
    """The letter and its mail: its HTML, where lines are not cut, else its plain text."""
    for kind, read in (("text/html", _html), ("text/plain", _plain)):
        given = [(owner, part) for owner, part in parts if part.get_content_type() == kind]
        found = [(text, owner) for owner, part in given if (text := read(part, name))]
        whole = "\n\n".join(text for text, _ in found)
        if len(whole.split()) >= FEWEST_WORDS:
            return whole, found[0][1]
    return "", None


def _html(part: EmailMessage, name: str) -> str:
    return "\n\n".join(blocks.paragraphs(page_text(_bytes(part), name)))


def _plain(part: EmailMessage, name: str) -> str:
    text = re.sub(r"\r\n?", "\n", page_text(_bytes(part), name))
    if part.get_content_subtype() == "plain" and part.get_param("format") == "flowed":
        text = re.sub(r"(?<=[^\n ]) \n(?=[^\n>])", " ", text)
    return text.strip()


def _bytes(part: EmailMessage) -> bytes:
    """The bytes of a part in UTF-8, whatever its charset; unknown ones stay as they are."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, ValueError):
        return data
