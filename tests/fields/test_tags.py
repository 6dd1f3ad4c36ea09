"""The topics of an article."""

from tests.fields.pages import PROSE, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"


def names(body: str, head: str = "") -> list[str]:
    return [t.text for t in article(HEAD + body, head).tags]


def links(*texts: str, folder: str = "tag", mark: str = "") -> str:
    return " ".join(f'<a href="/{folder}/{t.lower()}">{mark}{t}</a>' for t in texts)


def test_links_into_a_tag_folder_are_tags() -> None:
    tags = article(HEAD + PROSE + f"<p>{links('Bridges', 'Ports')}</p>").tags
    assert [(t.text, t.url) for t in tags] == [
        ("Bridges", "https://www.daily-lantern.example/tag/bridges"),
        ("Ports", "https://www.daily-lantern.example/tag/ports"),
    ]


def test_tag_folders_have_names_in_many_languages() -> None:
    assert names(PROSE + f"<ul><li>{links('Brücken', 'Häfen', folder='schlagworte')}</ul>") == ["Brücken", "Häfen"]


def test_a_hash_is_no_part_of_a_tag() -> None:
    assert names(PROSE + f"<div>{links('Bridges', 'Ports', mark='#')}</div>") == ["Bridges", "Ports"]


def test_categories_in_the_same_list_are_no_tags() -> None:
    body = f"{PROSE}<p><a rel='category tag' href=/c/local>Local</a> <a rel=tag href=/t/b>Bridges</a></p>"
    assert names(body) == ["Bridges"]


def test_a_trending_bar_above_the_page_is_refused() -> None:
    bar = f"<div><ul>{links('Elections', 'Weather', 'Football')}</ul></div>" + "<div></div>" * 40
    assert [t.text for t in article(bar + HEAD + PROSE).tags] == []


def test_a_cloud_in_the_side_column_is_refused() -> None:
    assert names(f"<article>{PROSE}</article><aside>{links('Elections', 'Weather', 'Football')}</aside>") == []


def test_the_tags_of_other_articles_cards_are_refused() -> None:
    cards = "".join(f"<div class=card-tag><a href=/tag/{n}>Topic {n}</a></div><h3>Story {n}</h3>" for n in range(4))
    assert names(PROSE + cards) == []


def test_links_in_running_text_are_no_tags() -> None:
    assert names(f"<p>The {links('bridge')} closes on Monday, the port authority said on its first visit.</p>") == []


def test_a_list_that_the_metadata_repeats_is_a_list_of_tags() -> None:
    head = '<meta name=news_keywords content="Harbour, Port authority, Winter">'
    body = PROSE + "<ul><li><a href=/a>Harbour</a><li><a href=/b>Port authority</a></ul>"
    assert names(body, head) == ["Harbour", "Port authority"]


def test_keywords_that_are_the_same_on_every_page_are_refused() -> None:
    assert names(PROSE, '<meta name=keywords content="News, Breaking, Weather, Sport, Politics, Business">') == []


def test_metadata_names_the_tags_where_none_are_printed() -> None:
    head = "".join(f'<meta property="article:tag" content="{t}">' for t in ("Bridges", "Ports"))
    tags = article(HEAD + PROSE, head).tags
    assert [(t.text, t.url) for t in tags] == [("Bridges", None), ("Ports", None)]


def test_the_number_of_articles_beside_a_tag_is_no_part_of_it() -> None:
    tags = "".join(f"<li><a href=/tag/{t}><span>{t}</span><span>12</span></a></li>" for t in ("Bridges", "Ports"))
    assert names(f"{PROSE}<ul>{tags}</ul>") == ["Bridges", "Ports"]


def test_what_systems_write_among_keywords_is_no_tag() -> None:
    head = '<meta name="keywords" content="bridge, 98be933f-38cf-4fba-b6c6-ad438e82010a, 100312362">'
    assert names(PROSE, head) == ["bridge"]


def test_metadata_completes_the_printed_tags_that_it_holds() -> None:
    head = '<meta property="article:tag" content="Bridges, Ports, Storms">'
    tags = f"<div class=post-tags>{links('Bridges', 'Ports')}</div>"
    assert names(PROSE + tags, head) == ["Bridges", "Ports", "Storms"]


def test_pills_that_nothing_names_are_tags_where_the_article_speaks_of_them() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour bridge closes"}</script>'
    pills = "".join(f"<li><a href=/news/{t}>{t}</a></li>" for t in ("Harbour", "Northern span"))
    assert names(f"<article>{PROSE}<ul>{pills}</ul></article>", head) == ["Harbour", "Northern span"]


def test_keywords_that_begin_with_the_name_of_the_site_are_those_of_every_page() -> None:
    head = '<meta property="og:site_name" content="Lantern"><meta name="keywords" content="Lantern, bridge, sport">'
    assert names(PROSE, head) == []


def test_a_label_before_a_list_of_links_says_that_they_are_topics() -> None:
    pills = "<a href=/category/ring-road>Ring road</a><a href=/category/lorries>Lorries</a>"
    assert names(f"{PROSE}<div>In this article:</div><div>{pills}</div>") == ["Ring road", "Lorries"]


def test_a_table_of_contents_under_such_a_label_holds_no_topics() -> None:
    assert names(f"{PROSE}<p>In this article</p><ul><li><a href=#why>Why now</a><li><a href=#how>How</a></ul>") == []


def test_the_label_inside_a_list_of_pills_is_no_topic() -> None:
    pills = "<span>Topic:</span><span class=story__topic-link>Ports</span><span class=story__topic-link>Rail</span>"
    assert names(f"{PROSE}<div>{pills}</div>") == ["Ports", "Rail"]


def test_a_tag_with_commas_is_one_where_each_stands_by_itself() -> None:
    head = "".join(f'<meta property="article:tag" content="{t}">' for t in ("Roads, rail and ports", "Bridges"))
    assert names(PROSE, head) == ["Roads, rail and ports", "Bridges"]


def test_links_behind_a_label_in_their_line_are_tags() -> None:
    assert names(PROSE + "<p>Topics <a href=/all/bridges>Bridges</a></p>") == ["Bridges"]


def test_links_behind_a_label_amid_the_text_are_tags() -> None:
    line = f"<br>Topics: {links('Bridges', 'Ports')}<br>Quote this article as you like."
    assert names(f"<div>{PROSE}{line}</div>") == ["Bridges", "Ports"]


def test_words_with_a_hash_are_tags_without_links() -> None:
    assert names(PROSE + "<p><span>#Bridges</span><span>#Ports</span></p>") == ["Bridges", "Ports"]


def test_tags_named_as_related_are_tags_where_the_metadata_repeats_them() -> None:
    head = '<meta name="news_keywords" content="Bridges, Ports">'
    block = f"<div class=related-topics><b>Read more news on</b> {links('Bridges', 'Ports', folder='topic')}</div>"
    assert [t.url for t in article(HEAD + PROSE + block, head).tags] == [
        "https://www.daily-lantern.example/topic/bridges",
        "https://www.daily-lantern.example/topic/ports",
    ]


def test_the_footer_of_an_article_holds_its_tags() -> None:
    foot = f"<footer class=post-footer><h4>Topics</h4><div class=topics>{links('Bridges', 'Ports')}</div></footer>"
    assert names(f"<div><div>{PROSE}</div>{foot}</div>") == ["Bridges", "Ports"]


def test_the_menu_repeated_at_the_foot_of_a_page_is_no_list_of_tags() -> None:
    menu = links("World", "Sport", "Arts", "Law", folder="all")
    again = f"<div><b>Topics</b><ul><li>{menu.replace(' <a', '</li><li><a')}</li></ul></div>"
    assert names(f"{PROSE}{again}<nav>{menu}</nav>") == []


def test_names_of_audiences_are_no_tags() -> None:
    assert names(PROSE, '<meta name="keywords" content="@all-river, @meter">') == []


def test_headlines_that_lie_in_a_folder_of_topics_are_no_tags() -> None:
    titles = ("Ferry company orders two electric vessels", "Storm closes the coastal road for a week")
    items = "".join(f"<li><a href=/topic/{t.lower().replace(' ', '-')}/4965>{t}</a></li>" for t in titles)
    assert names(f"{PROSE}<ul>{items}</ul>") == []


def test_a_list_called_related_tags_is_one_of_tags() -> None:
    items = "<li><a href=/bridges>Bridges</a></li><li><a href=/harbour/ports>Ports</a></li>"
    assert names(f"{PROSE}<header><h3>Related tags:</h3></header><ul>{items}</ul>") == ["Bridges", "Ports"]


def test_a_menu_under_a_label_of_tags_holds_them() -> None:
    menu = "<nav class=flex><a href=/news/bridges/>Bridges</a><a href=/news/ports/>Ports</a></nav>"
    assert names(HEAD + PROSE + f"<div><p>Tags</p>{menu}</div>") == ["Bridges", "Ports"]


def test_an_article_before_a_link_is_no_label_of_tags() -> None:
    said = "<span>See the harbour</span><span>, the </span><a href=/sights/pier>Long Pier</a><span>, and more.</span>"
    assert names(HEAD + PROSE + f"<p>{said}</p>") == []


def test_codes_among_keywords_are_no_tags() -> None:
    head = "<meta name=keywords content='Bridges, cat_bridges-and-ports, k1_harbour, Ports'>"
    assert names(PROSE + "<p>Bridges and Ports</p>", head) == ["Bridges", "Ports"]


def test_a_way_back_to_the_list_is_no_tag() -> None:
    back = "<a href=/blog/>← Back to blog</a> <a href=/news/>Back to news</a>"
    assert names(PROSE + f"<div class=post-tags>{links('Bridges', 'Ports')} {back}</div>") == ["Bridges", "Ports"]


FOOT = (
    "<footer class=entry-meta>This entry was posted in <a href=/c/local rel='category tag'>Local</a> and tagged "
    "<a rel=tag href=/tag/bridges>Bridges</a>, <a rel=tag href=/tag/ports>Ports</a> by <a href=/author/rosa>Rosa Lind"
    "</a>. Bookmark the <a href=/this rel=bookmark>permalink</a>.</footer>"
)


def test_of_a_sentence_at_the_foot_the_links_marked_as_tags_are_tags() -> None:
    body = f"<article>{HEAD}<div class=entry-content>{PROSE}</div>{FOOT}</article>"
    assert [t.text for t in article(body).tags] == ["Bridges", "Ports"]


def test_the_author_behind_the_tags_of_a_line_is_none() -> None:
    line = "Tags: <a href=/x/bridges>Bridges</a>, <a href=/x/ports>Ports</a> by <a href=/author/rosa>Rosa Lind</a>"
    assert names(f"{PROSE}<p>{line}</p>") == ["Bridges", "Ports"]


def test_a_wrapper_named_after_its_column_holds_the_articles_tags() -> None:
    tags = "<ul id=post-tags><li><a rel=tag href=/tag/ai>#ai</a></ul>"
    body = f"<header>{HEAD}</header><div class=sidebar-container><div>{PROSE}{tags}</div></div>"
    assert [t.text for t in article(body).tags] == ["ai"]


def test_tags_in_a_column_of_the_article_are_its_own() -> None:
    terms = f"<h2>Topics</h2><div class=sidebar-item__terms>{links('Bridges', 'Ports')}</div>"
    text = f"<div class=sidebar-item>{terms}</div><div class=entry-content>{PROSE}</div>"
    body = f"<article><div>{HEAD}</div><div class=entry-contents>{text}</div></article>"
    assert [t.text for t in article(body).tags] == ["Bridges", "Ports"]


def test_a_hidden_label_and_the_word_for_none_are_no_tags() -> None:
    label = "<span class=visually-hidden>Post Tags</span>"
    assert names(f"<div class=tags>{label}<ul><li>No Categories</li></ul></div>{PROSE}") == []


def test_the_label_of_categories_in_a_wiki_is_no_tag() -> None:
    foot = (
        "<div id=catlinks class=catlinks><div class=mw-normal-catlinks><a href=/Special:Categories>Categories</a>: "
        "<ul><li><a href=/Category:Bridges>Bridges</a></li><li><a href=/Category:Ports>Ports</a></li></ul></div></div>"
    )
    assert names(PROSE + foot) == ["Bridges", "Ports"]


def test_a_link_to_read_more_about_a_subject_is_no_tag() -> None:
    link = "<a href=/x/y>how many bridges one port needs</a>"
    item = f"<ul><li>Read more about {link}.</li></ul>"
    assert names(f"<section class=story-contents>{PROSE}{item}{PROSE}</section>") == []


def test_keywords_of_a_whole_site_are_no_tags_though_one_of_them_stands_in_the_text() -> None:
    words = "harbour, news, daily, tourism, magazine, weather, sport, elections"
    assert names(PROSE, f"<meta name=keywords content='{words}'>") == []


def test_keywords_are_looked_for_in_lines_parted_by_breaks() -> None:
    told = "The regulars watched the drawbridge and the ferries all day. " * 8
    body = f"<div>{told}<br><br>{told}<br></div>"
    assert names(body, "<meta name=keywords content='Drawbridge, ferries, regulars'>") == [
        "Drawbridge",
        "ferries",
        "regulars",
    ]


def test_words_for_nothing_are_no_tags() -> None:
    assert names(PROSE, "<meta name=keywords content='Not Set'>") == []


def test_a_list_of_all_topics_of_the_site_is_none_of_the_articles() -> None:
    all_of_them = links("Ports", "Ferries", "Weather", "Football", "Elections", "Trade")
    body = f"<div>{links('Bridges', 'Ports')}</div>{PROSE}<h3>View posts by tag</h3><div class=tags>{all_of_them}</div>"
    assert names(body) == ["Bridges", "Ports"]


def test_tags_in_a_column_right_behind_the_text_are_the_articles() -> None:
    aside = f"<aside><div class=tags><p>Tags</p>{links('Bridges')}</div></aside>"
    assert [t.text for t in article(f"<article>{HEAD}<div>{PROSE}</div>{aside}</article>").tags] == ["Bridges"]


def test_a_block_that_repeats_the_trail_holds_no_tags_where_another_does() -> None:
    trail = "<div class=breadcrumbs><a href=/x/wine>Wine</a> <a href=/x/makers>Makers</a></div>"
    block = "<div class=tags><a href=/x/wine>Wine</a> <a href=/x/makers>Makers</a></div>"
    told = "<div class=field--name-field-a-schlagworte><a href=/w/b>Bridges</a> <a href=/w/p>Ports</a></div>"
    assert [t.text for t in article(f"{trail}{HEAD}{block}{PROSE}{told}").tags] == ["Bridges", "Ports"]


def test_what_is_filed_under_categories_is_no_tag() -> None:
    foot = (
        "<p><span class=entry-categories>Filed Under: <a href=/category/ports rel='category tag'>Ports</a></span></p>"
    )
    assert names(f"{PROSE}<footer>{foot}</footer>") == []


def test_a_link_alone_right_above_the_headline_files_the_article_and_is_no_tag() -> None:
    chip = "<div class=tags><a href=/guides/ports>Ports</a></div>"
    page = article(chip + HEAD + PROSE)
    assert (page.tags, [c.text for c in page.categories]) == ((), ["Ports"])


def test_a_section_alone_in_a_list_of_topics_is_no_tag() -> None:
    section = '<meta property="article:section" content="Ports">'
    assert names(PROSE + f"<ul class=tags><li>{links('Ports', folder='topic')}</ul>", section) == []


def test_a_tag_in_the_line_of_the_date_is_one() -> None:
    line = "<div>Published <time datetime=2024-05-02>May 2</time> in <a href=/x/ports rel=tag>Ports</a></div>"
    body = f"<header>{HEAD}<div>By <a href=/about>Ann Lee</a></div>{line}</header>"
    assert [t.text for t in article(f"<article>{body}{PROSE}</article>").tags] == ["Ports"]


def test_topics_in_a_footer_with_a_menu_are_the_sites() -> None:
    menu = "<nav><a href=/imprint>Imprint</a></nav>"
    foot = f"<footer>{menu}<div><ul><li>{links('Snow', 'Cup', 'Carnival')}</ul></div></footer>"
    body = f"<main>{HEAD}{PROSE}{foot}</main>"
    assert article(body).tags == ()


def test_buttons_behind_a_label_of_tags_are_tags_and_lists_with_labels_of_their_own_are_apart() -> None:
    buttons = "".join(f"<button name=q value={n}>{n}</button>" for n in ("Bridges", "Ports"))
    topics = f"<div class=tags><b>Tags:</b> <form>{buttons}</form></div>"
    others = f"<div class=tags><b>Other news on:</b> {links('Shares', 'Bonds', 'Funds', folder='x')}</div>"
    assert names(f"<div>{PROSE}{topics}{others}</div>") == ["Bridges", "Ports"]


def test_keywords_that_differ_in_spelling_alone_are_one() -> None:
    keywords = '<meta name="news_keywords" content="ferries, harbour-bridge, Ferries, Harbour bridge">'
    assert names(PROSE, keywords) == ["Ferries", "Harbour bridge"]


def test_quotes_around_a_list_of_keywords_are_none_of_them() -> None:
    assert names(PROSE, '<meta name="news_keywords" content="«Bridge closes,Ports»">') == ["Bridge closes", "Ports"]


def test_a_keyword_for_search_engines_yields_to_tags() -> None:
    focus = '{"@type": "Article", "headline": "Harbour bridge closes for a month", "keywords": "Harbour bridge"}'
    tags = "".join(f'<meta property="article:tag" content="{n}">' for n in ("Ports", "Ferries"))
    assert names(PROSE, f'<script type="application/ld+json">{focus}</script>{tags}') == ["Ports", "Ferries"]


def test_who_wrote_a_post_is_none_of_its_tags() -> None:
    line = f"<p>Posted by <a href=/author/ann>Ann Lee</a> in {links('Ports', 'Ferries')}</p>"
    page = article(f"<article>{HEAD}{PROSE}<footer>{line}</footer></article>")
    assert [t.text for t in page.tags] == ["Ports", "Ferries"]


def test_a_list_of_the_articles_sections_yields_to_keywords_that_say_more() -> None:
    head = '<meta property="article:section" content="Ports"><meta property="article:section" content="Coast">'
    head += '<meta name="news_keywords" content="Ports,Coast,Ferries,Bridges">'
    filed = f"<ul class=tags><li>{links('Ports', folder='x')}<li>{links('Coast', folder='x')}</ul>"
    assert names(filed + PROSE, head) == ["Ports", "Coast", "Ferries", "Bridges"]


def test_a_long_list_that_is_labelled_and_marked_as_tags_is_no_index() -> None:
    many = "".join(f"<a rel=tag href=/tag/t{n}>Topic {n}</a> " for n in range(60))
    assert len(names(f"<article>{PROSE}<div class=tag-box><h3>Tags</h3>{many}</div></article>")) == 60


def test_quotation_marks_around_a_tag_are_no_part_of_it() -> None:
    tags = "<a rel=tag href=/tag/b>„Bridges”</a> <a rel=tag href=/tag/p>«Ports»</a> <a rel=tag href=/f>“A” and “B”</a>"
    assert names(f"{PROSE}<div class=tags>{tags}</div>") == ["Bridges", "Ports", "“A” and “B”"]


def test_a_tag_of_the_metadata_has_the_address_of_the_tags_page_that_is_called_so() -> None:
    head = "<meta property=article:tag content=Bridges><meta property=article:tag content=Ports>"
    cards = "<aside><div><a href=/tag/bridges>Bridges</a></div><div><a href=/ports>Ports</a></div></aside>"
    tags = article(f"<article>{HEAD}{PROSE}</article>{cards}", head).tags
    assert [(t.text, t.url) for t in tags] == [
        ("Bridges", "https://www.daily-lantern.example/tag/bridges"),
        ("Ports", None),
    ]


def test_labels_name_what_a_story_speaks_of() -> None:
    links = "<a href=/o/1>Port Board</a>, <a href=/o/2>Ferry Union</a>"
    assert names(f"{PROSE}<h3>Organizations in this Story</h3><p>{links}</p>") == ["Port Board", "Ferry Union"]


def test_the_label_of_unlinked_tags_is_none_of_them() -> None:
    pills = "<div class=tag-pill>Bridges</div><div class=tag-pill>Ports</div>"
    label = "<div class=pills-label>Blog words</div>"
    assert names(PROSE + f"<div class=post-tags>{label}{pills}</div>") == ["Bridges", "Ports"]


def test_a_reading_time_among_unlinked_tags_is_none_of_them() -> None:
    assert names("<div class=article-tags><p>Updated Dec 18, 2025 · 12 min read</p></div>" + PROSE) == []


def test_a_list_that_says_there_are_no_topics_has_none() -> None:
    assert names(PROSE + "<div class=article-topics><div>topics</div><p>No topics found.</p></div>") == []


def test_an_address_is_no_tag() -> None:
    url = "https://www.daily-lantern.example/topic/1882-bridges"
    assert names(PROSE + f"<div><a href={url}>{url}</a></div>") == []


def test_links_of_tabs_are_no_tags() -> None:
    tabs = "<li><a href=#term-1>Harbour</a><li><a href=#term-2>Ports</a>"
    head = '<meta name=news_keywords content="Harbour, Ports, Bridges">'
    assert names(f"{PROSE}<ul>{tabs}</ul>", head) == ["Harbour", "Ports", "Bridges"]


def test_keywords_that_are_the_words_of_a_title_one_by_one_are_no_tags() -> None:
    head = '<meta name=keywords content="harbour,bridge,closes,for,a,month">'
    assert names(PROSE, head) == []


def test_names_of_feeds_among_keywords_are_no_tags() -> None:
    assert names(PROSE, '<meta name=news_keywords content="Bridges, Ports, city-feed">') == ["Bridges", "Ports"]


def test_the_kind_of_dish_on_a_recipe_card_is_no_tag() -> None:
    card = "<div class='wprm-recipe-tag-container'><span>Course</span><span>Dessert</span></div>"
    assert names(PROSE + card) == []


def test_the_line_of_keywords_of_a_paper_names_its_tags() -> None:
    line = "<p><strong>Keywords:</strong> bridges, winter storms; ports.</p>"
    assert names(PROSE + line) == ["bridges", "winter storms", "ports"]


def test_a_sentence_that_begins_with_keywords_names_no_tags() -> None:
    assert names(PROSE + "<p>Keywords: a list of them stands on every page of the site and says little.</p>") == []
