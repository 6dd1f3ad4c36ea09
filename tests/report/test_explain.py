"""What an explanation says of a page."""

import pytest

from newsextract import extract
from newsextract.cli import main
from newsextract.report import explain, terminal
from tests.hostile import PAGES
from tests.report.pages import HOSTILE, fixture


@pytest.fixture(scope="module")
def blog():
    return explain(fixture("wpblocks"), url="https://uferblatt.example/2024/11/stadtbad/")


def values(explanation, group):
    return [v for v in explanation.values if v.group == group]


def test_the_record_is_the_one_that_extract_gives(blog):
    assert blog.article == extract(
        fixture("wpblocks"), url="https://uferblatt.example/2024/11/stadtbad/", locators=True
    )


def test_the_title_names_the_region_that_prints_it(blog):
    title = next(v for v in blog.values if v.name == "title")
    assert blog.regions[title.regions[0]].text == blog.article.title


@pytest.mark.parametrize("name", ["jnews", "wpblocks", "tagdiv", "drupal", "liveblog", "oldtable"])
def test_every_block_of_the_body_has_a_region(name):
    found = explain(fixture(name), url=f"https://{name}.example/story")
    assert [v.text for v in values(found, "body") if not v.regions] == []


@pytest.mark.parametrize("name", ["jnews", "tagdiv", "arc"])
def test_every_related_post_has_a_region(name):
    found = explain(fixture(name), url=f"https://{name}.example/story")
    assert found.article.related
    assert [v.text for v in values(found, "related") if not v.regions] == []


def test_what_was_removed_names_its_rule():
    found = explain(fixture("jnews"), url="https://sundet-info.example/story")
    removed = values(found, "removed")
    assert removed
    assert [v.name for v in removed if not v.rule] == []


def test_a_value_that_lost_shows_where_it_stands(blog):
    title = next(v for v in blog.values if v.name == "title")
    shown = [blog.regions[n].text for at in title.losing for n in at]
    assert any(text in {x.raw for x in title.evidence.losing} for text in shown)


def test_paragraphs_parted_by_breaks_are_regions_of_their_own():
    line = "The ferry sailed at noon with nobody on board but the mate, two crates of herring and a borrowed bicycle"
    found = explain(f"<body><h1>Noon</h1><div>{line} one.<br><br>{line} two.<br><br>{line} three.</div></body>")
    body = values(found, "body")
    assert [found.regions[v.regions[0]].text[-4:] for v in body] == ["one.", "two.", "ree."]


@pytest.mark.parametrize("make", PAGES, ids=lambda p: p.__name__)
def test_a_hostile_page_is_explained_too(make):
    assert explain(make()).to_html().endswith("</html>\n")


@pytest.mark.parametrize(
    "what",
    [
        "<script",
        "<svg",
        "<math",
        "<iframe",
        "<form",
        "onclick=",
        "onerror=",
        "javascript:",
        "refresh",
        "href=",
        "srcset=",
        "@import",
        "url(http",
        "url(//",
    ],
)
def test_the_page_shown_holds_nothing_active(what):
    assert what not in explain(HOSTILE).page


def test_an_address_that_a_style_leaves_open_is_not_fetched():
    page = explain("<style>p { background: url(https://evil.example/a.png</style><p>The board met on Monday.").page
    assert "evil.example" not in page


def test_the_terminal_shows_fields_and_what_was_removed():
    pytest.importorskip("rich")
    found = explain(fixture("jnews"), url="https://sundet-info.example/story")
    said = terminal.table(found)
    assert "Why the ferry agreement" in said
    assert values(found, "removed")[0].rule in said


def test_the_command_writes_the_file(tmp_path):
    page = tmp_path / "story.html"
    page.write_bytes(fixture("wpblocks"))
    assert main(["explain", str(page), "-o", str(tmp_path / "out.html")]) == 0
    assert "Stadtbad" in (tmp_path / "out.html").read_text("utf-8")


def test_the_command_names_a_file_that_cannot_be_written(tmp_path, capsys):
    page = tmp_path / "story.html"
    page.write_bytes(fixture("wpblocks"))
    assert main(["explain", str(page), "-o", str(tmp_path / "none" / "out.html")]) == 1
    assert "out.html" in capsys.readouterr().err
