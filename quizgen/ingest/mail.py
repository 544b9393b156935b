"""Mail: newsletters saved as .eml files, and pages that a browser saved in the same form."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from quizgen.errors import InputError
from quizgen.ingest import blocks
from quizgen.ingest.days import day_of
from quizgen.ingest.limits import MAX_NESTING
from quizgen.ingest.pages import page_text, read_page
from quizgen.ingest.reading import Reading

FORWARDED = re.compile(r"^(?:\s*(?:fwd?|fw|re|wg|tr)\s*:\s*)+", re.IGNORECASE)
SECRET = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
FEWEST_WORDS = 12  # of a part that is the letter and no more than "see the pictures"


def read_mail(data: bytes, name: str) -> Reading:
    """The article of a mail. Raises InputError for one that is encrypted or has no text."""
    message = _parsed(data, name)
    saved_page = message.get("Snapshot-Content-Location")
    parts = list(_parts(message, name))
    if saved_page or (message.get_content_type() == "multipart/related" and not message.get("To")):
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        if page is not None:
            return read_page(_bytes(page), name, url=str(saved_page or ""))
    text = _text(parts, name)
    if not text:
        msg = f"{name} is a mail without text; save its attachment, or copy the article's text"
        raise InputError(msg)
    day = day_of(message.get("Date"))
    return Reading(
        text,
        title=FORWARDED.sub("", " ".join(str(message.get("Subject", "")).split())),
        published=day,
        dated_by="the mail's date" if day else "",
        source=parseaddr(str(message.get("From", "")))[0],
    )


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.default)
    except (MessageError, ValueError, LookupError):
        msg = f"{name} is a damaged mail; copy the article's text into a .txt file"
        raise InputError(msg) from None
    return message


def _parts(message: EmailMessage, name: str, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts of a mail that hold text, also those of mails within it."""
    kind = message.get_content_type()
    if kind in SECRET:
        msg = f"{name} is an encrypted mail; open it and copy the article's text"
        raise InputError(msg)
    if depth > MAX_NESTING:
        msg = f"{name} holds mails within mails; copy the article's text into a .txt file"
        raise InputError(msg)
    if message.is_multipart():
        for part in message.iter_parts() if kind != "message/rfc822" else message.get_payload():
            if isinstance(part, EmailMessage):
                yield from _parts(part, name, depth + 1)
    elif message.get_content_maintype() == "text" and not message.is_attachment():
        yield message


def _text(parts: list[EmailMessage], name: str) -> str:
    """The letter: its HTML, where lines are not cut, else its plain text."""
    for kind, read in (("text/html", _html), ("text/plain", _plain)):
        texts = [read(part, name) for part in parts if part.get_content_type() == kind]
        text = "\n\n".join(text for text in texts if text)
        if len(text.split()) >= FEWEST_WORDS:
            return text
    return ""


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
