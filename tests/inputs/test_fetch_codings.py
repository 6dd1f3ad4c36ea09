"""Content codings, and what is packed in them."""

import gzip
import zlib

import brotli
import pytest
import zstandard

from newsextract.inputs.fetching import codings
from newsextract.inputs.fetching.answers import Refused
from tests.inputs.server import PAGE

TEXT = PAGE.encode()
PACKED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "zstd": zstandard.compress(TEXT),
}


@pytest.mark.parametrize("name", PACKED)
def test_a_coding_is_undone(server, get, name):
    server.gives("/", PACKED[name], content_encoding=name)
    assert get(server.url("/")).page == TEXT


def test_the_codings_asked_for_are_those_that_can_be_undone():
    assert codings.accepted() == "gzip, deflate, br, zstd"


def test_bare_deflate_is_undone():
    packer = zlib.compressobj(wbits=-15)
    assert codings.decoded(packer.compress(TEXT) + packer.flush(), "deflate", 10_000) == TEXT


def test_members_of_gzip_are_joined():
    assert codings.decoded(gzip.compress(b"one ") + gzip.compress(b"two"), "gzip", 10_000) == b"one two"


def test_codings_on_top_of_each_other_are_undone_from_the_outside():
    assert codings.decoded(brotli.compress(gzip.compress(TEXT)), "gzip, br", 10_000) == TEXT


ZEROS = b"\0" * 30_000_000
BOMBS = {
    "gzip": gzip.compress(ZEROS, 9),
    "deflate": zlib.compress(ZEROS, 9),
    "br": brotli.compress(ZEROS, quality=5),
    "zstd": zstandard.compress(ZEROS),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(server, get, name):
    server.gives("/", BOMBS[name], content_encoding=name)
    answer = get(server.url("/"))
    assert (answer.stage, answer.error) == ("decode", "bomb")


@pytest.mark.parametrize("name", PACKED)
def test_a_page_over_the_size_limit_when_decoded_is_refused(name):
    with pytest.raises(Refused, match="more than 300 bytes when decoded"):
        codings.decoded(PACKED[name], name, 300)


@pytest.mark.parametrize("name", PACKED)
def test_a_broken_body_is_refused(server, get, name):
    server.gives("/", b"\x99" + PACKED[name][1:40], content_encoding=name)
    answer = get(server.url("/"))
    assert (answer.stage, answer.error) == ("decode", "encoding")


@pytest.mark.parametrize("name", PACKED)
def test_a_body_that_ends_too_early_is_refused(name):
    with pytest.raises(Refused, match="ends too early"):
        codings.decoded(PACKED[name][:-20], name, 10_000)


def test_an_unknown_coding_is_refused(server, get):
    server.gives("/", TEXT, content_encoding="rot13")
    assert get(server.url("/")).error == "encoding"


def test_too_many_codings_are_refused():
    with pytest.raises(Refused, match="4 content codings"):
        codings.decoded(TEXT, "gzip, gzip, gzip, gzip", 10_000)


def test_frames_of_zstd_are_joined():
    assert codings.decoded(zstandard.compress(b"one ") + zstandard.compress(b"two"), "zstd", 10_000) == b"one two"


def test_what_is_not_installed_is_not_asked_for(monkeypatch):
    monkeypatch.setattr(codings, "find_spec", lambda _package: None)
    assert codings.accepted() == "gzip, deflate"
    with pytest.raises(Refused, match="'br' cannot be undone here"):
        codings.decoded(PACKED["br"], "br", 10_000)
