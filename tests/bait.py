"""One text in every place of a page that something reads: a string that slows one expression finds it."""

import json
from html import escape
from typing import Final

META: Final = """
    author byl article:author dc.creator parsely-author sailthru.author twitter:creator description og:description
    twitter:description keywords news_keywords parsely-tags article:tag article:section og:title twitter:title
    og:site_name
    application-name og:locale og:type og:image og:image:alt og:url article:published_time article:modified_time date
    pubdate dc.date
    parsely-pub-date copyright dc.publisher generator content-language title
""".split()

ENTITY: Final = """
    headline alternativeHeadline name description keywords articleSection datePublished dateModified inLanguage url
    articleBody copyrightHolder genre wordCount identifier
""".split()

ATTRIBUTES: Final = """
    class id title alt aria-label data-src data-srcset data-date style role itemprop rel lang data-testid data-caption
""".split()

ELEMENTS: Final = """
    title h1 h2 h3 p li dt dd td th caption figcaption blockquote cite q pre code time address small strong em b i span
    div section aside nav footer header label button summary sup address mark noscript option textarea
""".split()

CLASSES: Final = """
    byline author author-name author-bio date published entry-date dateline headline standfirst subtitle dek category
    breadcrumb tags tag keywords related read-more source credit caption photo-credit copyright share pagination toc
    paywall newsletter correction sponsored updated live-entry kicker job-title
""".split()


def page(text: str) -> bytes:
    """A page that holds the text in all these places, once in each."""
    said = escape(text)
    parts = ["<!doctype html><html><head>"]
    parts += [f'<meta name="{name}" property="{name}" content="{said}">' for name in META]
    parts += [f'<link rel="{rel}" href="{said}" title="{said}">' for rel in ("canonical", "next", "amphtml", "icon")]
    entity = {"@type": "NewsArticle", **dict.fromkeys(ENTITY, text)}
    entity |= {"author": {"@type": "Person", "name": text, "jobTitle": text}, "publisher": {"name": text, "logo": text}}
    entity |= {"image": {"url": text, "caption": text}, "isPartOf": {"name": text}, "mainEntityOfPage": text}
    data = json.dumps(entity).replace("<", r"\u003c")
    state = json.dumps({"a": text, "title": text}).replace("<", r"\u003c")
    parts += [f'<script type="application/ld+json">{stated}</script>' for stated in (data, said)]
    parts.append(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')
    parts.append(f"<script>var a = {state};</script>")
    parts.append(f"<!-- {said} --><style>{said}</style></head><body>")
    for name in ELEMENTS:
        parts.append(f"<{name}>{said}</{name}>")
    for name in CLASSES:
        parts.append(f'<div class="{name}"><a href="/a">{said}</a></div><p class="{name}">{said}</p>')
    for name in ATTRIBUTES:
        parts.append(f'<div {name}="{said}"><p>The ships came in on Monday, all of them.</p></div>')
    parts.append(f'<p>The ships came in. <a href="{said}">{said}</a> And out. <b>{said}</b> They were late.</p>')
    parts.append(f'<figure><img src="{said}" srcset="{said}" sizes="{said}" alt="{said}" width="{said}"></figure>')
    parts.append(f'<time datetime="{said}">{said}</time><iframe src="{said}"></iframe><video src="{said}"></video>')
    parts.append(f'<table class="{said}"><tr><td colspan="{said}" rowspan="{said}">{said}</td></tr></table>')
    parts.append(f"<p>{said}<br>{said}<br>{said}</p><ul><li>{said}</li><li>{said}</li></ul>")
    parts.append("<p>The harbour board met again on Monday and put off the question until the spring.</p>" * 5)
    return "".join(parts).encode("utf-8", "replace")
