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


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def endurance(monkeypatch):
    module = importlib.util.module_from_spec(SPEC)
    SPEC.loader.exec_module(module)
    monkeypatch.setattr(module, "PER_FILE", 15)
    monkeypatch.setattr(module, "DAMAGED", 20)
    return module


def packed_pages(number):
    return [gzip.compress(page(n)) for n in range(number)]


def test_runs_that_are_killed_lose_workers_and_fill_the_disk_come_to_the_same_as_one(endurance, tmp_path, capsys):
    names = endurance.corpus(tmp_path / "again", packed_pages(7), 60)
    trial = endurance.Trial(part=5, kills=3, environment=ENVIRONMENT)
    assert endurance.broken(tmp_path, names, trial) == "identical"
    assert "60 rows, 0 pages lost, 0 twice, 0 of 2 records looked at invalid" in capsys.readouterr().out


def test_a_long_run_that_is_killed_goes_on_until_each_page_is_there_once(endurance, tmp_path, capsys):
    names = endurance.corpus(tmp_path / "long", packed_pages(7), 60)
    trial = endurance.Trial(part=5, kills=2, patience=2.0, environment=ENVIRONMENT)
    endurance.long(tmp_path, names, trial)
    told = capsys.readouterr().out
    assert "60 rows, 0 pages lost, 0 twice, 0 of 2 records looked at invalid" in told
    assert "exit code 0" in told
