"""Lists of every make."""

import pytest

from newsextract.records import List, ListItem, Paragraph
from tests.content.reading import blocks, read, the_list


def test_a_bullet_list_is_unordered() -> None:
    expected = List(items=(ListItem(text="Bread"), ListItem(text="Salt")))
    assert the_list("<ul><li>Bread</li><li>Salt</li></ul>") == expected


def test_a_numbered_list_is_ordered() -> None:
    assert the_list("<ol><li>Boil</li><li>Stir</li></ol>").ordered


def test_a_nested_list_belongs_to_its_item() -> None:
    found = the_list("<ul><li>Fruit<ul><li>Plums</li></ul></li></ul>")
    assert found.items == (ListItem(text="Fruit", items=(ListItem(text="Plums"),)),)


def test_a_list_directly_inside_a_list_belongs_to_the_item_before() -> None:
    found = the_list("<ul><li>Fruit</li><ul><li>Plums</li></ul></ul>")
    assert found.items[0].items == (ListItem(text="Plums"),)


def test_a_bold_lead_before_a_colon_is_a_label() -> None:
    (item,) = the_list("<ul><li><strong>Roads:</strong> two bridges are shut.</li></ul>").items
    assert (item.label, item.text) == ("Roads", "Roads: two bridges are shut.")


def test_a_plain_lead_before_a_colon_is_a_label() -> None:
    assert the_list("<ul><li>Roads: two bridges are shut.</li></ul>").items[0].label == "Roads"


def test_a_lead_before_a_dash_is_a_label() -> None:
    assert the_list("<ul><li>Roads – two bridges are shut.</li></ul>").items[0].label == "Roads"


def test_a_time_of_day_is_no_label() -> None:
    assert the_list("<ul><li>At 10:30 the gates open.</li></ul>").items[0].label is None


def test_terms_and_their_definitions_are_labelled_items() -> None:
    found = the_list("<dl><dt>Lock</dt><dd>Lifts boats.</dd><dt>Weir</dt><dd>Holds water back.</dd></dl>")
    assert [i.label for i in found.items] == ["Lock", "Weir"]
    assert [i.text for i in found.items] == ["Lock: Lifts boats.", "Weir: Holds water back."]


def test_paragraphs_with_typed_bullets_are_a_list() -> None:
    found = the_list("<p>• Two bridges are shut.</p><p>• Schools stay open.</p>")
    assert [i.text for i in found.items] == ["Two bridges are shut.", "Schools stay open."]


def test_paragraphs_that_count_from_one_are_an_ordered_list() -> None:
    assert the_list("<p>1) Boil the milk.</p><p>2) Add the salt.</p>").ordered


def test_a_paragraph_that_begins_with_a_number_is_no_list() -> None:
    assert all(isinstance(b, Paragraph) for b in blocks("<p>7. The last of them.</p><p>9. Another thing.</p>"))


def test_items_that_hold_headings_are_read_as_sections() -> None:
    assert [type(b) for b in blocks("<ol><li><h3>The mill</h3><p>It still turns.</p></li></ol>")] == [Paragraph]


def test_a_table_of_contents_is_no_list_of_the_body() -> None:
    (block,) = blocks('<p>Rain.</p><ul><li><a href="#mill">The mill</a></li><li><a href="#dam">The dam</a></li></ul>')
    assert block == Paragraph(text="Rain.")


def test_dashes_that_count_nothing_are_speech() -> None:
    found = blocks("<p>She laughed.</p><p>– I saw it, she said.</p><p>– So did I.</p>")
    assert len(found) == 3


def test_lines_typed_as_a_list_are_one_after_what_leads_them_in() -> None:
    lead, found = blocks("<p>The plan:<br>1) New roads<br>2) A bridge<br>3) A school</p>")
    assert lead == Paragraph(text="The plan:")
    assert isinstance(found, List)
    assert [i.text for i in found.items] == ["New roads", "A bridge", "A school"]


def test_lines_of_speech_stay_a_paragraph() -> None:
    assert blocks("<p>– I saw it.<br>– So did I.</p>") == [Paragraph(text="– I saw it.\n– So did I.")]


def test_the_heading_of_a_table_of_contents_goes_with_it() -> None:
    found = read('<p>Rain.</p><h2>In brief</h2><ul><li><a href="#mill">The mill</a></li></ul><p>Sun.</p>')
    assert [s.heading for s in found] == [None]


def test_a_label_closes_its_brackets() -> None:
    found = the_list("<ul><li>The Mill (directed by: Ida Berg)</li><li>The Dam (1931): a play</li></ul>")
    assert [i.label for i in found.items] == [None, "The Dam (1931)"]


@pytest.mark.parametrize(
    "item",
    [
        "<strong>Rye</strong><br>Dark and sour",
        "<strong>Rye<br></strong>Dark and sour",
        '<a href="/rye"><strong>Rye</strong></a><strong>.</strong> Dark and sour',
    ],
)
def test_a_bold_lead_set_off_by_a_line_break_or_linked_is_a_label(item: str) -> None:
    assert the_list(f"<ul><li>{item}</li><li>Wheat</li></ul>").items[0].label == "Rye"


def test_the_colon_of_a_linked_title_sets_no_label_off() -> None:
    assert the_list('<ul><li><a href="/a">Rye: a history</a></li><li>Wheat</li></ul>').items[0].label is None


def test_each_definition_of_a_term_is_an_item() -> None:
    steps = the_list("<dl><dt>Method</dt><dd>Boil the water.</dd><dd>Stir the flour in.</dd></dl>").items
    assert [(i.label, i.text) for i in steps] == [("Method", "Method: Boil the water."), (None, "Stir the flour in.")]


def test_long_numbered_paragraphs_are_no_list() -> None:
    said = (
        "The plaintiff may demand that the picture be taken down, and the defendant has to bear the costs of it. " * 6
    )
    assert not any(isinstance(b, List) for b in blocks(f"<p>1. {said}</p><p>2. {said}</p>"))


def test_lists_of_one_item_each_are_one_list() -> None:
    found = the_list('<ul><li aria-level="1">Bread</li></ul>\n<ul><li>Salt</li></ul><ul><li>Oil</li></ul>')
    assert [item.text for item in found.items] == ["Bread", "Salt", "Oil"]


@pytest.mark.parametrize("between", ["<p>The cook adds:</p>", "</div><div>"])
def test_lists_with_something_between_stay_apart(between: str) -> None:
    found = blocks(f"<div><ul><li>Bread</li></ul>{between}<ul><li>Salt</li></ul></div>")
    assert [len(b.items) for b in found if isinstance(b, List)] == [1, 1]


def test_an_item_that_is_only_a_list_belongs_to_the_item_before() -> None:
    found = the_list("<ul><li>Fruit</li><li><ul><li>Plums</li></ul></li></ul>")
    assert found.items == (ListItem(text="Fruit", items=(ListItem(text="Plums"),)),)


def test_an_item_without_text_is_none() -> None:
    assert the_list("<ul><li>Bread</li><li><img src=/dot.png></li><li>Salt</li></ul>").items == (
        ListItem(text="Bread"),
        ListItem(text="Salt"),
    )


def test_what_two_things_have_in_common_is_listed_under_each() -> None:
    items = ("Answers the telephone the same day", "Counts each crossing that was missed", "Pays within a month of it")
    pros = f"<h3>Pros</h3><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    found = read(f"<p>Two.</p><h2>Ferry A</h2>{pros}<h2>Ferry B</h2>{pros}<p>End.</p>")
    assert [len(s.blocks) for s in found if s.heading == "Pros"] == [1, 2]


@pytest.mark.parametrize(
    "items",
    [
        "<ol><li><div>1.</div><div>Boil the milk.</div></li><li><div>2.</div><div>Add the salt.</div></li></ol>",
        "<ul><li><span>1</span><p>Boil the milk.</p></li><li><span>2</span><p>Add the salt.</p></li></ul>",
        "<ol><li>1. Boil the milk.</li><li>2. Add the salt.</li></ol>",
    ],
)
def test_numbers_that_a_page_prints_before_its_items_count_them(items: str) -> None:
    found = the_list(items)
    assert (found.ordered, [i.text for i in found.items]) == (True, ["Boil the milk.", "Add the salt."])


def test_numbers_that_are_part_of_names_stay() -> None:
    assert [i.text for i in the_list("<ul><li>1. Liga</li><li>2. Liga</li></ul>").items] == ["1. Liga", "2. Liga"]
    assert the_list("<ol><li>5. Street</li><li>7. Street</li></ol>").items[0].text == "5. Street"


def test_the_label_of_a_numbered_item_is_without_its_number() -> None:
    item = "<li>{} <strong>The milk:</strong> boil it.</li>"
    found = the_list(f"<ol>{item.format('1.')}{item.format('2.')}</ol>")
    assert [(i.label, i.text) for i in found.items] == [("The milk", "The milk: boil it.")] * 2


def test_numbered_paragraphs_that_go_on_behind_a_picture_are_no_list() -> None:
    steps = "<p>1. Boil the milk.<br>2. Add the salt.</p><p>It takes a while.</p><p>3. Wait for an hour.</p>"
    assert not any(isinstance(b, List) for b in blocks(steps))
    assert isinstance(blocks(steps.replace("3.", "4."))[0], List)


def test_the_label_of_a_numbered_paragraph_is_what_stands_in_bold_behind_its_number() -> None:
    found = the_list("<p><strong>1. Boil.</strong> Use milk.</p><p><strong>2. Wait.</strong> Take an hour.</p>")
    assert [i.label for i in found.items] == ["Boil", "Wait"]


def test_a_label_may_be_set_in_bold_word_by_word() -> None:
    found = the_list("<ul><li><b>Learning</b> <b>by</b> <b>night.</b> It knows when you sleep.</li></ul>")
    assert found.items[0].label == "Learning by night"


def test_lines_behind_dashes_that_end_as_parts_of_a_sentence_are_a_list() -> None:
    found = the_list("<p>- a meeting in each school;<br>- a letter to the rector;<br>- a march on Thursday.</p>")
    assert len(found.items) == 3
