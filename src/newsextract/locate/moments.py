"""A labelled page in, all its dates out: those stated at once, those printed when somebody asks."""

import functools

import attrs

from newsextract.evidence import Candidate
from newsextract.label import LabelledPage
from newsextract.locate import stated_dates
from newsextract.locate.printed_dates import PrintedDate, printed_dates
from newsextract.page.dates import When


@attrs.frozen(kw_only=True)
class Moments:
    """The dates of a page."""

    page: LabelledPage
    published: tuple[Candidate[When], ...]
    """What metadata and address state as the publication."""
    modified: tuple[Candidate[When], ...]
    """What metadata states as the last change."""

    @classmethod
    def of(cls, page: LabelledPage) -> "Moments":
        """Read what is stated."""
        return cls(
            page=page,
            published=tuple(stated_dates.published(page)),
            modified=tuple(stated_dates.modified(page)),
        )

    @functools.cached_property
    def printed(self) -> tuple[PrintedDate, ...]:
        """The printed dates, the likeliest to be the publication first; reading them costs as much as ten fields."""
        return tuple(printed_dates(self.page, frozenset(c.value for c in (*self.published, *self.modified))))
