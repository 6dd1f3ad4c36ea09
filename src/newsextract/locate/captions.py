"""What is printed under a picture in, caption and credit out."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from newsextract.page.document import Element
from newsextract.page.text import COLONS, HEADINGS, fold, text_of
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import Words

LONGEST_CREDIT = 120
LARGEST_CREDIT = 20
"""Elements in one that is a credit."""

LONGEST_LABEL = 40
"""Characters of what introduces a credit."""
LEAST_LABEL = 4
"""Letters of a Latin word that introduces a credit without a mark: shorter ones are words of other languages, too."""
LEAST_CAPITALS = 3
"""Words in capitals that credit a picture before its caption."""
LONGEST_NAMES = 80
"""Characters of names that end a caption without a word that says that they credit."""

CREDITING = (
    "data-credit data-credits data-image-credit data-photo-credit data-photographer data-copyright data-image-copyright"
).split()
"""Attributes that scripts print below a picture."""

ENLARGED = ("data-caption", "data-title", "title")
"""Attributes of a link that scripts print below the picture that it enlarges."""

_CUT = " .…"
_COUNT = re.compile(r"^\d{1,3}\s*/\s*\d{1,3}\s+")
"""The place of a picture in its gallery."""

_MARKS = re.compile(r"^|([.!?…»”\")।۔؟]) (?:[|/–—-] )?|(?<=[。！？])| [|/–—-] | ?[(\[（]| (?=©)|(?<=\w),? (?=\w+: )")
"""Where a credit may begin; the first group stays with the caption."""
_WORDS = re.compile(r"\S+")
_EDGES = " |-–—/·,;:"
_OPENS = ":;,| "
"""What is left at the beginning of a caption by a template that prints nothing before it."""
_BRACKETS = "()[] "
_ENDS = " .)]（）([,;"
_CLOSING = {"(": ")", "[": "]", "（": "）"}

_PARTS = re.compile(r"[/|,;()\[\]]|\s[–—-]\s|\svia\s|\sfor\s|\sand\s|(?<=\w)\s?[+&]\s?(?=\w)")
"""What parts the names of a credit."""

_SENTENCE_ENDS = re.compile("[。！？]")
_FULL_STOPS = ("。", "！", "？")
_STOPS = " 。)）]】"
_INITIAL = re.compile(r"(?:^|\W)\w$")
_SENTENCE_END = re.compile(r"\w\w[.!?…]\s|[。！？]")
_TOLD = re.compile(r"\w\w[.!?…] \|")
"""A caption ends before a stroke."""
_SENTENCE = re.compile(r"[.!?…。！？]\s+\S+\s+\S+\s+\S|[。！？]$")
"""One sentence ends and another begins: no credit has that."""


def read(captions: Iterable[Element], credits: Iterable[Element], words: Words) -> tuple[str | None, str | None]:
    """Caption and credit, from the elements that hold captions and those marked as credits among or beside them.

    A credit that is not marked is an element of its own, or the last words, that begin as credits do ("Photo: …") or
    name an agency ("(R. Lind/AP)", or at the end "Getty Images").
    """
    outer = list(captions)
    said = dict.fromkeys(t for t in (_unpressed(c, words) for c in outer) if t and not words.equals("caption", t))
    caption = _COUNT.sub("", " ".join(said)).lstrip(_OPENS)
    marked = [*credits, *(c for c in outer if _is_cited(c))]
    inner = (e for c in outer for e in _inside(c) if e.end - e.index <= LARGEST_CREDIT and not _is_pressed(e))
    own = (e for e in (*inner, *outer[1:]) if _begins_or_wraps(t := text_of(e), words) or _signs(t, caption, words))
    for element in [*marked, *own]:
        text = text_of(element)
        if not text or len(text) > LONGEST_CREDIT:
            continue
        if not caption and _SENTENCE.search(text) and all(both := parted(text, words)):
            return both
        is_apart = element in marked or _signs(text, caption, words)
        if words.equals("photo_credit", text) and not (is_apart and _is_agency(text, words)):
            continue
        if caption != text:
            rest = _without(text, caption, words)
            named = credited(text.strip(_BRACKETS), words)
            if named is None and element in marked and all(both := parted(text, words)):
                return " ".join(filter(None, (rest, both[0]))), both[1]
            named = named or (text.strip("()") if element in marked else _named(text.strip("()")))
            return _signed(rest, named or text, [e for e in marked if e is not element], element)
        if element in marked and _SENTENCE.search(text) is None:
            return None, credited(text.strip(_BRACKETS), words) or text.strip("() ")
    return parted(caption, words)


def _signed(caption: str | None, credit: str, others: Iterable[Element], at: Element) -> tuple[str | None, str]:
    """Caption and credit, with another name beside it that is marked as one: a photographer's and an agency's."""
    for other in others:
        name = text_of(other)
        if caption and name and caption.endswith(f" {name}"):
            both = (name, credit) if other.index < at.index else (credit, name)
            return caption.removesuffix(name).rstrip(_EDGES), " / ".join(both)
    return caption, credit


def attributed(image: Element, words: Words) -> str | None:
    """The credit that an attribute of a picture states, or that ends the words in its place: "The mill © Rosa Lind"."""
    stated = next((c for name in CREDITING if (c := fold(image.get(name) or "")) and len(c) <= LONGEST_CREDIT), None)
    return stated or _marked_in_place(fold(image.get("alt") or ""), words)


def _marked_in_place(told: str, words: Words) -> str | None:
    marked = told.rpartition("©")[2].strip(_EDGES) if "©" in told else ""
    credit = credited(marked, words) or marked
    return credit if 1 < len(credit) <= LONGEST_CREDIT and any(map(str.isalpha, credit)) else None


def whole(caption: str, link: Element) -> str:
    """A caption that is cut ("The mill in the…"), as the link around its picture has it for who enlarges it."""
    begun = caption.rstrip(_CUT)
    if begun == caption or not caption.endswith(("...", "…")):
        return caption
    told = (fold(link.get(name) or "") for name in ENLARGED)
    return next((t[t.index(begun) :] for t in told if begun in t and not t.endswith(("...", "…"))), caption)


def _unpressed(caption: Element, words: Words) -> str:
    """The text of a caption without what its buttons say, "(more)", a link at its end that enlarges the picture, and a
    heading that calls it one."""
    text = text_of(caption)
    heading = next((e for e in _inside(caption) if e.tag in HEADINGS), None)
    if heading is not None and text.startswith(label := text_of(heading)) and words.equals("caption", label):
        text = text.removeprefix(label).lstrip()
    links = [e for e in _inside(caption) if e.tag == "a"]
    if links and text != (said := text_of(links[-1])) and said and words.equals("caption", said):
        text = text.removesuffix(said).rstrip()
    for button in (e for e in _inside(caption) if is_button(e)):
        text = text.replace(text_of(button), "").rstrip()
    return text


def _is_cited(caption: Element) -> bool:
    """Whether all of a caption is set as the source of what it is said of."""
    shown = [c for c in caption.children if not isinstance(c, str) or not c.isspace()]
    return len(shown) == 1 and not isinstance(shown[0], str) and shown[0].tag == "cite"


def _without(credit: str, caption: str, words: Words) -> str | None:
    """The caption without its credit, and without what introduces that: "The mill. Photo: "."""
    before, _, after = caption.rpartition(credit)
    marked = before.rstrip(_BRACKETS).endswith(COLONS)
    before = before.rstrip(_EDGES)
    labels = (t for t in _tails(before) if not t.endswith(")") and _introduces(t, marked, words))
    if not after and (label := next(labels, None)):
        before = before[: -len(label)]
    rest = f"{before} {after.lstrip()}".strip(_EDGES)
    return rest if rest and not words.equals("caption", rest) else None


def _introduces(label: str, marked: bool, words: Words) -> bool:
    """Whether the last words before a credit introduce it."""
    return (marked or _tells(label)) and words.equals("photo_credit", label)


def _tells(label: str) -> bool:
    """Whether a word that may introduce a credit does so without a mark: "ist" is a verb in another language."""
    return not label.isascii() or sum(map(str.isalpha, label)) >= LEAST_LABEL


def _tails(text: str) -> Iterator[str]:
    """The last words of a text: three, two, one."""
    for start in [m.start() for m in _WORDS.finditer(text[-LONGEST_LABEL:])][-3:]:
        yield text[-LONGEST_LABEL:][start:]


def _is_pressed(element: Element) -> bool:
    return is_button(element) or (element.parent is not None and is_button(element.parent))


def is_button(element: Element) -> bool:
    """Whether an element is pressed to do something, not to go somewhere."""
    if element.tag == "button":
        return True
    if element.tag == "a":
        return (element.get("href") or "").startswith("javascript:")
    is_called_one = element.get("role") == "button" and element.end - element.index <= LARGEST_CREDIT
    return is_called_one and len(text_of(element)) <= LONGEST_LABEL


def _begins_or_wraps(text: str, words: Words) -> bool:
    """Whether the text of an element of its own credits: begins as credits do, or stands in brackets."""
    return bool(words.starts_with("photo_credit", text) or (text.startswith("(") and text.endswith(")")))


def _signs(text: str, caption: str, words: Words) -> bool:
    """Whether the text of an element of its own ends a caption with the name of an agency."""
    is_last = caption != text and caption.endswith(text)
    return is_last and names_agency(text, words) and (parted(caption, words)[1] or text) in text


def _inside(element: Element) -> Iterator[Element]:
    """What stands in an element, in order, without what was removed."""
    stack = [*element.elements][::-1]
    while stack:
        child = stack.pop()
        if child.removed is None:
            yield child
            stack += [*child.elements][::-1]


def parted(caption: str, words: Words) -> tuple[str | None, str | None]:
    """Caption and credit of words below a picture."""
    if opening := _in_capitals(caption, words):
        return _worded(caption[len(opening[0]) :].strip()), opening[1]
    tail = caption[-LONGEST_CREDIT:]
    for mark in _MARKS.finditer(tail):
        rest = tail[mark.end() :]
        is_wrapped = mark[0].strip() in _CLOSING and rest.rstrip(" .").endswith(tuple(_CLOSING.values()))
        credit = credited(rest, words) or (_in_brackets(rest, words) if is_wrapped else None)
        before = tail[: mark.start()]
        ends = before.endswith(_FULL_STOPS) or (mark[1] and not _INITIAL.search(before))
        is_apart = is_wrapped or caption == tail == rest or ends
        if credit is None and is_apart and (names_agency(rest, words) or _is_photographer(rest)):
            credit = _named(rest)
        if credit is not None:
            end = len(caption) - len(tail) + mark.start() + len(mark[1] or "")
            return _worded(caption[:end].rstrip(_EDGES + "([（")), credit
    return _worded(caption), None


def _in_brackets(rest: str, words: Words) -> str | None:
    """Whom a bracket credits, where the word that introduces them tells so."""
    phrase = words.starts_with("photo_credit", rest)
    if phrase is None or not (_tells(phrase) or rest[len(phrase) :].startswith(COLONS)):
        return None
    return _named(words.after("photo_credit", rest))


def _in_capitals(caption: str, words: Words) -> tuple[str, str] | None:
    """The words in capitals that credit before a caption, and whom: "PHOTO BY ROSA LIND The mill in May"."""
    said = list(takewhile(str.isupper, caption[:LONGEST_CREDIT].split(" ")))
    opening = " ".join(said[:-1] if said and len(said[-1]) == 1 else said)
    if len(said) < LEAST_CAPITALS or len(opening) == len(caption):
        return None
    credit = credited(opening, words)
    return (opening, credit) if credit else None


def _worded(caption: str) -> str | None:
    """A caption that says something: pages print a full stop where there is none."""
    return caption if any(map(str.isalnum, caption)) else None


def names_agency(text: str, words: Words) -> bool:
    """Whether a text is nothing but names, one of them an agency's: "Rosa Lind/AFP", "EPA", "Pool via Reuters"."""
    if len(text) > LONGEST_NAMES or ":" in text or _TOLD.search(text):
        return False
    parts = [part.strip(_ENDS) for part in _PARTS.split(text)]
    names = [part for part in parts if not _is_agency(part, words)]
    if len(names) == len(parts):
        return False
    return not any(n.isdigit() or _SENTENCE_END.search(n) or _is_prose(n, text) for n in names)


def _is_prose(name: str, text: str) -> bool:
    """Whether what stands beside an agency is none of names: it has words in lower case. A slash parts one from that
    of an account, "mlind / Unsplash"."""
    words = name.split()
    return any(w[0].islower() for w in words) and not (len(words) == 1 and "/" in text)


def is_signed(text: str) -> bool:
    """Whether a text, or its last sentence, says behind a name that they took the picture: "林小禾 摄"."""
    last = _SENTENCE_ENDS.split(text.rstrip(_STOPS))[-1]
    return len(last) <= LONGEST_NAMES and last.endswith(vocabulary("credits").openings("taken"))


def _is_photographer(text: str) -> bool:
    return is_signed(text) and "（" not in text and _SENTENCE_ENDS.search(text.rstrip(_STOPS)) is None


def _is_agency(text: str, words: Words) -> bool:
    """Whether a text is the name of an agency: "AP", and "AP Photo"."""
    if words.equals("photo_credit", text):
        return words.starts_with("agencies", text) is not None
    agency, _, printed = text.removesuffix(".com").rpartition(" ")
    is_print = agency and printed.casefold() in vocabulary("credits").phrases("prints")
    return words.equals("agencies", agency if is_print else text.removesuffix(".com"))


def _named(text: str | None) -> str | None:
    """Whose picture it is; a bracket that stands open in it is closed."""
    named = (text or "").strip(_ENDS)
    return named + _CLOSING[last] if (last := _open_bracket(named)) else named or None


def _open_bracket(text: str) -> str | None:
    """The bracket of a text that is not closed."""
    return next((b for b, closing in _CLOSING.items() if text.count(b) > text.count(closing)), None)


def credited(text: str, words: Words) -> str | None:
    """Who a text credits, where it begins as a credit does and says so by a mark or more than one word."""
    phrase = words.starts_with("photo_credit", text)
    if phrase is None:
        return None
    if _is_agency(phrase, words):
        return _named(text) if names_agency(text, words) else None
    marked = text[len(phrase) : len(phrase) + 2].lstrip()[:1] in {":", "：", "|", "/"} or not phrase[-1].isalnum()
    rest = words.after("photo_credit", text)
    if not rest or not (marked or " " in phrase):
        return None
    return credited(rest.strip(_BRACKETS), words) or _named(rest)
