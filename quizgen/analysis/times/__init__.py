"""Times: dates, durations and clock times of an article with their values.

What depends on the day of publication ("Friday", "last month") has a value only where that day is
known. `forms` finds the ways to write a time, `credible` those that are times where they stand;
`dated`, `relative` and `lengths` read them, `tense` tells the last Friday from the next, and
`finding` puts these together and marks the times in a parse.
"""

from quizgen.analysis.times.calendar import MONTHS, WEEKDAYS, spoken
from quizgen.analysis.times.finding import Time, find, form_of, read

__all__ = ["MONTHS", "WEEKDAYS", "Time", "find", "form_of", "read", "spoken"]
