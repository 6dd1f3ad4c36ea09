"""An article as a schema.org entity, ready to be written as JSON-LD."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from newsextract.records import Article, Author, Image, Link, Section, Site

TYPES: Final = {
    "article": "NewsArticle",
    "live-blog": "LiveBlogPosting",
    "listing": "CollectionPage",
    "other": "WebPage",
}
"""Kinds of page as schema.org types."""

CLOSED: Final = "paywall"
"""The notice of a page whose text is not free to all."""


def entity(article: Article) -> dict[str, Any]:
    """The article as schema.org has it (version 29); properties without a value are left out."""
    address = article.canonical_url or article.url
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": TYPES[article.kind],
            "url": address,
            "mainEntityOfPage": _page(article, address),
            "headline": article.title,
            "alternativeHeadline": article.subtitle,
            "description": article.description,
            "inLanguage": article.language,
            "author": [_author(a) for a in article.authors],
            "publisher": _publisher(article.site),
            "sourceOrganization": _organization(article.source),
            "datePublished": _stamp(article.published),
            "dateModified": _stamp(article.modified),
            "image": list(_images(article)),
            "articleSection": [c.text for c in article.categories],
            "keywords": [t.text for t in article.tags],
            "articleBody": article.text,
            "isAccessibleForFree": False if any(n.kind == CLOSED for n in article.notices) else None,
            "liveBlogUpdate": [_update(s) for s in article.sections if article.kind == "live-blog" and s.published],
        }
    )


def _page(article: Article, address: str | None) -> dict[str, Any] | None:
    related = [post.url for post in article.related if post.url]
    page = _filled({"@id": address, "breadcrumb": _breadcrumbs(article.breadcrumbs), "relatedLink": related})
    return {"@type": "WebPage", **page} if page else None


def _breadcrumbs(links: tuple[Link, ...]) -> dict[str, Any] | None:
    if not links:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _filled({"@type": "ListItem", "position": position, "name": link.text, "item": link.url})
            for position, link in enumerate(links, start=1)
        ],
    }


def _author(author: Author) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Person" if author.kind == "person" else "Organization",
            "name": author.name,
            "url": author.url,
            "jobTitle": author.job_title if author.kind == "person" else None,
            "description": author.bio,
            "image": author.image,
        }
    )


def _publisher(site: Site | None) -> dict[str, Any] | None:
    if site is None:
        return None
    logo = {"@type": "ImageObject", "url": site.logo} if site.logo else None
    return {"@type": "NewsMediaOrganization", **_filled({"name": site.name, "url": site.url, "logo": logo})}


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _images(article: Article) -> Iterator[dict[str, Any]]:
    lead = (article.lead_image,) if article.lead_image else ()
    for image in {i.url: i for i in (*article.images, *lead)}.values():
        yield _image(image)


def _image(image: Image) -> dict[str, Any]:
    return _filled(
        {
            "@type": "ImageObject",
            "url": image.url,
            "caption": image.caption,
            "creditText": image.credit,
            "width": image.width,
            "height": image.height,
        }
    )


def _update(section: Section) -> dict[str, Any]:
    return _filled(
        {
            "@type": "BlogPosting",
            "headline": section.heading,
            "datePublished": _stamp(section.published),
            "author": [_author(a) for a in section.authors],
            "articleBody": Article(sections=(Section(blocks=section.blocks),)).text,
        }
    )


def _stamp(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None and value not in ("", [])}
