"""Preformatted text and fact boxes."""

from newsextract.records import Aside, Code, List, ListItem
from tests.content.reading import blocks, only, read

STORY = "<p>The council met on Monday and voted for the new bridge after four hours of debate in the town hall.</p>"


def test_preformatted_text_keeps_its_white_space() -> None:
    assert only("<pre><code class='language-python'>if x:\n    go()\n</code></pre>") == Code(
        text="if x:\n    go()", language="python"
    )


def test_a_fact_box_is_kept_apart() -> None:
    box = "<aside><h3>The bridge</h3><ul><li>Built 1890</li></ul></aside>"
    (found,) = (b for b in blocks(STORY + box) if isinstance(b, Aside))
    assert found == Aside(heading="The bridge", blocks=(List(items=(ListItem(text="Built 1890"),)),))


def test_an_aside_without_a_heading_is_running_text() -> None:
    (section,) = read(STORY + "<aside><p>It will cost nine million.</p></aside>")
    assert len(section.blocks) == 2
