"""The pages of one article as one record."""

from newsextract.join import join
from newsextract.records import Article, Notice, Pagination, Paragraph, RelatedPost, Section

AT = "https://press.test/a"


def page(number, *texts, **fields):
    sections = tuple(Section(blocks=(Paragraph(text=text),)) for text in texts)
    return Article(url=AT if number == 1 else f"{AT}/{number}", title=f"Page {number}", sections=sections, **fields)


def test_one_page_is_itself():
    assert join([page(1, "one")]) == page(1, "one")


def test_sections_follow_each_other_and_other_fields_are_of_the_first():
    whole = join([page(1, "one"), page(2, "two")])
    assert (whole.text, whole.title) == ("one\n\ntwo", "Page 1")
    assert whole.pagination == Pagination(current=1, total=2, urls=(AT, f"{AT}/2"))


def test_a_lead_repeated_on_each_page_stands_once():
    assert join([page(1, "lead", "one"), page(2, "lead", "two")]).text == "lead\n\none\n\ntwo"


def test_equal_sections_of_one_page_stay():
    assert join([page(1, "one", "one"), page(2, "two")]).text == "one\n\none\n\ntwo"


def test_teasers_stand_once_and_the_pages_are_none():
    posts = tuple(RelatedPost(title=t, url=u) for t, u in (("B", "https://press.test/b"), ("Next page", f"{AT}/2")))
    whole = join([page(1, "one", related=posts), page(2, "two", related=posts)])
    assert [post.title for post in whole.related] == ["B"]


def test_notices_stand_once_and_counts_add_up():
    notice = Notice(kind="paywall")
    whole = join(
        [page(1, "one", notices=(notice,), removed={"ad": 1}), page(2, "two", notices=(notice,), removed={"ad": 2})]
    )
    assert (whole.notices, whole.removed) == ((notice,), {"ad": 3})


def test_the_fingerprint_is_of_the_whole():
    assert join([page(1, "one " * 20), page(2, "two " * 20)]).fingerprint not in (
        "",
        join([page(1, "one")]).fingerprint,
    )
