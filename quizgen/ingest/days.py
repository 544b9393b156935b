"""Days: the day of publication as files write it."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

FORMS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%A, %B %d, %Y", "%A, %d %B %Y")


def day_of(value: object) -> date | None:
    """The day that a date, an ISO or mail date or "12 July 2019" names, as it is written there.

    None for everything else; times of day and zones are passed over.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = " ".join(str(value or "").split())[:60]
    return _iso(text) or _mail(text) or _written(text)


def _iso(text: str) -> date | None:
    match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", text, re.ASCII)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(text: str) -> date | None:
    for form in FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - only the day is taken
        except ValueError:
            continue
    return None
