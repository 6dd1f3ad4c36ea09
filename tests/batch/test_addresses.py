"""Addresses as sources of a batch."""

import newsextract


def test_an_address_that_gives_no_page_is_a_failure_with_its_cause():
    (row,) = newsextract.batch("http://127.0.0.1:9/", workers=1)
    assert (row.failure.url, row.failure.error) == ("http://127.0.0.1:9/", "private-address")
    assert row.failure.stage == "address"
