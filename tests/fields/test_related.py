"""Related posts: one fact a test, on small pages made for it."""

from datetime import date

import pytest

from newsextract import extract
from newsextract.records import RelatedPost

URL = "https://fjordbladet.example/2025/07/25/harbour-board-votes-to-widen-the-quay/"

SENTENCE = "The harbour board voted on Friday to widen the northern quay by forty metres before winter. "
PROSE = f"<p>{SENTENCE * 2}</p>"

TITLES = [
    "Ferry company orders two electric vessels",
    "Storm closes the coastal road for a week",
    "Museum shows a lost map",
]


def posts(*parts: str, url: str = URL) -> tuple[RelatedPost, ...]:
    body = "".join(parts)
    html = f"<html lang=en><body><main><article><h1>Harbour board votes to widen the quay</h1>{body}</article></main>"
    return extract(html, url=url).related


def slug(title: str) -> str:
    return "/2025/07/20/" + title.lower().replace(" ", "-") + "/"


CARD = '<div><a href="{u}"><img src=/a.jpg></a><h3><a href="{u}">{t}</a></h3></div>'


def cards(form: str = CARD) -> str:
    return "<div class=grid>" + "".join(form.format(u=slug(t), t=t) for t in TITLES) + "</div>"


def titles_of(found: tuple[RelatedPost, ...]) -> list[str]:
    return [p.title for p in found]


@pytest.mark.parametrize(
    "form",
    [
        '<div><a href="{u}"><h3>{t}</h3><p>A summary that says more of it.</p><time>July 20, 2025</time></a></div>',
        '<div class=card><a href="{u}" aria-label="{t}"></a><h3>{t}</h3><span>4 min</span></div>',
        '<div class=card><a class=cover href="{u}"></a><div class=card-title>{t}</div></div>',
        '<li><a href="{u}"><img src=/x.jpg alt="A boat"></a><a href="{u}">{t}</a></li>',
        '<a href="{u}"><span class=kicker>Harbour</span><span class=headline>{t}</span></a>',
        '<p><a href="{u}">{t}</a></p>',
    ],
)
def test_every_form_of_card_gives_its_title_alone(form: str) -> None:
    found = posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))
    assert titles_of(found) == TITLES


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("Related Posts", "related"),
        ("Mehr zum Thema", "related"),
        ("Sur le même sujet", "related"),
        ("Похожие материалы", "related"),
        ("相关新闻", "related"),
        ("Most read", "recommended"),
        ("Lo más leído", "recommended"),
        ("آخر الأخبار", "recommended"),
        ("You may also like", "recommended"),
    ],
)
def test_the_printed_title_says_the_relation(title: str, relation: str) -> None:
    found = posts(PROSE * 3, f"<h3>{title}</h3>", cards())
    assert {p.relation for p in found} == {relation}


def test_the_printed_title_is_believed_before_the_class() -> None:
    found = posts(PROSE * 3, "<section class=related-articles><h3>Most popular</h3>", cards(), "</section>")
    assert {p.relation for p in found} == {"recommended"}


def test_read_also_paragraph_in_the_body_is_read_more() -> None:
    line = f'<p><strong>READ ALSO:</strong> <a href="{slug(TITLES[0])}">{TITLES[0]}</a></p>'
    found = posts(PROSE * 2, line, PROSE * 2)
    assert [(p.title, p.relation) for p in found] == [(TITLES[0], "read-more")]


def test_read_also_inside_the_link_is_not_in_the_title() -> None:
    line = f'<p><a href="{slug(TITLES[0])}">Lesen Sie auch: {TITLES[0]}</a></p>'
    assert titles_of(posts(PROSE * 2, line, PROSE * 2)) == TITLES[:1]


def test_read_also_paragraph_is_not_body_text() -> None:
    line = f'<p><strong>READ ALSO:</strong> <a href="{slug(TITLES[0])}">{TITLES[0]}</a></p>'
    html = f"<body><article><h1>Harbour board votes to widen the quay</h1>{PROSE * 2}{line}{PROSE * 2}</article>"
    assert TITLES[0] not in extract(html, url=URL).text


def test_a_bare_list_under_a_label_in_the_body_is_read_more() -> None:
    links = "".join(f'<li><a href="{slug(t)}">{t}</a></li>' for t in TITLES)
    found = posts(PROSE * 2, f"<p><b>Related stories:</b></p><ul>{links}</ul>", PROSE * 2)
    assert [p.relation for p in found] == ["read-more"] * 3


def test_links_in_running_text_are_no_related_posts() -> None:
    link = f'<a href="{slug(TITLES[0])}">ordered two electric vessels in May</a>'
    inline = f"<p>The company, which {link}, did not answer.</p>"
    assert posts(PROSE * 2, inline, PROSE * 2) == ()


def test_the_article_itself_is_refused() -> None:
    own = f'<div><h3><a href="{URL}?utm_source=front">Harbour board votes to widen the quay</a></h3></div>'
    found = posts(PROSE * 3, "<h2>Related posts</h2><div>", own, cards(), "</div>")
    assert titles_of(found) == TITLES


def test_sponsored_blocks_are_refused() -> None:
    assert posts(PROSE * 3, "<h2>Sponsored stories</h2>", cards()) == ()


def test_menus_and_footers_are_refused() -> None:
    assert posts(PROSE * 3, "</article></main><nav>", cards(), "</nav><footer>", cards(), "</footer>") == ()


def test_author_and_category_links_of_cards_are_no_posts() -> None:
    links = '<a href="/category/harbour-and-sea-news/">Harbour and sea</a> <a href="/author/kari-n-holm/">Kari Holm</a>'
    form = f'<div><h3><a href="{{u}}">{{t}}</a></h3>{links}</div>'
    found = posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))
    assert titles_of(found) == TITLES


def test_one_article_under_several_tracking_queries_is_one_post() -> None:
    title = TITLES[0]
    twice = "".join(f'<li><a href="{slug(title)}?utm_medium={m}">{title}</a></li>' for m in ("box", "bar"))
    found = posts(PROSE * 3, f"<h2>Related posts</h2><ul>{twice}</ul>")
    assert [p.url for p in found] == ["https://fjordbladet.example" + slug(TITLES[0])]


FULL = """<article class=post><a href="{u}"><img src="data:image/gif;base64,R0" data-src="/img/big.jpg"></a>
<div class=cat><a href="/category/harbour/">Harbour</a></div><h3><a href="{u}">{t}</a></h3>
<div><span class=byline>by <a href="/author/kari-holm/">Kari Holm</a></span> <span class=date>July 20, 2025</span></div>
<div class=excerpt>Two vessels of forty metres each are to be built at home, the company says.</div></article>"""


def test_a_card_gives_date_category_author_and_picture() -> None:
    first = posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=FULL))[0]
    assert (first.date, first.category, first.author, first.image) == (
        date(2025, 7, 20),
        "Harbour",
        "Kari Holm",
        "https://fjordbladet.example/img/big.jpg",
    )


@pytest.mark.parametrize(
    "form",
    [
        '<a rel=prev href="{p}">{a}</a><a rel=next href="{n}">{b}</a>',
        '<a class="post prev-post" href="{p}"><span>Previous Post</span><h3>{a}</h3></a>'
        '<a class="post next-post" href="{n}"><span>Next Post</span><h3>{b}</h3></a>',
        '<div class=nav-previous><a href="{p}">← {a}</a></div><div class=nav-next><a href="{n}">{b} →</a></div>',
        '<div><a href="{p}">Vorheriger Artikel: {a}</a> <a href="{n}">Nächster Artikel: {b}</a></div>',
        '<nav class=pagenavigation><a class="btn previous" rel=prev href="{p}"><span>Previous article: {a}</span> '
        '<i></i> <span>Prev</span></a> <a rel=next href="{n}"><span>Next article: {b}</span> <i>Next</i></a></nav>',
        '<div class=item-pagination><a class=item-pagination-link--prev href="{p}"><div>Previous</div><h2>{a}</h2></a>'
        '<a class=item-pagination-link--next href="{n}"><div>Next</div><h2>{b}</h2></a></div>',
    ],
)
def test_previous_and_next_by_rel_class_and_words(form: str) -> None:
    links = form.format(p=slug(TITLES[0]), n=slug(TITLES[1]), a=TITLES[0], b=TITLES[1])
    found = posts(PROSE * 3, links)
    assert [(p.relation, p.title) for p in found] == [("previous", TITLES[0]), ("next", TITLES[1])]


def test_pages_of_the_article_are_no_neighbours() -> None:
    assert posts(PROSE * 3, f'<a rel=next href="{URL}2/">Next</a>') == ()


def test_links_to_an_archive_by_day_part_no_card() -> None:
    form = '<div><h3><a href="{u}">{t}</a></h3><a href="/2025/07/20/">Published July 20, 2025</a></div>'
    first = posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))[0]
    assert (first.title, first.date) == (TITLES[0], date(2025, 7, 20))


def test_a_heading_that_is_named_a_kicker_is_no_title() -> None:
    form = '<li><a href="{u}"><div class=teaser-kicker><h3>News from the harbour town</h3></div><h2>{t}</h2></a></li>'
    found = posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))
    assert titles_of(found) == TITLES


def test_links_named_headers_by_their_style_are_no_site_header() -> None:
    form = '<div><a href="{u}"><img src=/a.jpg alt="A quay by night"></a><a class=header-300 href="{u}">{t}</a></div>'
    assert titles_of(posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))) == TITLES


def test_the_articles_own_card_does_not_hide_the_title_of_its_block() -> None:
    own = f'<div class=card><h3><a href="{URL}">Harbour board votes to widen the quay</a></h3></div>'
    form = '<div class="card new"><h3><a href="{u}">{t}</a></h3></div>'
    rest = "".join(form.format(u=slug(t), t=t) for t in TITLES)
    found = posts(PROSE * 3, f"<aside class=box><h2>Related posts</h2>{own}{rest}</aside>")
    assert [(p.title, p.relation) for p in found] == [(t, "related") for t in TITLES]


def test_a_list_that_the_text_leads_over_to_is_part_of_the_text() -> None:
    links = "".join(f'<li><a href="{slug(t)}">{t} as the board said</a></li>' for t in TITLES)
    assert posts(PROSE * 2, f"<p>These were the decisions of the year:</p><ul>{links}</ul>", PROSE * 2) == ()


def test_a_link_that_the_text_runs_around_is_part_of_the_text() -> None:
    line = f'<p>How it ended: <a href="{slug(TITLES[1])}">{TITLES[1]}</a>, with no one hurt.</p>'
    assert posts(PROSE * 2, line, PROSE * 2) == ()


def test_a_label_before_a_link_in_the_text_makes_it_read_more() -> None:
    line = f'<p><strong>Weather:</strong> <a href="{slug(TITLES[1])}">{TITLES[1]}</a></p>'
    assert [p.relation for p in posts(PROSE * 2, line, PROSE * 2)] == ["read-more"]


def test_a_list_under_related_articles_is_one_though_it_is_marked_up_as_a_menu() -> None:
    links = "".join(f'<li><a href="{slug(t)}">{t}</a></li>' for t in TITLES)
    assert titles_of(posts(PROSE * 3, f"<h2>Related articles</h2><nav><ul>{links}</ul></nav>")) == TITLES


def test_a_sentence_is_no_title_of_a_block() -> None:
    offer = '<div><h3>Find the right ferry for you.</h3><a href="/ferry-finder-2025">Start the ferry finder</a></div>'
    assert posts(PROSE * 3, offer) == ()


def test_the_title_of_a_block_that_leads_to_its_list_is_no_post() -> None:
    title = '<h2><a href="/harbour-news-2025">More stories</a></h2>'
    found = posts(PROSE * 3, f"<aside class=more-stories>{title}{cards()}</aside>")
    assert titles_of(found) == TITLES


def test_comments_on_other_articles_are_no_posts() -> None:
    form = '<li class=recentcomments>Olav on <a href="{u}#comment-7">{t}</a></li>'
    assert posts(PROSE * 3, "<section class=widget_recent_comments><h2>New comments</h2>", cards(form=form)) == ()


def test_the_author_of_a_card_is_told_from_the_job_below() -> None:
    form = (
        '<div><h3><a href="{u}">{t}</a></h3><div class=author-info><div class=author-name><p>Kari Holm</p>'
        "<p>Harbour editor</p></div></div></div>"
    )
    assert posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))[0].author == "Kari Holm"


def test_a_neighbour_beside_pages_by_its_name_is_a_post() -> None:
    links = (
        f'<nav class=pagination-single><div class=inner><a class=previous-post href="{slug(TITLES[0])}"><span>←</span>'
        f"<span class=title>{TITLES[0]}</span></a></div></nav>"
    )
    assert [(p.relation, p.title) for p in posts(PROSE * 3, links)] == [("previous", TITLES[0])]


def test_a_neighbour_without_a_title_has_that_of_another_link_to_it() -> None:
    links = f'<a rel=prev href="{slug(TITLES[0])}">« Previous Post</a><aside><h3>Recent posts</h3>{cards()}</aside>'
    assert posts(PROSE * 3, links)[0].title == TITLES[0]


def test_a_kicker_glued_to_a_title_is_no_part_of_it() -> None:
    form = "<li><a href='{u}'><span class=title><span class=overline>News from the port</span>{t}</span></a></li>"
    assert titles_of(posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))) == TITLES


def test_the_article_under_another_way_to_reach_it_is_refused() -> None:
    own = f'<div><h3><a href="{URL}?src=box">Harbour board votes to widen the quay</a></h3></div>'
    found = posts(PROSE * 3, "<h2>Related posts</h2><div>", own, cards(), "</div>", url=f"{URL}?src=live")
    assert titles_of(found) == TITLES


def test_a_link_that_says_read_also_is_no_neighbour_whatever_its_rel_is() -> None:
    line = f'<p><a rel=next href="{slug(TITLES[0])}">Read also: {TITLES[0]}</a></p>'
    assert [p.relation for p in posts(PROSE * 2, line, PROSE * 2)] == ["read-more"]


def test_words_that_promise_more_say_so_at_the_beginning_of_a_title() -> None:
    offer = f'<h3>Cold brew for the explorer</h3><div><a href="{slug(TITLES[0])}">{TITLES[0]}</a></div>'
    assert posts(PROSE * 3, offer) == ()


def test_a_card_that_is_one_link_with_a_long_summary_is_a_post() -> None:
    form = "<a class=box href='{u}'><div><h3>{t}</h3><p>" + SENTENCE * 4 + "</p></div></a>"
    assert titles_of(posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))) == TITLES


def test_the_title_of_a_plain_list_is_found_over_entries_that_are_no_posts() -> None:
    entries = "".join(f"<li><a href='{slug(t)}'>{t}</a>" for t in ["Port", *TITLES])
    found = posts(PROSE * 3, f"<div><h1>Popular posts</h1><div><ul>{entries}</ul></div></div>")
    assert [(p.title, p.relation) for p in found] == [(t, "recommended") for t in TITLES]


def test_a_date_in_the_heading_of_a_card_is_no_part_of_its_title() -> None:
    form = "<article><a href='{u}'><h2><time datetime=2025-01-31>Jan 31 </time>{t}</h2></a></article>"
    found = posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))
    assert [(p.title, p.date) for p in found] == [(t, date(2025, 1, 31)) for t in TITLES]


def test_a_line_of_labels_is_no_title() -> None:
    meta = "<div><span class=cat>General</span><span class=date>7 days ago</span></div>"
    form = "<li><a href='{u}'>" + meta + "<p>{t}</p></a></li>"
    assert titles_of(posts(PROSE * 3, "<h2>Most read</h2>", cards(form=form))) == TITLES


def test_an_article_in_the_folder_of_this_one_is_a_post_whatever_the_folder_is_called() -> None:
    entries = "".join(f"<li><a href='/topics/detail/{n}-quay-reopens.html'>{t}</a>" for n, t in enumerate(TITLES))
    url = "https://fjordbladet.example/topics/detail/quay-widened.html"
    assert titles_of(posts(PROSE * 3, f"<h3>Related news</h3><ul>{entries}</ul>", url=url)) == TITLES


def test_what_only_a_class_calls_related_is_a_post_where_its_address_is_like_one() -> None:
    links = "<div class=related-links><h3>Links</h3><ul><li><a href=/livestream>The board on film</a></ul></div>"
    assert posts(PROSE * 3, links) == ()


def test_a_link_that_a_style_names_after_the_next_post_leads_to_it() -> None:
    link = '<a class="item-pagination-link item-pagination-link--{0}" href="{1}"><svg></svg><h2>{2}</h2></a>'
    both = "".join(link.format(n, slug(t), t) for n, t in zip(("prev", "next"), TITLES, strict=False))
    found = posts(PROSE * 3, f"<section class=item-pagination>{both}</section>")
    assert [(p.relation, p.title) for p in found] == [("previous", TITLES[0]), ("next", TITLES[1])]


def test_a_newer_blog_post_is_the_next_one() -> None:
    link = f'<nav><a href="{slug(TITLES[0])}"><span class=hidden>Newer Blog Post</span> {TITLES[0]}</a></nav>'
    assert [(p.relation, p.title) for p in posts(PROSE * 3, link)] == [("next", TITLES[0])]


def test_a_card_with_its_section_between_picture_and_title_is_one_post() -> None:
    picture, section = '<a href="{u}"><img src=/a.jpg alt="A boat"></a>', "<h3><a href=/harbour/>Harbour</a></h3>"
    form = f'<div>{picture}{section}<h2><a href="{{u}}">{{t}}</a></h2></div>'
    found = posts(PROSE, "<div><a href=/harbour/>More from the harbour</a></div>", cards(form))
    assert titles_of(found) == TITLES
    assert all(p.image for p in found)


def test_a_picture_and_a_title_that_reach_the_article_by_two_folders_are_one_post() -> None:
    form = '<div><a href="/p{u}"><img src=/a.jpg alt="A boat"></a><div><a href="{u}">{t}</a></div></div>'
    assert titles_of(posts(PROSE, "<h2>Read also</h2>", cards(form))) == TITLES


def test_a_long_slug_before_a_number_is_an_articles_whatever_its_folder_is_called() -> None:
    paths = [f"/topic{slug(title).rstrip('/')}-of-the-year/{41200 + n}" for n, title in enumerate(TITLES)]
    items = "".join(f"<li><a href={path}>{title}</a></li>" for path, title in zip(paths, TITLES, strict=True))
    assert titles_of(posts(PROSE, f"<h3>Related articles</h3><ul>{items}</ul>")) == TITLES


def test_a_list_of_related_tags_holds_no_posts() -> None:
    items = "<li><a href=/health>Harbours and health</a><li><a href=/health/accidents>Prevention of accidents</a>"
    assert posts(PROSE, f"<h3>Related tags:</h3><ul>{items}</ul>") == ()


def test_a_link_to_all_posts_is_no_post() -> None:
    more = "<h2>Related posts</h2><a href=/2025/07/>View all posts</a>"
    assert titles_of(posts(PROSE * 4, more, cards())) == TITLES


def test_what_a_query_files_a_card_under_is_no_other_card() -> None:
    form = "<div class=card><a href={u}><img src=/a.jpg></a><div><p>March 5, 2025</p><h3><a href={u}>{t}</a></h3>"
    form += "<p><a href='/blog?categoryId=13'>Sports and exercise for all</a></p></div></div>"
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards(form))
    assert [(p.title, p.date) for p in found] == [(t, date(2025, 3, 5)) for t in TITLES]


def test_an_authors_link_between_two_to_the_post_is_no_post() -> None:
    form = "<li><figure><a href={u}><img src=/a.jpg></a></figure><div><a href={u}>{t}</a><div>Reviewed by "
    form += "<a href=/reviewers>Daniel Murray, MD</a></div><p><a href={u}>" + SENTENCE * 2 + "</a></p></div></li>"
    assert titles_of(posts(PROSE * 4, "<h3>Related posts</h3>", f"<ul>{cards(form)}</ul>")) == TITLES


def test_a_heading_named_a_subtitle_is_no_title() -> None:
    form = "<div><a href='{u}'><img src=/a.jpg></a><h5 class=item__subtitle>Port of the year 2024</h5>"
    form += "<h4 class=item__title><a href='{u}'>{t}</a></h4></div>"
    assert titles_of(posts(PROSE * 4, "<h2>Related posts</h2>", cards(form))) == TITLES


def test_links_between_spans_of_one_sentence_are_no_cards() -> None:
    link = f"<a href={slug(TITLES[0])}><b>{TITLES[0]}</b></a>"
    before = "<span>The week began in the old port of the town, with a visit of </span>"
    said = f"<p>{before}{link}<span>, and ended at sea.</span></p>"
    article = extract(f"<main><article><h1>A week at sea</h1>{PROSE * 4}{said}{PROSE}</article></main>", url=URL)
    assert article.related == ()
    assert f"of the town, with a visit of {TITLES[0]}, and ended at sea." in article.text


def test_a_label_in_a_span_before_cards_is_no_beginning_of_a_sentence() -> None:
    form = "<a href={u}><article><h3>{t}</h3><p>Summary</p></article></a>"
    found = posts(PROSE * 4, "<section><span>You might also be interested in these</span>", cards(form), "</section>")
    assert titles_of(found) == TITLES


def test_what_a_button_of_a_card_says_is_no_section() -> None:
    form = CARD.replace("</div>", "<button><span class=icon-label>Add to list</span></button></div>")
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards(form))
    assert [(p.title, p.category) for p in found] == [(t, None) for t in TITLES]


def test_a_heading_of_the_article_that_is_a_link_is_no_post() -> None:
    names = ["1. The northern pier", "2. The southern pier", "3. The western pier", "4. The eastern pier"]
    linked = f"<h3 class=wp-heading><a href={slug(TITLES[0])}>{names[2]}</a></h3>"
    headings = [f"<h3 class=wp-heading>{name}</h3>" for name in names]
    headings[2] = linked
    article = extract(f"<main><h1>Four piers</h1>{PROSE}{''.join(h + PROSE for h in headings)}</main>", url=URL)
    assert article.related == ()
    assert [s.heading for s in article.sections] == [None, *names]


def test_titles_in_a_menu_of_two_neighbours_are_those_of_the_next_and_the_previous_article() -> None:
    older, newer = slug(TITLES[0]), slug(TITLES[1])
    links = f"<a class=prev-item href={newer}>← {TITLES[1]}</a><a class=next-item href={older}>{TITLES[0]} →</a>"
    assert titles_of(posts(PROSE, f"<nav class=pagination>{links}</nav>")) == [TITLES[1], TITLES[0]]


def test_a_link_that_enlarges_a_picture_and_credits_it_is_no_related_post() -> None:
    said = "<span>enlarge</span> (Photo: R. Lind/Fjordbladet)"
    link = f'<a href="/pictures/quay-{{0}}.html"><img src="/i/quay-{{0}}.jpg">{said}</a>'
    assert posts(PROSE, *(f"<div>{link.format(n)}</div>{PROSE}" for n in ("001", "002", "003"))) == ()


def test_a_long_step_that_ends_in_a_number_is_an_articles_in_any_folder() -> None:
    form = '<li><a href="/privacy/{n}">{t}</a></li>'
    steps = [slug(t).split("/")[-2] + f"-on-the-coast-2799{n}.html" for n, t in enumerate(TITLES)]
    rows = "".join(form.format(n=n, t=t) for n, t in zip(steps, TITLES, strict=True))
    assert titles_of(posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>")) == TITLES


def test_cards_of_the_site_that_the_canonical_address_names_are_its_own() -> None:
    links = "".join(f'<li><a href="https://harbourpost.example{slug(t)}">{t}</a></li>' for t in TITLES)
    head = '<head><link rel=canonical href="https://harbourpost.example/2025/07/25/board-votes-on-the-quay/"></head>'
    page = f"<html lang=en>{head}<body><main><article><h1>Harbour board votes</h1>{PROSE * 4}</article><ul>{links}</ul>"
    assert titles_of(extract(page, url=URL).related) == TITLES


def test_a_neighbour_that_a_list_of_the_latest_teases_again_is_one_post() -> None:
    teased = cards(CARD.replace("</h3>", "</h3><time>July 20, 2025</time>"))
    links = f"<nav><a rel=prev href={slug(TITLES[0])}>{TITLES[0]}</a><a rel=next href={slug(TITLES[1])}>{TITLES[1]}</a>"
    found = posts(PROSE * 4, f"{links}</nav></article><aside><h3>Latest posts</h3>", teased, "</aside>")
    assert [(p.title, p.relation) for p in found] == [
        (TITLES[0], "previous"),
        (TITLES[1], "next"),
        (TITLES[2], "recommended"),
    ]
    assert found[1].date == date(2025, 7, 20)


def test_a_card_of_one_title_and_slug_under_two_addresses_is_one_post() -> None:
    again = cards(CARD.replace("{u}", "{u}?pid=popular"))
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards(), "<h2>Most read</h2>", again)
    assert titles_of(found) == TITLES


def test_a_picture_amid_the_text_that_is_a_link_is_no_post() -> None:
    figure = f'<figure><a href="{slug(TITLES[0])}"><img src=/quay.jpg alt="Quay"></a></figure>'
    said = f'<p>It was said at length in <a href="{slug(TITLES[0])}">{TITLES[0]}</a> before.</p>'
    assert posts(PROSE * 3, figure, PROSE * 3, said) == ()


def test_a_menu_above_the_headline_holds_no_teasers_though_its_title_says_latest() -> None:
    link = "<a href=/fjord/events/public-events-of-the-board.html>Public events of the harbour board</a>"
    menu = f"<div class=menu><h4><a href=/latest/>Latest news</a></h4><div><ul><li>{link}</li></ul></div></div>"
    page = f"<html lang=en><body>{menu}<main><article><h1>Harbour board votes</h1>{PROSE * 5}</article></main>"
    assert extract(page, url=URL).related == ()


def test_articles_below_the_folder_of_the_page_are_posts_though_it_is_called_topics() -> None:
    rows = "".join(f'<li><a href="/topics/coast/quay/{n}.html">{t}</a></li>' for n, t in enumerate(TITLES))
    url = "https://fjordbladet.example/topics/coast/harbour-board-votes-to-widen-the-quay.html"
    assert titles_of(posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>", url=url)) == TITLES


def test_an_article_on_apps_is_a_post() -> None:
    rows = "".join(
        f"<li><a href=/news/apps/{n}-what-the-new-ferry-programme-shows/>{t}</a></li>" for n, t in enumerate(TITLES)
    )
    assert titles_of(posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>")) == TITLES


@pytest.mark.parametrize("last", ["reactions", "edit", "print"])
def test_what_does_something_with_an_article_is_no_post(last: str) -> None:
    rows = "".join(f"<li><a href=/posts/70241{n}/{last}>{t}</a></li>" for n, t in enumerate(TITLES))
    assert posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>") == ()


def test_answers_of_the_thread_on_the_page_are_no_posts() -> None:
    url = "https://fjordbladet.example/threads/which-ferry-to-the-northern-islands.70241/"
    rows = "".join(f"<li><a href={url}post-9{n}>{t}</a></li>" for n, t in enumerate(TITLES))
    assert posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>", url=url) == ()


def test_a_date_that_leads_to_all_of_its_month_does_not_part_a_card() -> None:
    form = (
        '<div><a href="{u}"><img src=/a.jpg></a><a href="/blog/2025/07/">July 20, 2025</a><a href="{u}">{t}</a></div>'
    )
    assert [(p.title, p.date) for p in posts(PROSE * 4, "<h2>Related posts</h2>", cards(form))] == [
        (t, date(2025, 7, 20)) for t in TITLES
    ]


def test_an_article_whose_address_ends_in_its_month_is_a_post() -> None:
    rows = "".join(
        f"<li><a href=/blog/{n}-what-the-quay-shows-of-us/2025/07>{t}</a></li>" for n, t in enumerate(TITLES)
    )
    assert titles_of(posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>")) == TITLES


def test_a_box_that_ends_in_see_all_leads_to_a_list_though_a_picture_stands_behind_the_words() -> None:
    box = '<a href="/library/podcasts-2025"><h3>Podcasts</h3><p>Tune in to our series on the quay.</p>{c}</a>'
    call = "<div class=card-title>See all podcasts</div><div><svg><path d=M0></path></svg></div>"
    assert posts(PROSE * 3, "<aside><h2>Related posts</h2>", box.format(c=call), "</aside>") == ()


@pytest.mark.parametrize(("rel", "count"), [("nofollow", 1), ("sponsored nofollow", 0)])
def test_what_leads_to_another_site_by_a_link_called_sponsored_is_no_post(rel: str, count: int) -> None:
    url = "https://coast.example/trips/the-baths-of-the-coast-4170238"
    link = f'<a rel="{rel}" href="{url}">The baths of the coast</a>'
    assert len(posts(PROSE * 2, f"<p><strong>Read also: {link}</strong></p>", PROSE * 2)) == count


@pytest.mark.parametrize("call", ["Schreiben Sie den ersten Kommentar", "Be the first to comment on this"])
def test_an_invitation_to_comment_is_no_post(call: str) -> None:
    box = f'<div><a href="/forum/viewtopic.php?f=21&t=64036"><span>{call}</span></a></div>'
    assert posts(PROSE * 3, "<h3>Latest from readers</h3>", box) == ()


def test_the_finder_of_a_shop_is_no_post() -> None:
    form = '<li><a href="/find-a-store"><img src=/a.jpg><h3>Find a store</h3></a></li>'
    assert titles_of(posts(PROSE * 3, "<h2>Related posts</h2>", cards(), form)) == TITLES


def test_the_name_of_a_button_is_no_section() -> None:
    button = '<a class="button button-play" href="{u}"><div class=button-label>Play</div></a>'
    form = f'<div><h3><a href="{{u}}">{{t}}</a></h3>{button}</div>'
    assert {p.category for p in posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))} == {None}


def test_two_labels_and_a_stroke_are_no_title() -> None:
    form = '<article><a href="{u}"><div class=over>Harbour | Practice</div><div class=mid>{t}</div></a></article>'
    assert titles_of(posts(PROSE * 3, "<h2>Related posts</h2>", cards(form=form))) == TITLES
