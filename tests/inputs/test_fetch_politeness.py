"""How a host is treated; asserted from the server's log."""

import asyncio
import itertools
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from newsextract.records import Failure
from tests.inputs.server import PAGE, head, raw


def gaps(log):
    times = sorted(asked.at for asked in log)
    return [later - earlier for earlier, later in itertools.pairwise(times)]


def test_robots_txt_that_forbids_is_a_clear_refusal(server, get):
    server.gives("/robots.txt", "User-agent: *\nDisallow: /private/", content_type="text/plain")
    server.gives("/private/a")
    answer = get(server.url("/private/a"))
    assert (answer.stage, answer.error, answer.message) == (
        "robots",
        "robots",
        "robots.txt forbids it to newsextract",
    )
    assert server.paths() == ["/robots.txt"]


def test_robots_txt_is_read_for_our_name(server, get):
    server.gives("/robots.txt", "User-agent: *\nDisallow:\n\nUser-agent: newsextract\nDisallow: /")
    assert get(server.url("/a")).error == "robots"


def test_robots_txt_is_read_for_the_name_that_was_given(server, get):
    server.gives("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: HarbourStudy\nAllow: /")
    server.gives("/a")
    assert get(server.url("/a"), user_agent="HarbourStudy/1.0 (+https://study.example)").status == 200


def test_robots_txt_is_asked_once_for_a_host(server, get_all):
    server.gives("/a")
    get_all([server.url("/a"), server.url("/b"), server.url("/c")])
    assert server.paths().count("/robots.txt") == 1


def test_robots_txt_holds_for_the_targets_of_redirects(server, get):
    server.gives("/robots.txt", "User-agent: *\nDisallow: /members")
    server.gives("/a", "", status="302 Found", location="/members/a")
    assert get(server.url("/a")).error == "robots"
    assert "/members/a" not in server.paths()


def test_robots_txt_that_fails_allows_nothing(server, get):
    server.gives("/robots.txt", "", status="503 Service Unavailable")
    server.gives("/a")
    assert get(server.url("/a")).error == "robots-unreachable"
    assert "/a" not in server.paths()


def test_robots_txt_that_is_not_there_allows_everything(server, get):
    server.gives("/a")
    assert get(server.url("/a")).status == 200


def test_robots_txt_can_be_ignored_on_request(server, get):
    server.gives("/robots.txt", "User-agent: *\nDisallow: /")
    server.gives("/a")
    assert get(server.url("/a"), robots=False).status == 200
    assert server.paths() == ["/a"]


def test_a_host_gets_its_pause(server, get_all):
    server.gives("/a")
    get_all([server.url(f"/a?{n}") for n in range(4)], delay=0.15)
    assert len(server.log) == 5
    assert min(gaps(server.log)) > 0.15


def test_crawl_delay_counts_where_it_is_longer(server, get_all):
    server.gives("/robots.txt", "User-agent: *\nCrawl-delay: 0.3")
    get_all([server.url("/a"), server.url("/b")], delay=0.05)
    assert min(gaps(server.log)) > 0.3


def test_a_crawl_delay_beyond_patience_is_a_failure(server, get):
    server.gives("/robots.txt", "User-agent: *\nCrawl-delay: 86400")
    assert get(server.url("/a")).error == "retry-later"


def test_a_host_gets_one_request_at_a_time(server, get_all):
    busy, most = 0, 0

    async def slowly(asked, writer):
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0.03)
        busy -= 1
        await raw(head("200 OK", {"content-length": "2"}) + b"<p")(asked, writer)

    server.routes |= {f"/{n}": slowly for n in range(6)}
    get_all([server.url(f"/{n}") for n in range(6)])
    assert most == 1


def test_hosts_are_fetched_side_by_side(server, get_all):
    server.gives("/a")
    began = time.monotonic()
    answers = get_all([server.url("/a", f"h{n}.test") for n in range(10)], delay=0.4)
    assert len(answers) == 10
    assert time.monotonic() - began < 10 * 0.4


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_waited_for(server, get, form):
    pause = 1

    async def later(asked, writer):
        if server.paths().count("/a") > 1:
            return await raw(head("200 OK", {"content-length": str(len(PAGE.encode()))}) + PAGE.encode())(asked, writer)
        when = str(pause) if form == "seconds" else format_datetime(datetime.now(UTC) + timedelta(seconds=pause + 1))
        return writer.write(head("429 Too Many Requests", {"retry-after": when, "content-length": "0"}))

    server.routes["/a"] = later
    assert get(server.url("/a")).status == 200
    assert gaps(server.log)[-1] > pause


def test_retry_after_beyond_patience_is_a_failure_at_once(server, get):
    server.gives("/a", "", status="429 Too Many Requests", retry_after="3600")
    assert get(server.url("/a")).error == "http-429"
    assert server.paths().count("/a") == 1


def test_what_may_pass_is_tried_again_and_then_given_up(server, get):
    server.gives("/a", "", status="503 Service Unavailable")
    assert get(server.url("/a"), retries=2).error == "http-503"
    assert server.paths().count("/a") == 3


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone", "501 Not Implemented"])
def test_what_will_not_pass_is_not_tried_again(server, get, status):
    server.gives("/a", "", status=status)
    assert isinstance(get(server.url("/a")), Failure)
    assert server.paths().count("/a") == 1


def test_a_long_run_of_one_host_does_not_keep_the_others_waiting(server, get_all):
    server.gives("/a")
    urls = [*(server.url(f"/a?{n}", "long.test") for n in range(8)), server.url("/a", "short.test")]
    get_all(urls, delay=0.05, concurrency=2)
    order = [asked.host for asked in server.log]
    assert order.index("short.test") < 4


def test_no_more_requests_are_under_way_than_allowed(server, get_all):
    server.latency = 0.05
    server.gives("/a")
    began = time.monotonic()
    get_all([server.url("/a", f"h{n}.test") for n in range(6)], concurrency=1, robots=False)
    assert time.monotonic() - began > 6 * 0.05


def test_every_host_of_a_long_list_gets_its_pause_and_one_request_at_a_time(server, get_all):
    server.latency = 0.02
    server.gives("/a")
    server.routes |= {f"/{n}": server.routes["/a"] for n in range(4)}
    hosts = [f"h{h}.test" for h in range(20)]
    answers = get_all([server.url(f"/{n}", host) for n in range(4) for host in hosts], delay=0.1)
    assert all(not isinstance(answer, Failure) for answer in answers.values())
    for host in hosts:
        assert min(gaps([asked for asked in server.log if asked.host == host])) >= 0.1 + 0.02
