"""Batches on a real cluster of two worker processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from newsextract.batch import run as batch
from newsextract.batch.job import Job, Limits, Work
from newsextract.batch.run import Start
from newsextract.engines import dask
from newsextract.errors import OutputError, WorkerError
from tests.batch.pages import bad, page

pytestmark = pytest.mark.filterwarnings("ignore")  # what the cluster's own packages warn of is theirs

WORK = Work(extractor="tests.batch.pages:misbehaving")
LIMITS = Limits(seconds=5)


@pytest.fixture
def saved(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02d}.html").write_bytes(bad("slow", number) if number % 3 else page(number))
    (folder / "13.html").write_bytes(bad("die"))
    return folder


def prepared(saved, output, **start):
    job = Job(output=str(output), format="jsonl", pages_per_part=4, work=WORK, limits=LIMITS)
    return batch.prepare([str(saved)], job, Start(**start))


def parts(output):
    """Part files by name, without how long a failure took."""
    found = {p.name: p.read_bytes().splitlines() for p in Path(output).iterdir()}
    return {name: [line.partition(b'"seconds"')[0] for line in lines] for name, lines in found.items()}


def test_a_killed_worker_and_a_poison_page_cost_no_other_page(saved, tmp_path):
    batch.run(prepared(saved, tmp_path / "here"))
    killed = []

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):

        def kill_one(entry):
            if not killed:
                killed.append(next(iter(client.run(os.getpid).values())))
                os.kill(killed[0], signal.SIGKILL)

        summary = dask.run(prepared(saved, tmp_path / "there"), client, kill_one)
    assert killed
    assert (summary.rows, summary.failures) == (24, {"crash": 1})
    assert parts(tmp_path / "there") == parts(tmp_path / "here")


def start(*arguments):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([sys.executable, "-m", *arguments], env=environment, **quiet)


def test_a_lost_scheduler_ends_the_run_and_the_next_goes_on(saved, tmp_path):
    batch.run(prepared(saved, tmp_path / "here"))
    contact = tmp_path / "scheduler.json"
    meeting = ("--scheduler-file", str(contact), "--no-dashboard")
    scheduler = start("distributed.cli.dask_scheduler", "--port", "0", *meeting)
    workers = [start("distributed.cli.dask_worker", "--nthreads", "1", *meeting) for _ in range(2)]
    try:
        with Client(scheduler_file=str(contact), timeout="60s") as client, pytest.raises(WorkerError):
            dask.run(prepared(saved, tmp_path / "there"), client, lambda entry: scheduler.kill())
    finally:
        for process in (scheduler, *workers):
            process.kill()
            process.wait()
    assert parts(tmp_path / "there") != parts(tmp_path / "here")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        summary = dask.run(prepared(saved, tmp_path / "there", resume=True), cluster.scheduler_address)
    assert summary.rows == 24
    assert parts(tmp_path / "there") == parts(tmp_path / "here")


def test_one_file_is_no_output_of_an_engine(saved, tmp_path):
    with pytest.raises(OutputError, match="folder"):
        dask.run(prepared(saved, tmp_path / "out.jsonl"))
