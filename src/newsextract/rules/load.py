"""TOML files in, rules and words out. Whatever is wrong in a file is an error that names file, rule and key.

A family file:

    kind = "consent"                    # what the label says of an element
    cut = true                          # whether the element is cut from the body (default true)

    [[rule]]
    id = "consent.onetrust"             # unique over all files, begins with the kind
    match = ["#onetrust-consent-sdk"]   # selectors, see rules.selector
    fires = '<div id="onetrust-consent-sdk">We use cookies</div>'      # a fragment it must label
    spares = '<div class="onetrust-story">A story</div>'               # a fragment it must not label
    keeps_prose = false                 # true: never cut where the element holds much running text

A words file, one a language, holds lists of phrases by key (see `Words`).
"""

import functools
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from newsextract.errors import RuleError
from newsextract.rules.selector import Selector, parse

RULE_KEYS = frozenset({"id", "match", "kind", "cut", "keeps_prose", "fires", "spares"})


@attrs.frozen(kw_only=True)
class Rule:
    """One fact about markup."""

    id: str
    kind: str
    """The label: "ad", "consent", "related", "byline", …"""
    selectors: tuple[Selector, ...]
    cut: bool = True
    """Whether what it labels is cut from the body."""
    keeps_prose: bool = True
    """Whether an element that holds much running text is spared from the cut."""
    fires: str = ""
    spares: str = ""


@attrs.frozen(kw_only=True)
class Rules:
    """All rules and words in force."""

    rules: tuple[Rule, ...]
    words: dict[str, dict[str, tuple[str, ...]]] = attrs.field(hash=False)
    """Language (BCP 47 primary tag) -> key -> phrases, case folded."""

    def phrases(self, key: str) -> frozenset[str]:
        """The phrases of all languages under a key, case folded."""
        return frozenset(p for by_key in self.words.values() for p in by_key.get(key, ()))


@functools.cache
def bundled() -> Rules:
    """The rules that ship with the package; read once, never changed."""
    return load(files("newsextract.rules"))


def load(folder: Traversable) -> Rules:
    """Read a folder of rule files: *.toml, cms/*.toml, sites/*.toml and words/*.toml."""
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for name, table in _tables(folder, ("", "cms", "sites")):
        for rule in _rules(name, table):
            if rule.id in seen:
                raise RuleError(f"{name}: rule {rule.id!r}: id already used in {seen[rule.id]}")
            seen[rule.id] = name
            rules.append(rule)
    words = {
        name.rsplit("/", 1)[-1].removesuffix(".toml"): {
            key: tuple(p.casefold() for p in phrases) for key, phrases in table.items()
        }
        for name, table in _tables(folder, ("words",))
    }
    return Rules(rules=tuple(rules), words=words)


def _tables(folder: Traversable, subfolders: tuple[str, ...]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for sub in subfolders:
        place = folder.joinpath(sub) if sub else folder
        if not place.is_dir():
            continue
        for entry in sorted(place.iterdir(), key=lambda e: e.name):
            if entry.name.endswith(".toml"):
                name = f"{sub}/{entry.name}" if sub else entry.name
                try:
                    found.append((name, tomllib.loads(entry.read_text("utf-8"))))
                except tomllib.TOMLDecodeError as error:
                    raise RuleError(f"{name}: not TOML: {error}") from error
    return found


def _rules(name: str, table: dict[str, Any]) -> list[Rule]:
    defaults = {k: v for k, v in table.items() if k != "rule"}
    out = []
    for entry in table.get("rule", []):
        merged = defaults | entry
        rule_id = merged.get("id", "?")
        for key in merged:
            if key not in RULE_KEYS:
                raise RuleError(f"{name}: rule {rule_id!r}: unknown key {key!r}")
        try:
            selectors = tuple(parse(s) for s in merged["match"])
        except KeyError as error:
            raise RuleError(f"{name}: rule {rule_id!r}: no {error.args[0]!r}") from error
        except ValueError as error:
            raise RuleError(f"{name}: rule {rule_id!r}: {error}") from error
        out.append(Rule(**{k: v for k, v in merged.items() if k != "match"}, selectors=selectors))
    return out
