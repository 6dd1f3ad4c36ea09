"""Phrases of many languages, compared without case, accents and look-alike marks."""

import pytest

from newsextract.rules.load import bundled
from newsextract.rules.words import MONTHS, fold

WORDS = bundled().words

ESSENTIAL = (
    "by and published updated read_also related recommended sponsored advertisement tags categories share newsletter "
    "comments contents previous next home search source photo_credit correction paywall consent subscribe login "
    "weekdays relative roles newsroom agencies read_more load_more minutes_read not_found"
).split()


@pytest.mark.parametrize(
    ("key", "text", "phrase"),
    [
        ("by", "By Rosa Lind", "by"),
        ("by", "WRITTEN BY: Rosa Lind", "written by"),
        ("by", "Bypass opens in May", None),
        ("read_also", "À LIRE AUSSI : le port", "a lire aussi"),
        ("read_also", "A lire aussi le port", "a lire aussi"),
        ("read_also", "ЧИТАЙ ТАКЖЕ порт", fold("читай также")),
        ("related", "ΣΧΕΤΙΚΑ ΑΡΘΡΑ", "σχετικα αρθρα"),
        ("read_also", "相关阅读港口罢工结束", "相关阅读"),
        ("by", "", None),
    ],
)
def test_a_phrase_opens_a_text_where_a_word_ends(key: str, text: str, phrase: str | None) -> None:
    assert WORDS.starts_with(key, text) == phrase


@pytest.mark.parametrize(
    ("key", "text", "rest"),
    [
        ("by", "By Rosa Lind", "Rosa Lind"),
        ("by", "Von: Rosa Lind", "Rosa Lind"),
        ("updated", "Mis à jour le 5 mai", "5 mai"),
        ("source", "Kaynak: Reuters", "Reuters"),
        ("by", "Rosa Lind", None),
    ],
)
def test_what_follows_a_phrase_is_given_as_printed(key: str, text: str, rest: str | None) -> None:
    assert WORDS.after(key, text) == rest


@pytest.mark.parametrize("text", ["Advertisement", "— ADVERTISEMENT —", "Anzeige", "Publicité", "İLAN", "広告"])
def test_a_label_is_known_by_the_whole_of_its_text(text: str) -> None:
    assert WORDS.equals("advertisement", text)


def test_a_phrase_is_found_as_whole_words() -> None:
    assert WORDS.finds("sponsored", "This is sponsored content, they say") == "sponsored content"
    assert WORDS.finds("sponsored", "Unsponsoreds") is None
    assert WORDS.finds("chatbot_residue", "好的，以下是改写后的文章") is not None


def test_a_language_can_be_asked_alone() -> None:
    assert WORDS.of(("by",), ("fr",)).starts("von Rosa Lind") is None
    assert WORDS.of(("by",), ("de",)).all < WORDS.phrases("by")
    assert WORDS.of(("by",), ("xx",)).all == frozenset()


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        WORDS.phrases("bye")


@pytest.mark.parametrize("language", WORDS.languages)
def test_a_language_has_its_months_and_what_pages_say(language: str) -> None:
    assert set(WORDS.months_of(language).values()) == set(range(1, MONTHS + 1))
    assert [key for key in ESSENTIAL if not WORDS.by_language[language].get(key)] == []
    assert len(WORDS.of(("stopwords",), (language,)).all) >= 20


def test_a_month_that_languages_disagree_on_is_no_month() -> None:
    assert WORDS.months["août" if "août" in WORDS.months else "aout"] == 8
    assert WORDS.months_of("hr")["listopad"] == 10
    assert WORDS.months_of("pl")["listopad"] == 11
    assert "listopad" not in WORDS.months
