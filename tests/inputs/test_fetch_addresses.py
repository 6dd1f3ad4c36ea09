"""Which addresses are spoken to."""

import pytest

from newsextract.inputs.fetching.addresses import is_public
from newsextract.records import Failure

CLOSED = """
127.0.0.1 127.8.9.10 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 192.0.0.8
192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.251 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 fe80::1 fc00::1 fd12:3456::1 fec0::1 ff02::1 2001:db8::1 100::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1
64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:c0a8:101:: 2001::1 ::ffff:0:7f00:1 64:ff9b:1::7f00:1 3fff::1 5f00::1
2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1 2001:0:4136:e378:8000:63bf:3fff:fdd2 168.63.129.16
192.88.99.1 100.100.100.200 ff0e::1 fe80::5efe:a00:1 ::ffff:169.254.169.254 2002:a9fe:a9fe:: 64:ff9b::a9fe:a9fe
""".split()


@pytest.mark.parametrize("address", CLOSED)
def test_an_address_that_is_not_of_the_open_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_an_address_of_the_open_internet(address):
    assert is_public(address)


FORMS = """
127.0.0.1 localhost 2130706433 0x7f000001 0177.0.0.1 127.1 [::1] [::ffff:127.0.0.1] 0 0.0.0.0 127.0.0.1. LOCALHOST
017700000001 0x7f.1 127.0.1 0x7F.0x0.0x0.0x1 127.0x1 [0:0:0:0:0:0:0:1] [::ffff:7f00:1] [::127.0.0.1] [::1%lo] [::1%25lo]
[fe80::1%eth0] [64:ff9b::7f00:1] [2002:7f00:1::] [::ffff:0:7f00:1] localhost.
127.0.0.1%00.press.test ①②⑦.⓪.⓪.① １２７.0.0.1
""".split()


@pytest.mark.parametrize("host", FORMS)
def test_this_machine_is_refused_however_it_is_written(server, get, host):
    from newsextract.inputs.fetching.addresses import resolve

    answer = get(server.url("/", host), allow_private=False, resolve=resolve)
    assert isinstance(answer, Failure)
    assert answer.error in ("private-address", "dns", "bad-url")
    assert server.log == []


def test_a_redirect_to_a_private_address_is_refused(server, get):
    """The first host is taken for a public one; the address that the redirect names is not."""
    server.gives("/a", "", status="302 Found", location=server.url("/b", "inside.test"))
    server.gives("/b")
    from newsextract.inputs.fetching import addresses

    asked = []

    async def resolve(host, _port):
        asked.append(host)
        return ["10.0.0.7"] if host == "inside.test" else ["127.0.0.1"]

    judged = addresses.is_public
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or judged(address))
        answer = get(server.url("/a"), allow_private=False, resolve=resolve)
    assert (answer.stage, answer.error, answer.url) == ("address", "private-address", server.url("/b", "inside.test"))
    assert [a.host for a in server.log if a.host == "inside.test"] == []


def test_one_private_address_among_public_ones_is_enough_to_refuse(get):
    async def resolve(_host, _port):
        return ["93.184.215.14", "192.168.0.1"]

    assert get("http://press.test/", allow_private=False, resolve=resolve).error == "private-address"


def test_a_name_that_changes_its_address_gets_the_connection_it_was_judged_for(server, get):
    """DNS rebinding: public when judged, this machine when asked again. It is not asked again."""
    answers = iter([["192.0.2.1"], ["127.0.0.1"]])

    async def rebinding(_host, _port):
        return next(answers)

    server.gives("/")
    answer = get(server.url("/"), allow_private=False, resolve=rebinding, robots=False, retries=0)
    assert (answer.error, server.log) == ("private-address", [])


def test_the_second_address_is_tried_where_the_first_takes_no_connection(server, get):
    async def resolve(_host, _port):
        return ["127.9.9.9", "127.0.0.1"]

    server.gives("/")
    assert get(server.url("/"), resolve=resolve).status == 200


PLACES = ("http://{}:{}/b", "//{}:{}/b", "\\\\{}:{}/b", "http:\\\\{}:{}\\b", "http:/{}:{}/b", " http://{}:{}/b")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_no_form_of_a_redirect_leads_to_this_machine(server, get, place, host):
    from newsextract.inputs.fetching import addresses

    server.gives("/a", "", status="302 Found", location=place.format(host, server.port))
    server.gives("/b", "secret")
    judged = addresses.is_public

    async def resolve(name, port):
        return ["127.0.0.1"] if name == "press.test" else await addresses.resolve(name, port)

    with pytest.MonkeyPatch.context() as patch:
        taken = iter([True])  # the first connection is taken for a public one
        patch.setattr(addresses, "is_public", lambda address: next(taken, None) or judged(address))
        answer = get(server.url("/a"), allow_private=False, resolve=resolve, robots=False, retries=0)
    assert isinstance(answer, Failure)
    assert {asked.host for asked in server.log} == {"press.test"}
    assert "/b" not in [asked.path for asked in server.log]


SCHEMES = "file:///etc/passwd ftp://press.test/b gopher://press.test/ javascript:1 data:text/html,b".split()


@pytest.mark.parametrize("place", SCHEMES)
def test_a_redirect_to_another_scheme_leads_nowhere(server, get, place):
    server.gives("/a", "", status="302 Found", location=place)
    assert get(server.url("/a"), robots=False, retries=0).stage == "address"


def test_every_connection_is_judged_and_none_asks_for_the_name_again(server, get_all):
    """A name that rebinds later is refused when a new connection is made; one that stands goes where it went."""
    asked = []

    async def resolve(host, _port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    from newsextract.inputs.fetching import addresses

    server.gives("/1", connection="close")
    server.gives("/2")
    judged = addresses.is_public
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or judged(address))
        urls = [server.url("/1"), server.url("/2")]
        answers = get_all(urls, allow_private=False, resolve=resolve, robots=False, retries=0)
    assert (answers[urls[0]].status, answers[urls[1]].error) == (200, "private-address")


def test_proxies_of_the_environment_are_not_asked(server, get, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    server.gives("/")
    assert get(server.url("/")).status == 200


@pytest.mark.parametrize("port", ["65536", "99999", "-1", "x", "0x50", "٨٠", "80:80", "9" * 5000])
def test_a_port_that_is_none_is_no_address_and_ends_no_run(server, get_all, port):
    server.gives("/")
    wrong = f"http://press.test:{port}/"
    answers = get_all([wrong, server.url("/")], robots=False, retries=0)
    assert answers[server.url("/")].status == 200
    assert (answers[wrong].stage, answers[wrong].error) == ("address", "bad-url")
