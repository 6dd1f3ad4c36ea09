"""Files of ftr-site-config are rules of a site."""

from newsextract import Article, extract
from newsextract.rules.files import RuleFiles
from newsextract.rules.ftr import site_rules
from newsextract.rules.user import of_files
from tests.rules.site import PAGE, URL

CONFIG = """# keepers of the lantern
title: //div[@class='x2']
author: substring-before(//span[@class='x3'], ' and')
date: //span[@class='x4']/@data-day
body: //div[@class='none']
body: //div[@class='x6'] | //div[@class='x60']
strip: //p[contains(., 'Thursday')]
strip_id_or_class: x7
tidy: no
prune: no
http_header(user-agent): a browser
find_string: <b>
replace_string(<i>): <em>
strip: //p[
dance: yes
test_url: https://lantern.example/sund-rock
"""


def read(name: str = "lantern.example.txt", url: str = URL) -> Article:
    return extract(PAGE, url, rules=of_files(RuleFiles(((name, CONFIG),))))


def test_fields_are_read_by_their_xpath() -> None:
    article = read()
    assert article.title == "Lighthouse keepers return to Sund Rock"
    assert [a.name for a in article.authors] == ["Maren Holt"]
    assert article.to_dict()["published"] == "2024-03-05"


def test_the_second_body_stands_in_for_the_first() -> None:
    assert "failed on nine nights" in read().text


def test_what_the_file_strips_is_stripped() -> None:
    assert "row for us" not in read().text
    assert read().removed["stripped"] == 2


def test_evidence_names_file_and_directive() -> None:
    assert read().evidence["title"].source == "rule:lantern.example.txt:title"


def test_a_name_with_a_dot_in_front_means_the_hosts_below() -> None:
    source = "rule:.lantern.example.txt:title"
    assert read(".lantern.example.txt", "https://news.lantern.example/").evidence["title"].source == source
    assert read(".lantern.example.txt") == extract(PAGE, URL)


def test_what_has_no_meaning_here_is_named_with_its_line() -> None:
    rules = site_rules("lantern.example.txt", CONFIG)
    assert rules is not None
    assert [n.split(": ")[1:3] for n in rules.notices] == [
        ["line 11", "http_header"],
        ["line 12", "find_string"],
        ["line 13", "replace_string"],
        ["line 14", "strip"],
        ["line 15", "dance"],
    ]


def test_a_text_file_that_is_no_hosts_is_passed_over() -> None:
    assert site_rules("LICENSE.txt", "title: //h1") is None


def test_a_path_that_fails_on_a_page_finds_nothing() -> None:
    config = "title: //h1[foo(.)]\ntitle: //div[@class='x2']\n"
    article = extract(PAGE, URL, rules=of_files(RuleFiles((("lantern.example.txt", config),))))
    assert article.title == "Lighthouse keepers return to Sund Rock"
