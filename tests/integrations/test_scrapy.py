"""A project made by `scrapy startproject` crawls a site of this machine into Articles."""

import asyncio
import json
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from itemadapter import ItemAdapter
from itemadapter.adapter import AttrsAdapter
from scrapy.http import HtmlResponse
from web_poet import HttpResponse

from newsextract import Article
from newsextract.integrations.scrapy import ArticleAdapter, extracted
from newsextract.integrations.webpoet import NewsPage

FIXTURES = Path(__file__).parents[1] / "fixtures"
SPIDER = """
import scrapy
from scrapy_poet import DummyResponse

from newsextract.integrations.scrapy import extracted
from newsextract.integrations.webpoet import NewsPage


class HarbourSpider(scrapy.Spider):
    name = "harbour"

    async def start(self):
        yield scrapy.Request(self.home, self.parse_home)

    def parse_home(self, response):
        for number, link in enumerate(response.css("a")):
            yield response.follow(link, self.parse_page if number % 2 else self.parse_article)

    def parse_article(self, response):
        yield extracted(response)

    async def parse_page(self, response: DummyResponse, page: NewsPage):
        yield await page.to_item()
"""
SETTINGS = """
ADDONS = {"newsextract.integrations.scrapy.Addon": 500, "scrapy_poet.Addon": 300}
DOWNLOAD_DELAY = 0
TELNETCONSOLE_ENABLED = False
"""
NAMES = ("jnews", "wpblocks", "drupal", "wire")


@pytest.fixture
def home(tmp_path):
    """A site of fixtures on this machine."""
    (tmp_path / "site").mkdir()
    for name in NAMES:
        (tmp_path / "site" / f"{name}.html").write_bytes((FIXTURES / name / "page.html").read_bytes())
    (tmp_path / "site" / "index.html").write_text("".join(f'<a href="{name}.html">{name}</a>' for name in NAMES))
    handler = partial(_Quiet, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


def scrapy(folder, *argv):
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *argv], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stderr


def test_a_fresh_project_crawls_a_site_into_articles(tmp_path, home):
    scrapy(tmp_path, "startproject", "study")
    project = tmp_path / "study"
    (project / "study" / "spiders" / "harbour.py").write_text(SPIDER)
    with (project / "study" / "settings.py").open("a") as settings:
        settings.write(SETTINGS)
    log = scrapy(project, "crawl", "harbour", "-a", f"home={home}", "-O", "articles.jsonl")
    lines = (project / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [Article.from_dict(json.loads(line)) for line in lines]
    assert sorted(a.url.rpartition("/")[2] for a in articles) == sorted(f"{name}.html" for name in NAMES), log[-2000:]
    assert all(a.title and a.sections for a in articles)


PAGE = "<html><head><title>Ice</title></head><body><h1>Ice in the channel – Море</h1><p>3 hours ago</p></body></html>"


def response(**headers):
    return HtmlResponse("https://lantern.example/ice", body=PAGE.encode("koi8-r", "replace"), headers=headers)


def test_the_charset_of_the_header_counts():
    article = extracted(response(**{"Content-Type": "text/html; charset=koi8-r"}))
    assert article.title == "Ice in the channel ? Море"


def test_the_date_of_the_answer_is_the_time_of_capture():
    article = extracted(response(Date="Tue, 05 Mar 2024 09:30:00 GMT"), charset="koi8-r")
    assert article.url == "https://lantern.example/ice"


def test_an_adapted_item_has_the_keys_of_the_json():
    article = Article(title="Ice")
    assert dict(ArticleAdapter(article)) == article.to_dict()


def test_an_adapted_item_refuses_changes():
    with pytest.raises(TypeError, match=r"attrs\.evolve"):
        ArticleAdapter(Article())["title"] = "Ice"


def test_without_the_add_on_an_item_is_what_itemadapter_makes_of_attrs_classes():
    assert isinstance(ItemAdapter(Article()).adapter, AttrsAdapter)


def test_a_page_object_gives_the_article():
    page = NewsPage(HttpResponse("https://lantern.example/ice", PAGE.encode(), headers={"Content-Type": "text/html"}))
    assert asyncio.run(page.to_item()).title == "Ice in the channel – Море"
