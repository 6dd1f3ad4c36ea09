"""An Article as the `Article` of zyte-common-items, which Scrapy projects and page objects share (extra `zyte`)."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsextract.errors import InputError, MissingExtra
from newsextract.records import Article, Embed, plain

if TYPE_CHECKING:
    import zyte_common_items


def to_zyte(article: Article, url: str | None = None) -> "zyte_common_items.Article":
    """The same article in the other schema, which wants the page's `url`: InputError where nobody names it.

    Dates follow its convention, UTC with "Z", only where the page states a time and a zone; the page's own wording is
    in `datePublishedRaw`. Lists and tables of the body are in `articleBodyHtml`; what else the schema has no place for,
    related posts and evidence among it, stays behind.
    """
    try:
        import zyte_common_items as items
    except ImportError as error:
        raise MissingExtra("to_zyte", "zyte") from error
    address = url or article.url or article.canonical_url
    if address is None:
        raise InputError("zyte-common-items wants the page's address: give url=")
    images = dict.fromkeys(i.url for i in ((article.lead_image,) if article.lead_image else ()) + article.images)
    return items.Article(
        url=address,
        canonicalUrl=article.canonical_url,
        headline=article.title,
        datePublished=_stamp(article, "published"),
        datePublishedRaw=_raw(article, "published"),
        dateModified=_stamp(article, "modified"),
        dateModifiedRaw=_raw(article, "modified"),
        authors=[items.Author(name=a.name, nameRaw=a.name, url=a.url) for a in article.authors] or None,
        breadcrumbs=[items.Breadcrumb(name=b.text, url=b.url) for b in article.breadcrumbs] or None,
        inLanguage=article.language.partition("-")[0] if article.language else None,
        mainImage=items.Image(url=article.lead_image.url) if article.lead_image else None,
        images=[items.Image(url=i) for i in images] or None,
        description=article.description,
        articleBody=article.text or None,
        articleBodyHtml=article.to_html(fragment=True) if article.sections else None,
        videos=[items.Video(url=e) for e in _embedded(article, "video")] or None,
        audios=[items.Audio(url=e) for e in _embedded(article, "audio")] or None,
    )


def _stamp(article: Article, field: str) -> str | None:
    """A date and time with its zone, in UTC; None for a day alone: the schema knows no precision."""
    when = getattr(article, field)
    if not isinstance(when, datetime) or when.tzinfo is None:
        return None
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _raw(article: Article, field: str) -> str | None:
    """The date in the page's words, else as far as it is known."""
    when, why = getattr(article, field), article.evidence.get(field)
    return (why.raw if why else None) or (when.isoformat() if when else None)


def _embedded(article: Article, kind: str) -> list[str]:
    return [b.url for b in plain.blocks(article.sections) if isinstance(b, Embed) and b.kind == kind]
