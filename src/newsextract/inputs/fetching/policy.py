"""What a run of fetching may do. The defaults are what a publisher would not mind."""

import attrs

from newsextract.version import __version__

USER_AGENT = f"newsextract/{__version__}"
"""Who asks: the name of the library, which has no page of its own to be read on. A study should name itself and a way
to reach it instead."""


@attrs.frozen(kw_only=True)
class FetchPolicy:
    """How to fetch: politeness, patience, limits. Times are in seconds."""

    user_agent: str = USER_AGENT
    """Who asks; robots.txt is read for the name it begins with."""
    robots: bool = True
    """Whether robots.txt is obeyed."""
    delay: float = attrs.field(default=1.0, validator=attrs.validators.ge(0))
    """Pause of a host between the end of one request and the start of the next; a longer Crawl-delay counts instead."""
    per_host: int = attrs.field(default=1, validator=attrs.validators.ge(1))
    """Requests to one host under way at once."""
    concurrency: int = attrs.field(default=32, validator=attrs.validators.ge(1))
    """Requests under way at once, over all hosts."""
    connect_timeout: float = attrs.field(default=10.0, validator=attrs.validators.ge(0))
    """For the connection, TLS included."""
    read_timeout: float = attrs.field(default=20.0, validator=attrs.validators.ge(0))
    """For a server that says nothing."""
    timeout: float = attrs.field(default=60.0, validator=attrs.validators.ge(0))
    """For one request as a whole."""
    retries: int = attrs.field(default=2, validator=attrs.validators.ge(0))
    """How often to try again what may pass: connections cut, time-outs, 429 and 5xx answers."""
    backoff: float = attrs.field(default=1.0, validator=attrs.validators.ge(0))
    """Ceiling of the pause before the first retry; it doubles with each, and the pause is drawn below it."""
    patience: float = attrs.field(default=120.0, validator=attrs.validators.ge(0))
    """Longest pause a host may ask for, by Retry-After or Crawl-delay; a longer one is a failure."""
    redirects: int = attrs.field(default=10, validator=attrs.validators.ge(0))
    """Most redirects to follow."""
    size: int = attrs.field(default=20_000_000, validator=attrs.validators.ge(0))
    """Most bytes of a page, as sent and as decoded."""
    cookies: bool = False
    """Whether cookies are kept, for the length of the run."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks may be fetched."""
    ca_file: str | None = None
    """File of certificates (PEM) to trust instead of the usual ones."""
