"""What a document prints over its body, when the body has it too."""

import pytest

from newsextract.export import opening
from newsextract.records import Article, Image, Paragraph, Section

LEAD = Image(url="https://cdn.example.org/2031/ferry-at-the-quay-1200x630.jpg?w=1200", caption="The ferry at its quay.")
FIRST = Paragraph(text="No ship has sailed from the island since Monday.")


def over(image):
    return opening.lead_image(Article(lead_image=LEAD, sections=(Section(blocks=(FIRST, image)),)))


def standfirst(subtitle, *sections):
    return opening.standfirst(Article(subtitle=subtitle, sections=sections))


@pytest.mark.parametrize(
    "image",
    [
        LEAD,
        Image(url="https://img.example.org/640/ferry-at-the-quay-640x360.jpg"),
        Image(url="https://cdn.example.org/2031/ferry-at-the-quay-1200x630.jpg?w=300"),
        Image(url="https://img.example.org/f/9.jpg", caption="The ferry at its quay"),
    ],
)
def test_a_lead_image_that_the_body_shows_in_any_size_is_not_shown_over_it(image):
    assert over(image) is None


@pytest.mark.parametrize(
    "url", ["https://cdn.example.org/2031/captain-on-the-bridge.jpg", "https://cdn.example.org/image.php?id=8"]
)
def test_a_lead_image_that_the_body_does_not_show_is_shown_over_it(url):
    assert over(Image(url=url)) == LEAD


def test_names_that_all_pictures_have_tell_none():
    lead, other = (Image(url=f"https://cdn.example.org/image.php?id={n}") for n in (7, 8))
    article = Article(lead_image=lead, sections=(Section(blocks=(other,)),))
    assert opening.lead_image(article) == lead


def test_numbers_in_a_folder_are_pictures_of_a_gallery():
    lead, other = (Image(url=f"https://cdn.example.org/2031-opening-of-the-quay/0{n}.jpg") for n in (3, 9))
    article = Article(lead_image=lead, sections=(Section(blocks=(other,)),))
    assert opening.lead_image(article) == lead


def test_a_word_that_many_pictures_have_for_a_caption_tells_none():
    lead, other = (Image(url=f"https://cdn.example.org/{name}.jpg", caption="Symbolbild") for name in ("quay", "mole"))
    article = Article(lead_image=lead, sections=(Section(blocks=(other,)),))
    assert opening.lead_image(article) == lead


def test_a_standfirst_that_the_body_opens_with_is_printed_there_alone():
    assert standfirst("No ship has sailed from the island since Monday", Section(blocks=(LEAD, FIRST))) is None


def test_a_standfirst_that_the_body_does_not_print_stands_over_it():
    assert standfirst("Ferries stop.", Section(blocks=(FIRST,))) == "Ferries stop."


def test_words_below_a_heading_are_no_standfirst():
    assert standfirst(FIRST.text, Section(heading="Monday", blocks=(FIRST,))) == FIRST.text
