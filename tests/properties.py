"""What holds for every page and every archive: asked by the tests of random ones, and by the fuzzer.

Each function takes the hostile thing and raises AssertionError where a promise is broken; anything else that is raised
is a broken promise too.
"""

import contextlib
import functools
import io
import json
from collections.abc import Callable
from typing import Final
from xml.etree import ElementTree

import jsonschema

import newsextract
from newsextract.export import schema
from newsextract.inputs import archives, columns, files, http, warc
from newsextract.inputs.columns import Columns
from newsextract.inputs.page import Gap, Item, Page, Skipped, Unreadable
from newsextract.records import Article

URL: Final = "https://harbour.example/2024/berth"
LIMIT: Final = 200_000
"""Bytes of a page that the archives below may hold: little, so that a bomb of some kilobytes goes beyond."""


@functools.cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema.document())


def extracts(page: bytes | str, url: str | None = URL, *, twice: bool = True) -> Article:
    """The page gives a record without error that is valid, reads back, and is the same the second time."""
    article = newsextract.extract(page, url)
    failed = {name: (why.locator, why.raw) for name, why in article.evidence.items() if why.source == "error"}
    assert not failed, failed
    written = article.to_json()
    read = json.loads(written)
    validator().validate(read)
    assert written.encode()
    assert Article.from_dict(read) == article, "the record does not read back"
    assert not twice or newsextract.extract(page, url).to_json() == written, "two readings differ"
    return article


def exports(article: Article) -> None:
    """Every writer writes the record, and what is XML parses."""
    written = [
        article.to_html(),
        article.to_markdown(front_matter=True),
        article.to_tei(),
        json.dumps(article.to_json_ld()),
        *(t.to_csv() + t.to_markdown() for t in article.tables),
    ]
    for text in written:
        text.encode()
    ElementTree.fromstring(article.to_tei().encode())


def explains(page: bytes | str, url: str | None = URL) -> None:
    """The page is explained, for a browser and for a terminal."""
    from newsextract.report import explain, terminal

    explained = explain(page, url)
    explained.to_html().encode()
    terminal.table(explained).encode()


def is_read(items: Callable[[io.BytesIO], object], stream: bytes) -> None:
    """An input gives pages, gaps and what was passed over, no page beyond the limit, each with an id."""
    for count, item in enumerate(items(io.BytesIO(stream))):  # type: ignore[arg-type,var-annotated]
        assert isinstance(item, Page | Gap | Skipped)
        assert count < 100_000, "an input without end"
        if isinstance(item, Page):
            assert len(item.body) <= LIMIT
        if not isinstance(item, Skipped):
            assert len(item.id) == 32


def _file(ending: str) -> Callable[[io.BytesIO], tuple[Item, ...]]:
    def read(stream: io.BytesIO) -> tuple[Item, ...]:
        try:
            return (files.page(stream, "a.html" + ending, LIMIT),)
        except Unreadable:
            return ()

    return read


INPUTS: Final[dict[str, Callable[[io.BytesIO], object]]] = {
    "warc": lambda stream: warc.read(stream, "a.warc", LIMIT),
    "zip": lambda stream: archives.read_zip(stream, "a.zip", LIMIT),
    "tar": lambda stream: archives.read_tar(stream, "a.tar", LIMIT),
    "tar.gz": lambda stream: archives.read_tar(stream, "a.tar.gz", LIMIT),
    "tar.zst": lambda stream: archives.read_tar(stream, "a.tar.zst", LIMIT),
    "jsonl": lambda stream: columns.read_json_lines(stream, "a.jsonl", LIMIT, Columns()),
    "parquet": lambda stream: columns.read_parquet(stream, "a.parquet", LIMIT, Columns()),
    "html": _file(""),
    "html.gz": _file(".gz"),
    "html.br": _file(".br"),
    "html.zst": _file(".zst"),
    "mhtml": _file(".mhtml"),
}
"""Readers of saved pages, by what a file is called."""


def answers(block: bytes) -> None:
    """The block of a WARC response is an HTTP response, or unreadable."""
    with contextlib.suppress(Unreadable):
        assert len(http.decoded(http.response(block), LIMIT)) <= LIMIT


def discovers(content: bytes) -> None:
    """A feed, a sitemap, a home page or a robots.txt gives addresses of the web, or nothing."""
    from newsextract.inputs.discovering import feeds, home, sitemaps

    found = [*feeds.read(content, URL), *sitemaps.read(content, URL)]
    for url in (*(f.url for f in found), *home.feeds(content, URL)):
        assert url.lower().startswith(("http://", "https://")), url
