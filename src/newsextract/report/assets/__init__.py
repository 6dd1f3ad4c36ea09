"""Style sheets and scripts that the HTML files carry inside."""

import base64
import functools
import hashlib
from importlib.resources import files


@functools.cache
def asset(name: str) -> str:
    """A file of this folder as text."""
    return files(__name__).joinpath(name).read_text("utf-8")


def policy(script: str) -> str:
    """The Content-Security-Policy of a file whose one script is this: nothing is fetched, nothing else runs."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
