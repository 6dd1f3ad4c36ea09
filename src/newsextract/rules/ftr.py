"""A file of ftr-site-config in, rules of a site out: the text format of Full-Text RSS, "title: //h1" a line.

What it says of where things stand is read. What it says of fetching, of rewriting the page's source or of the tools of
Full-Text RSS has no meaning here; each such line gives a notice.
"""

import re
from collections.abc import Iterator
from typing import Final

from newsextract.rules.sites import FieldRule, SiteRules
from newsextract.rules.xpath import XPath, parse

_LINE = re.compile(r"(?P<key>[a-z_]+)\s*(?:\((?P<about>.*?)\)\s*)?:\s*+(?P<value>.*+)\Z", re.S)
_HOST = re.compile(r"\.?[\w-]+(?:\.[\w-]+)+\.txt\Z")

_FIELDS: Final = {
    "title": "title",
    "author": "authors",
    "date": "published",
    "body": "body",
    "next_page_link": "pagination",
}
"""Directives whose XPath tells where a field stands."""

_STRIPS: Final = {
    "strip": "{0}",
    "strip_id_or_class": "//*[contains(@class, {1}) or contains(@id, {1})]",
    "strip_image_src": "//img[contains(@src, {1})]",
}
"""Directives that take something out, as XPath."""

_REWRITES: Final = "the page's source is never rewritten"
_FETCHES: Final = "how to fetch is no matter of rules"
_UNKNOWN: Final = "no directive that is known"
_WITHOUT_MEANING: Final = {
    **dict.fromkeys(("find_string", "replace_string", "wrap_in", "move_into", "dissolve"), _REWRITES),
    **dict.fromkeys(
        ("http_header", "single_page_link", "single_page_link_in_feed", "requires_login", "login_uri",
         "login_username_field", "login_password_field", "login_extra_fields", "not_logged_in_xpath"),
        _FETCHES,
    ),
    "if_page_contains": "conditions are not read, and the line after it holds for all pages",
    "native_ad_clue": "whether a page is paid for is told by its notices",
    "footnotes": "footnotes are found by themselves",
}  # fmt: skip
"""Directives that cannot be mapped, and why."""

_NEEDLESS: Final = frozenset(
    "tidy prune parser autodetect_on_failure convert_double_br_tags insert_detected_image src_lazy_load_attr "
    "skip_json_ld strip_comments skip_id_or_class_filter test_url test_contains test".split()
)
"""Directives that ask for what happens anyway, steer tools that are not here, or name pages to try it on."""


def site_rules(name: str, text: str) -> SiteRules | None:
    """The rules of a file; None for one whose name is no host's, such as LICENSE.txt."""
    file = name.rpartition("/")[2]
    if not _HOST.match(file):
        return None
    host = file.removesuffix(".txt")
    notices: list[str] = []
    fields = tuple(_read(name, text, notices))
    sites = (f"*{host}" if host.startswith(".") else host.removeprefix("www."),)
    return SiteRules(name=name, sites=sites, fields=fields, notices=tuple(notices))


def _read(name: str, text: str, notices: list[str]) -> Iterator[FieldRule]:
    """The rules of the lines, those of one field together: the first that finds something is believed."""
    found: dict[str, list[XPath]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = _LINE.match(line.strip())
        key = parts["key"] if parts else line.split()[0]
        if key in _NEEDLESS:
            continue
        field, path, why = _mapped(key, parts["value"].strip() if parts else "")
        if why:
            notices.append(f"{name}: line {number}: {key}: {why}")
        elif field and path:
            found.setdefault(field, []).append(path)
    for field, paths in found.items():
        groups = [(p,) for p in paths] if field == "strip" else [tuple(paths)]
        for number, group in enumerate(groups, start=1):
            place = f"{field}.{number}" if field == "strip" else field
            yield FieldRule(id=f"{name}:{place}", field=field, selectors=group)


def _mapped(key: str, value: str) -> tuple[str | None, XPath | None, str | None]:
    """(field, path, None) of a directive, or why it has none."""
    if key in _FIELDS:
        field, path = _FIELDS[key], value
    elif key in _STRIPS:
        field, path = "strip", _STRIPS[key].format(value, _quoted(value.strip("\"'")))
    else:
        return None, None, _WITHOUT_MEANING.get(key, _UNKNOWN)
    if not value:
        return None, None, "says nothing"
    try:
        return field, parse(path), None
    except ValueError as error:
        return None, None, str(error)


def _quoted(text: str) -> str:
    """A text as XPath quotes it: in the quotes it does not hold itself."""
    return f'"{text}"' if '"' not in text else f"'{text}'"
