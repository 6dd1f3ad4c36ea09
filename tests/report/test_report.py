"""What a report says of a batch."""

import gzip
import random
import zipfile

import pytest

from newsextract.cli import main
from newsextract.report import corpus
from newsextract.report.duplicates import NEAR, groups
from newsextract.report.tally import tally
from tests.report.pages import fixture
from tests.report.rows import failure, record, write_lines

pytest.importorskip("matplotlib")


def test_failures_are_counted_by_cause():
    total = tally([failure(1), failure(2), failure(3, error="http-404"), record(4)])
    assert (total.pages, total.causes) == (1, {("connect", "timeout"): 2, ("connect", "http-404"): 1})


def test_fill_rates_are_counted_by_site():
    total = tally([record(1), record(2, title=None), record(3, url="https://other.example/a")])
    assert total.sites["harbour.example"].filled["title"] == 1
    assert total.sites["other.example"].pages == 1


def test_a_page_without_a_body_is_most_in_need():
    total = tally([record(1), record(2, text=""), record(3, published=None)])
    assert [x.url.rpartition("/")[2] for x in corpus.most_in_need(total)] == ["2", "3"]


def test_no_site_fills_the_list_of_pages_in_need():
    total = tally([*(record(n, text="") for n in range(40)), record(99, url="https://other.example/a", published=None)])
    assert len(corpus.most_in_need(total)) == 6


def test_fingerprints_that_differ_in_few_bits_are_grouped():
    assert groups([0b1011, 2**64 - 1, 0, 0b1111_0000_1111]) == [[0, 2]]


def test_groups_are_those_that_comparing_each_with_each_finds():
    chance = random.Random(7)
    seeds = [chance.getrandbits(64) for _ in range(60)]
    flipped = [s ^ sum(1 << b for b in chance.sample(range(64), chance.randrange(6))) for s in seeds]
    fingerprints = seeds + flipped
    near = {(i, i + 60) for i in range(60) if (seeds[i] ^ flipped[i]).bit_count() <= NEAR}
    assert {tuple(g) for g in groups(fingerprints)} == near


def test_the_report_escapes_what_pages_say():
    document = corpus.document(tally([record(1, title="<script>alert(1)</script>", text="")]), "<b>")
    assert "<script>alert" not in document
    assert "<b>" not in document.replace("<b>1", "").replace("<b>0", "").replace("<b>–", "").replace("<b>2026", "")


def test_names_that_are_long_broken_or_without_a_glyph_leave_room_for_their_bars():
    names = ["x" * 400, "x" * 401, "a\0b", "two\nlines", "語"]
    document = corpus.document(tally([record(n, kind=name) for n, name in enumerate(names)]), "odd")
    assert "two lines" in document
    assert "x" * 31 + "…" in document
    assert "\0" not in document


def test_an_empty_batch_has_a_report():
    assert "Every page gave a record" in corpus.document(tally([]), "nothing")


def test_the_command_explains_the_pages_in_need_whose_files_are_here(tmp_path):
    (tmp_path / "1.html").write_bytes(fixture("wpblocks"))
    page = {"source": str(tmp_path / "1.html"), "member": None}
    results = write_lines(tmp_path / "r.jsonl", [record(1, text="", page=page), record(2, text="")])
    assert main(["report", results, "-o", str(tmp_path / "report.html")]) == 0
    assert "Stadtbad" in (tmp_path / "report-pages" / "1.html").read_text("utf-8")
    document = (tmp_path / "report.html").read_text("utf-8")
    assert 'href="report-pages/1.html"' in document
    assert "newsextract explain saved/2.html" in document


def test_the_command_explains_compressed_pages_and_is_silent_about_those_that_are_not_here(tmp_path, capsys):
    (tmp_path / "1.html.gz").write_bytes(gzip.compress(fixture("wpblocks")))
    places = [{"source": str(tmp_path / name), "member": None} for name in ("1.html.gz", "2.html")]
    results = write_lines(tmp_path / "r.jsonl", [record(n, text="", page=page) for n, page in enumerate(places)])
    assert main(["report", results, "-o", str(tmp_path / "report.html")]) == 0
    assert "Stadtbad" in (tmp_path / "report-pages" / "1.html").read_text("utf-8")
    assert capsys.readouterr().err == ""


def archived(path):
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a.html", "b.html"):
            archive.writestr(name, fixture("wpblocks"))
    return [record(n, text="", page={"source": str(path), "member": m}) for n, m in enumerate(("a.html", "b.html"))]


def test_pages_of_archives_are_explained(tmp_path, capsys):
    results = write_lines(tmp_path / "r.jsonl", archived(tmp_path / "s.zip"))
    assert main(["report", results, "-o", str(tmp_path / "report.html")]) == 0
    assert "Stadtbad" in (tmp_path / "report-pages" / "2.html").read_text("utf-8")
    assert capsys.readouterr().err == ""


def test_an_archive_that_cannot_be_read_is_one_line(tmp_path, capsys):
    rows = archived(tmp_path / "s.zip")
    (tmp_path / "s.zip").write_bytes(fixture("wpblocks"))
    for row in rows:
        row["page"]["member"] = None
    assert main(["report", write_lines(tmp_path / "r.jsonl", rows), "-o", str(tmp_path / "report.html")]) == 0
    assert capsys.readouterr().err.count("holds many pages") == 1


def test_the_command_for_a_page_of_an_archive_names_it():
    page = {"source": "crawl/a b.warc.gz", "member": "<urn:1>"}
    document = corpus.document(tally([record(1, text="", page=page)]), "x")
    assert "newsextract explain &#x27;crawl/a b.warc.gz&#x27; --member &#x27;&lt;urn:1&gt;&#x27; -o" in document


def test_results_that_are_not_there_are_not_there(tmp_path, capsys):
    assert main(["report", str(tmp_path / "none"), "-o", str(tmp_path / "report.html")]) == 1
    assert "none: No such file or directory" in capsys.readouterr().err


def test_the_command_can_leave_explaining_out(tmp_path):
    (tmp_path / "1.html").write_bytes(fixture("wpblocks"))
    page = {"source": str(tmp_path / "1.html"), "member": None}
    results = write_lines(tmp_path / "r.jsonl", [record(1, text="", page=page)])
    assert main(["report", results, "-o", str(tmp_path / "report.html"), "--no-explain"]) == 0
    assert not (tmp_path / "report-pages").exists()


@pytest.fixture
def opened(show):
    rows = [record(n, url=f"https://s{n % 9}.example/{n}", title="$x$ <i>" if n % 2 else None) for n in range(40)]
    return show(corpus.document(tally([*rows, failure(1)]), "batch"), viewport={"width": 360, "height": 740})


@pytest.mark.browser
def test_the_report_fetches_nothing_and_complains_of_nothing(opened):
    assert opened.tab.locator("svg").count() == 4
    assert opened.requests == [opened.address]
    assert opened.complaints == []


@pytest.mark.browser
def test_the_report_is_no_wider_than_a_phone(opened):
    assert opened.tab.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.browser
def test_sites_can_be_filtered(opened):
    opened.tab.fill("input[data-filters]", "s3.example")
    assert opened.tab.locator("#rates tbody tr:visible").count() == 1
