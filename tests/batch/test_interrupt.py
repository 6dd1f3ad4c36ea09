"""Ctrl-C in a batch."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from newsextract.cli.interrupt import Interrupt
from tests.batch.pages import page

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise")

OPTIONS = "--part 4 --workers 1 --resume".split()
PAGES = 400


@pytest.fixture
def saved(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number:03d}.html").write_bytes(page(number))
    return folder


def start(source, output):
    return subprocess.Popen(
        [sys.executable, "-m", "newsextract", "batch", str(source), "-o", str(output), *OPTIONS],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a runner in the background ignores it
    )


def after(condition):
    """Return when a condition is met."""
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def lines(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_once_ends_the_run_at_a_whole_part_and_it_can_go_on(saved, tmp_path):
    output = tmp_path / "out.jsonl"
    process = start(saved, output)
    after(lambda: list((tmp_path / "out.jsonl.ledger").glob("0*.json")))
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "Ctrl-C again stops at once" in err
    assert err.endswith("stopped; --resume goes on\n")
    done = len(lines(output))
    assert 0 < done < PAGES
    assert done % 4 == 0
    again = start(saved, output)
    again.communicate(timeout=120)
    assert again.returncode == 0
    assert [row["page"]["source"] for row in lines(output)] == [f"saved/{n:03d}.html" for n in range(PAGES)]


def test_twice_ends_the_run_at_once(tmp_path):
    os.mkfifo(tmp_path / "never.html")
    process = start(tmp_path / "never.html", tmp_path / "out.jsonl")
    after(lambda: (tmp_path / "out.jsonl").exists())
    process.send_signal(signal.SIGINT)
    assert "Ctrl-C again stops at once" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[1] == ""
    assert process.returncode == 130


def test_where_interrupts_are_ignored_they_stay_so():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interrupt("stopping") as interrupt:
            signal.raise_signal(signal.SIGINT)
        assert not interrupt.pressed()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
