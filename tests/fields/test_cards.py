"""What one card says: one fact a test, on small pages made for it."""

import pytest

from newsextract.records import RelatedPost
from tests.fields.test_related import PROSE, SENTENCE, TITLES, cards, posts, slug, titles_of

SUMMARY = "The board answers what readers asked about the quay and the money it costs. We compare the offers."


def related(form: str) -> tuple[RelatedPost, ...]:
    return posts(PROSE * 4, "<h2>Related posts</h2>", cards(form))


def named(form: str, *names: str) -> list[str]:
    rows = "".join(form.format(u=slug(t), t=name) for t, name in zip(TITLES, names, strict=True))
    return titles_of(posts(PROSE * 4, f"<h2>Related posts</h2><div>{rows}</div>"))


@pytest.mark.parametrize("form", ['<span class="h3"><span>{t}</span></span>', '<p class="title-h4">{t}</p>'])
def test_a_class_named_after_a_heading_holds_the_title(form: str) -> None:
    rest = '<span class="views">1.916</span> <span class="badge-left"><strong>Top</strong></span>'
    assert titles_of(related(f'<article><a href="{{u}}">{form} {rest}</a></article>')) == TITLES


def test_a_count_and_a_badge_behind_a_title_are_no_part_of_it() -> None:
    rest = '<span class="views">1.916</span> <span class="badge">Top</span>'
    assert titles_of(related(f'<article><a href="{{u}}"><span>{{t}}</span> {rest}</a></article>')) == TITLES


def test_a_reading_time_of_its_own_behind_a_title_is_no_part_of_it() -> None:
    form = '<a href="{u}"><span>{t}</span><span class="reading-time">4 min read</span></a>'
    assert titles_of(related(form)) == TITLES


def test_a_link_that_shows_only_when_something_was_posted_is_no_card() -> None:
    answers = "".join(f"<div>{PROSE}<a href=/quay/answer-{n}><time>Jul {n}, 2025</time></a></div>" for n in (3, 4, 5))
    assert posts(PROSE * 4, answers) == ()


@pytest.mark.parametrize("badge", ["<span class=badge>Anzeige</span>", "<em class=sponsored>Ad Feature</em>"])
def test_a_card_that_says_it_is_paid_for_is_no_post(badge: str) -> None:
    paid = f'<div><a href="/2025/07/21/ten-ways-to-save-on-it/"><h3>Ten ways to save on ferries</h3>{badge}</a></div>'
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards().removesuffix("</div>"), paid, "</div>")
    assert titles_of(found) == TITLES


def test_the_label_of_a_slot_for_advertisements_in_a_card_makes_it_no_advertisement() -> None:
    slot = '<div class="ad-slot"><span class="ad-label">Advertisement</span></div>'
    assert titles_of(related(f'<div><h3><a href="{{u}}">{{t}}</a></h3>{slot}</div>')) == TITLES


@pytest.mark.parametrize(
    "form",
    [
        "<div><h3><a href={u}>{t}</a></h3><p><a href={u}>" + SUMMARY + "</a></p></div>",
        "<div><header><a href={u}>{t}</a></header><p><a href={u}>" + SUMMARY + "</a></p></div>",
        "<div><div><a href={u}>{t}</a></div><p><a href={u}>" + SUMMARY + "</a></p></div>",
    ],
)
def test_a_short_title_is_not_replaced_by_the_summary_below(form: str) -> None:
    assert named(form, "Diesel bonus", "Quay fees", "Ferry dues") == ["Diesel bonus", "Quay fees", "Ferry dues"]


def test_a_printed_name_is_not_replaced_by_what_the_picture_shows() -> None:
    form = "<a href={u}><img src=/a.jpg alt='Two people on a quay'><p class=h7>Tenth child</p><p class=h3>{t}</p></a>"
    assert named(form, "Olav Tveit", "Kari Holm", "Rosa Lind") == ["Olav Tveit", "Kari Holm", "Rosa Lind"]


def test_an_element_named_a_headline_that_holds_the_whole_card_is_no_title() -> None:
    inside = "<div><span>22 days ago</span></div><a href={u}>{t}</a><p>It sails soon.</p>"
    assert titles_of(related(f"<li><div class=headline-large>{inside}</div></li>")) == TITLES


def test_the_name_of_a_link_says_which_part_of_a_long_one_is_the_title() -> None:
    inside = f"<span>01.07.2025 - Harbour</span> <span>{{t}}</span> <span>{SENTENCE}</span> <span>more</span>"
    assert titles_of(related(f"<div><a href={{u}} title='{{t}}'>{inside}</a></div>")) == TITLES


@pytest.mark.parametrize(
    "line",
    ["By Kari Holm on 8 July 2025", "Kari Holm | 8 July 2025", "8 July 2025 – Kari Holm", "Von Kari Holm am 8.7.2025"],
)
def test_the_author_of_a_card_stands_beside_a_date(line: str) -> None:
    found = related(f"<div><h3><a href={{u}}>{{t}}</a></h3><div class=item__author>{line}</div></div>")
    assert found[0].author == "Kari Holm"


@pytest.mark.parametrize("label", ["By Kari Holm", "More...", "Section:"])
def test_what_names_no_section_is_no_category(label: str) -> None:
    found = related(f"<div><span class=category>{label}</span><h3><a href={{u}}>{{t}}</a></h3></div>")
    assert [p.category for p in found] == [None] * 3


def test_the_title_of_the_block_is_no_category() -> None:
    first = f"<p class=section-title>More on this topic</p><article><h3><a href={slug(TITLES[0])}>{TITLES[0]}</a></h3>"
    assert posts(PROSE * 4, f"<section class=teaser>{first}</section>")[0].category is None


@pytest.mark.parametrize("button", ["View on Amazon", "Jetzt kaufen", "$74.99"])
def test_a_card_that_leads_to_a_shop_is_no_post(button: str) -> None:
    assert related(f"<div><h3><a href={{u}}>{{t}}</a></h3><a href={{u}}>{button}</a></div>") == ()


def test_a_card_of_the_article_itself_under_another_address_is_no_post() -> None:
    own = '<div><h3><a href="/news/2059828/votes">Harbour board votes to widen the quay</a></h3></div>'
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards().removesuffix("</div>"), own, "</div>")
    assert titles_of(found) == TITLES


def test_another_part_of_a_series_may_have_the_same_title() -> None:
    html = "<h3><a href=/2025/weekly-look-back-12/>Harbour board votes to widen the quay</a></h3>"
    found = posts(
        PROSE * 4, "<h2>Related posts</h2>", html, url="https://fjordbladet.example/2025/weekly-look-back-31/"
    )
    assert len(found) == 1


def test_a_link_that_downloads_is_no_post() -> None:
    form = "<div><h3><a href={u} download=statutes.pdf>{t}</a></h3></div>"
    assert related(form) == ()


def test_a_card_with_a_short_title_between_others_of_its_make_is_a_post() -> None:
    short = '<div class=card><h3><a href="/blog/quays/">Quay works</a></h3></div>'
    form = "<div class=card><h3><a href={u}>{t}</a></h3></div>"
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards(form).removesuffix("</div>"), short, "</div>")
    assert titles_of(found) == [*TITLES, "Quay works"]


def test_a_section_between_cards_is_no_post() -> None:
    short = '<div class=card><h3><a href="/category/quays/">Quay works</a></h3></div>'
    form = "<div class=card><h3><a href={u}>{t}</a></h3></div>"
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards(form).removesuffix("</div>"), short, "</div>")
    assert titles_of(found) == TITLES


@pytest.mark.parametrize("label", ["<strong>Recommended reducer: </strong>", "Recommended reducer: "])
def test_what_a_label_of_a_value_recommends_in_a_shop_is_no_post(label: str) -> None:
    link = "<a href=https://lens-shop.example/flattener-adjustable-z73a.html>Tveit Optics flattener seventy-three</a>"
    assert posts(PROSE * 3, f"<p>{label}{link}</p>", PROSE) == ()


def test_links_that_a_sentence_leads_over_to_are_posts() -> None:
    links = "".join(f"<p><a href=/{n}-quays/>{t}</a></p>" for n, t in enumerate(TITLES))
    found = posts(PROSE * 3, "<p>If you want to know more of the harbour, check out these articles!</p>", links, PROSE)
    assert [(p.title, p.relation) for p in found] == [(t, "read-more") for t in TITLES]


def test_a_section_of_the_article_with_a_link_at_its_end_gives_the_link_its_title() -> None:
    link = f"<p><a href={slug(TITLES[0])}>{TITLES[0]}</a></p>"
    section = f"<section><h2>The northern quay of 1910</h2><img src=/a.jpg>{PROSE * 3}{link}</section>"
    assert titles_of(posts(section, "</article><article>", PROSE * 9)) == [TITLES[0]]


def test_a_card_whose_address_is_a_products_is_no_post() -> None:
    rows = "".join(f"<div><h3><a href=/products/{n}-quay-light>{t}</a></h3></div>" for n, t in enumerate(TITLES))
    assert posts(PROSE * 4, f"<h2>Related posts</h2><div>{rows}</div>") == ()


def test_a_call_to_read_on_and_a_date_behind_a_title_are_no_part_of_it() -> None:
    form = "<div><h3><a href={u}><span>{t}</span> <span class=date>19.01.2020</span> <em>Read more</em></a></h3></div>"
    assert titles_of(related(form)) == TITLES


def test_a_short_title_that_three_cards_have_is_what_their_buttons_say() -> None:
    form = "<div><a href={u}><img src=/a.jpg></a><a href={u}>See the full rating</a></div>"
    assert related(form) == ()


def test_a_kicker_before_a_title_is_taken_off_once() -> None:
    form = "<div><h4><span class=dachzeile>Verdi</span> <a href={u}>{t} by Verdi</a></h4></div>"
    assert titles_of(related(form)) == [f"{t} by Verdi" for t in TITLES]


def test_a_heading_named_a_category_is_no_title_beside_another() -> None:
    form = "<a href={u}><h4 class=item-category>Learn and plan</h4><h3 class=item-title>{t}</h3></a>"
    assert [(p.title, p.category) for p in related(form)] == [(t, "Learn and plan") for t in TITLES]


def test_a_heading_named_a_title_is_it_however_short() -> None:
    form = "<a href={u}><h4 class=title>{t}</h4><div>Olav Martin Tveit</div><p>Take a look at what there is!</p></a>"
    assert named(form, "Quay fees", "Ferry dues", "Sea toll") == ["Quay fees", "Ferry dues", "Sea toll"]


def test_what_holds_nothing_but_a_kicker_is_no_title_though_it_is_named_one() -> None:
    over = '<div class="pre-headline-teaser"><span class="dachzeile">Updated: first of November</span></div>'
    assert titles_of(related(f'<div><a href="{{u}}">{over}<div class="teaser-h2">{{t}}</div></a></div>')) == TITLES


def test_an_empty_link_over_a_card_is_where_the_card_leads() -> None:
    pill = '<div><a href="/topics-of-the-coast/small-port-insights/"><span>Small port insights</span></a></div>'
    form = f'<div class=card>{pill}<div class="h5-style">{{t}}</div><a class=overlay-link href="{{u}}"></a></div>'
    found = related(form)
    assert titles_of(found) == TITLES
    assert all("/2025/07/20/" in p.url for p in found)


def test_a_box_that_a_script_makes_a_link_is_a_card() -> None:
    form = '<div class=note data-href="{u}"><h4>Coast</h4><h2>{t}</h2><p>' + SUMMARY + "</p></div>"
    assert titles_of(related(form)) == TITLES


def test_a_link_whose_title_is_the_line_that_it_opens_is_a_card() -> None:
    form = '<p><a href="{u}" title="At sea {t}">At sea</a> {t}</p>'
    assert titles_of(related(form)) == [f"At sea {t}" for t in TITLES]


def test_the_title_of_a_card_that_is_one_link_may_be_no_heading() -> None:
    form = '<li><a href="{u}"><div class="title h4">{t}</div><p>' + SUMMARY * 4 + "</p></a></li>"
    assert titles_of(related(form)) == TITLES


def test_a_short_title_at_the_end_of_a_row_is_a_post_though_its_column_has_a_number() -> None:
    titles = ["Plan secured?", *TITLES[1:]]
    form = '<a href="{u}"><img src=/a.jpg></a><a href=/coast>Coast</a><h3 class=views-field><a href="{u}">{t}</a></h3>'
    links = ["/coast" + slug(t) for t in TITLES]
    columns = "".join(f'<div class="col col-{n}">{form.format(u=links[n], t=t)}</div>' for n, t in enumerate(titles))
    found = posts(PROSE * 4, f"<h2>Related posts</h2><div class=row>{columns}</div>")
    assert titles_of(found) == titles


def test_what_the_shop_of_the_site_sells_is_no_post() -> None:
    address = "https://shop.fjordbladet.example/bath-towel-with-anchor-4711.html"
    sold = f'<div><h3><a href="{address}">Bath towel with anchor</a>'
    found = posts(PROSE * 4, "<h2>Related posts</h2>", cards().removesuffix("</div>"), f"{sold}</h3></div></div>")
    assert titles_of(found) == TITLES


def test_the_feeds_of_the_site_and_what_helps_with_them_are_no_posts() -> None:
    links = "<a href=/_rss/news_rss_iso.php>All articles as a feed</a><br><a href=/hilfe/rss.php>What a feed is for</a>"
    assert posts(PROSE * 4, "<h2>Related posts</h2>", f"<div>{links}</div>") == ()


@pytest.mark.parametrize("folder", ["jobs/job16636", "termine/43776"])
def test_jobs_and_dates_of_events_are_no_posts(folder: str) -> None:
    rows = "".join(f"<div><h3><a href=/{folder}/{n}-on-the-quay.html>{t}</a></h3></div>" for n, t in enumerate(TITLES))
    assert posts(PROSE * 4, f"<h2>Related posts</h2><div>{rows}</div>") == ()


@pytest.mark.parametrize(
    "button",
    ["Download the e-book for free", "Jetzt zur Probe abonnieren", "https://fjordbladet.example/", "Jul 5, 2024"],
)
def test_what_a_button_says_an_address_and_a_date_are_no_titles(button: str) -> None:
    rows = "".join(f"<div><a href=/quays-and-ferries-{n}/>{button}</a></div>" for n in range(2))
    assert posts(PROSE * 4, "<h2>Related posts</h2>", rows) == ()


def test_what_a_button_says_is_a_title_where_the_address_says_it_too() -> None:
    form = (
        '<div><h3><a href="/2025/07/20/download-the-guide-to-the-quays/">Download the guide to the quays</a></h3></div>'
    )
    assert titles_of(posts(PROSE * 4, "<h2>Related posts</h2>", form, cards()))[0] == "Download the guide to the quays"


def test_a_card_that_ends_in_a_link_to_all_of_a_kind_is_no_post() -> None:
    form = '<a class=box href="/library/{t}"><h4>{t}</h4><p>' + SUMMARY + "</p><span>See all {t}</span></a>"
    rows = "".join(f"<div>{form.format(t=t)}</div>" for t in ("recordings", "handbooks", "portraits"))
    assert posts(PROSE * 4, f"<h2>Related posts</h2><div>{rows}</div>") == ()


def test_a_short_line_set_bold_over_a_summary_is_the_title() -> None:
    form = '<a href="{u}"><div class="text-lg font-semibold">{t}</div><div class=line-clamp-3>' + SUMMARY + "</div></a>"
    assert named(form, "Quay fees", "Ferry dues", "Sea toll") == ["Quay fees", "Ferry dues", "Sea toll"]


def test_the_price_of_a_share_is_no_title() -> None:
    form = '<li><a href="/shares/{n}-shipping-lines-of-the-north/">Northern Shipping {n} 58.722,8400 -2,2671%</a></li>'
    rows = "".join(form.format(n=n) for n in range(3))
    assert posts(PROSE * 4, f"<h2>Related posts</h2><ul>{rows}</ul>") == ()


def test_authors_of_a_card_that_are_links_have_commas_between_them() -> None:
    names = "<div class=author><a href=/people/rosa-lind>Rosa Lind</a> <a href=/people/ole-vik>Ole Vik</a></div>"
    found = related('<div><h3><a href="{u}">{t}</a></h3>' + names + "</div>")
    assert {p.author for p in found} == {"Rosa Lind, Ole Vik"}


def test_a_section_in_a_heading_beside_the_link_is_no_part_of_the_title() -> None:
    form = '<div><h3><span class=category>Coast</span> <a href="{u}">{t}</a></h3></div>'
    assert titles_of(related(form)) == TITLES


def test_how_many_answered_is_no_title() -> None:
    form = '<div><h3><a href="{u}">{t}</a></h3><a href="{u}" title="Open the answers to this question">17</a></div>'
    assert named(form, "Quay tolls", *TITLES[1:]) == ["Quay tolls", *TITLES[1:]]


def test_the_heading_that_holds_the_link_is_the_title_and_the_one_before_it_a_kicker() -> None:
    form = '<div><h3 class=article-headline>Storms on the northern coast</h3><h2><a href="{u}">{t}</a></h2></div>'
    assert titles_of(related(form)) == TITLES


@pytest.mark.parametrize("name", ["categorie", "kategorie", "categoria"])
def test_what_is_named_a_category_in_other_languages_is_that_of_the_card(name: str) -> None:
    found = related(f'<div><span class={name}>Coast</span><h3><a href="{{u}}">{{t}}</a></h3></div>')
    assert {p.category for p in found} == {"Coast"}


def test_the_footer_of_an_article_outside_of_it_holds_related_posts() -> None:
    rows = "".join(f'<li><a href="{slug(t)}">{t}</a></li>' for t in TITLES)
    foot = f"<footer class=endofarticle><aside class=related-articles><ul>{rows}</ul></aside></footer>"
    assert titles_of(posts(PROSE * 4, "</article></main>", f"<div><div>{foot}</div></div>")) == TITLES


def test_the_footer_of_a_site_whose_pages_are_one_main_element_holds_none() -> None:
    rows = "".join(f'<a href="{slug(t)}">{t}</a>' for t in TITLES)
    foot = f"</article><footer><p>Latest news</p><div class=latest>{rows}</div></footer>"
    assert posts(PROSE * 4, foot) == ()


def test_a_menu_that_begins_with_a_title_of_related_posts_holds_them() -> None:
    rows = "".join(f'<li><a href="{slug(t)}">{t}</a></li>' for t in TITLES)
    menu = f"<div class=menu><h2>Dans la même rubrique</h2><ul>{rows}</ul></div>"
    assert titles_of(posts(PROSE * 4, "</article>", menu)) == TITLES


def test_articles_that_a_bare_query_numbers_are_related_posts() -> None:
    rows = "".join(f'<li><a href="spip.php?article{855 + n}">{t}</a></li>' for n, t in enumerate(TITLES))
    own = "https://fjordbladet.example/spip.php?article8562"
    assert titles_of(posts(PROSE * 4, f"</article><h2>Related posts</h2><ul>{rows}</ul>", url=own)) == TITLES


def test_what_the_text_recommends_on_other_sites_is_no_related_post() -> None:
    where = "https://school.example/2025/07/drawing-plans-for-quays-and-harbours/"
    course = f"<h3><a href={where}>Drawing plans for quays and harbours</a></h3>"
    advice = f"<h5>Recommended courses:</h5><div>{course}{PROSE}</div>"
    assert posts(PROSE * 4, advice, PROSE * 4) == ()


def test_a_card_about_who_writes_a_blog_is_no_related_post() -> None:
    face = "<img src=/me.jpg><h3>Welcome to my kitchen!</h3><p>I bake.</p>"
    assert posts(PROSE * 4, f"<aside><div>{face}<a href=/a-kitchen-by-the-fjord/>More about me</a></div></aside>") == ()
