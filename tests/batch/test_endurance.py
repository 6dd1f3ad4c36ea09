"""The benchmark of runs that are broken off, in small."""

import gzip
import importlib.util
import os
import pathlib
import sys

import pytest

from tests.batch.pages import page

SPEC = importlib.util.spec_from_file_location(
    "endurance", pathlib.Path(__file__).parents[2] / "benchmarks" / "endurance.py"
)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_runs_that_are_killed_lose_workers_and_fill_the_disk_come_to_the_same_as_one(tmp_path, monkeypatch, capsys):
    endurance = importlib.util.module_from_spec(SPEC)
    SPEC.loader.exec_module(endurance)
    monkeypatch.setattr(endurance, "PER_FILE", 15)
    monkeypatch.setattr(endurance, "DAMAGED", 20)
    names = endurance.corpus(tmp_path / "again", [gzip.compress(page(n)) for n in range(7)], 60)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    trial = endurance.Trial(part=5, kills=3, environment=environment)
    assert endurance.broken(tmp_path, names, trial) == "identical"
    told = capsys.readouterr().out
    assert "60 rows, 0 pages lost, 0 twice, 0 of 2 records looked at invalid" in told
