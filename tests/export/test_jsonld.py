from datetime import date

import pytest

from newsextract.records import Article, Author, Image, Link, Notice, Paragraph, RelatedPost, Section, Site


@pytest.mark.parametrize(
    ("kind", "name"),
    [("article", "NewsArticle"), ("live-blog", "LiveBlogPosting"), ("listing", "CollectionPage"), ("other", "WebPage")],
)
def test_the_kind_of_a_page_is_its_type(kind, name):
    assert Article(kind=kind).to_json_ld()["@type"] == name


def test_what_a_page_does_not_say_is_left_out():
    assert Article(kind="article").to_json_ld() == {"@context": "https://schema.org", "@type": "NewsArticle"}


def test_an_article_is_described_in_the_words_of_schema_org():
    article = Article(
        kind="article",
        title="Ferries stop",
        published=date(2031, 5, 2),
        authors=(Author(name="Ines Vahl", job_title="Pilot"), Author(name="Tidewire", kind="agency")),
        site=Site(name="Harbour Quarterly", logo="https://example.org/l.png"),
        tags=(Link(text="ferries"),),
        sections=(Section(blocks=(Paragraph(text="No boat."),)),),
        lead_image=Image(url="https://example.org/q.jpg"),
    )
    assert article.to_json_ld() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferries stop",
        "author": [
            {"@type": "Person", "name": "Ines Vahl", "jobTitle": "Pilot"},
            {"@type": "Organization", "name": "Tidewire"},
        ],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": "Harbour Quarterly",
            "logo": {"@type": "ImageObject", "url": "https://example.org/l.png"},
        },
        "datePublished": "2031-05-02",
        "image": [{"@type": "ImageObject", "url": "https://example.org/q.jpg"}],
        "keywords": ["ferries"],
        "articleBody": "No boat.",
    }


def test_a_paywall_closes_the_article():
    assert Article(notices=(Notice(kind="paywall"),)).to_json_ld()["isAccessibleForFree"] is False


def test_related_posts_and_breadcrumbs_belong_to_the_page():
    article = Article(
        related=(RelatedPost(title="Ice", url="https://example.org/ice"),),
        breadcrumbs=(Link(text="Coast", url="https://example.org/coast"),),
    )
    assert article.to_json_ld()["mainEntityOfPage"] == {
        "@type": "WebPage",
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Coast", "item": "https://example.org/coast"}
            ],
        },
        "relatedLink": ["https://example.org/ice"],
    }


def test_the_entries_of_a_live_blog_are_its_updates():
    entry = Section(heading="Boat in sight", published=date(2031, 5, 2), blocks=(Paragraph(text="At last."),))
    assert Article(kind="live-blog", sections=(entry,)).to_json_ld()["liveBlogUpdate"] == [
        {"@type": "BlogPosting", "headline": "Boat in sight", "datePublished": "2031-05-02", "articleBody": "At last."}
    ]
