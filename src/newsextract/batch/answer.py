"""What became of a page that was given to a worker."""

from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Answer:
    """What became of a page."""

    kind: str
    """"row", "out" or "failure"; see `worker.Answer`."""
    value: Any
    seconds: float
