"""Rows in, a SQLite database out: tables with keys and a full-text index, as Datasette and any SQL tool open it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from newsextract.errors import OutputError

Json = dict[str, Any]

FLAT: Final = (
    "kind url canonical_url language title subtitle description byline source published modified fingerprint text"
).split()
"""Keys of a record that are columns of `articles` as they are."""

TABLES: Final = """\
CREATE TABLE IF NOT EXISTS articles (
  id TEXT PRIMARY KEY, page_source TEXT NOT NULL, page_member TEXT, page_offset INTEGER, captured TEXT,
  kind TEXT, url TEXT, canonical_url TEXT, language TEXT, title TEXT, subtitle TEXT, description TEXT, byline TEXT,
  source TEXT, published TEXT, modified TEXT, fingerprint TEXT, text TEXT,
  site_name TEXT, site_url TEXT, lead_image TEXT, record TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS authors (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT, url TEXT, role TEXT, job_title TEXT, bio TEXT, image TEXT, kind TEXT, PRIMARY KEY (article_id, position));
CREATE TABLE IF NOT EXISTS sections (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  heading TEXT, level INTEGER, anchor TEXT, published TEXT, text TEXT, PRIMARY KEY (article_id, position));
CREATE TABLE IF NOT EXISTS lists (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, section INTEGER NOT NULL, list INTEGER NOT NULL,
  item INTEGER NOT NULL, depth INTEGER NOT NULL, ordered INTEGER, label TEXT, text TEXT,
  PRIMARY KEY (article_id, list, item), FOREIGN KEY (article_id, section) REFERENCES sections(article_id, position));
CREATE TABLE IF NOT EXISTS table_cells (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, section INTEGER NOT NULL,
  "table" INTEGER NOT NULL, "row" INTEGER NOT NULL, "column" INTEGER NOT NULL, header INTEGER NOT NULL, text TEXT,
  PRIMARY KEY (article_id, "table", "row", "column"),
  FOREIGN KEY (article_id, section) REFERENCES sections(article_id, position));
CREATE TABLE IF NOT EXISTS tags (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, url TEXT, PRIMARY KEY (article_id, position));
CREATE TABLE IF NOT EXISTS related (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  title TEXT, url TEXT, relation TEXT, date TEXT, category TEXT, author TEXT, image TEXT,
  PRIMARY KEY (article_id, position));
CREATE TABLE IF NOT EXISTS links (
  article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  section INTEGER NOT NULL, text TEXT, url TEXT, PRIMARY KEY (article_id, position));
CREATE TABLE IF NOT EXISTS errors (
  id TEXT PRIMARY KEY, page_source TEXT NOT NULL, page_member TEXT, page_offset INTEGER, captured TEXT,
  url TEXT, stage TEXT, error TEXT, message TEXT, seconds REAL);
CREATE INDEX IF NOT EXISTS articles_published ON articles(published);
CREATE INDEX IF NOT EXISTS articles_url ON articles(canonical_url);
CREATE INDEX IF NOT EXISTS tags_text ON tags(text);
CREATE INDEX IF NOT EXISTS authors_name ON authors(name);
CREATE INDEX IF NOT EXISTS links_url ON links(url);
CREATE VIRTUAL TABLE IF NOT EXISTS articles_fts USING fts5(title, subtitle, text, content="articles");
CREATE TRIGGER IF NOT EXISTS articles_in AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, title, subtitle, text) VALUES (new.rowid, new.title, new.subtitle, new.text); END;
CREATE TRIGGER IF NOT EXISTS articles_out AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, subtitle, text)
  VALUES ('delete', old.rowid, old.title, old.subtitle, old.text); END;
"""


class Database:
    """A SQLite file; a part is one transaction, and rows that are there already are replaced."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            self._connection = sqlite3.connect(Path(path))
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.executescript(TABLES)
        except sqlite3.Error as error:
            raise OutputError(f"{path}: {error}") from error

    def write(self, name: str, rows: Sequence[bytes]) -> int | None:
        """Put the rows in their tables."""
        try:
            with self._connection:
                for row in map(json.loads, rows):
                    self._put(row)
        except sqlite3.Error as error:
            raise OutputError(f"{self._path}: {error}") from error
        return None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _put(self, row: Json) -> None:
        for table in ("articles", "errors"):
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row["id"],))
        if "error" in row:
            self._insert("errors", [_error(row)])
            return
        self._insert("articles", [_article(row)])
        for table, rows in _PARTS.items():
            self._insert(table, rows(row))

    def _insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        rows = list(rows)
        if rows:
            places = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _place(row: Json) -> tuple[Any, ...]:
    page = row["page"]
    return row["id"], page["source"], page["member"], page["offset"], page["captured"]


def _error(row: Json) -> tuple[Any, ...]:
    return (*_place(row), row["url"], row["stage"], row["error"], row["message"], row["seconds"])


def _article(row: Json) -> tuple[Any, ...]:
    site, image = row.get("site") or {}, row.get("lead_image") or {}
    record = {k: v for k, v in row.items() if k not in ("id", "page")}
    return (
        *_place(row),
        *(row.get(key) for key in FLAT),
        site.get("name"),
        site.get("url"),
        image.get("url"),
        json.dumps(record, ensure_ascii=False),
    )


def _authors(row: Json) -> Iterator[tuple[Any, ...]]:
    keys = "name url role job_title bio image kind".split()
    for position, author in enumerate(row.get("authors") or ()):
        yield row["id"], position, *(author[k] for k in keys)


def _sections(row: Json) -> Iterator[tuple[Any, ...]]:
    for position, section in enumerate(row.get("sections") or ()):
        text = "\n\n".join(filter(None, map(_text, section["blocks"])))
        yield row["id"], position, *(section[k] for k in ("heading", "level", "anchor", "published")), text


def _text(block: Json) -> str:
    """The text of a block, items and cells a line each."""
    lines = [item["text"] for _, item in _items(block.get("items") or ())]
    rows = [block["header"], *block["rows"]] if block["type"] == "table" else []
    lines += [" | ".join(cells) for cells in rows if cells]
    return "\n".join(lines) or block.get("text") or block.get("caption") or ""


def _items(items: Iterable[Json], depth: int = 0) -> Iterator[tuple[int, Json]]:
    """The items of a list, nested ones after their own, with their depth."""
    for item in items:
        yield depth, item
        yield from _items(item["items"], depth + 1)


def _blocks(row: Json) -> Iterator[tuple[int, Json]]:
    """(number of the section, block), those of fact boxes too."""
    for number, section in enumerate(row.get("sections") or ()):
        for block in section["blocks"]:
            yield number, block
            yield from ((number, inner) for inner in block.get("blocks") or ())


def _lists(row: Json) -> Iterator[tuple[Any, ...]]:
    found = [(s, b) for s, b in _blocks(row) if b["type"] == "list"]
    for number, (section, block) in enumerate(found):
        for position, (depth, item) in enumerate(_items(block["items"])):
            yield row["id"], section, number, position, depth, int(block["ordered"]), item["label"], item["text"]


def _cells(row: Json) -> Iterator[tuple[Any, ...]]:
    found = [(s, b) for s, b in _blocks(row) if b["type"] == "table"]
    for number, (section, table) in enumerate(found):
        head = [table["header"]] if table["header"] else []
        for y, cells in enumerate(head + table["rows"]):
            for x, text in enumerate(cells):
                yield row["id"], section, number, y, x, int(y < len(head)), text


def _tags(row: Json) -> Iterator[tuple[Any, ...]]:
    for position, tag in enumerate(row.get("tags") or ()):
        yield row["id"], position, tag["text"], tag["url"]


def _related(row: Json) -> Iterator[tuple[Any, ...]]:
    keys = "title url relation date category author image".split()
    for position, post in enumerate(row.get("related") or ()):
        yield row["id"], position, *(post[k] for k in keys)


def _links(row: Json) -> Iterator[tuple[Any, ...]]:
    found = ((s, link) for s, block in _blocks(row) for link in _links_of(block))
    for position, (section, link) in enumerate(found):
        yield row["id"], position, section, link["text"], link["url"]


def _links_of(block: Json) -> Iterator[Json]:
    yield from block.get("links") or ()
    for _, item in _items(block.get("items") or ()):
        yield from item["links"]


_PARTS: Final = {
    "authors": _authors,
    "sections": _sections,
    "lists": _lists,
    "table_cells": _cells,
    "tags": _tags,
    "related": _related,
    "links": _links,
}
"""Tables of what an article has many of, and what makes their rows; parents before children."""
