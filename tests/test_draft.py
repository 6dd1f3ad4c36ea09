"""A reader that fails costs its own field alone."""

from tests.conftest import Guard


def failing(page: str) -> None:
    raise KeyError(page)


def test_a_reader_that_fails_leaves_its_field_empty_and_says_why(guard: Guard) -> None:
    value, why = guard(failing, "harbour") or ("", None)
    assert value is None
    assert why is not None
    assert (why.source, why.locator, why.raw) == ("error", "tests.test_draft", "KeyError: 'harbour'")
