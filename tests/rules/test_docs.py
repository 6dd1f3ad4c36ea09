"""docs/rules.md lists every kind and every key of words, and its examples are rules."""

import re
from pathlib import Path

import pytest

from newsextract.rules.kinds import KINDS
from newsextract.rules.load import load
from newsextract.rules.sites import FIELDS
from newsextract.rules.words import KEYS

PAGE = (Path(__file__).parents[2] / "docs/rules.md").read_text("utf-8")


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_listed_with_what_becomes_of_it(name: str) -> None:
    kind = KINDS[name]
    cut = "no" if not kind.chrome else "after" if kind.soft else "before"
    assert f"| `{name}` | {kind.says} | {cut} |" in PAGE


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_words_is_listed(key: str) -> None:
    assert f"| `{key}` | {KEYS[key]} |" in PAGE


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_that_rules_name_is_listed(name: str) -> None:
    assert f"| `{name}` | {FIELDS[name]} |" in PAGE


def test_the_example_is_a_rule(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(kind = .*?)```", PAGE, re.DOTALL)
    assert example is not None
    (tmp_path / "consent.toml").write_text(example[1], "utf-8")
    assert load(tmp_path).rules[0].id == "consent.onetrust"
