"""Groups of links behind a label of topics."""

from contextlib import ExitStack

from newsextract.label import LabelledPage
from newsextract.locate.topics import titled
from newsextract.pipeline import prepared
from tests.growing import lengths, overgrown


def groups_of_links(count: int) -> str:
    """A page of so many links, each in a paragraph of its own."""
    return "<h1>The second berth is put off again</h1>" + "<p><a href='/a/berth'>berth</a></p>" * count


def test_the_label_before_each_of_many_groups_of_links_is_found_in_linear_time() -> None:
    with ExitStack() as pages:

        def page(count: int) -> LabelledPage:
            return pages.enter_context(prepared(groups_of_links(count)))[0]

        assert overgrown(lambda made: list(titled(made)), page, lengths(250, 4_000)) is None
