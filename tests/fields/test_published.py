"""When it was published and changed."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import newsextract
from newsextract.records import Article

STORY = f"<p>{'The harbour bridge will be closed to lorries for a month while its bearings are replaced. ' * 5}</p>"


def read(below: str = "", head: str = "", **options: object) -> Article:
    language = options.pop("language", "en")
    url = str(options.pop("url", "https://lantern.example/bridge"))
    html = (
        f"<html lang={language}><head><title>Bridge closes</title>{head}</head><body><article><h1>Bridge closes</h1>"
        f"{below}{STORY * 3}</article></body></html>"
    )
    captured = options.pop("captured", None)
    assert captured is None or isinstance(captured, datetime)
    return newsextract.extract(html, url=url, captured=captured)


def json_ld(**statements: object) -> str:
    entity = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge closes", **statements}
    return f'<script type="application/ld+json">{json.dumps(entity)}</script>'


def test_stated_moments_keep_their_zone() -> None:
    record = read(head=json_ld(datePublished="2024-05-03T10:30:00+02:00", dateModified="2024-05-04T08:00:00Z"))
    assert record.published == datetime(2024, 5, 3, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    assert record.modified == datetime(2024, 5, 4, 8, 0, tzinfo=UTC)


def test_midnight_in_the_metadata_is_a_day() -> None:
    assert read(head=json_ld(datePublished="2024-05-03T00:00:00+00:00")).published == date(2024, 5, 3)


def test_a_printed_date_under_the_headline_is_read_with_its_raw_text() -> None:
    record = read('<p class="meta">3 May 2024</p>')
    assert record.published == date(2024, 5, 3)
    assert record.evidence["published"].raw == "3 May 2024"


def test_updated_is_never_taken_for_published() -> None:
    record = read("<p>Updated: 5 May 2024</p>")
    assert record.published is None
    assert record.modified == date(2024, 5, 5)


def test_the_label_beside_each_date_tells_which_it_is() -> None:
    record = read("<p>Published 3 May 2024, updated 5 May 2024</p>")
    assert (record.published, record.modified) == (date(2024, 5, 3), date(2024, 5, 5))


def test_an_ambiguous_date_follows_the_address() -> None:
    assert read("<p>03/04/2024</p>", url="https://lantern.example/2024/04/03/bridge").published == date(2024, 4, 3)


def test_an_ambiguous_date_follows_an_unambiguous_one_of_the_page() -> None:
    aside = '<aside class="related"><p>25/03/2024</p></aside>'
    assert read(f"<p>03/04/2024</p>{aside}").published == date(2024, 4, 3)


def test_dates_of_comments_and_copyright_lines_are_not_taken() -> None:
    foot = '<ol id="comments"><li class="comment"><time datetime="2024-06-01">1 June 2024</time></li></ol>'
    record = read(f'<p class="date">3 May 2024</p>{foot}<footer>© 2019 The Lantern</footer>')
    assert record.published == date(2024, 5, 3)


def test_the_clock_in_the_header_is_never_taken() -> None:
    clock = "<header><div><p>Friday, September 5, 2025</p></div>" + "<a href='/x'>Harbour</a>" * 12 + "</header>"
    html = f"<html lang=en><title>Bridge closes</title>{clock}<main><h1>Bridge closes</h1>{STORY * 3}</main>"
    assert newsextract.extract(html).published is None


def test_a_day_printed_alone_outweighs_when_the_site_was_built() -> None:
    built = json_ld(datePublished="Jun 24, 2025", dateModified="Jun 24, 2025")
    assert read("<div>August 25, 2024</div>", head=built).published == date(2024, 8, 25)


def test_an_address_with_the_name_of_the_month_tells_the_day() -> None:
    assert read(url="https://lantern.example/2024/oct/03/bridge").published == date(2024, 10, 3)


def test_seconds_of_one_digit_are_read() -> None:
    stated = json_ld(datePublished="2024-05-03T10:15:0Z")
    assert read(head=stated).published == datetime(2024, 5, 3, 10, 15, tzinfo=UTC)


def test_a_date_glued_to_the_name_before_it_is_read() -> None:
    line = '<div class="byline"><a href="/rosa">Rosa Lind</a><span>May 3, 2024</span></div>'
    assert read(line).published == date(2024, 5, 3)


def test_utc_moves_to_the_zone_that_the_printed_time_tells() -> None:
    record = read("<p>May 3, 2024 at 8:48 p.m.</p>", json_ld(datePublished="2024-05-04T00:48:00Z"))
    assert record.published == datetime(2024, 5, 3, 20, 48, tzinfo=timezone(timedelta(hours=-4)))


def test_age_counts_from_the_capture() -> None:
    captured = datetime(2024, 5, 4, 12, 0, tzinfo=UTC)
    assert read('<span class="date">2 days ago</span>', captured=captured).published == date(2024, 5, 2)
    assert read('<span class="date">2 days ago</span>').published is None


def test_a_date_after_the_capture_is_not_believed() -> None:
    captured = datetime(2024, 5, 4, 12, 0, tzinfo=UTC)
    head = json_ld(datePublished="2025-05-03T10:30:00Z")
    assert read('<p class="date">3 May 2024</p>', head, captured=captured).published == date(2024, 5, 3)


def test_the_date_first_published_outweighs_the_one_beside_the_byline() -> None:
    note = '<p class="note">This guide was originally published on 26 September 2019 and has been kept up to date.</p>'
    assert read(f"<p>Rosa Lind</p><p>30 September 2022</p>{STORY}{note}").published == date(2019, 9, 26)


def test_the_first_of_two_times_in_one_line_is_the_publication() -> None:
    times = '<time class="published">June 29, 2020</time><time class="updated">November 12, 2021</time>'
    record = read(f'<p class="posted-on">Posted on {times}</p>')
    assert (record.published, record.modified) == (date(2020, 6, 29), date(2021, 11, 12))


def test_the_only_date_near_the_headline_is_taken_though_its_class_says_updated() -> None:
    cards = "".join(
        f'<div class="promo"><a href="/{n}">Ferry {n} sails</a> <time>{n} May 2023</time></div>' for n in (2, 3)
    )
    record = read(f'<time class="entry-date updated">May 3, 2024</time>{STORY * 3}<section>{cards}</section>')
    assert record.published == date(2024, 5, 3)


def test_a_line_at_the_foot_that_says_when_it_was_posted_is_read_though_it_is_long() -> None:
    filed = ", ".join(f'<a href="/c/{n}" rel="category">Harbours and bridges {n}</a>' for n in range(6))
    said = f"This entry was posted on Friday, May 3rd, 2024 and is filed under {filed}."
    assert read(f'<p class="postmetadata"><small>{said}</small></p>').published == date(2024, 5, 3)


def test_a_date_between_blocks_is_a_line() -> None:
    html = f"<fieldset><legend>Bridge closes</legend>3 May 2024<div>{STORY * 3}</div></fieldset>"
    assert newsextract.extract(f"<title>Bridge closes</title>{html}").published == date(2024, 5, 3)


def test_dates_of_neighbouring_elements_are_told_apart() -> None:
    line = '<div><a href="/city">City</a><span>MAY 3, 2024</span><span>Updated: MAY 5, 2024</span></div>'
    record = read(line)
    assert (record.published, record.modified) == (date(2024, 5, 3), date(2024, 5, 5))


def test_an_attribute_may_state_a_date_in_words() -> None:
    assert read('<time datetime="Fri May 03 2024 10:15:00 GMT+0000 (UTC)">now</time>').published == datetime(
        2024, 5, 3, 10, 15, tzinfo=UTC
    )


def test_an_attribute_states_what_scripts_would_print() -> None:
    record = read('<x-stamp publishdate="2024-05-03T10:15:00Z"></x-stamp>')
    assert record.published == datetime(2024, 5, 3, 10, 15, tzinfo=UTC)


def test_data_for_scripts_in_an_attribute_is_a_last_resort() -> None:
    data = '{"headline": "Bridge closes", "datePublished": "2024-05-03"}'.replace('"', "&quot;")
    assert read(f'<div data-props="{data}"></div>').published == date(2024, 5, 3)


def test_a_number_in_the_address_is_a_day_only_with_eight_digits() -> None:
    assert read(url="https://lantern.example/2024064/bridge").published is None


def test_a_numeric_date_follows_one_whose_month_is_named() -> None:
    aside = '<aside class="latest"><p>Bridge closes, 3 April 2024</p></aside>'
    assert read(f"<p>03-04-2024</p>{aside}").published == date(2024, 4, 3)
    assert read(f'<time datetime="03-04-2024">03-04-2024</time>{aside}').published == date(2024, 4, 3)


def test_a_printed_day_that_is_stated_as_the_change_is_not_the_publication() -> None:
    head = json_ld(datePublished="May 3, 2023", dateModified="2024-06-05")
    record = read("<p>5 June 2024</p>", head)
    assert (record.published, record.modified) == (date(2023, 5, 3), date(2024, 6, 5))


def test_the_date_in_a_headline_is_not_when_it_was_published() -> None:
    html = f"<article><h1>Week 14 to 20 May 2024</h1>{STORY * 3}</article>"
    assert newsextract.extract(f"<html lang=en><title>Week 14 to 20 May 2024</title>{html}").published is None


def test_an_abbreviated_time_means_the_moment_of_its_title() -> None:
    stamp = '<abbr itemprop="datePublished" title="2024-05-03T07:42:00-03:00">07:42</abbr>'
    record = read(f'<div itemscope itemtype="http://schema.org/BlogPosting"><p>Friday, 3 May 2024</p>{stamp}</div>')
    assert record.published == datetime(2024, 5, 3, 7, 42, tzinfo=timezone(timedelta(hours=-3)))


def test_the_dates_of_several_teasers_are_not_the_pages() -> None:
    teasers = "".join(
        f'<article class="teaser"><h2><a href="/transport/2024/ferry-runs-again-{n}">Ferry {n} runs again</a></h2>'
        f'<time datetime="2024-05-0{n}T10:00:00+02:00">{n} May 2024</time></article>'
        for n in range(2, 9)
    )
    page = f"<html lang=en><body><h1>Transport</h1><div>{teasers}</div></body></html>"
    assert newsextract.extract(page, url="https://lantern.example/transport/").published is None


def test_where_clocks_begin_no_date_was_set() -> None:
    stated = {"@type": "NewsArticle", "datePublished": "2021-04-28", "dateModified": "1970-01-01T01:00:00+01:00"}
    head = f"<script type=application/ld+json>{json.dumps(stated)}</script>"
    assert read(head=head).modified is None


def test_a_date_in_an_attribute_that_is_printed_behind_that_of_publication_is_the_changes() -> None:
    text = "Posted: 22 December 2023 8:25 AM | Last Updated: January 2"
    record = read(f'<p>Rosa Lind · <time datetime="2024-01-02T15:04:07Z">{text}</time></p>')
    assert record.published is not None
    assert record.published.isoformat() == "2023-12-22T08:25:00"
    assert record.modified == datetime(2024, 1, 2, 15, 4, 7, tzinfo=UTC)


def test_a_day_that_is_printed_again_with_its_time_has_it() -> None:
    lines = "<div class=date>10 March 2020</div><p>Bridges</p><div class=created_at>Sea - 10 March 2020 20:00</div>"
    head = '<meta property="article:published_time" content="2020-03-10">'
    assert read(lines, head).published == datetime.fromisoformat("2020-03-10T20:00:00")


def test_the_foot_of_a_wiki_says_when_it_was_changed_and_a_sentence_does_not_date_it() -> None:
    told = "<p>The next meeting is on Monday, 5 February 2024 at 19:00 in the harbour office.</p>"
    foot = "<div id=footer><ul><li id=footer-info-lastmod>Changed by hand on 29 January 2024.</li></ul></div>"
    record = newsextract.extract(
        f"<html lang=en><body><div><h1>Meetings</h1>{told}{STORY * 3}</div>{foot}</body></html>",
        url="https://wiki.lantern.example/Meetings",
    )
    assert (record.published, record.modified) == (None, date(2024, 1, 29))


def test_a_day_of_change_elsewhere_leaves_the_printed_day_of_publication() -> None:
    printed = "<div class=dateline>21 November 2024</div>"
    other = "<a href=/b>The other pier</a> <time class=updated datetime=2024-11-13>13 Nov</time>"
    assert read(f"{printed}{STORY * 2}<footer><div>{other}</div></footer>").published == date(2024, 11, 21)


def test_a_zone_between_day_and_time_costs_no_time() -> None:
    record = read(head=json_ld(datePublished="2018-11-28CET11:59:00+0100"))
    assert record.published == datetime(2018, 11, 28, 11, 59, tzinfo=timezone(timedelta(hours=1)))


def test_the_date_of_a_comment_is_never_that_of_the_article() -> None:
    comments = '<ol id="comments"><li class="comment"><time datetime="2024-05-03T13:02:01+01:00">3 May</time></li></ol>'
    assert read(f"{STORY * 2}{'<p></p>' * 90}{comments}").published is None


def test_letters_of_a_zone_behind_an_iso_time_are_read() -> None:
    record = read(head=json_ld(datePublished="2020-09-29T00:30:00PDT"))
    assert record.published == datetime(2020, 9, 29, 0, 30, tzinfo=timezone(timedelta(hours=-7)))


def test_a_line_at_the_foot_that_says_nothing_else_dates_the_last_change() -> None:
    record = read('<p class="meta">3 May 2024</p>' + STORY * 3 + "<p>Last updated: 17 June 2024.</p>")
    assert (record.published, record.modified) == (date(2024, 5, 3), date(2024, 6, 17))


def test_the_day_on_which_a_fact_was_checked_is_not_that_of_publication() -> None:
    text = "<p>The harbour bridge will be closed to all traffic from Monday, the port authority said.</p>" * 3
    page = f"<html lang=en><body><h1>Bridge closes</h1>{text}<ol><li>Last checked: 2024-05-03</li></ol></body></html>"
    assert newsextract.extract(page).published is None


def test_as_of_beside_a_publication_is_the_day_of_change() -> None:
    dates = "<p>Veröffentlicht: 3.5.2024</p><p>Stand: 9.5.2024</p>"
    record = read(dates, language="de")
    assert (str(record.published), str(record.modified)) == ("2024-05-03", "2024-05-09")


def test_a_printed_time_has_the_zone_that_the_metadata_states() -> None:
    record = read("<p>Published May 3, 2024, 9:25 p.m.</p>", json_ld(datePublished="2024-05-04T01:25:54Z"))
    assert record.published is not None
    assert record.published.isoformat() == "2024-05-03T21:25:54-04:00"


def test_a_printed_publication_outweighs_a_stated_one_that_is_the_moment_of_the_change() -> None:
    stated = json_ld(datePublished="2024-05-03T20:14:24Z", dateModified="2024-05-03T20:14:24Z")
    record = read("<p>Published 3rd May 2024, 18:58 GMT</p><p>Updated 3rd May 2024, 20:14 GMT</p>", head=stated)
    assert record.published == datetime(2024, 5, 3, 18, 58, tzinfo=UTC)
    assert record.modified == datetime(2024, 5, 3, 20, 14, 24, tzinfo=UTC)


def test_of_an_old_text_the_day_under_the_headline_outweighs_when_it_was_moved() -> None:
    moved = '<meta property="article:published_time" content="2024-05-03T12:01:51Z">'
    day = "<div><span>7 min read</span> · <span>Dec 30, 2013</span></div>"
    assert read(day, head=moved).published == date(2013, 12, 30)


def test_a_change_at_the_moment_of_publication_yields_to_a_later_one() -> None:
    head = json_ld(datePublished="2024-05-03T10:30:00Z", dateModified="2024-05-03T10:30:00Z")
    head += '<meta property="article:modified_time" content="2024-05-04T16:45:26Z">'
    assert read(head=head).modified == datetime(2024, 5, 4, 16, 45, 26, tzinfo=UTC)


def test_a_change_without_a_zone_before_the_publication_is_the_same_moment_in_the_zone_of_the_site() -> None:
    head = '<meta property="article:published_time" content="2024-12-17T21:59:00Z">'
    changed = read(head=head + json_ld(dateModified="2024-12-17T16:59:10")).modified
    assert changed == datetime(2024, 12, 17, 21, 59, 10, tzinfo=UTC)
    assert read(head=head + json_ld(dateModified="2024-12-17T20:12:10")).modified == date(2024, 12, 17)


def test_the_time_of_a_comment_below_a_short_text_is_not_that_of_the_article() -> None:
    comment = '<ul class="comment-items"><li><p>Well said.</p><b>3. 5. 2024</b> <b>22:38</b></li></ul>'
    html = f"<html lang=de><title>Bridge closes</title><article><h1>Bridge closes</h1>{STORY}</article>{comment}"
    record = newsextract.extract(html, url="https://lantern.example/2024/05/03/bridge-closes")
    assert record.published == date(2024, 5, 3)


def test_a_change_whose_zone_one_system_read_wrong_is_the_publication() -> None:
    wrong = json_ld(datePublished="2024-05-03T10:30:12-04:00", dateModified="2024-05-03T10:30:12-04:00")
    metas = "".join(
        f'<meta property="article:{name}_time" content="2024-05-03T10:30:12+00:00">'
        for name in ("published", "modified")
    )
    record = read(head=wrong + metas)
    assert record.published == record.modified
