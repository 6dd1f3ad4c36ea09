"""User and password of a URL go to its host, and nowhere else: no log, no record, no file, no other host."""

import logging

import pytest

from newsextract.cli import main

SECRET = "quaysecret"
BASIC = "Basic cGlsb3Q6cXVheXNlY3JldA=="


def with_secret(url):
    return url.replace("://", f"://pilot:{SECRET}@")


@pytest.fixture
def nothing_told(caplog, capsys):
    """Asks whether the secret is in any log, at any level, or on a stream."""
    caplog.set_level(logging.DEBUG)

    def check(*told):
        said = capsys.readouterr()
        for text in (caplog.text, said.out, said.err, *map(repr, told)):
            assert SECRET not in text
            assert BASIC.split()[1] not in text

    return check


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_to_another_host_takes_no_credentials_along(server, get, nothing_told, status):
    server.gives("/a", "", status=status, location=server.url("/b", "other.test"))
    server.gives("/b")
    answer = get(with_secret(server.url("/a")), robots=False)
    sent = [(asked.host, asked.headers.get("authorization")) for asked in server.log]
    assert sent == [("press.test", BASIC), ("other.test", None)]
    nothing_told(answer)


def test_a_redirect_to_another_port_takes_no_credentials_along(server, get):
    server.gives("/a", "", status="302 Found", location="http://press.test:1/b")
    answer = get(with_secret(server.url("/a")), robots=False, retries=0)
    assert SECRET not in repr(answer)


def test_a_redirect_within_the_host_keeps_the_credentials(server, get):
    server.gives("/a", "", status="302 Found", location="/b")
    server.gives("/b")
    get(with_secret(server.url("/a")), robots=False)
    assert [a.headers.get("authorization") for a in server.log] == [BASIC, BASIC]


def test_robots_txt_is_asked_for_with_the_credentials_of_its_host(server, get, nothing_told):
    server.gives("/")
    answer = get(with_secret(server.url("/")))
    assert {a.host for a in server.log} == {"press.test"}
    nothing_told(answer)


@pytest.mark.parametrize("fault", ["404 Not Found", "500 Broken", "302 Found", "401 Unauthorized"])
def test_a_failure_does_not_tell_the_secret(server, get, nothing_told, fault):
    server.gives("/", "", status=fault)
    nothing_told(get(with_secret(server.url("/")), robots=False, retries=0))


HOSTS = ("", "[::1", "h:99999/", "press.test\\@other.test/", "press.test:x/")


@pytest.mark.parametrize(
    "url", [*(f"http://pilot:{SECRET}@{host}" for host in HOSTS), f"ftp://pilot:{SECRET}@press.test/"]
)
def test_an_address_that_is_none_does_not_tell_the_secret(get, nothing_told, url):
    nothing_told(get(url, robots=False, retries=0))


def test_the_archive_and_the_cache_do_not_hold_the_secret(server, get, tmp_path):
    server.gives("/", cache_control="max-age=60")
    get(with_secret(server.url("/")), robots=False, save=tmp_path / "a.warc", cache=tmp_path / "kept")
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes()
            assert BASIC.encode() not in path.read_bytes()


@pytest.mark.parametrize("command", [["extract"], ["explain", "--terminal"], ["links"], ["discover"]])
def test_no_command_tells_the_secret(server, nothing_told, command):
    server.gives("/", "", status="404 Not Found")
    url = with_secret(server.url("/", "127.0.0.1"))
    options = [] if command[0] in ("explain", "links") else ["--allow-private", "--delay", "0", "--retries", "0"]
    assert main([*command, url, *options]) == 1
    nothing_told()


def test_a_batch_takes_no_url_with_a_secret_for_it_would_write_it_down(nothing_told, tmp_path):
    assert main(["batch", with_secret("http://press.test/"), "-o", str(tmp_path / "a.jsonl"), "--workers", "1"]) == 1
    nothing_told(*(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()))
