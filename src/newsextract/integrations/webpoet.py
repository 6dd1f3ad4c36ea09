"""web-poet (extra `web-poet`): a page object whose item is an Article, for scrapy-poet and other frameworks."""

from newsextract.errors import MissingExtra
from newsextract.pipeline import extract
from newsextract.records import Article

try:
    import web_poet
except ImportError as error:
    raise MissingExtra("newsextract.integrations.webpoet", "web-poet") from error


class NewsPage(web_poet.WebPage[Article]):
    """Any page of news. A subclass may override `to_item` for one site, as web-poet's page objects do."""

    async def to_item(self) -> Article:
        """The record of the response."""
        headers = self.response.headers
        return extract(self.response.body, str(self.response.url), charset=headers.declared_encoding())
