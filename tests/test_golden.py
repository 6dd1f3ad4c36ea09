"""Every golden page gives the record that its article.json states."""

from datetime import UTC

import pytest

from tests.golden import PAGES, GoldenPage

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)


@each_page
def test_the_page_says_where_and_when_it_was_saved(page: GoldenPage) -> None:
    assert page.url.startswith("https://")
    assert page.captured.astimezone(UTC)
