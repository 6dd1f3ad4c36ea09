"""TLS and HTTP/2, with certificates of an authority that only the test trusts."""

import asyncio
import threading
from datetime import UTC, datetime

import pytest
from hypercorn.asyncio import serve
from hypercorn.config import Config

from newsextract.inputs.fetch import Session
from tests.inputs.server import PAGE, serving


def test_a_certificate_for_the_host_is_trusted(tls, authority, get):
    with serving(tls("press.test")) as server:
        server.gives("/")
        assert get(server.url("/", scheme="https"), ca_file=authority[1]).status == 200


def test_an_authority_nobody_knows_is_said_plainly(tls, get):
    with serving(tls("press.test")) as server:
        answer = get(server.url("/", scheme="https"))
    assert (answer.stage, answer.error) == ("tls", "tls")
    assert "the certificate is not to be trusted" in answer.message


def test_a_certificate_of_another_host_is_refused_though_the_connection_goes_to_an_address(tls, authority, get):
    with serving(tls("elsewhere.test")) as server:
        answer = get(server.url("/", scheme="https"), ca_file=authority[1])
    assert answer.stage == "tls"
    assert "press.test" in answer.message


def test_an_expired_certificate_is_said_plainly(tls, authority, get):
    with serving(tls("press.test", not_after=datetime(2020, 1, 1, tzinfo=UTC))) as server:
        answer = get(server.url("/", scheme="https"), ca_file=authority[1])
    assert "expired" in answer.message


def test_a_server_that_speaks_no_tls_is_said_plainly(server, get):
    assert get(server.url("/", scheme="https")).stage == "tls"


def test_tls_faults_are_not_tried_again(tls, get):
    asked = []

    async def resolve(host, _port):
        asked.append(host)
        return ["127.0.0.1"]

    with serving(tls("press.test")) as server:
        get(server.url("/", scheme="https"), resolve=resolve, retries=3)
    assert len(asked) == 1


@pytest.fixture
def http2(authority, tmp_path):
    """A real HTTP/2 server: its port, and the versions it was asked in."""
    certificate = authority[0].issue_cert("press.test")
    certificate.cert_chain_pems[0].write_to_path(str(tmp_path / "cert.pem"))
    certificate.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    config = Config()
    config.bind = ["127.0.0.1:0"]
    config.certfile, config.keyfile = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")
    config.accesslog = config.errorlog = None
    sockets = config.create_sockets()
    config.create_sockets = lambda: sockets
    versions = []

    async def app(scope, _receive, send):
        if scope["type"] != "http":
            return
        versions.append(scope["http_version"])
        status = 404 if scope["path"] == "/robots.txt" else 200
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": PAGE.encode()})

    loop, over = asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(serve(app, config, shutdown_trigger=over.wait)))
    thread.start()
    yield sockets.secure_sockets[0].getsockname()[1], versions
    loop.call_soon_threadsafe(over.set)
    thread.join()
    loop.close()


def test_http_2_is_spoken_where_the_server_does(http2, get, authority):
    port, versions = http2
    assert get(f"https://press.test:{port}/story", ca_file=authority[1]).page == PAGE.encode()
    assert versions == ["2", "2"]


def test_certificates_that_are_not_there_are_named(tmp_path):
    from newsextract.errors import InputError
    from newsextract.inputs.fetching.policy import FetchPolicy

    with pytest.raises(InputError, match="no certificates there"), Session(FetchPolicy(ca_file=str(tmp_path / "x"))):
        pass
