"""The benchmark of what is printed takes out metadata, and nothing else."""

import importlib.util
import pathlib

PLACE = pathlib.Path(__file__).parents[1] / "benchmarks" / "printed.py"
SPEC = importlib.util.spec_from_file_location("printed", PLACE)
assert SPEC
assert SPEC.loader
printed = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(printed)

PAGE = (
    b'<head><meta charset="utf-8"><meta name="author" content="Rosa Lind"><title>Bridge closes</title>'
    b'<script type="application/ld+json">{"headline": "Bridge"}</script><script>var a = 1;</script></head>'
    b'<p itemprop="author">By Rosa Lind</p>'
)


def test_only_what_a_page_states_for_machines_is_taken_out() -> None:
    left = b'<head><meta charset="utf-8"><title>Bridge closes</title><script>var a = 1;</script></head>'
    assert printed.bared(PAGE) == left + b'<p itemprop="author">By Rosa Lind</p>'
