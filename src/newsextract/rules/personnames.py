"""A piece of a byline in, the one name it holds out: without job title, degree, agency, place.

A name is told by its form: few words, each with a capital but for particles; scripts without capitals by their length.
"""

import re
from typing import Literal

import attrs

from newsextract.rules.speech import Speech
from newsextract.rules.words import fold

Role = Literal["writer", "photographer", "editor", "contributor"]
Kind = Literal["person", "organization", "agency"]

LONGEST_NAME = 60
"""Characters of a name; a longer piece is a sentence."""
LONGEST_ACRONYM = 5
SLOGAN = 4
"""Words from which on what is set in capitals may be a slogan."""
MOST_WORDS = 6
"""Words of a person's name, particles included."""
_UNNAMED = re.compile(r"\d|[(){}\[\]<>%$#_=:\\^®™]|https?:|[!?]$")
_FIRM = re.compile(
    r"(?P<first>[^\W\d_][\w.'’-]*+(?: [\w.'’-]++){0,4}) & (?P<last>[^\W\d_][\w'’-]*+)(?: (?P<staff>[^\W\d_]++))?"
)
CREDENTIAL = re.compile(r"(?:[A-Z][A-Za-z]?\.?){1,4}[A-Z®]?(?:-[A-Z]+)?(?:\s\d+)?|Jr\.?|Sr\.?|Esq\.?|II|III|IV")
_ELISIONS = frozenset({"d'", "d’", "l'", "l’", "o'", "o’"})
_SHORTENED = re.compile(r"(?:(?:^| )[JS]r|(?<![^\W\d_])[^\W\d_])$")
_HOST = re.compile(r"[\w-]+\.[a-z]{2,10} ")
"""A site's address before a newsroom's word: "lantern.example Staff"."""
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_CHROME = (
    "comments",
    "share",
    "newsletter",
    "subscribe",
    "login",
    "search",
    "advertisement",
    "sponsored",
    "categories",
    "tags",
    "contents",
    "read_also",
    "leads_on",
    "related",
    "recommended",
    "caption",
    "home",
    "load_more",
)
"""Keys of what stands beside names without being one."""
PAPERS = ("newsroom", "publisher", "agencies")
"""Keys of words in the names of papers and agencies."""
CASELESS = re.compile("[\u0590-\u109f\u10d0-\u10ff\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts without capitals: from Hebrew to Burmese, Georgian, Ethiopic, Khmer, Chinese, Japanese, Korean."""
_SPACELESS = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc\u3400-\u9fff]+")
"""A run of Chinese or Japanese, without the dots between the words of foreign names."""
LONGEST_SPACELESS = 14
"""Letters of such a run in a name; a longer one is a sentence."""
EDGES = " \t,.;:-–—―|/*•·⋅~\"“”„«»'’‘‹›=＝"


@attrs.frozen(kw_only=True)
class Named:
    """One person or organisation of a byline."""

    name: str
    kind: Kind = "person"
    role: Role | None = None
    job_title: str | None = None
    labelled: bool = False
    """Whether a word such as "By" stands before it."""
    joined: bool = True
    """Whether it stands first or is listed with the one before; what else follows may say where that one works."""
    bare: str | None = None
    """The name without the title before it ("Dr"); None where it is the same."""

    @property
    def key(self) -> str:
        """Equal for spellings of one name."""
        return (self.bare or self.name).casefold().rstrip(".")


def is_name(text: str, speech: Speech) -> bool:
    """Whether a text has the form of a person's name: few speech, each capitalised, a particle or an initial."""
    if not 2 <= len(text) <= LONGEST_NAME or _UNNAMED.search(text):
        return False
    parts = text.split()
    if CASELESS.search(text):
        is_brief = max(map(len, _SPACELESS.findall(text)), default=0) <= LONGEST_SPACELESS
        return len(parts) <= MOST_WORDS and is_brief and (len(parts) > 1 or len(text) <= 12)
    if len(parts[0]) == 1 and parts[0].islower():  # "Journalist i Oslo"
        return False
    capital = [p for p in parts if p[0].isupper() or p[:2].lower() in _ELISIONS]
    return (
        bool(capital)
        and len(parts) <= MOST_WORDS
        and all(p in capital or p.lower() in speech.particles or p[:1] in "'’\"“(" for p in parts)
    )


def with_paper(named: Named, speech: Speech) -> tuple[Named, ...]:
    """ "Lena Hart Plains News Agency" as two, where a label says that a person is named: the paper stands behind."""
    words = named.name.split()
    end = 3 if len(words) > 2 and words[1].endswith(".") else 2
    if named.kind != "organization" or not named.labelled or len(words) < end + 2:
        return (named,)
    name, paper = " ".join(words[:end]), " ".join(words[end:])
    if speech.under(*PAPERS).within(name) or not is_name(name, speech) or speech.starts_with("articles", name):
        return (named,)
    if paper[:1].islower():  # "Rosa Lind for the Daily Post"
        return (attrs.evolve(named, name=name, kind="person"),)
    kind: Kind = "agency" if speech.finds("agencies", paper) else "organization"
    person = attrs.evolve(named, name=name, kind="person")
    return (person, attrs.evolve(named, name=paper, kind=kind)) if speech.under(*PAPERS).within(paper) else (named,)


def is_phrase(piece: str, speech: Speech) -> bool:
    """Whether a piece is one capitalised word and then lower case, no job title: "Get in touch", "For the home"; or is
    one in capitals: "GET TO KNOW US"."""
    tokens = piece.split()
    if len(tokens) >= SLOGAN and piece.isupper():
        small = [t for t in (t.lower() for t in tokens) if t in speech.phrases("stopwords")]
        return any(len(t) > 1 and t not in speech.particles for t in small)
    if len(tokens) < 2 or CASELESS.search(piece) or not _is_lower(tokens[1], speech):
        return False
    return not speech.finds("roles", piece)


def trimmed(piece: str) -> str:
    """A piece without punctuation at its ends; "Jr.", "Rosa L." and "e. V." keep their full stop."""
    text = piece.strip(EDGES)
    return f"{text}." if f"{text}." in piece and _SHORTENED.search(text) else text


def read(piece: str, speech: Speech, site: frozenset[str]) -> Named | None:
    """The one name of a piece, what follows it ("in Berlin", "for the Lantern") left out; None where it is no name."""
    piece = trimmed(piece)
    if not piece or len(piece) > 2 * LONGEST_NAME:
        return None
    if (institution := _institution(piece, speech, site)) is not None:
        return institution
    if speech.under("roles", "weekdays", "author_about", "source").equal(piece) or CREDENTIAL.fullmatch(piece):
        return None
    if _is_chrome(piece, speech) or (" " not in piece and speech.equals("newsroom", piece)):
        return None
    if _is_newsroom(piece, speech):
        return Named(name=piece.rstrip("0123456789 "), kind="organization")
    name, rest = _head(piece, speech)
    name = _undangling(_without_credential(_without_agency(name, speech)), speech)
    if not name or not is_name(name, speech):
        return None
    if speech.finds("roles", name):
        name, rest = _without_role(name, speech)
        if not name:
            return None
    return Named(name=name, job_title=rest if rest and is_title(rest, speech) else None, bare=_bare(name, speech))


def _institution(piece: str, speech: Speech, site: frozenset[str]) -> Named | None:
    """An agency, the site, a firm, a newsroom ("News Desk"), an institution with an article ("The Lantern")."""
    if speech.equals("agencies", piece):
        return Named(name=piece, kind="agency")
    if is_firm(piece, speech):
        return Named(name=piece, kind="organization")
    is_titled = piece[0].isupper() and (piece.istitle() or is_name(piece, speech))
    is_titled = is_titled and speech.starts_with("articles", piece) is not None
    is_desk = " " in piece and speech.equals("newsroom", piece)
    return Named(name=piece, kind="organization") if is_titled or is_desk or piece.casefold() in site else None


def is_firm(piece: str, speech: Speech) -> bool:
    """Whether a piece is the name of a firm or a department, one word behind its "&": "Lind Harbour Tax & Freight", or
    of its staff: "Pier & Planks Editors"."""
    match = _FIRM.fullmatch(piece) if "&" in piece else None
    if match is None or not all(word[0].isupper() for word in piece.split() if word != "&"):
        return False
    if match["staff"]:
        return speech.equals("newsroom", match["staff"])
    return " " in match["first"] and not speech.under("agencies", "newsroom").equal(match["last"])


def _is_newsroom(piece: str, speech: Speech) -> bool:
    """Whether a piece has a newsroom's word in it: "Lantern Staff", "the Lantern Team"."""
    is_begun = piece[:1].isupper() or _HOST.match(piece) or speech.starts_with("articles", piece) is not None
    if not is_begun or len(piece) > LONGEST_NAME:
        return False
    return speech.finds("newsroom", piece) is not None or _is_compound(piece, speech)


def _is_compound(piece: str, speech: Speech) -> bool:
    """Whether a word of several goes on to an institution's: "Deutscher Brückenverband"."""
    endings = tuple(speech.phrases("newsroom_endings"))
    words = fold(piece).split() if endings else []
    return len(words) > 1 and any(w.endswith(endings) for w in words)


def _bare(name: str, speech: Speech) -> str | None:
    first, _, rest = name.partition(" ")
    return rest if " " in rest and speech.equals("honorifics", first) else None


def _head(piece: str, speech: Speech) -> tuple[str, str]:
    """The words that can be a name, and what follows."""
    tokens = piece.split()
    if CASELESS.search(piece):
        return _caseless_head(tokens, speech), ""
    end = next((at for at, t in enumerate(tokens) if at > 0 and _ends_name(t, at, speech)), len(tokens))
    head, rest = tokens[:end], tokens[end:]
    while len(head) > 1 and head[-1].islower():
        rest.insert(0, head.pop())
    return " ".join(head).strip(EDGES if rest else " ,;:-–—|/"), " ".join(rest)


def _is_lower(token: str, speech: Speech) -> bool:
    """Whether a word ends a name: in lower case, and no particle."""
    return token[:1].islower() and token.lower() not in speech.particles and token[:2].lower() not in _ELISIONS


def _ends_name(token: str, before: int, speech: Speech) -> bool:
    """Whether a word with so many before it is no part of a name: "in" of "Rosa Lind in Berlin", "For" of "Rosa Lind
    For The Lantern"."""
    return _is_lower(token, speech) or (before > 1 and speech.equals("working_for", token))


def _without_credential(name: str) -> str:
    """ "Rosa Lind MS" without the degree."""
    tokens = name.split()
    while len(tokens) > 2 and not name.isupper() and CREDENTIAL.fullmatch(tokens[-1]):
        if _SUFFIX.fullmatch(tokens[-1]) or len(tokens[-1].strip(".")) < 2 or not tokens[-1].strip(".")[1:].isupper():
            break
        tokens.pop()
    return " ".join(tokens)


def _is_chrome(piece: str, speech: Speech) -> bool:
    """Whether a piece is a button or a label that stands in bylines."""
    return speech.under(*_CHROME).starts(piece) is not None


def _undangling(name: str, speech: Speech) -> str:
    """ "Rosa Lind In" without what leads on to what is no longer there; "" of "Shop By", which is a button."""
    rest, _, last = name.rpartition(" ")
    if not rest or last.lower() in speech.particles or not speech.under("dangling", "by").equal(last):
        return name
    return rest if " " in rest else ""


def _without_agency(name: str, speech: Speech) -> str:
    """ "Rosa Lind Associated Press" without the agency."""
    tokens = name.split()
    for at in range(2, len(tokens)):
        if speech.equals("agencies", " ".join(tokens[at:])):
            return " ".join(tokens[:at])
    return name


def _caseless_head(tokens: list[str], speech: Speech) -> str:
    """The name in a script without capitals: up to a token that is a role ("김민수 기자"), or to a role glued to it."""
    end = next((i for i, t in enumerate(tokens) if i and speech.equals("roles", t)), len(tokens))
    name = " ".join(tokens[:end])
    for role in speech.phrases("roles"):
        if CASELESS.match(role) and name.endswith(role) and len(name) > len(role) + 1:
            return name.removesuffix(role).strip()
    return name


def _without_role(name: str, speech: Speech) -> tuple[str, str]:
    """ "Staff Writer Rosa Lind", "Rosa Lind Staff Writer" -> name and role; "" where nothing but a role is there."""
    tokens = name.split()
    for size in range(len(tokens) - 1, 0, -1):
        for names, role in ((tokens[size:], tokens[:size]), (tokens[:-size], tokens[-size:])):
            if speech.equals("roles", " ".join(role)) and not _is_acronym(names) and is_name(" ".join(names), speech):
                return " ".join(names), " ".join(role)
    return "", ""


def _is_acronym(tokens: list[str]) -> bool:
    """Whether what a job title leaves is where it is done: "WCI" of "WCI Columnist"."""
    return len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) <= LONGEST_ACRONYM


def is_title(piece: str, speech: Speech) -> bool:
    return bool(speech.finds("roles", piece)) and len(piece) <= 2 * LONGEST_NAME
