"""What is printed under a picture, told apart from whose picture it is."""

import pytest

from newsextract.label import label
from newsextract.locate import captions
from newsextract.page.document import Document
from newsextract.page.text import text_of
from newsextract.rules.load import bundled


def test_a_deep_caption_is_gathered_once_and_not_at_each_level(monkeypatch) -> None:
    depth = 150
    document = Document(f"<figcaption>{'<span>The ferry ' * depth}{'</span>' * depth}</figcaption>")
    (caption,) = document.by_tag["figcaption"]
    gathered: list[int] = []
    monkeypatch.setattr(captions, "text_of", lambda e: gathered.append(e.end - e.index) or text_of(e))
    assert captions.read([caption], [], bundled().words) == (" ".join(["The ferry"] * depth), None)
    assert sum(gathered) < 5 * depth


def test_a_credit_is_found_inside_a_caption() -> None:
    document = Document("<figcaption>The ferry in May. <span><em>Photo: Ida Berg</em></span></figcaption>")
    assert captions.read(document.by_tag["figcaption"], [], bundled().words) == ("The ferry in May.", "Ida Berg")


def said(caption: str) -> tuple[str | None, str | None]:
    """Caption and credit of the words under a picture, those labelled as credits marked."""
    document, rules = Document(f"<figcaption>{caption}</figcaption>"), bundled()
    return captions.read(document.by_tag["figcaption"], label(document, rules).of("credit"), rules.words)


@pytest.mark.parametrize(
    ("caption", "read"),
    [
        ("The ferry in May. (AP)", ("The ferry in May.", "AP")),
        ("The ferry on Oct. 16, 2023. (AP Photo/Ida Berg)", ("The ferry on Oct. 16, 2023.", "AP Photo/Ida Berg")),
        ("The ferry in May. (Ida Berg / iStock.com)", ("The ferry in May.", "Ida Berg / iStock.com")),
        ("The ferry in May. (Ida Berg/The Associated Press)", ("The ferry in May.", "Ida Berg/The Associated Press")),
        ("The ferry on 3. May. Ida Berg / Pool via Reuters", ("The ferry on 3. May.", "Ida Berg / Pool via Reuters")),
        ("The ferry in May. Ida Berg (REUTERS)", ("The ferry in May.", "Ida Berg (REUTERS)")),
        ("J. K. Berg/Getty Images", (None, "J. K. Berg/Getty Images")),
        ("Getty Images / Berg", (None, "Getty Images / Berg")),
        ("AP Photo/Ida Berg", (None, "AP Photo/Ida Berg")),
        ("배가 항구로 들어오고 있다. 연합뉴스", ("배가 항구로 들어오고 있다.", "연합뉴스")),
    ],
)
def test_names_beside_an_agency_are_a_credit(caption: str, read: tuple[str | None, str | None]) -> None:
    assert said(caption) == read


@pytest.mark.parametrize(
    "caption", ["Reuters reported from the ferry", "Boats seen by J. K. Berg/AFP", "The ferry in May. (Bergen)"]
)
def test_a_sentence_about_an_agency_is_no_credit(caption: str) -> None:
    assert said(caption) == (caption, None)


def test_a_bracket_in_a_credit_is_closed() -> None:
    assert said("The ferry. Photo: Ida Berg (berg.example)") == ("The ferry.", "Ida Berg (berg.example)")


def test_a_caption_that_is_a_marked_credit_is_only_that() -> None:
    assert said('<span class="photo-caption-owner">The Herald / Ida Berg</span>') == (None, "The Herald / Ida Berg")


def test_what_introduces_a_credit_goes_with_it() -> None:
    assert said('The ferry – Photo: <span class="photo-credit">Ida Berg</span>') == ("The ferry", "Ida Berg")


def test_the_word_for_a_credit_alone_is_none() -> None:
    assert said('The ferry in May <a class="photo-credit" href="/x">Source</a>') == ("The ferry in May Source", None)


@pytest.mark.parametrize(
    ("caption", "read"),
    [
        ("The ferry in May. — Photo: Ida Berg", "The ferry in May."),
        ("The ferry in May. | Photo: Ida Berg", "The ferry in May."),
        ("The ferry in May, photo: Ida Berg", "The ferry in May"),
    ],
)
def test_a_dash_or_a_comma_may_stand_before_a_credit(caption: str, read: str) -> None:
    assert said(caption) == (read, "Ida Berg")


def test_what_is_called_a_button_in_a_caption_says_nothing_of_the_credit() -> None:
    assert said('The mill. Photo: Ida Berg <span role="button">Show more</span>') == ("The mill.", "Ida Berg")


def test_what_a_button_in_a_caption_says_is_no_part_of_it() -> None:
    page = "<figcaption><span>The mill at dusk.</span><button><span>(more)</span></button></figcaption>"
    assert captions.read(Document(page).by_tag["figcaption"], [], bundled().words) == ("The mill at dusk.", None)


def test_a_photographer_in_full_width_brackets_is_parted() -> None:
    assert said("港を出る船＝13日、東京で（林小禾撮影）") == ("港を出る船＝13日、東京で", "林小禾撮影")


def test_a_caption_that_is_all_citation_is_a_credit() -> None:
    assert said("<cite>Stockhouse</cite>") == (None, "Stockhouse")


def test_a_link_that_enlarges_is_no_part_of_a_caption() -> None:
    assert said('The ferry in May <a href="/ferry.jpg">Zoom</a>') == ("The ferry in May", None)


def test_the_name_of_an_account_stands_beside_an_agency() -> None:
    assert said("The ferry in May. (idaberg / Unsplash)") == ("The ferry in May.", "idaberg / Unsplash")


def test_a_full_stop_is_no_caption() -> None:
    assert said(".") == (None, None)


def test_the_word_that_credits_is_no_part_of_the_credit() -> None:
    assert said("(Credit: Ida Berg; Getty Images/mlind)") == (None, "Ida Berg; Getty Images/mlind")


def test_a_credit_may_be_introduced_twice() -> None:
    assert said("File photo. (Credit: Getty Images)") == (None, "Getty Images")


@pytest.mark.parametrize(
    ("caption", "read"),
    [
        ("<span>The ferry</span> <span class=credit>Getty Images</span>", ("The ferry", "Getty Images")),
        ("The ferry <span class=credit>Ida Berg</span> <span class=credit>AP</span>", ("The ferry", "Ida Berg / AP")),
        (": the ferry in May", ("the ferry in May", None)),
        ("<div class=credit>The ferry in May. <b>Photo: Ida Berg</b></div>", ("The ferry in May.", "Ida Berg")),
        ("<h2>Caption</h2> <p>The ferry in May</p>", ("The ferry in May", None)),
    ],
)
def test_what_a_template_prints_around_a_caption_is_none_of_it(caption: str, read: tuple[str, str | None]) -> None:
    assert said(caption) == read


def test_the_source_of_a_photo_is_its_credit() -> None:
    assert said("The ferry in May. Photo Source: Ida Berg") == ("The ferry in May.", "Ida Berg")


@pytest.mark.parametrize(
    ("caption", "read"),
    [
        ("<p>Fähre, die alt ist.</p><span>(Foto: Ida Berg/dpa)</span>", ("Fähre, die alt ist.", "Ida Berg/dpa")),
        ("Die Fähre (ist neu)", ("Die Fähre (ist neu)", None)),
        ("<p>Kapal. Ist: <span class=credit>Ida Berg</span></p>", ("Kapal.", "Ida Berg")),
    ],
)
def test_a_short_word_introduces_a_credit_by_a_mark(caption: str, read: tuple[str, str | None]) -> None:
    assert said(caption) == read


def test_a_caption_before_a_stroke_is_no_name() -> None:
    assert said("Rep. Ida Berg. | Rosa Lind/Getty Images") == ("Rep. Ida Berg.", "Rosa Lind/Getty Images")
