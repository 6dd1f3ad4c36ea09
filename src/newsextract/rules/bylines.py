"""A printed byline in, the people it names out.

"By Rosa Lind in Berlin and Tom Hart, Staff Writer | 5 May 2024" names two people, one with a job title. Labels, dates,
places, addresses and agencies beside a name are no part of it. What labels, roles and agencies are called is in the
words files.
"""

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from newsextract.page.dates import find as find_dates
from newsextract.page.text import fold
from newsextract.rules.behindnames import goes_on, is_job, is_job_in_lower_case, is_paper
from newsextract.rules.bydates import unopened, without_date
from newsextract.rules.bylabels import LABEL_KEYS, is_preposition, label_alone, unlabelled, whole_labels
from newsextract.rules.bylists import of_one, pieces
from newsextract.rules.personnames import (
    CASELESS,
    Named,
    Role,
    is_name,
    is_phrase,
    is_title,
    read,
    trimmed,
    with_paper,
)
from newsextract.rules.speech import Speech
from newsextract.rules.usernames import brand, user
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import fold as folded

State = Literal["open", "named", "closed"]

LONGEST = 400
"""Characters of a byline that are read."""
_BREAKS = re.compile(
    r"(?<=[\u3040-\ud7af])\s?[=＝]\s?(?=[\u3040-\ud7af])|(?<![\u3040-\ud7af])·|·(?![\u3040-\ud7af])"
    r"|(?:(?<!\s)\s++)?(?:[|•●▪■◆►»«›/／｜…]++|[–—―]++)\s*+|(?<!\s)\s++[-–—―~]++\s++"
)
_BREAKING = re.compile("[-=＝·|•●▪■◆►»«›/／｜…–—―~]")
"""What all of those hold one of."""
_SLASHED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,}+ [^\W\d_]{2,}+)/(?=[^\W\d_]{2,}+ [^\W\d_]{2})")
"""Two full names with a stroke between them: "Rosa Lind/Tom Hart"."""
_ADDRESS = re.compile(
    r"(?<!\S)\S[^\s@]*+@\S+\.\w+|(?:https?://|www\.)\S+|(?<!\w)@\w+|(?<![\w-])[\w-]++\.(?:com|org|net|de|co\.uk)/\S*"
)
_BRACKETS = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
_DATELINE = re.compile(r"^[【\[（(] ?([^】\]）)]{2,40}?) ?[＝=] ?([^】\]）)]{2,20}) ?[】\]）)]")
_LISTING = frozenset(",;&،、/")
_MARK = re.compile(r"[\s,]*+[\d*†‡§¶#][\d\s*†‡§¶#,]*+")
"""The mark of an affiliation behind a name: "1", "2,3", "†"."""
SHORT_LABEL = 3
"""Letters of a preposition that opens a byline: "by", "von", "por"."""


def names(text: str, speech: Speech, site: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """The people and organisations of a byline, in order; `site` holds the folded names of the site itself."""
    text = fold(text[:LONGEST])
    text = _unwrapped(_SLASHED.sub(r"\1, ", text) if "/" in text else text)
    reader = _Reader(speech, site, text)
    bare = _without_addresses(text)
    for segment in whole_labels(_BREAKS.split(bare) if _BREAKING.search(bare) else [bare], speech):
        if segment.strip() and not _MARK.fullmatch(segment):
            reader.take(segment)
    return _signed(tuple(reader.found.values())) or _nameless(text, speech)


@attrs.define
class _Reader:
    """What the segments of a byline named so far."""

    speech: Speech
    site: frozenset[str]
    text: str
    """The whole byline."""
    found: dict[str, Named] = attrs.field(factory=dict)
    opened: Role | None = None
    """The role that a label before the names gives."""
    is_list: bool = False
    """Whether what opened the byline heads a list of people, each in a segment of its own."""
    is_after_by: bool = False
    """Whether what comes next stands right behind a "By" of its own."""
    state: State = "open"
    """A name is awaited; one was read; what follows is said of it, or is chrome."""

    def take(self, segment: str) -> None:
        """Read one more segment."""
        if self.found and CASELESS.match(segment) and self.speech.equals("roles", segment):
            self._sign()
        elif _opens_list(segment, self.speech):
            self.opened, self.state = None, "closed"
        elif (role := label_alone(segment, self.speech)) is not None:
            self.opened, self.state, self.is_after_by = role, "open", is_preposition(segment, self.speech)
            self.is_list = self.speech.equals("by_several", segment)
        elif _is_and(segment, self.speech):
            self.state = "closed" if self.state == "closed" else "open"
        elif self.state == "named" and is_job(segment, self.speech):
            self._employ(segment)
        elif self.found and goes_on(segment, self.speech):
            if self.state != "closed" and is_job_in_lower_case(segment, self.speech):
                self._employ(segment)
            self.state = "closed"
        elif self.found and is_paper(segment, next(reversed(self.found.values())), self.speech):
            self.state = "closed"
        else:
            self._name(segment)

    def _name(self, segment: str) -> None:
        speech = self.speech
        undated = without_date(segment, speech)
        is_open = self.state == "open" or (self.state == "named" and speech.starts_with("and", segment) is not None)
        read = [n for n in _given(undated, speech) if _is_dated(self.text)]
        read = read or [n for one in _of_segment(undated, speech, self.site) for n in of_one(one)]
        if not read and self.is_after_by:
            read = list(user(segment, speech, most=1))
        self.is_after_by = False
        self.is_list = self.is_list and self.state != "closed"
        is_open = is_open or (self.is_list and [n.name for n in read if " " in n.name] == [trimmed(segment)])
        for named in read:
            joined = is_open or named.labelled
            if is_open and self.opened is not None and not named.labelled:
                named = attrs.evolve(named, role=self.opened, labelled=True)
            self.found.setdefault(named.name.casefold(), named if joined else attrs.evolve(named, joined=False))
        self.state = _state_after(segment, is_open=is_open, read=read, found=bool(self.found), speech=speech)
        if self.state == "open" and read and read[-1].labelled:
            self.opened = read[-1].role  # "Edited by Rosa Lind and | Tom Hart"

    def _sign(self) -> None:
        """Take the last of the people for the writer, whom a job behind the name tells from towns before it."""
        key, last = next(reversed(self.found.items()))
        self.found[key] = attrs.evolve(last, role=last.role or "writer", labelled=True, joined=True)
        self.state = "named"

    def _employ(self, title: str) -> None:
        """Give the last of the people a job title, where none was read."""
        key, last = next(reversed(self.found.items()))
        if not last.job_title and last.kind == "person":
            self.found[key] = attrs.evolve(last, job_title=trimmed(title))


def _unwrapped(text: str) -> str:
    """The name of a dateline ("【ソウル＝小川一郎】"), else a byline without brackets around the whole of it."""
    dateline = _DATELINE.match(text)
    if dateline is not None:
        return dateline[2]
    return text[1:-1] if _BRACKETS.fullmatch(text) else text


def _signed(people: tuple[Named, ...]) -> tuple[Named, ...]:
    """The people without what stands before a labelled writer: "Guides" in "Guides | By Rosa Lind" is a section."""
    first = next((at for at, n in enumerate(people) if n.labelled and n.role == "writer"), 0)
    return people[first:]


def _nameless(text: str, speech: Speech) -> tuple[Named, ...]:
    """Who a byline names by a job alone, in several words behind a label: "By Our Correspondent"."""
    rest = trimmed(speech.after("by", trimmed(text)) or "")
    if " " not in rest or not rest[:1].isupper() or not speech.equals("roles", rest):
        return ()
    return (Named(name=rest, kind="organization", role="writer", labelled=True),)


def stated_name(text: str, speech: Speech, site: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """What metadata states as an author: as `names`, and user names ("stephenlega") too.

    A value that begins with a comma says what was to be said of a name, and names none.
    """
    text = fold(text)
    if is_unset(text):
        return ()
    sponsor = speech.after("sponsored", text) or ""
    if speech.equals("sponsored", text):
        return ()
    if is_name(sponsor, speech):
        return (Named(name=sponsor, kind="organization"),)
    found = names(text, speech, site) if text[:1] != "," else ()
    return found or tuple(user(text, speech))


def is_unset(name: str) -> bool:
    """Whether a name is what a template prints for one that nobody filled in: "undefined"."""
    return name.casefold() in vocabulary("people").phrases("unset")


def _given(segment: str, speech: Speech) -> Iterator[Named]:
    """Who a short "by" names that may stand inside names, too, by a given name alone: "Rosa" of "von Rosa"."""
    label, _, name = segment.strip().partition(" ")
    is_by = label.lower() in speech.particles and speech.equals("by", label)
    if is_by and name.isalpha() and name.istitle() and is_name(name, speech):
        yield Named(name=name, role="writer", labelled=True)


def _is_dated(text: str) -> bool:
    return next(find_dates(text), None) is not None


def _opens_list(segment: str, speech: Speech) -> bool:
    """Whether a segment is the label of sections, tags or the source: what follows is nobody's name."""
    keys = ("categories", "tags", "source") if segment.rstrip()[-1:] in ":：" else ("categories", "tags")
    lists = speech.under(*keys)
    return lists.equal(segment) and not speech.under(*LABEL_KEYS).equal(segment)


def _is_and(segment: str, speech: Speech) -> bool:
    return segment.strip() in _LISTING or speech.equals("and", segment)


def _state_after(segment: str, *, is_open: bool, read: list[Named], found: bool, speech: Speech) -> State:
    if not read:
        return "open" if is_open and not found else "closed"
    if not is_open and not any(n.labelled for n in read):
        return "closed"
    goes_on = segment[-1:] in _LISTING or folded(segment.rpartition(" ")[2]) in speech.phrases("and")
    return "open" if goes_on else "named"


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" | ", text) if "@" in text or "/" in text or "www." in text else text


def _of_segment(segment: str, speech: Speech, site: frozenset[str]) -> tuple[Named, ...]:
    """Whom a segment names; one that was read before is not read again."""
    known = speech.read.get((segment, site))
    if known is None:
        known = speech.read[segment, site] = tuple(_named_in(segment, speech, site))
    return known


def _named_in(segment: str, speech: Speech, site: frozenset[str]) -> Iterator[Named]:
    segment = unopened(trimmed(segment), speech)
    whole = segment
    segment, role, labelled = unlabelled(segment, speech)
    agencies = [a for a in _bracketed(segment) if speech.equals("agencies", a)]
    last: Named | None = None
    yielded = 0
    for joined, piece in pieces(_BRACKETS.sub(" ", segment), speech):
        inner, inner_role, inner_labelled = unlabelled(trimmed(piece), speech)
        if not inner:
            continue
        follows = last is not None and not inner_labelled
        is_said_of = (follows and _belongs_to(last, inner, speech)) or (
            not (inner_labelled or (labelled and last is None)) and is_phrase(inner, speech)
        )
        named = None if is_said_of else read(inner, speech, site)
        if named is not None:
            if last is not None:
                yield last
            if _is_titled(named.name, inner, speech):
                inner_role, inner_labelled = inner_role or "writer", True
            shown = labelled or inner_labelled
            listed = joined or yielded == 0 or (named.kind == "person" and " " in named.name)
            last = attrs.evolve(named, role=inner_role or role, labelled=shown, joined=listed)
            yielded += 1
        elif last is not None and last.job_title is None and is_title(inner, speech):
            is_shared = yielded > 1 and last.joined  # "Rosa Lind and Tom Hart, staff writers"
            last = last if is_shared else attrs.evolve(last, job_title=inner)
    if last is not None:
        yield from with_paper(last, speech)
    elif labelled and role == "writer" and _is_signed(whole.removesuffix(segment)):
        known = list(user(segment, speech, most=1)) or list(brand(segment))
        yield from (attrs.evolve(n, role=role, labelled=True) for n in known)
    for agency in agencies:
        yield Named(name=agency, kind="agency", labelled=labelled)


def _is_signed(label: str) -> bool:
    """Whether a label lets a user's name follow: "by", "posted by", "Text:", not "Text" or "Author"."""
    *_, last = label.split() or [""]
    return last[-1:] in ":：" or len(last) <= SHORT_LABEL


def _is_titled(name: str, piece: str, speech: Speech) -> bool:
    """Whether a job behind a name says who is meant, where no capitals do: "구현모 기자", not the town before it."""
    return bool(CASELESS.match(name)) and speech.equals("roles", piece.removeprefix(name))


def _belongs_to(last: Named | None, piece: str, speech: Speech) -> bool:
    """Whether a piece after a name is said of it: a job, a place, the paper."""
    if CASELESS.search(piece):
        return speech.equals("roles", piece)
    if is_title(piece, speech):
        return True
    if last is None or last.kind == "agency":
        return False
    if last.kind == "person" and speech.finds("newsroom", piece):
        return True
    if speech.equals("agencies", piece):
        return False
    is_paper = last.kind == "person" and piece.isupper() and not last.name.isupper()
    return is_paper or (" " not in piece and (" " in last.name or last.kind != "person"))


def _bracketed(segment: str) -> list[str]:
    return [b[1:-1].strip() for b in _BRACKETS.findall(segment)]
