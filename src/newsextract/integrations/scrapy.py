"""Scrapy (extra `scrapy`): responses in, Articles out, as items that feeds and pipelines understand.

ADDONS = {"newsextract.integrations.scrapy.Addon": 500}      # in settings.py

from newsextract.integrations.scrapy import extracted

def parse(self, response):
    yield extracted(response)
"""

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Unpack

from newsextract.errors import MissingExtra
from newsextract.options import ExtractOptions
from newsextract.pipeline import extract
from newsextract.records import Article

try:
    from itemadapter import ItemAdapter
    from itemadapter.adapter import AdapterInterface
except ImportError as error:
    raise MissingExtra("newsextract.integrations.scrapy", "scrapy") from error

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.settings import BaseSettings


def extracted(response: "Response", **options: Unpack[ExtractOptions]) -> Article:
    """The record of a response; address, charset and time of capture are its own, where `options` say no other."""
    own = ExtractOptions(charset=_charset(response), captured=_captured(response))
    return extract(response.body, response.url, **(own | options))


def _charset(response: "Response") -> str | None:
    """The charset of the Content-Type header; what Scrapy guessed beyond it counts for less than our own reading."""
    stated = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return next((p.partition("=")[2].strip("\"' ") for p in stated.split(";") if "charset=" in p.lower()), None)


def _captured(response: "Response") -> datetime | None:
    try:
        return parsedate_to_datetime((response.headers.get("Date") or b"").decode("latin-1"))
    except ValueError:
        return None


class ArticleAdapter(AdapterInterface):
    """An Article as an item: the keys and values of its JSON. Records are frozen, so keys cannot be set."""

    def __init__(self, item: Article) -> None:
        super().__init__(item)
        self._values = item.to_dict()

    @classmethod
    def is_item_class(cls, item_class: type) -> bool:
        """Whether a class is Article, or made of it."""
        return issubclass(item_class, Article)

    def __getitem__(self, field_name: str) -> Any:
        return self._values[field_name]

    def __setitem__(self, field_name: str, value: Any) -> None:
        raise TypeError(f"an Article is frozen: make a new one with attrs.evolve(article, {field_name}=…)")

    def __delitem__(self, field_name: str) -> None:
        raise TypeError("an Article is frozen, its fields cannot be deleted")

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def register() -> None:
    """Teach itemadapter, and with it feeds and pipelines, what an Article is."""
    if ArticleAdapter not in ItemAdapter.ADAPTER_CLASSES:
        ItemAdapter.ADAPTER_CLASSES = deque((ArticleAdapter, *ItemAdapter.ADAPTER_CLASSES))


class Addon:
    """The same as an add-on of Scrapy."""

    def update_settings(self, settings: "BaseSettings") -> None:
        """Called by Scrapy before a crawl begins."""
        register()
