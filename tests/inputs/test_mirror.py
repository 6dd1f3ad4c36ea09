"""Mirrors as wget saves them; the names are those that wget 1.21 gave."""

import zipfile

import pytest

from newsextract.inputs.mirror import address
from newsextract.inputs.page import Page, Skipped
from newsextract.inputs.read import Reading, read
from newsextract.inputs.sources import find

HTML = b"<!doctype html><title>Quay</title><p>Ships came in.</p>"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("w/quay.example/index.html", "https://quay.example/"),
        ("quay.example/news/index.html", "https://quay.example/news/"),
        ("w/quay.example:8080/news/plain", "https://quay.example:8080/news/plain"),
        ("w/quay.example/news/story?id=3", "https://quay.example/news/story?id=3"),
        ("w/quay.example/news/story?id=3.html", "https://quay.example/news/story?id=3"),
        ("w/quay.example/index.html?page=2", "https://quay.example/?page=2"),
        ("w/quay.example+8080/story@id=3.html", "https://quay.example:8080/story?id=3"),
        ("w/quay.example/@mara/über uns.html", "https://quay.example/@mara/%C3%BCber%20uns.html"),
        ("w/http/quay.example/a.html", "http://quay.example/a.html"),
        ("backup.old/2024/www.quay.example/a.html", "https://www.quay.example/a.html"),
        ("w/news/a.html", None),
        ("a.html", None),
    ],
)
def test_an_address_is_read_off_the_path(path, url):
    assert address(path, HTML) == url


def test_the_scheme_is_that_of_the_addresses_in_the_page():
    assert address("quay.example/a.html", b'<a href="http://quay.example/b">') == "http://quay.example/a.html"


def test_an_ending_that_wget_added_is_known_by_an_address_in_the_page():
    body = b'<meta property="og:url" content="https://quay.example/story">'
    assert address("quay.example/story.html", body) == "https://quay.example/story"
    assert address("quay.example/other.html", body) == "https://quay.example/other.html"


def items(path):
    found = find([str(path)], sniff=True).sources
    return [item for source in found for item in read(source, Reading(mirror=True))]


def test_pages_of_a_mirror_are_known_by_their_content(tmp_path):
    site = tmp_path / "quay.example"
    site.mkdir()
    (site / "story").write_bytes(b"\xef\xbb\xbf<!-- saved -->\n" + HTML)
    (site / "story.php?id=3").write_bytes(b"<?xml version='1.0'?>\n" + HTML)
    (site / "picture.svg").write_bytes(b"<?xml version='1.0'?><svg/>")
    found = items(tmp_path)
    assert [i.url for i in found if isinstance(i, Page)] == [
        "https://quay.example/story", "https://quay.example/story.php?id=3",
    ]  # fmt: skip
    assert [i.cause for i in found if isinstance(i, Skipped)] == ["not-html"]


def test_a_mirror_in_an_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("quay.example/a.html", HTML)
    assert [i.url for i in items(tmp_path / "a.zip")] == ["https://quay.example/a.html"]


def test_what_a_page_says_of_its_saving_counts_before_its_path(tmp_path):
    (tmp_path / "quay.example").mkdir()
    (tmp_path / "quay.example" / "a.html").write_bytes(b"<!-- saved from url=(0024)https://pier.example/b -->" + HTML)
    assert [i.url for i in items(tmp_path)] == ["https://pier.example/b"]
