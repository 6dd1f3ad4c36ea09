"""TOML files in, rules and words out. Whatever is wrong in a file is an error that names file, rule and key.

A family file (docs/rules.md tells how to write one):

    kind = "consent"                    # what the label says of an element, one of `rules.kinds`

    [[rule]]
    id = "consent.onetrust"             # unique over all files, begins with the kind
    match = ["#onetrust-consent-sdk"]   # selectors, see rules.selector
    fires = '<div id="onetrust-consent-sdk">We use cookies</div>'      # a fragment it must label
    spares = '<div class="onetrust-story">A story</div>'               # a fragment it must not label
    cut = false                         # a hint only: never cut from the body (default: as the kind says)
    keeps_prose = false                 # cut even where the element holds much running text (default true)

A words file, one a language, holds phrases by key, parted by "|" (see `rules.words`).
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import attrs

from newsextract.errors import RuleError
from newsextract.rules.index import Index
from newsextract.rules.kinds import KINDS
from newsextract.rules.selector import Selector, parse
from newsextract.rules.words import Words

if TYPE_CHECKING:
    from newsextract.rules.files import RuleFiles
    from newsextract.rules.sites import Sites

RULE_KEYS: dict[str, type] = {
    "id": str,
    "kind": str,
    "match": list,
    "fires": str,
    "spares": str,
    "cut": bool,
    "keeps_prose": bool,
}
"""The keys of a rule and their types. In the head of a file, `kind`, `cut` and `keeps_prose` hold for all its rules."""

HEAD_KEYS = frozenset({"kind", "cut", "keeps_prose", "rule"})


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """One fact about markup."""

    id: str
    kind: str
    """The label, one of `rules.kinds`."""
    selectors: tuple[Selector, ...]
    cut: bool = True
    """Whether what it labels is cut from the body."""
    keeps_prose: bool = True
    """Whether an element that holds much running text is spared from the cut."""
    soft: bool = False
    """Whether the cut waits until the body is located, see `rules.kinds`."""
    fires: str = ""
    spares: str = ""

    hard: bool = attrs.field(init=False)
    """Whether what it labels is cut before the body is located."""

    @hard.default
    def _hard(self) -> bool:
        return self.cut and not self.soft


@attrs.frozen(kw_only=True, eq=False)
class Rules:
    """All rules and words in force."""

    rules: tuple[Rule, ...]
    words: Words
    sites: "Sites | None" = None
    """The rules of a user, for one site or for all; see `rules.user`."""
    files: "RuleFiles | None" = None
    """The files these came of, for those who must read them again in another process."""

    @functools.cached_property
    def index(self) -> Index:
        """The rules arranged for looking up; built once."""
        return Index((number, s) for number, rule in enumerate(self.rules) for s in rule.selectors)

    def phrases(self, key: str) -> frozenset[str]:
        """The phrases of all languages under a key, folded; see `rules.words`."""
        return self.words.phrases(key)


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
                raise RuleError(f"{name}: rule {rule.id!r}: key 'id': already used in {seen[rule.id]}")
            seen[rule.id] = name
            rules.append(rule)
    words = dict(_tables(folder, ("words",)))
    return Rules(rules=tuple(rules), words=Words.of_tables(words))


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
    for key in table.keys() - HEAD_KEYS:
        raise RuleError(f"{name}: unknown key {key!r}")
    head = {k: v for k, v in table.items() if k != "rule"}
    entries = table.get("rule")
    if not isinstance(entries, list) or not entries:
        raise RuleError(f"{name}: no rules: key 'rule'")
    return [rule_of(name, head | entry) for entry in entries]


def rule_of(name: str, entry: Mapping[str, Any]) -> Rule:
    """One rule out of an entry of the file `name`; RuleError names the key and what is wrong with it."""

    def wrong(key: str, what: str) -> RuleError:
        return RuleError(f"{name}: rule {entry.get('id', '?')!r}: key {key!r}: {what}")

    fault = next(_faults(entry), None)
    if fault:
        raise wrong(*fault)
    try:
        selectors = tuple(map(parse, entry["match"]))
    except (ValueError, TypeError) as error:
        raise wrong("match", str(error)) from error
    given = {k: v for k, v in entry.items() if k != "match"}
    kind = KINDS[entry["kind"]]
    return Rule(**{"cut": kind.chrome, "soft": kind.soft, **given}, selectors=selectors)


def _faults(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong with it)."""
    for key, value in entry.items():
        if key not in RULE_KEYS:
            yield key, f"unknown key; there are {', '.join(RULE_KEYS)}"
        elif not isinstance(value, RULE_KEYS[key]):
            yield key, f"must be a {RULE_KEYS[key].__name__}"
    for key in ("id", "kind", "match", "fires", "spares"):
        if not entry.get(key):
            yield key, "missing or empty"
    kind = entry["kind"]
    if kind not in KINDS:
        yield "kind", f"no such kind: {kind!r}; docs/rules.md lists them"
    elif entry.get("cut") and not KINDS[kind].chrome:
        yield "cut", f"{kind!r} is a part of the article, never cut"
    if not entry["id"].startswith(kind + "."):
        yield "id", f"must begin with its kind, {kind + '.'!r}"
