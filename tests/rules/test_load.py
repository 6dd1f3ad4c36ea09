"""A rule file that is wrong is an error that names the file, the rule and the key."""

from pathlib import Path

import pytest

from newsextract.errors import RuleError
from newsextract.rules.kinds import KINDS
from newsextract.rules.load import bundled, load

RULE = """
kind = 'consent'
[[rule]]
id = 'consent.mill'
match = ['#mill']
fires = '<div id="mill">We use cookies</div>'
spares = '<div>A mill</div>'
"""


def loaded(folder: Path, **files: str) -> object:
    for name, text in files.items():
        place = folder / f"{name.replace('__', '/')}.toml"
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, "utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("match = ['#mill']", "match = ['#mill']\nseen-on = 'x'"), "rule 'consent.mill': key 'seen-on': unknown key"),
        (("match = ['#mill']", ""), "rule 'consent.mill': key 'match': missing or empty"),
        (("['#mill']", "[]"), "rule 'consent.mill': key 'match': missing or empty"),
        (("['#mill']", "'#mill'"), "rule 'consent.mill': key 'match': must be a list"),
        (("['#mill']", "[7]"), "rule 'consent.mill': key 'match'"),
        (("['#mill']", "['#mill ~']"), "rule 'consent.mill': key 'match': cannot read '~'"),
        (("['#mill']", "['']"), "rule 'consent.mill': key 'match': not a selector"),
        (("['#mill']", "['*']"), "rule 'consent.mill': key 'match': selects everything"),
        (("['#mill']", "[':not(p)']"), "rule 'consent.mill': key 'match': selects everything"),
        (("['#mill']", "['.mi*']"), "rule 'consent.mill': key 'match': too short"),
        (("['#mill']", "['> p']"), "rule 'consent.mill': key 'match': not a selector"),
        (("kind = 'consent'", "kind = 'mill'"), "rule 'consent.mill': key 'kind': no such kind"),
        (("kind = 'consent'", "kind = 'ad'"), "rule 'consent.mill': key 'id': must begin with its kind"),
        (("kind = 'consent'", "kind = 'consent'\nowner = 'x'"), "unknown key 'owner'"),
        (("spares = '<div>A mill</div>'", ""), "rule 'consent.mill': key 'spares': missing or empty"),
        (("spares =", "cut = 'no'\nspares ="), "rule 'consent.mill': key 'cut': must be a bool"),
        (("[[rule]]", "[[rule"), "not TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    with pytest.raises(RuleError) as error:
        loaded(tmp_path, mills=RULE.replace(*change))
    assert str(error.value).startswith("mills.toml: ")
    assert said in str(error.value)


def test_an_id_is_used_once_over_all_files(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"cms/wind\.toml: rule 'consent.mill': key 'id': already used in mills.toml"):
        loaded(tmp_path, mills=RULE, cms__wind=RULE)


def test_a_part_of_the_article_cannot_be_cut(tmp_path: Path) -> None:
    rule = RULE.replace("consent", "caption").replace("spares", "cut = true\nspares")
    with pytest.raises(RuleError, match="key 'cut': 'caption' is a part of the article"):
        loaded(tmp_path, mills=rule)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("bye = 'by'", "unknown key 'bye'"),
        ("by = ['by']", "key 'by': must be a string"),
        ("by = 'by | '", "key 'by': an empty phrase"),
        ("months = 'january; february'", "key 'months': an empty phrase, or not twelve months"),
    ],
)
def test_what_is_wrong_with_words_is_named(tmp_path: Path, words: str, said: str) -> None:
    with pytest.raises(RuleError, match=r"^words/xx\.toml: ") as error:
        loaded(tmp_path, mills=RULE, words__xx=words)
    assert said in str(error.value)


def test_every_kind_has_a_rule_or_a_reader_of_its_own() -> None:
    assert {rule.kind for rule in bundled().rules} <= set(KINDS)


def test_kinds_that_are_no_chrome_are_cut_by_no_rule() -> None:
    assert not [r.id for r in bundled().rules if r.cut and not KINDS[r.kind].chrome]
