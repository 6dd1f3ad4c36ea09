"""Bytes to text: labels of the WHATWG encoding standard, evidence before declarations."""

import codecs

import pytest
import webencodings
from hypothesis import given
from hypothesis import strategies as st

from newsextract.page.decode import Decoded, decode

LEGACY = sorted(
    {
        e
        for e in webencodings.LABELS.values()
        if e not in ("utf-8", "utf-16le", "utf-16be", "replacement", "x-user-defined")
    }
)
FRENCH = "Les élèves fêtent Noël à l’école : « déjà ! » s’exclame Zoé, très gâtée. "
CHINESE = "记者星期三从市政府获悉，新的地铁线路将于明年春天通车。"
JAPANESE = "新しい図書館は来年の春に開館する予定だと市長が発表した。"


def page(text: str, head: str = "") -> str:
    return f"<html><head>{head}<title>x</title></head><body><p>{text}</p></body></html>"


def test_plain_utf_8_needs_no_declaration() -> None:
    came = page(FRENCH).encode()
    assert decode(came) == Decoded(page(FRENCH), "utf-8", "utf-8", came)


def test_what_came_with_a_nul_is_not_given_to_the_parser() -> None:
    assert decode(page(FRENCH).encode() + b"\0").utf8 is None


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_outranks_everything(mark: bytes) -> None:
    name = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    found = decode(mark + page(FRENCH).encode(name), "windows-1252")
    assert (found.text, found.source) == (page(FRENCH), "bom")


def test_valid_utf_8_outranks_http_and_meta() -> None:
    found = decode(page(CHINESE, '<meta charset="gb2312">').encode(), "iso-8859-1")
    assert (found.text, found.source) == (page(CHINESE, '<meta charset="gb2312">'), "utf-8")


def test_http_outranks_meta() -> None:
    found = decode(page(FRENCH, "<meta charset=windows-1251>").encode("windows-1252"), "ISO-8859-1")
    assert (found.encoding, found.source) == ("windows-1252", "http")
    assert FRENCH in found.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="gb2312">',
        "<META CHARSET = gb2312>",
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
        "<!-- <meta charset=big5> --><meta charset='gb2312'/>",
        "<script>" + "x = 1;\n" * 1_000 + '</script><meta charset="gb2312">',
    ],
)
def test_a_meta_declaration_is_found_anywhere_in_the_head(head: str) -> None:
    found = decode(page(CHINESE, head).encode("gbk"))
    assert (found.encoding, found.source) == ("gbk", "meta")
    assert CHINESE in found.text


def test_an_xml_declaration_counts_where_no_meta_does() -> None:
    found = decode(('<?xml version="1.0" encoding="shift_jis"?>' + page(JAPANESE)).encode("cp932"))
    assert (found.encoding, found.source) == ("shift_jis", "meta")


def test_utf_8_with_stray_bytes_is_still_utf_8() -> None:
    found = decode(page(FRENCH * 20).encode() + b"<p>\x92</p>", "windows-1252")
    assert (found.encoding, found.source) == ("utf-8", "utf-8-damaged")
    assert found.text.count("\ufffd") == 1


def test_a_page_cut_inside_a_letter_is_still_utf_8() -> None:
    assert decode(page(CHINESE).encode()[:-40][:-1]).encoding == "utf-8"


def test_a_false_utf_8_label_is_passed_over() -> None:
    found = decode(page(FRENCH * 5, "<meta charset=utf-8>").encode("windows-1252"), "utf-8")
    assert FRENCH in found.text


def test_undeclared_legacy_text_is_detected() -> None:
    russian = "Президент подписал закон о бюджете на будущий год, сообщила пресс-служба. " * 5
    found = decode(page(russian).encode("windows-1251"))
    assert (russian in found.text, found.source) == (True, "detector")


def test_a_declaration_that_the_bytes_contradict_is_passed_over() -> None:
    found = decode(page(FRENCH * 5, "<meta charset=euc-kr>").encode("windows-1252"))
    assert FRENCH in found.text


def test_utf_16_without_a_mark_is_recognised() -> None:
    assert decode(page("A headline in plain letters").encode("utf-16-le")).text == page("A headline in plain letters")


def test_a_meta_that_says_utf_16_means_utf_8() -> None:
    assert decode(page(FRENCH, "<meta charset=utf-16>").encode()).encoding == "utf-8"


def test_declared_iso_2022_jp_is_told_from_ascii() -> None:
    assert JAPANESE in decode(page(JAPANESE, "<meta charset=iso-2022-jp>").encode("iso2022_jp")).text


def test_undefined_bytes_of_windows_1252_are_controls() -> None:
    assert "\x81\x8d\x8f\x90\x9d" in decode(b"<p>na\xefve \x93quote\x94 \x81\x8d\x8f\x90\x9d</p>" * 9, "latin1").text


@pytest.mark.parametrize("label", ["no-such-charset", "", "\x00", "utf-7", "hz-gb-2312", "x" * 9_999, "é"])
def test_unknown_labels_are_ignored(label: str) -> None:
    assert FRENCH in decode(page(FRENCH).encode("windows-1252"), label).text


def test_text_loses_nuls_marks_and_halves_of_pairs() -> None:
    assert decode("\ufeffa\0b\ud83d\ude00c\ud800") == Decoded("ab😀c\ufffd", "str", "str")


def test_bytes_lose_nuls() -> None:
    assert decode(b"<p>a\0b</p>").text == "<p>ab</p>"


GREEK = "Το δημοτικό συμβούλιο ενέκρινε το νέο σχέδιο για τις συγκοινωνίες της πόλης. "
POLISH = "Rada miasta zatwierdziła wczoraj plan budowy nowej biblioteki przy ulicy Kościuszki. "


@pytest.mark.parametrize("misreading", ["latin-1", "windows-1251", "cp1252"])
@pytest.mark.parametrize("text", [FRENCH, "“Later“, they said – and © it. "])
def test_utf_8_that_was_read_in_another_encoding_and_written_again_is_undone(text: str, misreading: str) -> None:
    found = decode(page(text).encode().decode(misreading).encode())
    assert (found.text, found.encoding, found.source) == (page(text), "utf-8", "misread")


@pytest.mark.parametrize("text", [FRENCH, CHINESE, JAPANESE, "©"])
def test_text_that_an_http_client_read_as_latin_1_is_undone(text: str) -> None:
    assert decode(page(text).encode().decode("latin-1")) == Decoded(page(text), "utf-8", "misread")


def test_a_page_misread_twice_over_is_undone() -> None:
    once = page(FRENCH).encode().decode("latin-1")
    assert decode(once.encode().decode("latin-1").encode()).text == page(FRENCH)


def test_stray_bytes_do_not_keep_a_misread_page_as_it_is() -> None:
    came = page(FRENCH * 20).encode() + b"<p>\x92</p>"
    assert FRENCH in decode(came.decode("latin-1")).text


@pytest.mark.parametrize(
    ("text", "charset"),
    [(GREEK, "iso-8859-7"), (CHINESE, "gb2312"), (JAPANESE, "euc-jp"), (POLISH, "iso-8859-2"), (POLISH, "cp1250")],
)
def test_a_misread_page_is_read_as_it_declares(text: str, charset: str) -> None:
    came = page(text, f'<meta charset="{charset}">').encode(charset)
    found = decode(came.decode("latin-1"))
    assert (found.source, text in found.text) == ("misread", True)


def test_quotes_of_windows_1252_that_were_read_as_latin_1_are_no_controls() -> None:
    assert decode("<p>It\x92s \x93open\x94, caf\xe9</p>").text == "<p>It’s “open”, café</p>"


@pytest.mark.parametrize("charset", ["windows-1251", "euc-kr", "utf-8", "windows-1252"])
def test_latin_letters_are_not_read_again_for_a_wrong_declaration(charset: str) -> None:
    french = page("Le café a fermé à six heures, dit le maire. ", f"<meta charset={charset}>")
    assert decode(french.encode()) == Decoded(french, "utf-8", "utf-8", french.encode())


def test_a_page_that_shows_mojibake_in_one_place_keeps_it() -> None:
    shown = page(FRENCH + " It showed “Ã©” for é.")
    assert decode(shown.encode()).text == shown


@pytest.mark.parametrize(
    ("came", "thing"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"\0\0\0 ftypavif", "a film or a picture"),
        (b"\x1f\x8b\x08", "a gzip file"),
    ],
)
def test_what_is_no_page_has_no_text(came: bytes, thing: str) -> None:
    assert decode(came + b" The harbour bridge is closed.") == Decoded("", thing, "binary")


@pytest.mark.parametrize("text", ["Rar! said the lion.", "PK is short for penalty kick", "", "{\\rt", "ID"])
def test_text_that_begins_like_a_file_is_text(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary(max_size=400), st.sampled_from([None, "utf-16", "gbk", "iso-2022-jp", "windows-1255", "\udcff"]))
def test_no_bytes_raise(data: bytes, charset: str | None) -> None:
    found = decode(data, charset)
    found.text.encode("utf-8")
    assert "\0" not in found.text


@given(st.text(max_size=300))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if "\0" not in text and "\x1b" not in text and decode(text).source != "misread":
        assert decode(b"<p>" + data).text == "<p>" + data.decode()


@pytest.mark.parametrize("name", LEGACY)
@given(text=st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFFFD, exclude_categories=["Cs"]), max_size=60))
def test_declared_legacy_text_comes_back_as_it_was(name: str, text: str) -> None:
    codec = {"iso-8859-8-i": "iso8859_8", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic"}.get(name, name)
    codec = {"windows-874": "cp874", "shift_jis": "cp932", "euc-kr": "cp949"}.get(codec, codec)
    data = text.encode(codec, "ignore")
    try:
        data.decode()
    except UnicodeDecodeError:
        found = decode(data, name)
        if found.source == "http":
            assert found.text == data.decode(codec)
