import ssl

import attrs
import pytest
import trustme

from newsextract.inputs.fetch import Session
from newsextract.inputs.fetching.policy import FetchPolicy
from tests.inputs.server import serving, to_this_machine

QUICK = FetchPolicy(allow_private=True, delay=0, backoff=0.02, retries=1, timeout=5, read_timeout=2, connect_timeout=2)


@pytest.fixture
def server():
    with serving() as running:
        yield running


@pytest.fixture
def get():
    """One URL, with the changes of a policy: what came back."""

    def answer(url, **changes):
        options = {name: changes.pop(name) for name in ("cache", "save", "resolve") if name in changes}
        with Session(attrs.evolve(QUICK, **changes), **{"resolve": to_this_machine, **options}) as session:
            return session.get(url)

    return answer


@pytest.fixture
def get_all():
    """Many URLs, with the changes of a policy: what came back, by the URL asked for."""

    def answers(urls, **changes):
        options = {name: changes.pop(name) for name in ("cache", "save", "resolve") if name in changes}
        with Session(attrs.evolve(QUICK, **changes), **{"resolve": to_this_machine, **options}) as session:
            return {answer.id: answer for answer in session.pages(urls)}

    return answers


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    """A certificate authority that nobody but the test trusts: itself, and the file of its certificate."""
    ca = trustme.CA()
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return ca, str(path)


@pytest.fixture
def tls(authority):
    """Make the TLS context of a server with a certificate for the given names."""

    def context(*names, **options):
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority[0].issue_cert(*names, **options).configure_cert(made)
        return made

    return context
