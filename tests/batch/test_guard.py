"""Workers that are guarded."""

import pytest

from newsextract.batch import guard
from newsextract.batch.guard import Guard
from newsextract.batch.job import Limits, Work
from newsextract.errors import WorkerError
from newsextract.inputs.page import Page
from tests.batch.pages import bad, page

WORK = Work(extractor="tests.batch.pages:misbehaving")
LIMITS = Limits(seconds=3, megabytes=400)
PATIENT = Limits(seconds=12, megabytes=400)
"""On a busy machine it takes a page longer to use so much memory than three seconds."""


def answers(bodies, work=WORK, limits=LIMITS, workers=2):
    pages = [Page(body=body, source=f"{number}.html") for number, body in enumerate(bodies)]
    with Guard(work, limits, workers) as guard:
        return [answer for _, answer in guard.map(pages, lambda p: p)]


def causes(found):
    return [a.value[0] if a.kind == "failure" else a.kind for a in found]


def test_a_page_that_hangs_kills_swells_or_raises_is_one_failure_and_its_neighbours_are_done():
    words = ["hang", "die", "leave", "swell", "raise"]
    pages = [body for n, word in enumerate(words) for body in (page(n), bad(word))]
    found = answers([*pages, page(9)], limits=PATIENT)
    assert causes(found) == [
        "row", "timeout", "row", "crash", "row", "crash", "row", "memory", "row", "ValueError", "row",
    ]  # fmt: skip


def test_a_failure_says_what_happened():
    hang, die, leave, error = answers([bad("hang"), bad("die"), bad("leave"), bad("raise")])
    assert hang.value[1] == "over 3 seconds"
    assert 2.9 < hang.seconds < 30
    assert die.value[1] == "the worker ended with signal SIGKILL"
    assert leave.value[1] == "the worker ended with exit code 3"
    assert error.value[1] == "the page is no good"


def test_answers_come_in_the_order_of_the_pages_however_long_each_takes():
    found = answers([bad("slow", 0), *map(page, range(1, 6))])
    assert [f"week {n}".encode() in a.value for n, a in enumerate(found)] == [True] * 6


def test_what_a_page_makes_the_worker_print_does_not_get_among_the_answers():
    assert causes(answers([bad("print"), page(1)])) == ["row", "row"]


def test_a_worker_is_replaced_after_so_many_pages():
    work = Work(extractor="tests.batch.pages:process_number")
    found = answers(map(page, range(5)), work, Limits(recycle=2), workers=1)
    numbers = [a.value[1] for a in found]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3] != numbers[4]


def test_items_without_a_page_keep_their_place():
    with Guard(WORK, LIMITS, 1) as guard:
        items = ["a", Page(body=page(0), source="x"), "b"]
        found = list(guard.map(items, lambda i: i if isinstance(i, Page) else None))
    assert [answer is None for _, answer in found] == [True, False, True]
    assert [item for item, _ in found] == items


def test_workers_that_do_not_start_are_an_error_that_says_why():
    with pytest.raises(WorkerError, match="no_such_module"):
        answers([page(0)], Work(extractor="no_such_module:extract"))


def test_workers_that_are_never_ready_are_an_error_that_says_how_long_was_waited(monkeypatch):
    monkeypatch.setattr(guard, "START_SECONDS", 0.001)
    monkeypatch.setattr(guard, "START_TRIES", 2)
    with pytest.raises(WorkerError, match=r"not ready after 0\.001 seconds"):
        answers([page(0)], WORK)
