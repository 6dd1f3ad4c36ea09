"""Rules of a user over pages that no newsroom would write: XPath sees them all, and none makes it fail."""

import pytest

from newsextract import extract
from newsextract.rules.files import RuleFiles
from newsextract.rules.user import of_files
from tests import hostile

RULES = of_files(
    RuleFiles(
        (
            (
                "all.toml",
                """
                [[field]]
                id = "all.title"
                field = "title"
                match = ["normalize-space(//title)", "//h1"]
                fires = "<h1>A</h1>"
                spares = "<h2>A</h2>"
                [[field]]
                id = "all.tags"
                field = "tags"
                match = ["//*[@rel='tag']", "//a/@href"]
                fires = "<a rel='tag'>A</a>"
                spares = "<i>A</i>"
                [[field]]
                id = "all.strip"
                field = "strip"
                match = ["//script | //*[contains(@class, 'x')]"]
                fires = "<p class='x'>A</p>"
                spares = "<p>A</p>"
                """,
            ),
        )
    )
)


@pytest.mark.parametrize("page", hostile.PAGES, ids=lambda p: p.__name__)
def test_a_page_made_to_harm_is_read_under_rules_too(page: hostile.Page) -> None:
    article = extract(page(), "https://harm.example/", rules=RULES)
    assert [field for field, why in article.evidence.items() if why.source == "error"] == []
