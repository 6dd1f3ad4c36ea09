"""Every exception this package raises on purpose.

NewsextractError
├── InputError          a source that cannot be read: what, where, and what to do
│   └── FetchError      a URL that gave no page
├── OutputError         a destination that cannot be written, or exists
├── RuleError           a rule file that is wrong: file, rule id, key
├── RecordError         a dict that is no Article
├── WorkerError         worker processes that do not start
└── MissingExtra        a feature whose optional packages are not installed: names the extra
"""


class NewsextractError(Exception):
    """Base of every error raised on purpose."""


class InputError(NewsextractError):
    """A source that cannot be read."""


class FetchError(InputError):
    """A URL that gave no page; `stage` and `error` are those of the Failure it would be in a run of many."""

    def __init__(self, message: str, stage: str = "request", error: str = "fetch") -> None:
        super().__init__(message)
        self.stage = stage
        self.error = error


class OutputError(NewsextractError):
    """A destination that cannot be written, or exists already."""


class RuleError(NewsextractError):
    """A rule file that is wrong; the message names the file, the rule and the key."""


class RecordError(NewsextractError):
    """A dict that does not describe an Article; the message names the path to the wrong value."""


class WorkerError(NewsextractError):
    """Worker processes of a batch that do not start."""


class MissingExtra(NewsextractError):
    """A feature whose optional packages are missing; the message names the extra to install."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs packages that are not installed: pip install 'newsextract[{extra}]'")
        self.extra = extra
