"""Names of page parts as words."""

import pytest

from newsextract.rules.names import parse_pattern, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("share-buttons", "share buttons"),
        ("article__share--top", "article share top"),
        ("shareButtons", "share buttons"),
        ("ShareBar_root__x8YzA", "share bar root"),
        ("HTMLBlock", "html block"),
        ("ad300x250", "ad x"),
        ("layout--with-sidebar", "layout"),
        ("has-related", ""),
        ("tag-social-media-share", "tag social"),
        ("the-harbour-board-met-on-tuesday-and-spoke-for-hours", ""),
        ("シェア", "シェア"),
    ],
)
def test_a_name_has_its_words(name: str, words: str) -> None:
    assert " ".join(words_of(name)) == words


@pytest.mark.parametrize(
    ("pattern", "name", "holds"),
    [
        ("share-buttons?", "article-share-button", True),
        ("share-buttons?", "sharebuttons", True),
        ("share-buttons?", "share-my-buttons", False),
        ("^share", "share-bar", True),
        ("^share", "article-share", False),
        ("read-more$", "read-more-link", False),
        ("=tags", "tags", True),
        ("=tags", "post-tags", False),
        ("=ad", "shadow", False),
        ("(most|top)-(read|stories)", "box-top-stories", True),
    ],
)
def test_a_pattern_holds_for_consecutive_words(pattern: str, name: str, *, holds: bool) -> None:
    assert parse_pattern(pattern).matches(words_of(name)) is holds


@pytest.mark.parametrize("text", ["", "^", "share--bar", "(a|)", "a-", "share-(bar|b-c)", "??"])
def test_a_pattern_that_cannot_be_read_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="word"):
        parse_pattern(text)
