"""A record in the making: readers are asked field by field, and what fails costs its own field alone."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from newsextract.calibration import calibrated
from newsextract.evidence import RAW_LIMIT, Evidence
from newsextract.fields import ruled
from newsextract.label import LabelledPage

T = TypeVar("T")

Read = tuple[Any, Evidence | None] | None
"""What a field reader gives: the value and why, or None."""


@attrs.frozen
class Draft:
    """The fields read so far."""

    values: dict[str, Any]
    evidence: dict[str, Evidence]

    def take(self, name: str, read: Read) -> None:
        """Enter what was read of a field: its value where there is one, and why."""
        if read is None:
            return
        value, why = read
        if value is not None:
            self.values[name] = value
        if why is not None:
            self.evidence[name] = calibrated(name, why)

    def read(self, page: LabelledPage, name: str, reader: Callable[..., Read], *about: Any) -> None:
        """Ask a reader of a field, and a user's rules, which may say it better."""
        self.take(name, over(page, name, guarded(reader, *about)))

    def read_all(
        self, page: LabelledPage, fields: tuple[tuple[str, Callable[[T], Read]], ...], found: Callable[[], T]
    ) -> None:
        """Several fields read off one thing that is found once; where finding it fails, all of them say so."""
        thing, why = guarded(lambda: (found(), None)) or (None, None)
        for name, reader in fields:
            self.take(name, over(page, name, (None, why) if thing is None else guarded(reader, thing)))


def guarded(reader: Callable[..., Read], *about: Any) -> Read:
    """One field reader's word; a reader that fails costs its own field, and says so in the evidence."""
    try:
        return reader(*about)
    except Exception as error:  # noqa: BLE001 - one broken field must not cost the page
        raw = f"{type(error).__name__}: {error}"[:RAW_LIMIT]
        return None, Evidence(source="error", locator=reader.__module__, raw=raw, confidence=0.0)


def over(page: LabelledPage, name: str, read: Read) -> Read:
    """What was read of a field, unless a user's rule says it better."""
    return read if page.ruling is None else guarded(ruled.over, page, name, read)
