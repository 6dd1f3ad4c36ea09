"""Text in, text out that no parser chokes on: what grows faster than the page is cut before parsing, and noted.

lexbor is linear on the web as it is, and not on what can be written: 40,000 nested divs take seconds, 20,000 attributes
of one tag one second, 20,000 options four; unclosed formatting elements are opened again in every later paragraph, so
that 80 kB become two million nodes. Of 1,200 real pages none nests deeper than 47 elements, has more than 10,200,
or more than 136 attributes in a tag. A few counts tell that a page is harmless; others are scanned tag by tag, once.
"""

import re
from collections import Counter
from collections.abc import Iterator

import attrs


@attrs.frozen(kw_only=True)
class Limits:
    """How large a page may be. The text of what is dropped is kept, except beyond `characters` and `tags`."""

    characters: int = 20_000_000
    tags: int = 100_000
    """Start tags; what follows the last is cut off."""
    depth: int = 200
    """Open elements; tags deeper down are dropped. Browsers stop at 512."""
    attributes: int = 256
    """Attributes of a tag; those that follow are dropped."""
    reopened: int = 100_000
    """Formatting elements that unclosed ones may add; beyond, formatting tags are dropped."""
    options: int = 2_000
    """`<option>` tags; those that follow are dropped."""


DEFAULT = Limits()

LOSING = frozenset({"characters", "tags"})
"""Limits beyond which text is lost."""

HARMLESS_MARKS = 12_000
"""`<` in a page below which no nesting takes the parser more than a third of a second."""
HARMLESS_REOPENED = 3_000
"""`<` in a page below which unclosed formatting elements take no more than that."""
WINDOW = 15_000
"""Characters without `<` that may be a flood of attributes; no fewer take noticeable time."""

_FORMATTING_TAG = re.compile(
    r"<(/?)(?:[aAuU]|[bB](?:[iI][gG])?|[iI]|[sS](?:[mM][aA][lL][lL]|[tT][rR](?:[iI][kK][eE]|[oO][nN][gG]))?|[eE][mM]"
    r"|[cC][oO][dD][eE]|[fF][oO][nN][tT]|[nN][oO][bB][rR]|[tT][tT])(?=[\s/>])"
)
"""Letters in both cases: the engine skips branches by a first letter that it need not fold, five times as fast."""

_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = (
    rf"(?:(?:{_SPACE}|/)++|[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+)?)?)"
)
"""White space, or an attribute, as the HTML standard tokenises it (section 13.2.5.32 and after)."""
_TOKEN = re.compile(
    r"<!--(?:>|->|.*?(?:--!?>|\Z))|<[!?][^>]*+>?"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)(?P<rest>{_ATTRIBUTE}*+)(?:>|\Z)",
    re.S,
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_ONLY_SPACE = re.compile(r"[ \t\n\f\r/]+")
_RAW_TEXT = frozenset("script style textarea title xmp iframe noembed noframes".split())
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _RAW_TEXT}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SELF_CLOSING = frozenset("p li dt dd td th tr tbody thead tfoot option optgroup colgroup caption".split())
"""Elements that the next of their kind, or their container's end, closes: their number is no depth."""
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_SCOPES = frozenset("table object applet marquee template svg math select foreignobject".split())
"""Elements out of which no end tag reaches."""
_BLOCKS = _SCOPES | frozenset(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 header hgroup main menu nav noscript ol pre search section summary ul body html".split()
)
_ONCE = frozenset({"html", "body"})
_REPEATED = 20
"""Start tags of html and body whose attributes are merged; each compares with all before."""


def cap(text: str, limits: Limits = DEFAULT, utf8: bytes | None = None) -> tuple[str, tuple[str, ...]]:
    """The text within the limits, and which were hit: "characters", "tags", "depth", "attributes", "formatting", …

    A page within the limits is returned as it is, at the cost of a few counts, which its bytes, where it came in UTF-8,
    take less time for.
    """
    notes: tuple[str, ...] = ()
    if len(text) > limits.characters:
        text = text[: limits.characters]
        text, notes = text[: text.rfind("<")] if "<" in text[-WINDOW:] else text, ("characters",)
    marks = text.count("<") if utf8 is None or notes else utf8.count(b"<")
    if _harmless(text, marks, limits):
        return text, notes
    scan = _Scan(text, limits)
    capped = "".join(scan.pieces())
    return capped, (*notes, *sorted(scan.hit))


def _harmless(text: str, marks: int, limits: Limits) -> bool:
    if marks > HARMLESS_MARKS or _has_flood(text, limits):
        return False
    if marks <= HARMLESS_REOPENED:
        return True
    tags = _FORMATTING_TAG.findall(text)
    unclosed = len(tags) - 2 * tags.count("/")
    return unclosed * marks <= limits.reopened or unclosed * (marks - text.count("</")) <= limits.reopened


def _has_flood(text: str, limits: Limits) -> bool:
    """Whether some tag has too many attributes: it would cover a whole window."""
    mark, judged, searched = 0, -1, 0
    for place in range(0, len(text), WINDOW):
        if text.find("<", place, place + WINDOW) >= 0:
            continue
        mark, searched = max(mark, text.rfind("<", searched, place)), place
        if mark == judged:
            continue  # each tag is read once, however many windows it covers
        judged = mark
        token = _TOKEN.match(text, mark)
        if token and token["name"] and _first_attributes(token["rest"], limits.attributes) != token["rest"]:
            return True
    return False


def _first_attributes(rest: str, most: int) -> str:
    """The attributes of a tag, at most so many."""
    place = count = 0
    while (part := _ONE_ATTRIBUTE.match(rest, place)) is not None and part.end() > place:
        if not _ONLY_SPACE.fullmatch(part[0]):
            count += 1
            if count > most:
                return rest[:place]
        place = part.end()
    return rest


class _Scan:
    """One pass over the tags of a page, with the elements that are open."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.hit: set[str] = set()
        self._text = text
        self._limits = limits
        self._open: list[str] = []
        self._formatting: Counter[str] = Counter()
        """Formatting elements that no end tag has closed, inside open elements or waiting to be opened again."""
        self._unclosed = 0
        self._reopened = 0
        self._dropped: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._tags = 0

    def pieces(self) -> Iterator[str]:
        """The text in pieces, without what goes beyond a limit."""
        text, place, kept = self._text, 0, 0
        while (token := _TOKEN.search(text, place)) is not None:
            place = token.end()
            name = token["name"]
            if name is None:
                continue
            name = name.lower()
            instead = self._end(name) if token["end"] else self._start(name, token)
            if instead is not None:
                yield text[kept : token.start()]
                yield instead
                kept = place
            if self._tags >= self._limits.tags:
                self.hit.add("tags")
                text = text[:place]
                break
            if name in _RAW_TEXT and not token["end"] and not self._foreign():
                end = _RAW_END[name].search(text, place)
                place = end.start() if end else len(text)
        yield text[kept:]

    def _foreign(self) -> bool:
        return "svg" in self._open or "math" in self._open

    def _start(self, name: str, token: re.Match[str]) -> str | None:
        """What stands for a start tag; None for the tag itself."""
        self._tags += 1
        if name in ("option", "optgroup", *_ONCE):
            self._seen[name] += 1
            if self._seen[name] > (_REPEATED if name in _ONCE else self._limits.options):
                self.hit.add("repeated")
                return " "
        if name in _FORMATTING:
            return self._start_formatting(name, token)
        self._reopened += self._unclosed
        if self._reopened > self._limits.reopened and self._unclosed:
            self.hit.add("formatting")
            return self._all_closed() + token[0]
        if name not in _VOID and name not in _SELF_CLOSING:
            if len(self._open) >= self._limits.depth:
                self.hit.add("depth")
                self._dropped[name] += 1
                return " "
            self._open.append(name)
        return self._within_attributes(name, token)

    def _start_formatting(self, name: str, token: re.Match[str]) -> str | None:
        if self._reopened > self._limits.reopened:
            self.hit.add("formatting")
            return self._all_closed()
        if len(self._open) >= self._limits.depth:
            self.hit.add("depth")
            self._dropped[name] += 1
            return ""
        if name in ("a", "nobr") and name in self._open:
            self._close_formatting(name)  # an open one ends where the next begins
        self._open.append(name)
        self._formatting[name] += 1
        self._unclosed += 1
        return self._within_attributes(name, token)

    def _all_closed(self) -> str:
        """End tags for every formatting element that may still be opened again."""
        ends = "".join(f"</{name}>" * count for name, count in self._formatting.items())
        self._open = [n for n in self._open if n not in _FORMATTING]
        self._formatting.clear()
        self._unclosed = 0
        return ends

    def _within_attributes(self, name: str, token: re.Match[str]) -> str | None:
        rest = token["rest"]
        if len(rest) <= 2 * self._limits.attributes:
            return None
        kept = _first_attributes(rest, self._limits.attributes)
        if kept == rest:
            return None
        self.hit.add("attributes")
        return f"<{name}{kept}>"

    def _end(self, name: str) -> str | None:
        """What stands for an end tag; None for the tag itself."""
        if self._dropped[name]:
            self._dropped[name] -= 1
            return " " if name in _BLOCKS else ""
        if name in _FORMATTING:
            self._close_formatting(name)
        elif self._open and self._open[-1] == name:
            self._open.pop()
        else:
            self._close(name)
        return None

    def _close_formatting(self, name: str) -> None:
        """A formatting element ends by itself: blocks inside it stay open."""
        if self._formatting[name]:
            self._formatting[name] -= 1
            self._unclosed -= 1
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] == name:
                del self._open[place]
                return

    def _close(self, name: str) -> None:
        """End an element further up and all in it, unless the standard ignores the end tag there."""
        barriers = _SCOPES if name in _BLOCKS else _BLOCKS
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] == name:
                del self._open[place:]
                return
            if self._open[place] in barriers and name != "table":
                return
