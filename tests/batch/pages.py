"""Pages for tests of batches, and extractors that misbehave when a page tells them to."""

import os
import signal
import time

import newsextract
from newsextract.records import Article

PAGE = """<!doctype html><html lang="en"><head><title>{title} - The Quay Post</title></head><body><main><article>
<h1>{title}</h1><p>By Mara Lindqvist</p>
<p>The harbour office counted {number} ships on Tuesday, more than in any week since the new pier was opened.</p>
<p>Pilots said that the fog had lifted early, and that the crews were back <a href="https://quay.example/pier">on the
pier</a> before the market closed for the day, which the office had not expected.</p>
<ul><li>Berths: twelve are free</li><li>Cranes: two are under repair</li></ul>
</article></main></body></html>"""


def page(number: int) -> bytes:
    """A small news page, no two alike."""
    return PAGE.format(title=f"Ships in the harbour, week {number}", number=number).encode()


def misbehaving(body: bytes | str, url: str | None = None, **options: object) -> Article:
    """As `extract`, but what a page says in its first comment is done first."""
    assert isinstance(body, bytes)
    for word, deed in DEEDS.items():
        if body.startswith(b"<!--" + word + b"-->"):
            deed()
    return newsextract.extract(body, url)


def _swell() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(os.urandom(1 << 10) * (20 << 10)))
        time.sleep(0.01)


def _raise() -> None:
    raise ValueError("the page is\nno good")


DEEDS = {
    b"hang": lambda: time.sleep(3600),
    b"die": lambda: os.kill(os.getpid(), signal.SIGKILL),
    b"leave": lambda: os._exit(3),
    b"swell": _swell,
    b"raise": _raise,
    b"slow": lambda: time.sleep(0.3),
    b"print": lambda: print("something for standard output"),
}


def bad(word: str, number: int = 0) -> bytes:
    """A page at which `misbehaving` does something."""
    return f"<!--{word}-->".encode() + page(number)


def process_number(body: bytes | str, url: str | None = None, **options: object) -> Article:
    """No article, but the number of the process, told as an error."""
    raise ValueError(str(os.getpid()))
