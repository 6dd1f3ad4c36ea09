"""The selectors that rules are written in: a small part of CSS and one thing more, matched without the parser.

A selector is compounds parted by a space (inside) or ">" (child of). A compound is an optional tag, then any of

    #id  .class                 whole names; `.cmplz-*` is any class token that begins so, `#ad-*` any such id
    ~words                      the words of a class token, an id or a test id, see `rules.names.parse_pattern`
    [attr]  [attr=value]        also ^= $= *= and ~= (one of the words); a value with spaces or brackets in quotes
    :not(compound)              a compound that must not hold

Names and values compare without regard to case. There is no selector for everything: one that names neither id, class,
words, attribute nor tag is an error.
"""

import re
from collections.abc import Callable, Sequence

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.text import HEADINGS
from newsextract.rules.names import NAME_ATTRIBUTES, WordPattern, parse_pattern, words_of_all

_PART = re.compile(
    r"""(?P<tag>[a-z][a-z0-9-]*|\*)
      | \#(?P<id>[\w-]+\*?)
      | \.(?P<cls>(?:(?!:not\()[\w:/-])+\*?)
      | ~(?P<words>[\^=]?[a-z(][a-z()|?-]*\$?)
      | \[(?P<attr>[\w:-]+)(?:(?P<op>[\^$*~]?=)(?:"(?P<quoted>[^"]*)"|(?P<value>[^"\]\s]+)))?\]
      | :not\((?P<without>(?:"[^"]*"|\([^()]*\)|[^()"])+)\)""",
    re.VERBOSE,
)
STEM = 3
"""Least letters before a "*": what names that begin so are indexed by."""
_STEP = re.compile(r"""(?:"[^"]*"|[^\s>"])+|>""")


@attrs.frozen(cache_hash=True)
class Compound:
    """Conditions on one element."""

    tag: str | None = None
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    """(name, operator, value); operator "" asks only that it is there."""
    words: tuple[WordPattern, ...] = ()
    without: tuple["Compound", ...] = ()

    def matches(self, element: Element) -> bool:
        """Whether the element fulfils every condition."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.ids and not all(_named(name, [(element.id or "").lower()]) for name in self.ids):
            return False
        if self.classes and not all(_named(name, element.classes) for name in self.classes):
            return False
        if self.words and not _worded(self.words, element):
            return False
        if any(c.matches(element) for c in self.without):
            return False
        return all(_attribute_holds(element, *a) for a in self.attributes)

    @property
    def rest(self) -> "Compound":
        """The conditions but those an index holds it under: its first id, class or words, else attribute and tag."""
        if self.ids:
            return attrs.evolve(self, ids=self.ids[1:])
        if self.classes:
            return attrs.evolve(self, classes=self.classes[1:])
        if self.words:
            return attrs.evolve(self, words=self.words[1:])
        if self.attributes:
            return attrs.evolve(self, attributes=self.attributes[1:], tag=None)
        return attrs.evolve(self, tag=None)

    @property
    def conditions(self) -> int:
        """How many conditions there are."""
        several = (self.ids, self.classes, self.attributes, self.words, self.without)
        return (self.tag is not None) + sum(map(len, several))


@attrs.frozen(cache_hash=True)
class Selector:
    """A parsed selector: the compound of the element itself, then those of what it must stand in."""

    text: str
    target: Compound
    around: tuple[tuple[str, Compound], ...] = ()
    """(" " or ">", compound), nearest first."""

    def matches(self, element: Element) -> bool:
        """Whether the element is selected."""
        return self.target.matches(element) and _stands_in(element, self.around)

    @property
    def rest(self) -> "Selector | None":
        """What is left to ask of an element that fulfils the first condition of the target; None where nothing is."""
        target = self.target.rest
        return Selector(self.text, target, self.around) if target.conditions or self.around else None

    def find(self, document: Document) -> list[Element]:
        """The selected elements, through the document's index of ids, classes, attributes or tags."""
        return [e for e in self._hopefuls(document) if self.matches(e)]

    def _hopefuls(self, document: Document) -> list[Element]:
        target = self.target
        for names, index in ((target.ids, document.by_id), (target.classes, document.by_class)):
            if names:
                return _indexed(names[0], index)
        if target.attributes:
            name, operator, value = target.attributes[0]
            if name == "class" and operator == "*=" and " " not in value:
                return _of_tokens(document.by_class, lambda token: value.lower() in token)
            return document.with_attribute(name)
        return document.elements if target.tag is None else document.by_tag.get(target.tag, [])


def parse(text: str) -> Selector:
    """Parse a selector; ValueError says what is wrong with it."""
    steps = _STEP.findall(text)
    if not steps or steps[0] == ">" or steps[-1] == ">" or text.count('"') % 2:
        raise ValueError(f"not a selector: {text!r}")
    around: list[tuple[str, Compound]] = []
    combinator = " "
    target = _compound(steps.pop(), text)
    for step in reversed(steps):
        if step == ">":
            if combinator == ">":
                raise ValueError(f"'>' twice in selector {text!r}")
            combinator = ">"
        else:
            around.append((combinator, _compound(step, text)))
            combinator = " "
    if target.conditions == len(target.without):
        raise ValueError(f"selects everything: {text!r}")
    for name in (*target.ids, *target.classes):
        if name.endswith("*") and len(name) <= STEM:
            raise ValueError(f"too short to end in '*': {text!r}")
    return Selector(text, target, tuple(around))


def _compound(step: str, text: str) -> Compound:
    tag: str | None = None
    ids: list[str] = []
    classes: list[str] = []
    attributes: list[tuple[str, str, str]] = []
    words: list[WordPattern] = []
    without: list[Compound] = []
    at = 0
    while at < len(step):
        part = _PART.match(step, at)
        if part is None or (part["tag"] and at > 0):
            raise ValueError(f"cannot read {step[at:]!r} in selector {text!r}")
        if part["tag"]:
            tag = None if part["tag"] == "*" else part["tag"]
        elif part["id"]:
            ids.append(part["id"].lower())
        elif part["cls"]:
            classes.append(part["cls"].lower())
        elif part["words"]:
            words.append(parse_pattern(part["words"]))
        elif part["without"]:
            without.append(_compound(part["without"], text))
        else:
            value = part["quoted"] if part["quoted"] is not None else part["value"]
            attributes.append((part["attr"].lower(), part["op"] or "", (value or "").lower()))
        at = part.end()
    return Compound(tag, tuple(ids), tuple(classes), tuple(attributes), tuple(words), tuple(without))


def _named(wanted: str, names: Sequence[str]) -> bool:
    if wanted.endswith("*"):
        return any(n.startswith(wanted[:-1]) for n in names)
    return wanted in names


def _worded(patterns: tuple[WordPattern, ...], element: Element) -> bool:
    names = (element.attrs.get("class") or "").split()
    attributes = NAME_ATTRIBUTES if element.tag in HEADINGS else ("id", *NAME_ATTRIBUTES)
    names += [v for a in attributes if (v := element.attrs.get(a))]
    text = " ".join(names).lower()
    if not all(any(word in text for word in p.steps[0]) for p in patterns):
        return False  # most names, and without taking them apart
    found = words_of_all(names)
    return all(any(p.matches(w) for w in found) for p in patterns)


OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "": lambda have, want: True,
    "=": lambda have, want: have == want,
    "^=": lambda have, want: have.startswith(want),
    "$=": lambda have, want: have.endswith(want),
    "*=": lambda have, want: want in have,
    "~=": lambda have, want: want in have.split(),
}
"""How a value is compared with the wanted one, both in lower case."""


def _attribute_holds(element: Element, name: str, operator: str, value: str) -> bool:
    if name not in element.attrs:
        return False
    return OPERATORS[operator]((element.attrs[name] or "").strip().lower(), value)


def _stands_in(element: Element, around: tuple[tuple[str, Compound], ...]) -> bool:
    if not around:
        return True
    combinator, compound = around[0]
    if combinator == ">":
        parent = element.parent
        return parent is not None and compound.matches(parent) and _stands_in(parent, around[1:])
    return any(compound.matches(a) and _stands_in(a, around[1:]) for a in element.ancestors)


def _indexed(name: str, index: dict[str, list[Element]]) -> list[Element]:
    if not name.endswith("*"):
        return index.get(name, [])
    stem = name[:-1]
    return _of_tokens(index, lambda token: token.startswith(stem))


def _of_tokens(index: dict[str, list[Element]], wanted: Callable[[str], bool]) -> list[Element]:
    found = {e.index: e for token, es in index.items() if wanted(token) for e in es}
    return [found[i] for i in sorted(found)]
