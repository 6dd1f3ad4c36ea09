"""What is printed under a picture, told apart from whose picture it is."""

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
