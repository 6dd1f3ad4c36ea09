"""The accuracy gate tells a fall, a missing figure and a failing page."""

import importlib.util
import pathlib

SPEC = importlib.util.spec_from_file_location("gate", pathlib.Path(__file__).parents[1] / "benchmarks" / "gate.py")
assert SPEC
assert SPEC.loader
gate = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(gate)


def test_figures_at_their_floors_pass() -> None:
    assert not list(gate.below({"n4k": {"text": 90.0, "failed": 0}}, {"n4k": {"text": 90.0}}))


def test_a_figure_below_its_floor_is_told() -> None:
    assert list(gate.below({"n4k": {"text": 89.9, "failed": 0}}, {"n4k": {"text": 90.0}})) == [
        "n4k: text is 89.9, below its floor of 90.0"
    ]


def test_a_figure_that_is_gone_is_told() -> None:
    assert list(gate.below({"n4k": {"failed": 0}}, {"n4k": {"text": 90.0}})) == ["n4k: no figure 'text'"]


def test_a_page_that_raised_is_told() -> None:
    assert list(gate.below({"n4k": {"failed": 2}}, {})) == ["n4k: 2 pages raised"]
