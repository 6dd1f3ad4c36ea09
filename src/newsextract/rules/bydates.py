"""A segment of a byline in, what it says without its date out: names stand before a date, or behind it with a "by"."""

from newsextract.page.dates import find as find_dates
from newsextract.rules.personnames import EDGES, trimmed
from newsextract.rules.speech import Speech

_CLEAR = 4
"""Letters from which "published", "updated" and the like are told from an article ("le", "el")."""
BEFORE_DATES = ("published", "updated", "weekdays")
"""Keys of what stands between names and a date."""
_LEAD = 3
"""Words of what leads over to a date: "last updated on"."""


def without_date(segment: str, speech: Speech) -> str:
    date = next(find_dates(segment), None)
    if date is None:
        return segment
    before, behind = without_lead(segment[: date.start].strip(EDGES), speech), segment[date.end :].strip(EDGES)
    is_signed = speech.starts_with("by", behind) is not None and speech.starts_with("by", before) is None
    return before if before and not is_signed else behind


def without_lead(text: str, speech: Speech) -> str:
    """A text without what leads over to a date at its end: "Last updated on", "Tue"."""
    under = speech.under(*BEFORE_DATES)
    words = text.split()
    while ends := [at for at in range(1, min(_LEAD, len(words)) + 1) if under.equal(" ".join(words[-at:]))]:
        words = words[: -ends[-1]]
    return trimmed(" ".join(words))


def unopened(segment: str, speech: Speech) -> str:
    """The segment without "Published" before "by"; empty where it tells of a date or an update alone."""
    for key in ("updated", "published"):
        phrase = speech.starts_with(key, segment)
        if phrase is not None and len(phrase) >= _CLEAR and not speech.starts_with("by", segment):
            rest = speech.after(key, segment) or ""
            return rest if speech.starts_with("by", rest) and key == "published" else ""
    return "" if speech.equals("weekdays", segment) else segment
