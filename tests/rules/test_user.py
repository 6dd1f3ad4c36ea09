"""Rules of a user: what they say of a site wins, for the pages they hold for."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newsextract import Article, extract, load_rules
from newsextract.errors import RuleError
from newsextract.rules.files import RuleFiles
from newsextract.rules.load import bundled
from newsextract.rules.user import of_files
from tests.rules.site import PAGE, RULES, URL


def ruled(rules: str, page: str = PAGE, url: str | None = URL, captured: datetime | None = None) -> Article:
    return extract(page, url, captured=captured, rules=of_files(RuleFiles((("lantern.toml", rules),))))


@pytest.fixture(scope="module")
def article() -> Article:
    return ruled(RULES)


def test_a_rule_names_the_title(article: Article) -> None:
    assert article.title == "Lighthouse keepers return to Sund Rock"


def test_the_evidence_names_the_rule_and_the_place(article: Article) -> None:
    why = article.evidence["title"]
    assert (why.source, why.locator) == ("rule:lantern.title", "body > div:nth-of-type(1) > div:nth-of-type(1)")


def test_what_was_read_otherwise_stands_among_the_losing(article: Article) -> None:
    assert [lost.raw for lost in article.evidence["title"].losing][:1] == ["The Kelmar Lantern"]


def test_a_line_of_several_names_is_several_authors(article: Article) -> None:
    assert [a.name for a in article.authors] == ["Maren Holt", "Tobias Venn"]


def test_a_date_is_read_from_the_attribute_named(article: Article) -> None:
    assert article.published == date(2024, 3, 5)


def test_an_xpath_selects_as_selectors_do(article: Article) -> None:
    assert [(t.text, t.url) for t in article.tags] == [
        ("Lights", "https://lantern.example/t/lights"),
        ("Coast", "https://lantern.example/t/coast"),
    ]


def test_the_body_is_what_the_rule_names_and_no_more(article: Article) -> None:
    assert "failed on nine nights" in article.text
    assert "council meets" not in article.text


def test_what_is_stripped_is_not_in_the_body_and_is_counted(article: Article) -> None:
    assert "row for us" not in article.text
    assert article.removed["stripped"] == 1


def test_the_body_has_the_rule_in_its_evidence(article: Article) -> None:
    assert article.evidence["sections"].source == "rule:lantern.body"


@pytest.mark.parametrize(
    "url", ["https://other.example/a", "https://notlantern.example/a", "https://a.lantern.example/"]
)
def test_a_site_rule_leaves_other_hosts_alone(url: str) -> None:
    assert ruled(RULES, url=url) == extract(PAGE, url)


def test_www_is_the_same_site() -> None:
    assert ruled(RULES, url="https://www.lantern.example/a").evidence["title"].source == "rule:lantern.title"


def test_a_star_means_the_hosts_below() -> None:
    rules = RULES.replace('"lantern.example"', '"*.lantern.example"')
    assert ruled(rules, url="https://news.lantern.example/a").evidence["title"].source == "rule:lantern.title"
    assert ruled(rules, url="https://lantern.example/a") == extract(PAGE, "https://lantern.example/a")


def test_the_page_may_name_its_host_itself() -> None:
    page = PAGE.replace("<head>", f'<head><link rel="canonical" href="{URL}">')
    assert ruled(RULES, page, url=None).evidence["title"].source == "rule:lantern.title"


def test_rules_without_a_site_hold_for_all() -> None:
    rules = RULES.replace('site = "lantern.example"', "")
    assert ruled(rules, url=None).evidence["title"].source == "rule:lantern.title"


OLD = RULES.replace("lantern.", "old.").replace("old.example", "lantern.example").replace('"div.x2"', '"div.x6"')
OLD = f"valid_until = 2020-12-31\n{OLD}"


@pytest.mark.parametrize(
    ("captured", "rule"),
    [
        (datetime(2019, 5, 1, tzinfo=UTC), "rule:old.title"),
        (datetime(2020, 12, 31, 23, tzinfo=UTC), "rule:old.title"),
        (datetime(2021, 1, 1, tzinfo=UTC), "rule:lantern.title"),
        (None, "rule:lantern.title"),
    ],
)
def test_an_old_layout_is_told_by_the_day_of_capture(captured: datetime | None, rule: str) -> None:
    rules = of_files(RuleFiles((("new.toml", RULES), ("old.toml", OLD))))
    assert extract(PAGE, URL, captured=captured, rules=rules).evidence["title"].source == rule


def test_a_rule_that_finds_nothing_leaves_the_page_to_itself() -> None:
    page = PAGE.replace('class="x', 'class="z')
    assert ruled(RULES, page) == extract(page, URL)


def test_a_body_that_looks_like_a_menu_is_a_body_where_the_rule_says_so() -> None:
    page = PAGE.replace('class="x6"', 'class="x6 menu" role="navigation"')
    assert "failed on nine nights" in ruled(RULES, page).text


def test_labels_of_a_user_cut_as_the_bundled_ones_do() -> None:
    rules = """
        site = "lantern.example"
        [[rule]]
        id = "newsletter.lantern"
        kind = "newsletter"
        match = [".x7"]
        fires = '<p class="x7">Write to us</p>'
        spares = '<p class="x8">Write to us</p>'
    """
    assert ruled(rules).removed["newsletter"] == 1


def test_rules_of_no_use_here_change_nothing() -> None:
    rules = of_files(RuleFiles((("lantern.toml", RULES),)))
    page = (Path(__file__).parents[1] / "fixtures/jnews/page.html").read_bytes()
    url = "https://sundet-info.example/ferry-agreement/"
    assert extract(page, url, rules=rules) == extract(page, url)


def test_a_folder_is_read_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "sea").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "broken.toml").write_text("[")
    (tmp_path / "sea" / "lantern.toml").write_text(RULES)
    assert extract(PAGE, URL, rules=load_rules(tmp_path)).title == "Lighthouse keepers return to Sund Rock"


def test_the_bundled_rules_stay_in_force() -> None:
    assert of_files(RuleFiles((("lantern.toml", RULES),))).rules == bundled().rules


FAULTS = {
    "title = 1": ("unknown key", "'title'"),
    '[[field]]\nid = "a.b"': ("'a.b'", "'field': missing"),
    RULES.replace('"div.x2"', '"div..x2"'): ("'lantern.title'", "'match'", "div..x2"),
    RULES.replace("//ul[@class='x5']//a", "//ul[@class='x5'//a"): ("'lantern.tags'", "'match'", "not an XPath"),
    RULES.replace('field = "title"', 'field = "titel"'): ("no such field: 'titel'", "title, subtitle"),
    RULES.replace('"lantern.example"', '"https://lantern.example/"'): ("'site'", "no host"),
    f'valid_until = "2020-01-01"\n{RULES}': ("'valid_until'", "without quotes"),
    RULES.replace("lantern.tags", "lantern.title"): ("'id': already used in lantern.toml",),
    RULES.replace('title = "A lamp"', 'titel = "A lamp"'): ("'titel'", "no such field"),
    "site = [": ("not TOML",),
    RULES.replace('"lantern.example"', "7"): ("'site'", "no host: 7"),
    RULES.replace('has = ["It burns."]', "has = true"): ("'has'", "must be texts"),
    RULES.replace('title = "A lamp"', 'title = "A lamp"\ncaptured = "May"'): ("'captured'", "without quotes"),
    'site = "a.example"': ("no rules",),
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda t: FAULTS[t][0])
def test_what_is_wrong_is_an_error_that_names_the_place(text: str) -> None:
    with pytest.raises(RuleError, match=r"^lantern\.toml: ") as raised:
        of_files(RuleFiles((("lantern.toml", text),)))
    assert [part for part in FAULTS[text] if part not in str(raised.value)] == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        load_rules(tmp_path / "none")


def test_a_folder_without_rules_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rule files"):
        load_rules(tmp_path)


def test_the_second_rule_stands_in_where_the_first_reads_nothing() -> None:
    empty = RULES.replace('match = ["div.x2"]', 'match = ["div.x2"]\nattribute = "data-none"', 1)
    other = RULES.split("[[field]]")[1].replace("lantern.title", "lantern.second")
    article = ruled(f"{empty}\n[[field]]{other}")
    assert (article.title, article.evidence["title"].source) == (
        "Lighthouse keepers return to Sund Rock",
        "rule:lantern.second",
    )


def test_a_title_that_only_metadata_states_can_be_named() -> None:
    page = PAGE.replace("<head>", '<head><meta name="x-title" content="Oars for sale">')
    rules = RULES.replace('"div.x2"', "\"//meta[@name='x-title']/@content\"")
    assert ruled(rules, page).title == "Oars for sale"


PARTS = """
<span class="f1">A standfirst of the day</span> <a class="f2" href="/c/coast">Coast</a>
<div class="f3"><img src="/small.jpg" srcset="/large.jpg 900w" alt="The rock"></div>
<a class="f4" href="/sund-rock/2">2</a> <time class="f5" datetime="2024-03-06T10:00:00+02:00">today</time>
"""
FIELDS = [
    ("subtitle", "f1", "A standfirst of the day"),
    ("description", "f1", "A standfirst of the day"),
    ("source", "f2", "Coast"),
    ("site", "f2", {"name": "Coast", "url": "https://lantern.example/", "logo": None}),
    ("canonical_url", "f2", "https://lantern.example/c/coast"),
    ("categories", "f2", [{"text": "Coast", "url": "https://lantern.example/c/coast"}]),
    ("modified", "f5", "2024-03-06T10:00:00+02:00"),
    ("pagination", "f4", {"current": None, "total": None, "urls": ["https://lantern.example/sund-rock/2"]}),
]


@pytest.mark.parametrize(("field", "name", "value"), FIELDS, ids=[f[0] for f in FIELDS])
def test_each_field_is_read_as_its_kind(field: str, name: str, value: object) -> None:
    page = PAGE.replace("</body>", f"{PARTS}</body>")
    rules = f"""
        site = "lantern.example"
        [[field]]
        id = "lantern.{field}"
        field = "{field}"
        match = [".{name}"]
        fires = "<p>-</p>"
        spares = "<p>-</p>"
    """
    assert ruled(rules, page).to_dict()[field] == value


def test_the_lead_image_is_the_largest_that_the_element_offers() -> None:
    page = PAGE.replace("</body>", f"{PARTS}</body>")
    rules = RULES.replace('"tags"', '"lead_image"').replace("//ul[@class='x5']//a", "//div[@class='f3']")
    image = ruled(rules, page).lead_image
    assert image is not None
    assert (image.url, image.alt) == ("https://lantern.example/large.jpg", "The rock")
