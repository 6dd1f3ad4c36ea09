"""Language tags as pages write them -> BCP 47; which language a text is in."""

import functools
import re
import tomllib
from importlib.resources import files

from eld import LanguageDetector

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z0-9])", re.I)
_TRIM = " \t\r\n\"'."

SAMPLE = 800
"""Characters of a text that are looked at: more change no answer."""
SHORTEST = 120
"""Characters below which a text's language is anybody's guess."""
RELIABLE = 0.3
"""Score of the detector from which it was right on annotated pages; text in languages it does not know scores less."""


def normal(written: str | None) -> str | None:
    """A tag in BCP 47 form: "en_US" -> "en-US", "english" -> "en", "sr-latn-rs" -> "sr-Latn-RS"; None for nonsense."""
    text = (written or "").partition(",")[0].partition(".")[0].strip(_TRIM).lower()
    table = _table()
    if text in table["names"]:
        return table["names"][text]
    found = _TAG.match(text)
    if found is None or found[1] in {"und", "mul", "zxx"}:
        return None
    language = table["codes"].get(found[1], found[1])
    parts = [language, *([found[2].title()] if found[2] else []), *([found[3].upper()] if found[3] else [])]
    return "-".join(parts)


def primary(tag: str) -> str:
    """The language of a tag without script and region."""
    return tag.partition("-")[0]


def agree(declared: str, heard: str) -> bool:
    """Whether a text that is heard as one language can be in the declared one: the same, one that is written nearly
    alike, or one that the detector does not know."""
    one, other = primary(declared), primary(heard)
    if one == other or other in _table()["mistaken"].get(one, "").split():
        return True
    return any({one, other} <= set(close.split()) for close in _table()["close"].values())


def of_text(text: str) -> tuple[str, float] | None:
    """The language a text is in and the detector's score of it, 0 to 1; None where the text does not tell."""
    sample = text[:SAMPLE]
    if len(sample) < SHORTEST:
        return None
    found = _detector().detect(sample)
    language = found.language
    if language is None:
        return None
    score = float(found.scores().get(language, 0.0))
    return (str(language), score) if score >= RELIABLE else None


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("languages.toml").read_text("utf-8"))


@functools.cache
def _detector() -> LanguageDetector:
    """Loaded once, when the first text is asked about; it keeps nothing of the texts."""
    return LanguageDetector()
