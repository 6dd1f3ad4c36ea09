"""Belief to probability."""

from unittest import mock

from newsextract import calibration
from newsextract.evidence import Evidence, Losing
from tests.fields.pages import PROSE, article

BELIEVED = Evidence(source="meta", locator="og:title", confidence=0.9, agreeing=("title",))


def test_the_finest_key_that_the_table_has_gives_the_probability() -> None:
    table = {"title": {"meta:og:title": 0.6, "meta:og:title +1 -0": 0.7, "any": 0.5}}
    with mock.patch.object(calibration, "table", return_value=table):
        assert calibration.calibrated("title", BELIEVED).confidence == 0.7


def test_a_field_without_a_table_keeps_its_belief() -> None:
    with mock.patch.object(calibration, "table", return_value={}):
        assert calibration.calibrated("title", BELIEVED) == BELIEVED


def test_paths_in_the_page_are_no_part_of_a_key() -> None:
    one, other = (Evidence(source="dom", locator=path) for path in ("main > h1", "div > h1"))
    assert list(calibration.keys(one)) == list(calibration.keys(other))


def test_every_confidence_of_the_bundled_table_is_a_probability() -> None:
    assert all(0.0 <= p <= 1.0 for keys in calibration.table().values() for p in keys.values())


def test_a_title_that_everything_repeats_is_surer_than_a_lone_one() -> None:
    told = "Harbour bridge closes for a month"
    repeated = article(f"<h1>{told}</h1>{PROSE}", f"<title>{told}</title><meta property=og:title content='{told}'>")
    lone = article(f"<h1>{told}</h1>{PROSE}", "<title>Weather and traffic</title>")
    assert repeated.evidence["title"].confidence > 0.85 > lone.evidence["title"].confidence


def test_more_losing_values_make_another_key() -> None:
    lost = Evidence(source="dom", losing=(Losing(source="title", raw="a"), Losing(source="og:title", raw="b")))
    assert next(calibration.keys(lost)) == "dom +0 -2 ~1"
