"""The record of a source that gave none."""

from newsextract.records import Failure


def test_a_failure_as_json_has_the_key_error_that_no_article_has():
    failure = Failure(id="https://a.example/x", stage="response", error="http-404", message="404 Not Found")
    assert failure.to_dict() == {
        "id": "https://a.example/x",
        "url": None,
        "stage": "response",
        "error": "http-404",
        "message": "404 Not Found",
        "seconds": 0.0,
    }
