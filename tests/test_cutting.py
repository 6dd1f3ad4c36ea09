"""The cut takes out what is chrome, and spares what a name lies about."""

import pytest

from newsextract.cutting import Removals, cut, cut_rest
from newsextract.label import Labels, label
from newsextract.page.document import Document
from newsextract.rules.load import bundled

PROSE = "<p>" + "The harbour board met on Tuesday and spoke for three hours about the new berth. " * 6 + "</p>"


def labelled(html: str) -> tuple[Document, Labels]:
    document = Document(html)
    return document, label(document, bundled())


def removals(html: str) -> Removals:
    document, labels = labelled(html)
    headline = next(iter(document.by_tag.get("h1", ())), None)
    return cut(document, labels, headline)


@pytest.mark.parametrize(
    "chrome",
    [
        '<div class="advertisement">Buy a car</div>',
        '<div class="share-buttons">Share</div>',
        "<nav>Home</nav>",
    ],
)
def test_chrome_is_cut(chrome: str) -> None:
    document, labels = labelled(f"<body><article>{PROSE}{chrome}</article>")
    listed = cut(document, labels).listed
    assert len(listed) == 1
    assert listed[0].element.removed == listed[0].rule.kind


def test_an_ad_that_never_ends_does_not_take_the_body_with_it() -> None:
    assert removals(f"<body><h1>Title</h1><div class='ad-slot'>{PROSE}{PROSE}").listed == ()


def test_an_element_that_holds_the_headline_and_the_body_stays() -> None:
    assert removals(f"<body><div class='newsletter-signup'><h1>Title</h1>{PROSE}</div>").listed == ()


def test_what_is_labelled_inside_a_spared_element_is_cut() -> None:
    taken = removals(f"<body><div class='ad-slot'><nav>Home</nav>{PROSE}{PROSE}</div>")
    assert [r.element.tag for r in taken.listed] == ["nav"]


def test_removals_are_counted_by_kind_and_those_inside_others_too() -> None:
    page = f"<body>{PROSE}<nav>Home<div class='ad-slot'>Buy</div><ul class='menu'></ul></nav>"
    assert removals(page).counts == {"navigation": 1, "ad": 1}


def test_every_removal_names_its_rule() -> None:
    (removal,) = removals(f"<body>{PROSE}<div class='addtoany_list'>Share</div>").listed
    assert removal.rule.id == "share.plugins"


def test_a_menu_by_name_that_holds_a_text_and_no_links_stays() -> None:
    assert not removals(f'<div class="content-nav-section">{PROSE * 3}</div><div>{PROSE * 9}</div>').listed


def test_a_link_in_the_middle_of_a_sentence_stays_whatever_its_name() -> None:
    link = '<a href="/brain" class="content-link keywords">neuroscience</a>'
    assert removals(f"<p>With time and advances in {link}, it has become clear.</p>").listed == ()
    assert [r.element.tag for r in removals(f"<p>{link}</p>").listed] == ["a"]


def test_a_link_early_in_a_sentence_stays_where_the_sentence_goes_on() -> None:
    link = '<a href="/paint" class="wpil_keyword_link">painting</a>'
    assert removals(f"<p>As I love {link}, I went on with the old chairs.</p>").listed == ()
    assert len(removals(f"<p>Posted in {link}, {link}, and more</p>").listed) == 2


@pytest.mark.parametrize(
    "source",
    [
        '<pre><code class="language-*">tar -x</code></pre>',
        '<pre><code>x = 1 <span class="token comment"># one</span></code></pre>',
        '<p>Call <code class="language-select">choose</code> first.</p>',
    ],
)
def test_source_code_is_named_for_what_it_is_in_a_program(source: str) -> None:
    document, labels = labelled(f"<body><article>{PROSE}{source}</article>")
    assert cut_rest(document, labels, set(), cut(document, labels)).listed == ()


def test_hidden_source_code_is_cut() -> None:
    document, labels = labelled(f"<body><article>{PROSE}<pre><span hidden>Copied</span>x = 1</pre></article>")
    assert [r.element.tag for r in cut_rest(document, labels, set(), cut(document, labels)).listed] == ["span"]


def test_a_form_that_asks_for_a_password_is_cut_however_little_the_page_says_besides() -> None:
    form = f"<div class=login-form><input type=password>{PROSE}{PROSE}</div>"
    assert len(removals(f"<body><h1>Title</h1><p>Watch it live.</p>{form}").listed) == 1
    assert removals(f"<body><h1>Title</h1><p>Watch it live.</p>{form.replace('password', 'text')}").listed == ()
