"""Class tokens, ids and test ids as words, and patterns over those words.

Names of page parts are made of words in a few dialects (`share-buttons`, `article__share--top`, `ShareBar_root__x8YzA`,
`shareButtons`), and the words generalise to sites nobody has seen where whole tokens do not. Numbers and the hashes of
CSS modules are no words. What follows a word of state says how a part is, not what it is: `article has-sidebar` is no
sidebar, so the words end there.
"""

import re
from collections.abc import Iterator
from itertools import product

import attrs

NAME_ATTRIBUTES = (
    "data-testid", "data-test-id", "data-qa", "data-component", "data-module", "data-block-type", "data-theme-key"
)  # fmt: skip
"""Attributes besides class and id that name a part; on sites with hashed classes they are all there is."""

LONGEST = 8
"""Words above which a name is a sentence made into an id, and has no words of its own."""

STATES = frozenset("has have is no not with without hide hidden show enable disable using use can".split())
"""Words after which a token speaks of a state."""

TERMS = frozenset({"category", "tag"})
"""First words of the tokens that WordPress makes of an article's own terms (`tag-social-media-share`): what follows
says what the article is about, so only one word of it counts."""

_HUMP = re.compile(r"(?=[A-Z])(?:(?<=[a-z0-9])|(?<=[A-Z])(?=[A-Z][a-z]))")
"""Begins with what it always holds, which the engine looks for faster."""
_HASH = re.compile(r"__(?=\S{0,7}(?:[0-9]|[a-z][A-Z]))[A-Za-z0-9+-]{5,8}(?!\S)")
_SEPARATED = bytes(code if code > 127 or chr(code).isalpha() or code == ord("\n") else 32 for code in range(256))
"""What is no letter as a space, as `bytes.translate` takes it: four times as fast as that of a string."""

Words = tuple[str, ...]


def words_of(name: str) -> Words:
    """The words of one token: lower case, without numbers, hash, state and subject."""
    return words_of_all([name])[0]


def words_of_all(names: list[str]) -> list[Words]:
    """The words of each of many tokens, which are taken apart together: a fifth of what it takes one by one."""
    if not names:
        return []
    together = "\n".join(names)
    if together.count("\n") >= len(names):
        together = "\n".join([n.replace("\n", " ") for n in names])
    if not together.islower():
        together = _parted(together.split("\n"))
    spaced = together.encode(errors="surrogatepass").translate(_SEPARATED).decode(errors="surrogatepass")
    return [
        tuple(words)
        if 0 < len(words := line.split()) <= LONGEST and words[0] not in TERMS and STATES.isdisjoint(words)
        else _telling(words)
        for line in spaced.split("\n")
    ]


def _parted(names: list[str]) -> str:
    """Names in lower case, one a line, without hashes, their words parted where capitals begin them."""
    mixed = [at for at, name in enumerate(names) if not name.islower()]
    parted = _HUMP.sub(" ", _HASH.sub("", "\n".join([names[at] for at in mixed]))).lower().split("\n")
    for at, name in zip(mixed, parted, strict=True):
        names[at] = name
    return "\n".join(names)


def _telling(words: list[str]) -> Words:
    """The words of a token that say what it names."""
    if words and words[0] in TERMS:
        words = words[:2]
    if len(words) > LONGEST:
        return ()
    if not STATES.isdisjoint(words):
        words = words[: next(i for i, w in enumerate(words) if w in STATES)]
    return tuple(words)


def parts_of(token: str) -> list[str]:
    """What a token in lower case is made of, hyphens, underscores and colons between: nothing is left out."""
    return token.replace("_", "-").replace(":", "-").split("-")


@attrs.frozen(cache_hash=True)
class WordPattern:
    """Consecutive words inside a name: each step a set of alternatives."""

    steps: tuple[frozenset[str], ...]
    start: bool = False
    """Whether the first step must be the name's first word."""
    end: bool = False
    """Whether the last step must be the name's last word."""

    def matches(self, words: Words) -> bool:
        """Whether the words hold the pattern."""
        return any(self.holds_at(words, at) for at in range(len(words) - len(self.steps) + 1)) or (
            len(self.steps) > 1 and any(p.matches(words) for p in self.glued)
        )

    def holds_at(self, words: Words, at: int) -> bool:
        """Whether the pattern begins at this word."""
        past = at + len(self.steps)
        if at < 0 or past > len(words) or (self.start and at > 0) or (self.end and past < len(words)):
            return False
        return all(word in step for word, step in zip(words[at:past], self.steps, strict=True))

    @property
    def glued(self) -> Iterator["WordPattern"]:
        """The pattern written as one word: `sharebuttons`."""
        yield WordPattern((frozenset("".join(p) for p in product(*self.steps)),), self.start, self.end)


_GROUP = re.compile(r"\(([a-z?|]+)\)|([a-z?]+)")


def parse_pattern(text: str) -> WordPattern:
    """A pattern as written after `~`: `share-buttons?`, `^(most|top)-(read|stories)`, `=tags`, `read-more$`.

    Words are parted by "-"; "(a|b)" are alternatives; a "?" makes the letter before it optional; "^" ties the pattern
    to the first word of the name, "$" to its last, "=" to both.
    """
    body = text[1:] if text[:1] in {"^", "="} else text
    body = body.removesuffix("$")
    steps: list[frozenset[str]] = []
    at = 0
    while at < len(body):
        group = _GROUP.match(body, at)
        if group is None or (group.end() < len(body) and body[group.end()] != "-"):
            raise ValueError(f"cannot read words {text!r}")
        steps.append(frozenset(_optional_letter(group[1] or group[2])))
        at = group.end() + 1
    if not steps or body.endswith("-"):
        raise ValueError(f"no words in {text!r}")
    whole = text.startswith("=")
    return WordPattern(tuple(steps), start=whole or text.startswith("^"), end=whole or text.endswith("$"))


def _optional_letter(group: str) -> Iterator[str]:
    for word in group.split("|"):
        stem, mark, rest = word.partition("?")
        if not stem or (mark and len(stem) < 2) or "?" in rest:
            raise ValueError(f"cannot read the word {word!r}")
        yield stem + rest
        if mark:
            yield stem[:-1] + rest
