"""Lines of chrome known in any language."""

import pytest

from newsextract.locate.openings import openings
from newsextract.rules.load import bundled


@pytest.mark.parametrize("line", ["Advertisement", "Werbung", "広告", "» Share"])
def test_a_line_that_is_a_known_phrase_is_known_whole(line: str) -> None:
    assert openings(bundled().words).share(line) > 0.7


@pytest.mark.parametrize("line", ["The mill turns again.", "Sharecroppers met in the hall.", ""])
def test_other_text_is_not_known(line: str) -> None:
    assert openings(bundled().words).share(line) == 0.0
