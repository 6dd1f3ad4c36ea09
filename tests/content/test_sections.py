"""Body in, sections out."""

import pytest

import newsextract
from newsextract.records import Paragraph
from tests.content.reading import read


def test_what_stands_before_the_first_heading_is_the_lead() -> None:
    lead, harvest = read("<p>Rain came early.</p><h2>The harvest</h2><p>It was poor.</p>")
    assert (lead.heading, lead.blocks) == (None, (Paragraph(text="Rain came early."),))
    assert (harvest.heading, harvest.level) == ("The harvest", 2)


def test_a_body_of_nothing_has_no_sections() -> None:
    assert read("<p></p>") == ()


def test_the_articles_own_title_is_no_heading() -> None:
    (section,) = read("<h2>River bursts its banks</h2><p>Water rose.</p>", title="River bursts its banks")
    assert section.heading is None


def test_the_articles_own_title_is_no_paragraph() -> None:
    (section,) = read("<p>River bursts its banks</p><p>Water rose.</p>", title="River bursts its banks")
    assert section.blocks == (Paragraph(text="Water rose."),)


def test_a_headings_own_link_sign_is_dropped() -> None:
    (section,) = read('<h3 id="costs">2. What it costs <a href="#costs">#</a></h3><p>A lot.</p>')
    assert (section.heading, section.anchor, section.level) == ("2. What it costs", "costs", 3)


@pytest.mark.parametrize(
    "own",
    ['<a href="#costs">#costs</a>', '<a id="costs" href="#costs">Link</a>', '<a href="#costs"><img src="/l.svg"></a>'],
)
def test_what_links_a_heading_to_itself_is_none_of_it(own: str) -> None:
    (section,) = read(f'<h3 id="costs">What it costs{own}</h3><p>A lot.</p>')
    assert section.heading == "What it costs"


def test_a_heading_that_is_a_link_to_itself_is_one() -> None:
    (section,) = read('<h2 id="see"><a href="#see">See also</a></h2><p>The dam.</p>')
    assert section.heading == "See also"


def test_a_paragraph_in_bold_heads_what_is_below_the_heading_before_it() -> None:
    html = "<p>Rain.</p><p><b>The dam</b></p><p>It broke.</p><h3>The mill</h3><p>It turns.</p><p><b>The wheel</b></p>"
    assert [s.level for s in read(f"{html}<p>It is new.</p>")] == [1, 3, 3, 4]


def test_a_heading_at_the_end_heads_nothing() -> None:
    assert [s.heading for s in read("<h2>The mill</h2><p>It turns.</p><h2>Sources</h2><h3>Books</h3>")] == ["The mill"]


def test_many_headings_at_the_end_are_what_the_page_lists() -> None:
    titles = [f"Mill number {n}" for n in range(5)]
    html = "<p>Mills of the valley.</p>" + "".join(f"<h3>{title}</h3>" for title in titles)
    assert [s.heading for s in read(html)][-5:] == titles


def test_the_last_heading_before_a_paywall_stays() -> None:
    page = '<p>It turns.</p><h2>The wheel</h2><div class="paywall"><p>Subscribe to read on</p></div>'
    assert read(page, keep="he")[-1].heading == "The wheel"


def test_a_heading_right_below_itself_is_one() -> None:
    assert len(read("<h2>The mill</h2><h2>The mill</h2><p>It turns.</p>")) == 1


def test_a_paragraph_in_bold_before_text_is_a_heading() -> None:
    _, section = read("<p>The town waited.</p><p><strong>A night on the roof</strong></p><p>Nobody slept.</p>")
    assert section.heading == "A night on the roof"


def test_a_bold_lead_in_is_no_heading() -> None:
    (section,) = read("<p>The town waited.</p><p><b>Note:</b></p><p>Figures are rounded.</p>")
    assert section.heading is None


def test_a_block_says_where_it_stands_when_asked() -> None:
    (section,) = read("<div><p>One.</p><p>Two.</p></div>", locators=True)
    assert [b.path for b in section.blocks] == ["body > div > p:nth-of-type(1)", "body > div > p:nth-of-type(2)"]


def test_a_path_is_the_documents_own() -> None:
    (section,) = read("<div><p>One.</p><ul><li>a</li></ul></div><div><p>Two.</p></div>", locators=True)
    assert [b.path for b in section.blocks] == [
        "body > div:nth-of-type(1) > p",
        "body > div:nth-of-type(1) > ul",
        "body > div:nth-of-type(2) > p",
    ]


def test_a_standfirst_set_as_a_heading_is_a_paragraph() -> None:
    text = "The river left its bed before dawn, and the town learned of it by telephone"
    (section,) = read(f"<h2>{text}</h2><p>Water rose.</p>")
    assert (section.heading, section.blocks[0]) == (None, Paragraph(text=text))


def test_above_the_text_stand_neither_the_words_over_the_headline_nor_the_lead_picture() -> None:
    text = "<p>The mill turned again on the fourth of May, and all the town came to look at it.</p>" * 9
    top = "<p>Town and river</p><h1>The mill turns</h1><h2>After four years of repair</h2><img src=/mill.jpg width=900>"
    (section,) = newsextract.extract(f"<html lang=en><article>{top}{text}</article></html>").sections
    assert section.heading is None
    assert section.blocks[0] == Paragraph(text="After four years of repair")
    assert all(isinstance(b, Paragraph) for b in section.blocks)
    assert len(section.blocks) == 10


def test_a_question_in_bold_is_an_interviewers() -> None:
    (section,) = read("<p>She laughed.</p><p><b>Were you afraid?</b></p><p>Not once.</p>")
    assert section.heading is None


def test_the_summary_of_folded_text_is_its_heading() -> None:
    _, section = read("<p>Rain.</p><details><summary>Who pays?</summary><p>The county pays.</p></details>")
    assert (section.heading, section.blocks) == ("Who pays?", (Paragraph(text="The county pays."),))


@pytest.mark.parametrize("set_bold", ['style="font-weight: bold"', 'class="fw-bold"'])
def test_a_paragraph_set_bold_by_its_style_is_a_heading(set_bold: str) -> None:
    assert read(f"<p>Rain.</p><p><span {set_bold}>The mill</span></p><p>It turns.</p>")[1].heading == "The mill"


def test_a_bold_line_over_numbered_ones_is_a_heading() -> None:
    found = read("<p>Rain.</p><p><b>The best mills</b></p><p><b>1. Upper Mill</b></p><p>It turns.</p>")
    assert [s.heading for s in found] == [None, "The best mills", "1. Upper Mill"]


def test_the_name_of_a_numbered_entry_may_end_with_a_mark() -> None:
    assert read("<p>Rain.</p><p><b>10. You!!!</b></p><p>It turns.</p>")[1].heading == "10. You!!!"


def test_headings_set_again_over_copies_are_copies_too() -> None:
    text = f"<h3>The mill</h3><p>{'It turned all night. ' * 9}</p><h3>The wheel</h3><p>{'It is of oak. ' * 9}</p>"
    assert [s.heading for s in read(f"<p>Rain.</p>{text}{text}")] == [None, "The mill", "The wheel"]


def test_a_byline_in_bold_is_no_heading() -> None:
    assert [s.heading for s in read("<p>Rain.</p><p><b>By Ada Lind</b></p><p>It turns.</p>")] == [None]


@pytest.mark.parametrize(("end", "headings"), [("", 2), (".", 1)])
def test_a_long_heading_before_any_text_made_like_others_heads_the_text_unless_it_is_a_sentence(
    end: str, headings: int
) -> None:
    first = f"<h2>What the council of the harbour decided on the first day{end}</h2>"
    found = read(f"<main>{first}<p>It met.</p><h2>Later</h2><p>It left.</p></main>")
    assert len([s for s in found if s.heading is not None and s.level == 2]) == headings


def test_the_picture_under_the_standfirst_is_the_lead_picture_and_no_block() -> None:
    (lead,) = read('<p class="standfirst">It turns again.</p><img src="/mill.jpg"><p>The mill turns.</p>')
    assert [b.text for b in lead.blocks if isinstance(b, Paragraph)] == ["It turns again.", "The mill turns."]
    assert len(lead.blocks) == 2


def test_a_link_to_another_article_set_as_a_heading_is_none() -> None:
    found = read('<p>Rain.</p><h3>READ MORE: <a href="/dam">The dam that broke</a></h3><p>It turns.</p>')
    assert [s.heading for s in found] == [None]


def test_the_title_among_the_lines_of_a_paragraph_goes_with_what_is_above_it() -> None:
    (section,) = read("<div>Town &gt; River<br>The mill turns<br>After four years.</div>", title="The mill turns")
    assert [b.text for b in section.blocks if isinstance(b, Paragraph)] == ["After four years."]


def test_a_player_above_the_text_is_a_block() -> None:
    text = "<p>The mill turned again on the fourth of May, and all the town came to look at it.</p>" * 9
    player = '<video src="/mill.mp4"></video><img src="/mill.jpg" width="900">'
    page = f"<html lang=en><article><h1>The mill turns</h1>{player}{text}</article></html>"
    (section,) = newsextract.extract(page, "https://news.example/mill").sections
    assert [type(b).__name__ for b in section.blocks[:2]] == ["Embed", "Paragraph"]


def test_a_heading_that_is_a_place_to_be_led_to_is_no_link() -> None:
    text = "<p>The old pier would be repaired before winter, the harbour council of the coastal town said.</p>" * 3
    named = "".join(f"<h2><div><a name=part-{n}>Part {n} of the harbour</a></div></h2>{text}" for n in range(4))
    article = newsextract.extract(f"<article><h1>The harbour in four parts</h1>{text}{named}</article>")
    assert [s.heading for s in article.sections] == [None, *(f"Part {n} of the harbour" for n in range(4))]


def test_what_was_cut_from_a_heading_is_none_of_it() -> None:
    text = (
        "<p>The mill by the river burned down in the night, and the miller, who had slept there, was carried out.</p>"
    )
    edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'
    page = (
        f"<title>Mills</title><article><h1>Mills</h1>{text * 3}<h2>The fire{edit}</h2>{text[:-5]} unhurt.</p></article>"
    )
    assert newsextract.extract(page).sections[1].heading == "The fire"


@pytest.mark.parametrize(
    "toggle",
    [
        '<a role="button" aria-controls="a1"><span role="heading" aria-level="3">Who pays?</span></a>',
        '<button aria-expanded="false">Who pays?</button>',
        '<div role="button" aria-controls="a1">Who pays?</div>',
    ],
)
def test_what_folds_text_away_heads_it(toggle: str) -> None:
    lead, folded = read(f"<p>The town asks.</p><div>{toggle}</div><div id=a1><p>The county does.</p></div>")
    assert lead.heading is None
    assert (folded.heading, folded.blocks) == ("Who pays?", (Paragraph(text="The county does."),))


@pytest.mark.parametrize(
    "control",
    [
        '<p>The county pays. <button aria-controls="map"></button></p>',
        '<div><button aria-haspopup="menu" aria-expanded="false">Choose a town</button></div>',
    ],
)
def test_a_control_beside_text_and_a_menu_head_nothing(control: str) -> None:
    assert [s.heading for s in read(f"<p>The town asks.</p>{control}<p>The county does.</p>")] == [None]


def test_numbers_set_above_the_headings_of_a_list_are_no_paragraphs() -> None:
    entry = "<div><span>{0}</span><h2>{1}</h2></div><p>It grinds rye.</p>"
    mills = entry.format(1, "The old mill") + entry.format(2, "The new mill")
    assert [(s.heading, len(s.blocks)) for s in read(mills)] == [("The old mill", 1), ("The new mill", 1)]


def test_facts_in_bold_line_by_line_are_no_heading() -> None:
    facts = "<p><strong>Price: 20 francs<br>Weight: two kilos</strong></p>"
    (section,) = read(f"<p>The loaf is round.</p>{facts}<p>It keeps for a week.</p>")
    assert section.blocks[1] == Paragraph(text="Price: 20 francs\nWeight: two kilos")


def test_a_heading_that_repeats_the_title_in_the_text_heads_its_part() -> None:
    text = "<p>" + "The spray keeps beetles away from the beans all summer long. " * 6 + "</p>"
    named = "<h2>Garden spray</h2><p>Makes one gallon.</p>"
    assert [s.heading for s in read(text + named, title="Garden spray")] == [None, "Garden spray"]
    assert [s.heading for s in read(named + text, title="Garden spray")] == [None]


def test_a_line_in_bold_that_begins_with_a_bracket_may_be_a_heading() -> None:
    found = read("<p>It rained.</p><p><b>(Do not) wait for the sun</b></p><p>We went.</p>")
    assert [s.heading for s in found] == [None, "(Do not) wait for the sun"]
    assert [s.heading for s in read("<p>It rained.</p><p><b>(Do not wait)</b></p><p>We went.</p>")] == [None]


def test_a_heading_of_signs_alone_is_an_ornament() -> None:
    found = read("<p>It rained.</p><h4><strong>∼ ∼</strong> ∼</h4><p>We went.</p>")
    assert [s.heading for s in found] == [None]
    assert [s.heading for s in read("<p>It rained.</p><h4 id=plus>+</h4><p>Adds two numbers.</p>")] == [None, "+"]
