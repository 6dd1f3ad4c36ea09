"""What every test shares."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings

from newsextract import draft, pipeline
from newsextract.draft import Read

# The same examples on every run, however slow the machine: a test that fails, fails for everybody.
settings.register_profile(
    "everywhere", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("everywhere")

Guard = Callable[..., Read]


@pytest.fixture(autouse=True, scope="session")
def guard() -> Iterator[Guard]:
    """What costs a record one field where its reader fails. In tests such a reader fails the test: a field that is
    merely empty would hide a mistake of ours."""
    kept = draft.guarded
    draft.guarded = pipeline.guarded = lambda reader, *about: reader(*about)
    yield kept
    draft.guarded = pipeline.guarded = kept
