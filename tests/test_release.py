"""What a release states, it states once, or the same everywhere."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import newsextract
from newsextract.inputs.fetching.policy import USER_AGENT

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_citation_names_the_version():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {newsextract.__version__}\n" in text


def test_whoever_is_fetched_from_hears_the_version():
    assert f"newsextract/{newsextract.__version__}" == USER_AGENT


def test_the_version_is_written_in_one_module():
    found = [p for p in (ROOT / "src").rglob("*.py") if re.search(r'"\d+\.\d+\.\d+"', p.read_text(encoding="utf-8"))]
    assert [p.name for p in found] == ["version.py"]


def test_the_package_says_that_it_is_typed():
    assert files("newsextract").joinpath("py.typed").is_file()


def test_the_licence_is_the_one_that_is_named():
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("extra", PROJECT["optional-dependencies"])
def test_every_extra_is_described(extra):
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    assert re.search(rf"^\|[^|]*`{extra}`[^|]*\|", page, re.M)


def test_the_extra_of_developers_holds_all_others():
    extras = PROJECT["optional-dependencies"]
    (own,) = (r for r in extras["dev"] if r.startswith("newsextract["))
    named = set(own.partition("[")[2].rstrip("]").split(","))
    required = {_name(r) for r in extras["dev"]}
    others = extras.keys() - named - {"dev"}
    assert [e for e in others if not {_name(r) for r in extras[e]} <= required] == []


def _name(requirement):
    return re.split(r"[<>=\[]", requirement)[0]
