"""Who wrote it: metadata against print, and what cards add."""

import json

import newsextract

STORY = f"<p>{'The harbour bridge will be closed to lorries for a month while its bearings are replaced. ' * 5}</p>"


def page(byline: str = "", head: str = "", foot: str = "") -> str:
    return (
        f"<html lang=en><head><title>Bridge closes</title>{head}</head><body><article><h1>Bridge closes</h1>"
        f"{byline}{STORY * 3}{foot}</article></body></html>"
    )


def json_ld(**statements: object) -> str:
    entity = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge closes", **statements}
    return f'<script type="application/ld+json">{json.dumps(entity)}</script>'


def authors(html: str) -> list[str]:
    return [a.name for a in newsextract.extract(html, url="https://lantern.example/bridge").authors]


def test_a_printed_byline_names_the_authors() -> None:
    assert authors(page('<p class="byline">By Rosa Lind and Tom Hart</p>')) == ["Rosa Lind", "Tom Hart"]


def test_a_line_that_begins_with_by_needs_no_class() -> None:
    assert authors(page("<div>By <a href='/people/rosa'>Rosa Lind</a></div>")) == ["Rosa Lind"]


def test_the_site_as_author_loses_against_the_printed_name() -> None:
    head = json_ld(author={"@type": "Organization", "name": "The Lantern"})
    head += '<meta property="og:site_name" content="The Lantern">'
    assert authors(page('<p class="byline">By Rosa Lind</p>', head)) == ["Rosa Lind"]


def test_the_site_is_the_author_where_nobody_is_named() -> None:
    record = newsextract.extract(page("", json_ld(author={"@type": "Organization", "name": "The Lantern"})))
    assert [(a.name, a.kind) for a in record.authors] == [("The Lantern", "organization")]


def test_an_administrator_and_an_address_are_no_authors() -> None:
    head = (
        '<meta name="author" content="admin"><meta property="article:author" content="https://social.example/lantern">'
    )
    assert authors(page("", head)) == []


def test_names_in_teasers_and_comments_are_not_the_authors() -> None:
    foot = '<div class="related-posts"><a class="author" href="/people/ida">Ida Berg</a></div>'
    foot += '<ol id="comments"><li class="comment"><cite class="author">Max Frei</cite></li></ol>'
    assert authors(page('<p class="byline">By Rosa Lind</p>', foot=foot)) == ["Rosa Lind"]


def test_a_second_author_in_print_joins_the_one_in_the_metadata() -> None:
    head = json_ld(author={"@type": "Person", "name": "Rosa Lind"})
    assert authors(page('<p class="byline">By Rosa Lind and Tom Hart</p>', head)) == ["Rosa Lind", "Tom Hart"]


def test_an_account_of_the_cms_loses_against_the_printed_name() -> None:
    head = json_ld(author={"@type": "Person", "name": "r.lind"}) + '<meta name="author" content="r.lind">'
    assert authors(page('<p class="byline">By Tom Hart</p>', head)) == ["Tom Hart"]


def test_who_checked_the_facts_is_no_author() -> None:
    line = '<div><a class="author-link" href="/rosa">Rosa Lind</a> • Fact checked by: '
    assert authors(page(f'{line}<a class="author-link" href="/ida">Ida Berg</a></div>')) == ["Rosa Lind"]


def test_a_name_whose_words_stand_in_elements_of_their_own_is_one_name() -> None:
    line = '<a class="author" href="/rosa"><span>Rosa</span><span>Lind</span></a>'
    assert authors(page(f"<div>{line}</div>")) == ["Rosa Lind"]


def test_the_words_of_a_name_in_a_link_are_one_name() -> None:
    name = '<a rel="author" href="/people/{0}"><span class="firstname">{0}</span> <span class="lastname">{1}</span></a>'
    byline = f'<div class="byline">{name.format("Rosa", "Lind")}{name.format("Tom", "Hart")}</div>'
    assert authors(page(byline)) == ["Rosa Lind", "Tom Hart"]


def test_a_sentence_that_opens_with_by_is_no_byline() -> None:
    assert authors(page("<p>By closing the bridge, Harbour Board engineers win a month.</p>")) == []


def test_the_section_beside_the_date_is_no_author() -> None:
    assert authors(page("<div><span>in</span> <a href='/h'>Smart Harbour</a> <span>5 May 2024</span></div>")) == []


def test_catalogues_put_the_family_name_first() -> None:
    assert authors(page("", '<meta name="citation_author" content="Lind, Rosa">')) == ["Rosa Lind"]


def test_an_author_card_adds_biography_portrait_and_link() -> None:
    card = (
        '<div class="author-box"><img src="/rosa.jpg"><h4><a href="/people/rosa">Rosa Lind</a></h4>'
        "<span>Staff Writer</span>"
        "<p>Rosa Lind has written about ports and bridges for twelve years and lives by the sea.</p></div>"
    )
    record = newsextract.extract(page('<p class="byline">By Rosa Lind</p>', foot=card), url="https://lantern.example/b")
    (author,) = record.authors
    assert author.url == "https://lantern.example/people/rosa"
    assert author.image == "https://lantern.example/rosa.jpg"
    assert author.job_title == "Staff Writer"
    assert author.bio is not None
    assert author.bio.startswith("Rosa Lind has written")


def test_the_byline_is_kept_as_printed_without_its_date() -> None:
    record = newsextract.extract(page('<p class="byline">By <a href="/r">Rosa Lind</a> in Porto | 5 May 2024</p>'))
    assert record.byline == "By Rosa Lind in Porto"


def byline(html: str) -> str | None:
    return newsextract.extract(page(html), url="https://lantern.example/bridge").byline


def test_counters_and_buttons_are_no_part_of_the_byline() -> None:
    line = '<div class="byline"><span>By</span> <a href="/r">Rosa Lind</a> <span>0</span> <span>843</span></div>'
    assert byline(line) == "By Rosa Lind"


def test_a_byline_ends_where_another_label_begins() -> None:
    line = "<p class=byline>Author: <a rel=author href=/rosa>Rosa Lind</a> Source: Lantern</p>"
    assert newsextract.extract(page(line), url="https://lantern.example/bridge").byline == "Author: Rosa Lind"


def test_the_label_in_a_line_of_its_own_is_a_part_of_the_byline() -> None:
    assert byline('<div><p>By</p><div class="author-name"><a href="/r">Rosa Lind</a></div></div>') == "By Rosa Lind"


def test_what_leads_over_to_the_date_is_no_part_of_the_byline() -> None:
    assert byline('<p class="byline">By Rosa Lind Last updated on Tue, 5 May 2024</p>') == "By Rosa Lind"


def test_the_date_before_the_names_is_no_part_of_the_byline() -> None:
    assert byline('<p class="byline">Tuesday 5 May 2024 – by Rosa Lind</p>') == "by Rosa Lind"


def test_a_name_in_brackets_at_the_end_of_a_paragraph_signs_it() -> None:
    text = "港の桟橋に立つ古い時計が修理を終え、十一日の正午に動き始めた。" * 4
    html = f"<html lang=ja><title>桟橋の時計</title><article><h1>桟橋の時計</h1><p>{text}</p><p>{text}【小川一郎】</p>"
    record = newsextract.extract(html)
    assert ([a.name for a in record.authors], record.byline) == (["小川一郎"], "小川一郎")


def test_a_picture_said_to_show_the_author_is_the_portrait() -> None:
    line = '<div class="byline"><img alt="Rosa Lind" src="/rosa.png">By <a href="/r">Rosa Lind</a></div>'
    record = newsextract.extract(page(line), url="https://lantern.example/bridge")
    assert record.authors[0].image == "https://lantern.example/rosa.png"


def test_a_name_alone_before_the_text_is_the_byline() -> None:
    head = '<meta property="og:site_name" content="The Lantern"><meta name="author" content="The Lantern">'
    assert authors(page("<p>Rosa Lind</p>", head)) == ["Rosa Lind"]


def test_a_signature_under_the_text_is_the_byline() -> None:
    assert authors(page(foot="<p>(Reuters)</p>")) == ["Reuters"]


def test_an_author_referred_to_by_id_is_found() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "NewsArticle", "headline": "Bridge closes", "author": {"@id": "#rosa"}},
            {"@type": "Person", "@id": "#rosa", "name": "Rosa Lind"},
            {"@type": "Person", "@id": "#other", "name": "Ida Berg"},
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert authors(page("", head)) == ["Rosa Lind"]


def test_a_name_that_links_to_a_page_about_its_bearer_needs_no_class() -> None:
    assert authors(page("<div><div><a href='/autoren/rosa-lind'>Rosa Lind</a></div></div>")) == ["Rosa Lind"]


def test_the_only_author_linked_on_the_page_wrote_it() -> None:
    assert authors(page(foot="<div><a href='/writers/7'>Rosa Lind</a> has reported since 2012.</div>")) == ["Rosa Lind"]


def test_of_several_authors_linked_far_below_none_wrote_it() -> None:
    teasers = "".join(f"<div><a href='/writers/{n}'>{n}</a></div>" for n in ("Rosa Lind", "Tom Hart"))
    assert authors(page(foot="<hr>" * 200 + teasers)) == []


def test_metadata_that_the_page_prints_nowhere_loses_against_a_byline() -> None:
    head = json_ld(author={"@type": "Person", "name": "Tom Hart"}) + '<meta name="author" content="Tom Hart">'
    assert authors(page('<p class="byline">By Rosa Lind</p>', head)) == ["Rosa Lind"]


def test_two_names_alone_under_a_summary_are_the_byline() -> None:
    head = json_ld(author={"@type": "Person", "name": "Lantern News"})
    head += '<meta property="og:site_name" content="Lantern News">'
    summary = "<p><b>… lorries go round by the ring road</b></p><p><b>… trains are not affected</b></p>"
    assert authors(page(f"{summary}<p><strong>Rosa Lind/Tom Hart</strong></p>", head)) == ["Rosa Lind", "Tom Hart"]


def test_a_name_set_to_the_right_under_the_text_is_the_byline() -> None:
    foot = '<p style="text-align: right"><strong>Rosa Lind</strong></p>'
    assert authors(page(foot=foot)) == ["Rosa Lind"]


def test_a_name_that_nothing_labels_and_the_headline_holds_wrote_nothing() -> None:
    html = page("<p>Ida Berg</p><p>5 May 2024</p>").replace("Bridge closes</h1>", "Ida Berg closes bridge</h1>")
    assert authors(html) == []


def test_a_name_of_metadata_that_speaks_of_authors_is_read_whatever_its_beginning() -> None:
    assert authors(page(head='<meta name="articleAuthor" content="Rosa Lind">')) == ["Rosa Lind"]


def test_where_somebody_works_is_no_second_author() -> None:
    byline = (
        '<div class="byline"><span class="author-name">Rosa Lind, National Recruiting Analyst</span></div>'
        '<div class="byline"><span class="author-name">National Recruiting Analyst</span></div>'
    )
    assert authors(page(byline)) == ["Rosa Lind"]


def test_a_part_named_for_its_author_is_a_byline_whatever_it_is_a_part_of() -> None:
    assert authors(page('<div class="resource-author"><p>Rosa Lind</p></div>')) == ["Rosa Lind"]


def test_who_contributed_to_the_report_stands_beside_the_authors() -> None:
    html = page('<p class="byline">By Rosa Lind</p>', foot="<p>Ida Berg in Porto contributed to this report.</p>")
    record = newsextract.extract(html, url="https://lantern.example/bridge")
    assert [(a.name, a.role) for a in record.authors] == [("Rosa Lind", None), ("Ida Berg", "contributor")]


def test_a_line_that_says_who_wrote_it_stands_behind_tags_and_buttons() -> None:
    foot = '<p>Bridges</p><p>Port</p><p>Lorries</p><p>Written by <a href="/blog/author/rosa">Rosa Lind</a></p>'
    assert authors(page(foot=foot)) == ["Rosa Lind"]


BIO = "Rosa Lind has written about bridges and ferries of the bay for eleven years."


def bio(head: str, line: str, foot: str) -> str | None:
    return newsextract.extract(page(line, head, foot), url="https://lantern.example/bridge").authors[0].bio


def test_the_biography_below_the_text_is_that_of_the_card_under_the_headline() -> None:
    line = "<div class=author-box><a href=/people/rosa>Rosa Lind</a></div>"
    assert bio("", line, f"<div class=author-box><b>Rosa Lind</b><p>{BIO}</p></div>") == BIO


def test_a_biography_that_opens_with_a_linked_name_is_whole() -> None:
    said = BIO.replace("Rosa Lind", "<a href=/people/rosa>Rosa Lind</a>")
    assert bio("", "<p class=byline>By Rosa Lind</p>", f"<div class=author-box><div>{said}</div></div>") == BIO


def test_the_name_right_before_a_biography_is_whose_it_is() -> None:
    said = "Editor of the harbour pages, and a rower since she was ten years old."
    foot = f"<div><p>Rosa Lind</p><p class=author-bio>{said}</p></div>"
    assert bio("", "<p class=byline>By Rosa Lind</p>", foot) == said


def test_a_card_that_names_the_only_stated_author_by_one_name_is_of_that_one() -> None:
    said = "Hello, my name is Rosa and I row. I started to write about ferries when I was ten."
    foot = f"<section class=author-box><p>About the author</p><p>{said}</p></section>"
    assert bio("<meta name=author content=Rosa>", "", foot) == said


def test_what_a_sentence_goes_on_with_is_no_job() -> None:
    said = "<a href=/people/rosa>Rosa Lind</a> is an editor at <a href=/>the Lantern</a>. She rows to work every day."
    foot = f"<div class=author-box><div>{said}</div></div>"
    found = newsextract.extract(page("<p class=byline>By Rosa Lind</p>", foot=foot))
    assert found.authors[0].job_title is None


def test_a_link_to_a_biography_names_nobody() -> None:
    assert authors(page('<p class="byline"><a class="author" href="/author/7">Full Bio</a></p>')) == []


def test_degrees_and_jobs_in_a_card_of_their_own_are_no_name() -> None:
    byline = '<p>Rosa Lind</p><div class="dynamic-author-description">Certified Harbour Pilot, M.A. Shipping</div>'
    assert authors(page(byline)) == ["Rosa Lind"]


def test_a_name_behind_the_date_is_read_where_by_stands_before_it() -> None:
    assert authors(page("<div>Posted on September 21, 2020 by Rosa Lind</div>")) == ["Rosa Lind"]


def test_an_association_is_no_person_and_keeps_its_name_whole() -> None:
    record = newsextract.extract(
        page("", '<meta name="author" content="Deutscher Brückenbund e. V.">').replace("lang=en", "lang=de")
    )
    assert [(a.name, a.kind) for a in record.authors] == [("Deutscher Brückenbund e. V.", "organization")]


def test_each_person_of_a_box_has_a_biography_of_their_own() -> None:
    line = '<p class="byline">By Rosa Lind and Tom Hart</p>'
    card = '<div><div class="author-name">{0}</div><p>{0} has written of bridges and harbours for ten years.</p></div>'
    box = f'<div class="author-box">{card.format("Rosa Lind")}{card.format("Tom Hart")}</div>'
    bios = [a.bio or "" for a in newsextract.extract(page(line, foot=box)).authors]
    assert [bio[:9] for bio in bios] == ["Rosa Lind", "Tom Hart "]


def test_a_link_to_the_page_itself_is_no_profile() -> None:
    record = newsextract.extract(
        page('<p class="byline">By <a href="#about">Rosa Lind</a></p>'), url="https://lantern.example/bridge"
    )
    assert [a.url for a in record.authors] == [None]


def test_an_identifier_that_leads_nowhere_is_no_profile() -> None:
    person = {"@type": "Person", "@id": "https://lantern.example/#/schema/person/5a", "name": "Rosa Lind"}
    record = newsextract.extract(page("", json_ld(author=person)), url="https://lantern.example/bridge")
    assert [(a.name, a.url) for a in record.authors] == [("Rosa Lind", None)]


def test_the_byline_is_none_of_people_who_are_not_the_stated_authors() -> None:
    head = json_ld(author={"@type": "Person", "name": "Rosa Lind"})
    record = newsextract.extract(page("<p>Harbour Views</p>", head))
    assert (record.byline, [a.name for a in record.authors]) == (None, ["Rosa Lind"])


def test_a_byline_keeps_the_stroke_between_name_and_paper() -> None:
    line = '<p class="byline">Rosa Lind | The Harbour Lantern</p>'
    assert newsextract.extract(page(line)).byline == "Rosa Lind | The Harbour Lantern"


def test_the_byline_is_not_the_header_with_the_headline() -> None:
    header = '<header><h1>Bridge closes</h1><span class="byline">By Rosa Lind</span></header>'
    assert newsextract.extract(f"<html lang=en><body><article>{header}{STORY * 3}").byline == "By Rosa Lind"


def test_a_place_behind_the_name_in_its_link_is_nobody() -> None:
    line = '<p class="byline"><a href="/authors/rosa-lind">Rosa Lind, New Haven</a></p>'
    assert authors(page(line)) == ["Rosa Lind"]


def test_two_people_in_a_link_to_all_authors_are_two() -> None:
    line = '<p class="byline"><a href="/authors">Rosa Lind, Tom Hart</a></p>'
    assert authors(page(line)) == ["Rosa Lind", "Tom Hart"]


def test_names_in_a_row_of_elements_alike_are_all_authors() -> None:
    row = "".join(f"<span class=simple>{name}</span>" for name in ("Rosa Lind", "Tom Hart", "Ida Berg Olsen"))
    assert authors(page(f'<div class="article-byline"><div>{row}</div></div>')) == [
        "Rosa Lind", "Tom Hart", "Ida Berg Olsen",
    ]  # fmt: skip


def test_a_byline_that_holds_its_authors_card_ends_before_the_card() -> None:
    life = "Rosa Lind writes about bridges and ports for the Lantern. " * 6
    card = f"<div class=tooltip><a>Rosa Lind</a><p>{life}</p></div>"
    byline = f'<div class="byline__item"><span>By</span> <div><a href="/rosa">Rosa Lind</a>{card}</div></div>'
    record = newsextract.extract(page(byline), url="https://lantern.example/bridge")
    assert ([a.name for a in record.authors], record.byline) == (["Rosa Lind"], "By Rosa Lind")


def test_what_a_theme_calls_the_head_of_an_article_does_not_hide_its_byline() -> None:
    line = '<p class="authors"><a href="/autores/rosa">Rosa Lind</a></p>'
    assert authors(page(f'<div class="partner-wrapper most-read-section">{line}</div>')) == ["Rosa Lind"]


def test_a_user_name_that_links_to_its_bearer_is_an_author() -> None:
    assert authors(page('<a class="Blog-meta-item--author" href="/blog?author=59a45a">rosa lind</a>')) == ["rosa lind"]


def test_the_author_of_a_wix_blog_is_told_by_its_hook() -> None:
    name = '<a href="/profile/rosa/profile"><span data-hook="user-name">Rosa</span></a>'
    assert authors(page(f"<ul><li>{name}</li><li>2 days ago</li></ul>")) == ["Rosa"]


def test_a_line_beside_the_text_that_no_name_begins_like_is_nobody() -> None:
    assert authors(page("<div>Nach Hafenstreit</div>").replace("lang=en", "lang=de")) == []


def test_an_agency_beside_a_name_over_the_date_is_an_author() -> None:
    line = '<div><a href="/team/rosa">Rosa Lind</a> and <span>AP</span><p><time>June 30, 2026 - 4.34pm</time></p></div>'
    assert authors(page(line)) == ["Rosa Lind", "AP"]


def test_bold_lines_among_others_in_the_text_are_no_signatures() -> None:
    lines = ("Lecture with Remote Guests", "Distance Learning", "Evening Courses")
    parts = STORY + "".join(f"<p><b>{line}</b></p>{STORY}" for line in lines)
    assert authors(page(foot=parts)) == []


def test_a_bold_name_above_the_text_is_its_author_whatever_is_bold_below() -> None:
    parts = "".join(f"<p><b>{line}</b></p>{STORY}" for line in ("What follows", "What it costs"))
    assert authors(page("<p><b>Rosa Lind</b></p>", foot=parts)) == ["Rosa Lind"]


def test_a_sentence_before_the_text_may_say_who_wrote_it() -> None:
    line = "<p>This post was written by <a href='/staff/rosa'>Rosa Lind</a>, MD, harbour doctor, Lantern Clinics.</p>"
    assert authors(page(line)) == ["Rosa Lind"]


def test_the_titles_and_dates_of_teasers_below_the_headline_name_nobody() -> None:
    card = "<li><span>1{0}.11.2021</span><a href=/news/{0}-asks-for-help>{1} asks again for help</a>"
    names = ["Bishop Holm", "Maren Quist", "Tobias Venn"]
    cards = "".join(card.format(n, name) for n, name in enumerate(names))
    assert authors(page(f"<div><h3>Related news</h3><ul>{cards}</ul></div>")) == []


def test_a_stated_author_who_is_printed_nowhere_loses_against_the_only_printed_one() -> None:
    head = '<meta name="author" content="Ida Berg">'
    column = '<aside class="author-meta"><a rel="author" href="/author/rosa">Rosa Lind</a> Author</aside>'
    html = page(head=head, foot="<div></div>" * 90)
    assert authors(html.replace("</article>", f"</article>{column}")) == ["Rosa Lind"]


def test_a_line_of_names_with_degrees_names_who_wrote_it() -> None:
    line = "<div class=header__subtitle>Rosa Lind, VMD, DACVB; Tom Hart, BA, LVT (Boats) & Ida Berg, PhD</div>"
    record = newsextract.extract(page(line))
    assert [a.name for a in record.authors] == ["Rosa Lind", "Tom Hart", "Ida Berg"]
    assert record.subtitle is None


def test_names_without_a_degree_under_the_headline_name_nobody() -> None:
    assert authors(page("<p>Old Harbour, New Harbour, West Pier</p>")) == []


def test_a_biography_is_the_sentences_of_its_card_without_title_name_and_job() -> None:
    parts = "<h3>About the author</h3><h4>Rosa Lind</h4><p>Senior reporter for the harbour and the sea, Lantern</p>"
    life = "Rosa Lind has written about bridges and the people who cross them for twenty years."
    card = f"<div class='author-bio'>{parts}<p>{life}</p></div>"
    (author,) = newsextract.extract(page('<p class="byline">By Rosa Lind</p>', foot=card)).authors
    assert author.bio == life


def test_a_byline_as_long_as_a_paragraph_is_the_names_in_it() -> None:
    more = "is a tester of bridges who covers many topics for this paper. Before, she worked in shipping. " * 2
    line = f'<div class="byline"><p>By <a rel=author href=/rosa>Rosa Lind</a> {more}</p></div>'
    assert (newsextract.extract(page(line)).byline or "").removeprefix("By ") == "Rosa Lind"


def record(html: str, url: str = "https://lantern.example/bridge") -> newsextract.Article:
    return newsextract.extract(html, url=url)


def test_the_bearer_of_a_blog_who_is_person_and_organization_is_a_person() -> None:
    rosa = {"@type": ["Person", "Organization"], "@id": "#rosa", "name": "Rosa Lind"}
    author = record(page(head=json_ld(author=rosa, publisher=rosa))).authors[0]
    assert (author.name, author.kind) == ("Rosa Lind", "person")


def test_who_is_author_and_publisher_in_one_item_is_a_person() -> None:
    item = '<div itemprop="author publisher" itemscope itemtype="https://schema.org/Person">'
    byline = f'{item}<a class="author-name" href="/u/rosa" itemprop="name">Rosa Lind</a></div>'
    html = page(byline).replace("<article>", '<article itemscope itemtype="https://schema.org/BlogPosting">')
    assert [(a.name, a.kind) for a in record(html).authors] == [("Rosa Lind", "person")]


def test_a_footnote_under_the_text_names_no_author() -> None:
    notes = '<p id="fn1">1. National Institute of Bridges and Northern Research (n.d.).</p>'
    assert authors(page(foot=f"<div>{notes}</div>")) == []


def test_a_trail_inside_the_byline_names_nobody() -> None:
    steps = '<li><a href="/s">Harbours</a></li><li>&gt; <a href="/t">Tests</a></li>'
    trail = f'<ul class="article-breadcrumbs">in: {steps}</ul>'
    name = '<a class="url fn n" rel="author" href="/us">lantern.example Team</a>'
    by = f'<div>by <address class="author">{name}</address>'
    found = record(page(f'<div class="article-author vcard">{by}</div>{trail}</div>')).authors
    assert [(a.name, a.kind) for a in found] == [("lantern.example Team", "organization")]


def test_a_byline_below_the_text_with_sentences_is_an_author_card() -> None:
    card = (
        '<div class="post__author"><div class="author"><div class="author__content"><span class="author__name">'
        '<a href="/team/rosa">Rosa Lind</a></span><p>Rosa has written about harbours and their bridges since 2009.</p>'
        "</div></div></div>"
    )
    author = record(page('<p class="byline">By Rosa Lind</p>', foot=card)).authors[0]
    assert (author.url, author.bio) == (
        "https://lantern.example/team/rosa",
        "Rosa has written about harbours and their bridges since 2009.",
    )


def test_a_card_of_one_who_gives_a_first_name_alone_is_that_of_the_byline() -> None:
    by = '<div class="entry-meta-author"><a class="author-name" href="/author/rosa">Rosa</a></div>'
    card = "<h4>About</h4><h4>Rosa</h4><p>Sails, rows and writes about both, mostly in winter.</p>"
    author = record(page(by, foot=f'<div id="author">{card}</div>')).authors[0]
    assert (author.name, author.bio) == ("Rosa", "Sails, rows and writes about both, mostly in winter.")


def test_links_to_accounts_and_lists_are_no_part_of_a_biography() -> None:
    card = (
        '<div class="author-box"><div class="author-bio"><p>Rosa Lind has written about harbours since 2009.</p>'
        '<p>Reach her by <a href="/mail">Email</a> | <a href="/video">Video</a></p>'
        '<p><a href="/author/rosa">View all posts by Rosa Lind</a></p></div></div>'
    )
    author = record(page('<p class="byline">By Rosa Lind</p>', foot=card)).authors[0]
    assert author.bio == "Rosa Lind has written about harbours since 2009."


def test_a_sentence_behind_the_name_on_a_card_is_no_job_title() -> None:
    card = (
        '<div class="author-box"><b><a href="/author/rosa">Rosa Lind</a></b><div>is an editor at '
        "<a href='/l'>The Lantern</a>. She writes about harbours and bridges.</div></div>"
    )
    assert record(page('<p class="byline">By Rosa Lind</p>', foot=card)).authors[0].job_title is None


def test_the_page_of_an_author_with_a_degree_is_kept() -> None:
    rosa = {"@type": "Person", "name": "Rosa Lind, Ph.D.", "url": "https://lantern.example/people/rosa"}
    author = record(page(head=json_ld(author=[rosa]))).authors[0]
    assert (author.name, author.url) == ("Rosa Lind", "https://lantern.example/people/rosa")


def test_a_chair_behind_a_name_is_a_job() -> None:
    author = record(page("<p>Guest post by Rosa Lind, Program Chair of Harbour Co.</p>")).authors
    assert [(a.name, a.job_title) for a in author] == [("Rosa Lind", "Program Chair of Harbour Co")]


def test_a_name_in_a_sentence_with_a_date_is_no_author() -> None:
    told = "<p>The regulars meet on <b>5 May 2024</b> at seven in the <a href='/map'>Harbour Inn</a> as ever.</p>"
    assert authors(page(told)) == []


def test_a_link_to_log_in_leads_to_nobody() -> None:
    link = '<div><a href="/user/sign-in">Shop Shoes With Lantern</a></div>'
    assert record(page(link)).byline is None


def test_an_address_on_a_card_is_no_job_title() -> None:
    card = '<div class="author-box"><h4>Rosa Lind</h4><span>https://lantern.example/author/rosa</span></div>'
    assert record(page('<p class="byline">By Rosa Lind</p>', foot=card)).authors[0].job_title is None


def test_what_a_recipe_is_called_is_no_author() -> None:
    html = page().replace("<h1>", '<h1 class="fn title">').replace("Bridge closes</h1>", "Oat Porridge</h1>")
    assert authors(html) == []


def test_running_text_around_a_date_names_nobody() -> None:
    told = "<p>Den Towns und Counties <span>bis zum 20. März 2022</span> " + "viele weitere Hilfen gewährt werden, " * 6
    assert authors(page(told + "</p>")) == []


def test_a_name_in_an_element_of_its_own_stands_beside_a_date_and_a_standfirst() -> None:
    told = "Taxing the harbour is a far better way to pay for its bridges than tolls are, and a fairer one, too. " * 3
    beside = f"<div><ul><li>Michael Harbottle</li></ul><p>{told}</p><span>August 06, 2019</span></div>"
    assert authors(page(beside)) == ["Michael Harbottle"]


def test_a_link_that_prints_the_page_names_nobody() -> None:
    line = '<div>May 5, 2011 · <a href="/bridge/print/">Diese Seite ausdrucken</a> · <a href="#c">Reply</a></div>'
    assert authors(page(line)) == []


def test_a_writers_own_site_does_not_make_an_organisation_of_the_writer() -> None:
    head = json_ld(author={"@type": "Person", "name": "Rosa Lind"})
    head += '<meta property="og:site_name" content="Rosa Lind">'
    assert [(a.name, a.kind) for a in newsextract.extract(page("", head)).authors] == [("Rosa Lind", "person")]


def test_a_paper_that_its_metadata_calls_a_person_stays_an_organisation() -> None:
    head = json_ld(
        author={"@type": "Person", "name": "Harbour Praxis"},
        publisher={"@type": "Organization", "name": "Harbour Praxis"},
    )
    assert [a.kind for a in newsextract.extract(page("", head)).authors] == ["organization"]


def test_a_labelled_name_may_stand_behind_any_small_word() -> None:
    assert authors(page('<a class="post-meta-author">przez Rosa Lind</a>')) == ["Rosa Lind"]


def test_the_maker_of_a_theme_is_no_author() -> None:
    assert authors(page(head='<meta name="author" content="Webkontor Lind - www.webkontor.example">')) == []


def test_a_newsroom_that_print_and_metadata_name_beats_a_person_whom_nothing_prints() -> None:
    head = '<meta name="author" content="Tom Hart"><meta name="twitter:label1" content="Written by">'
    head += '<meta name="twitter:data1" content="Lantern Staff">'
    assert authors(page('<p class="byline"><a href="/author/staff">Lantern Staff</a></p>', head)) == ["Lantern Staff"]


def test_the_first_account_of_a_cms_is_no_author() -> None:
    head = '<meta name="author" content="Super User">'
    assert authors(page('<p class="byline">Written by Super User</p>', head)) == []


def test_entities_that_call_their_type_by_its_bare_name_are_read() -> None:
    entity = {
        "@context": "https://schema.org",
        "type": "Article",
        "headline": "Bridge closes",
        "author": {"type": "Person", "name": "Rosa Lind"},
    }
    assert authors(page(head=f'<script type="application/ld+json">{json.dumps(entity)}</script>')) == ["Rosa Lind"]


def test_a_sentence_about_the_author_is_no_job_title() -> None:
    card = "<div class='author-box'><h3>Rosa Lind</h3><span>Rosa is an engineer and writes on bridges</span></div>"
    record = newsextract.extract(page('<p class="byline">By Rosa Lind</p>', foot=card))
    assert [(a.name, a.job_title) for a in record.authors] == [("Rosa Lind", None)]


def test_a_job_beside_a_linked_name_is_the_authors() -> None:
    link = '<a rel="author" href="/by/rosa">Rosa Lind</a>'
    record = newsextract.extract(page(f'<div class="correspondent">{link} <span>International Editor</span></div>'))
    assert [(a.name, a.job_title) for a in record.authors] == [("Rosa Lind", "International Editor")]


def test_a_bar_right_above_the_headline_may_name_the_author() -> None:
    bar = '<ul class="contentnav"><li><div class="author">von <a href="/autor/rosa-lind">Rosa Lind</a></div></li></ul>'
    html = f"<html lang=de><body>{bar}<h1>Brücke wird gesperrt</h1>{STORY * 3}</body></html>"
    assert authors(html) == ["Rosa Lind"]


def test_a_biography_under_a_line_that_introduces_the_author_is_read_without_classes() -> None:
    told = "Rosa Lind has written on harbours and the people who work in them since the year 2000."
    card = f'<div class="card"><p>About <a href="/author/rosa">Rosa Lind</a></p><div>{told}</div></div>'
    record = newsextract.extract(page('<p class="byline">By Rosa Lind</p>', foot=f"<footer>{card}</footer>"))
    assert [(a.name, a.bio) for a in record.authors] == [("Rosa Lind", told)]


def test_a_link_without_text_to_an_author_introduces_nobody() -> None:
    foot = '<footer><p>About <a href="/author/rosa"><img src="a.jpg"></a></p></footer>'
    assert authors(page('<p class="byline">By Rosa Lind</p>', foot=foot)) == ["Rosa Lind"]


def test_what_a_template_prints_for_a_missing_author_names_nobody() -> None:
    assert authors(page("", head='<meta name="author" content="undefined">')) == []


def test_a_german_by_names_a_given_name_beside_a_date() -> None:
    line = '<div class="entry-meta">Von Rosa am 03.05.2013, 11:51</div>'
    html = f"<html lang=de><body><h1>Brücke wird gesperrt</h1>{line}{STORY * 3}</body></html>"
    assert authors(html) == ["Rosa"]


def test_a_linked_expert_amid_a_sentence_is_no_author() -> None:
    expert = f'<p>{"The board asked several experts, " * 8}<a href="/profile/rosa-lind">Rosa Lind</a>, of the port.</p>'
    assert authors(f"<html lang=en><body><h1>Bridge closes</h1>{expert}{STORY * 3}</body></html>") == []


def test_who_made_the_app_of_a_site_wrote_none_of_its_articles() -> None:
    assert authors(page(head='<meta name="smartbanner:author" content="Rosa Lind">')) == []


def test_a_picture_beside_the_byline_that_has_the_authors_name_is_the_authors() -> None:
    face = '<div><img src="/rosa.jpg" alt="Rosa Lind"></div><div><p>By Rosa Lind</p></div>'
    record = newsextract.extract(page(f"<div>{face}</div>"), url="https://lantern.example/bridge")
    assert record.authors[0].image == "https://lantern.example/rosa.jpg"


def test_a_printed_portrait_is_better_than_a_services_picture_for_an_address() -> None:
    head = json_ld(author={"@type": "Person", "name": "Rosa Lind", "image": "https://secure.gravatar.com/avatar/1?d=mm"})
    face = '<p class="byline"><img src="/rosa.jpg" alt="Rosa Lind"> By Rosa Lind</p>'
    record = newsextract.extract(page(face, head), url="https://lantern.example/bridge")
    assert record.authors[0].image == "https://lantern.example/rosa.jpg"


def test_a_job_in_lower_case_behind_the_name_is_the_authors() -> None:
    byline = '<p class="byline">By <a href="/rosa">Rosa Lind</a>,<br>deputy editor and bridge expert</p>'
    head = json_ld(author={"@type": "Person", "name": "Rosa Lind"})
    record = newsextract.extract(page(byline, head), url="https://lantern.example/bridge")
    assert record.authors[0].job_title == "deputy editor and bridge expert"


def test_an_account_that_a_machine_named_and_nothing_prints_is_no_author() -> None:
    assert authors(page("", json_ld(author={"@type": "Person", "name": "rlindq6vkpg2ma0ci"}))) == []
    assert authors(page("", json_ld(author={"@type": "Person", "name": "rlind84"}))) == ["rlind84"]


def test_a_heading_below_the_text_that_reads_written_by_opens_a_card() -> None:
    card = '<div><a href="https://rosa.example/"><h2 class="pw-author-name">Written by Rosa Lind</h2></a><a>12 fans</a>'
    bio = "<p>Twelve years on bridges and what is carried over them.</p></div>"
    record = newsextract.extract(page("", foot=card + bio), url="https://lantern.example/bridge")
    assert [a.bio for a in record.authors] == ["Twelve years on bridges and what is carried over them."]


def test_a_byline_ends_before_what_is_told_of_its_author() -> None:
    told = "<span>Rosa Lind</span><span>Rosa Lind is a writer who covers bridges for the harbour pages.</span>"
    byline = f'<div class="byline"><span>By</span> <a href="/rosa">Rosa Lind</a><div>{told}</div></div>'
    assert newsextract.extract(page(byline), url="https://lantern.example/bridge").byline == "By Rosa Lind"


def test_a_sentence_with_a_date_names_nobody() -> None:
    assert authors(page("<p>The Lantern Weekly Edition for March 5, 2026 is available.</p>")) == []


def test_a_newsroom_in_one_word_is_the_author_where_it_links_to_its_page() -> None:
    line = '<p class="byline">By <a class="author-name" href="/author/{0}/">{0}</a></p>'
    record = newsextract.extract(page(line.format("Newsdesk")).replace("lang=en", "lang=de"))
    assert [(a.name, a.kind) for a in record.authors] == [("Newsdesk", "organization")]
    assert authors(page(line.format("Admin"))) == []


def test_an_agency_near_the_headline_that_links_to_its_articles_is_the_author_before_the_site() -> None:
    head = json_ld(author={"@type": "Person", "name": "The Lantern"}, publisher={"name": "The Lantern"})
    record = newsextract.extract(
        page("<ul><li><strong><a href=/agency/afp.html>AFP</a></strong> Porto</li></ul>", head),
        url="https://lantern.example/bridge",
    )
    assert [(a.name, a.kind) for a in record.authors] == [("AFP", "agency")]


def test_what_pops_up_over_an_authors_name_is_the_biography() -> None:
    line = '<div class="authors"><strong>By <span>Rosa Lind</span></strong>'
    told = f'<div class="authorPopup"><div>Rosa Lind</div><p>{BIO}</p></div></div>'
    record = newsextract.extract(page(line + told), url="https://lantern.example/bridge")
    assert [a.bio for a in record.authors] == [BIO]


def test_the_cards_of_several_authors_may_stand_in_a_wrapper() -> None:
    line = '<p class="byline">By Rosa Lind and Tom Hart</p>'
    card = '<div class="author-card"><img src="/{1}.jpg"><h4 class="author-card__name">{0}</h4></div>'
    cards = card.format("Rosa Lind", "rosa") + card.format("Tom Hart", "tom")
    foot = f'<div class="author-cards"><div class="author-cards-wrapper author-box">{cards}</div></div>'
    record = newsextract.extract(page(line, foot=foot), url="https://lantern.example/bridge")
    assert [a.image for a in record.authors] == [f"https://lantern.example/{name}.jpg" for name in ("rosa", "tom")]


def test_a_writer_whose_name_the_host_alone_has_is_a_person() -> None:
    kinds = []
    for name, host in (("Rosa Lind", "rosa-lind"), ("LNT Bank", "lntbank")):
        head = f'<meta name="author" content="{name}">'
        record = newsextract.extract(page("", head), url=f"https://blog.{host}.example/bridge")
        kinds += [a.kind for a in record.authors]
    assert kinds == ["person", "organization"]
