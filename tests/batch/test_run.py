"""Whole batches on one machine: what comes out, and that a run that was killed goes on."""

import contextlib
import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import attrs
import pytest

from newsextract.batch import run as batch
from newsextract.batch.job import Job, Limits, Work
from newsextract.batch.run import Start
from newsextract.errors import OutputError
from tests.batch.pages import bad, page


@pytest.fixture
def saved(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02d}.html").write_bytes(page(number))
    return folder


def job(output, **changes):
    found = {"output": str(output), "format": batch.format_of(str(output), None), "pages_per_part": 5, **changes}
    return Job(**found)


def do(named, output, start=Start(), **changes):  # noqa: B008 - a frozen record
    prepared = batch.prepare([str(n) for n in named], job(output, **changes), start)
    return batch.run(prepared)


def rows(output):
    data = Path(output).read_bytes()
    text = gzip.decompress(data) if str(output).endswith(".gz") else data
    return [json.loads(line) for line in text.splitlines()]


def test_every_page_is_one_row_in_the_order_of_the_input(saved, tmp_path):
    summary = do([saved], tmp_path / "out.jsonl")
    found = rows(tmp_path / "out.jsonl")
    assert [row["page"]["source"] for row in found] == [f"saved/{n:02d}.html" for n in range(12)]
    assert found[3]["title"] == "Ships in the harbour, week 3"
    assert (summary.rows, summary.failed) == (12, 0)


def test_the_output_is_the_same_for_any_number_of_workers(saved, tmp_path):
    do([saved], tmp_path / "one.jsonl.gz", workers=1)
    do([saved], tmp_path / "three.jsonl.gz", workers=3)
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "three.jsonl.gz").read_bytes()


def test_a_page_that_fails_is_a_row_and_is_counted_by_cause(saved, tmp_path):
    (saved / "05.html").write_bytes(bad("raise"))
    (saved / "06.html.gz").write_bytes(gzip.compress(page(6))[:-20])
    (saved / "style.css").write_text("p {}")
    summary = do([saved], tmp_path / "out.jsonl", work=Work(extractor="tests.batch.pages:misbehaving"))
    failed = {r["page"]["source"]: (r["stage"], r["error"]) for r in rows(tmp_path / "out.jsonl") if "error" in r}
    assert failed == {"saved/05.html": ("extract", "ValueError"), "saved/06.html.gz": ("read", "truncated")}
    assert summary.failures == {"ValueError": 1, "truncated": 1}
    assert summary.skipped == {"file .css": 1}
    assert summary.rows == 13


def test_an_id_is_the_same_wherever_the_folder_is(saved, tmp_path):
    do([saved], tmp_path / "a.jsonl")
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    saved.rename(moved / "saved")
    do([moved / "saved"], tmp_path / "b.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


@pytest.mark.parametrize("output", ["out.jsonl", "./out.jsonl", "absolute"])
def test_the_output_is_no_input_though_it_lies_among_the_pages(saved, output, monkeypatch):
    monkeypatch.chdir(saved)
    output = str(saved / "out.jsonl") if output == "absolute" else output
    do(["."], output)
    summary = do(["."], output, Start(resume=True))
    assert (summary.rows, summary.notes) == (12, ())


def test_an_output_that_exists_is_refused(saved, tmp_path):
    (tmp_path / "out.jsonl").write_text("mine\n")
    with pytest.raises(OutputError, match="exists"):
        do([saved], tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == "mine\n"


def test_a_batch_that_was_begun_goes_on_only_when_told_to(saved, tmp_path):
    do([saved], tmp_path / "out.jsonl")
    with pytest.raises(OutputError, match="--resume"):
        do([saved], tmp_path / "out.jsonl")
    assert do([saved], tmp_path / "out.jsonl", Start(resume=True)).rows == 12
    assert len(rows(tmp_path / "out.jsonl")) == 12


def test_overwriting_removes_parts_and_nothing_else(saved, tmp_path):
    do([saved], tmp_path / "out", format="jsonl")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    (saved / "11.html").unlink()
    do([saved], tmp_path / "out", Start(overwrite=True), format="jsonl", pages_per_part=20)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["notes.txt", "part-000000-0000.jsonl"]


def test_a_folder_that_is_no_batchs_is_not_overwritten(saved, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "part-1.jsonl").write_text("mine")
    with pytest.raises(OutputError, match="exists"):
        do([saved], tmp_path / "mine", Start(overwrite=True), format="jsonl")


def test_shares_into_one_file_and_over_each_other_are_refused(saved, tmp_path):
    with pytest.raises(OutputError, match="folder"):
        do([saved], tmp_path / "out.jsonl", Start(shard=(1, 2)))
    with pytest.raises(OutputError, match="other shares"):
        do([saved], tmp_path / "out", Start(shard=(1, 2), overwrite=True), format="jsonl")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["saved"]


def test_two_runs_do_not_write_one_file(saved, tmp_path):
    prepared = batch.prepare([str(saved)], job(tmp_path / "out.jsonl"), Start())
    with contextlib.closing(prepared.sink()), pytest.raises(OutputError, match="another run"):
        prepared.sink()


def test_what_a_kill_left_unfinished_is_swept(saved, tmp_path):
    do([saved], tmp_path / "out", format="jsonl")
    before = folder(tmp_path / "out")
    for place in ("out", "out.ledger"):
        (tmp_path / place / "part-000000-0000.jsonl.ab1.newsextract-tmp").write_bytes(b"{")
    do([saved], tmp_path / "out", Start(resume=True), format="jsonl")
    assert folder(tmp_path / "out") == before
    assert not list((tmp_path / "out.ledger").glob("*-tmp"))


def test_a_shard_of_one_part_has_one_entry_in_the_ledger(saved, tmp_path):
    do([saved], tmp_path / "out.jsonl", pages_per_part=12)
    assert [p.name for p in (tmp_path / "out.jsonl.ledger").glob("0*")] == ["000000-0000.json"]


def test_an_output_that_cannot_be_made_is_an_error_that_names_it(saved, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError, match=r"file/out\.jsonl"):
        do([saved], tmp_path / "file" / "out.jsonl")


def test_going_on_with_other_options_is_refused(saved, tmp_path):
    do([saved], tmp_path / "out.jsonl")
    with pytest.raises(OutputError, match="other options"):
        do([saved], tmp_path / "out.jsonl", Start(resume=True), work=Work(fields=("title",)))


def test_changed_gone_and_new_inputs_are_told(saved, tmp_path):
    do([saved], tmp_path / "out.jsonl")
    (saved / "01.html").write_bytes(page(100))
    (saved / "02.html").unlink()
    (saved / "0new.html").write_bytes(page(101))
    summary = do([saved], tmp_path / "out.jsonl", Start(resume=True))
    assert [note.split(" since")[0] for note in summary.notes] == [
        "saved/01.html: changed", "saved/02.html: gone", "saved/0new.html: new",
    ]  # fmt: skip
    assert [r["page"]["source"] for r in rows(tmp_path / "out.jsonl")][-1] == "saved/0new.html"
    assert summary.rows == 13


def test_a_torn_last_part_is_dropped(saved, tmp_path):
    out = tmp_path / "out.jsonl"
    do([saved], out)
    whole = out.read_bytes()
    for entry in sorted((tmp_path / "out.jsonl.ledger").glob("0*.json"))[1:]:
        entry.unlink()
    out.write_bytes(whole[: len(whole) * 2 // 3])
    do([saved], out, Start(resume=True))
    assert out.read_bytes() == whole


def test_fields_and_conditions(saved, tmp_path):
    from newsextract.batch.conditions import condition

    work = Work(fields=("title", "language"), where=(condition("title~week 1"), condition("!subtitle")))
    summary = do([saved], tmp_path / "out.jsonl", work=work)
    found = rows(tmp_path / "out.jsonl")
    assert [list(r) for r in found[:1]] == [["id", "page", "title", "language"]]
    assert [r["title"][-2:].strip() for r in found] == ["1", "10", "11"]
    assert summary.skipped == {"where": 9}


def test_shares_of_the_work_make_the_same_folder_together(saved, tmp_path):
    do([saved], tmp_path / "whole", format="jsonl")
    for number in (2, 1, 3):
        do([saved], tmp_path / "shared", Start(shard=(number, 3)), format="jsonl")
    assert folder(tmp_path / "shared") == folder(tmp_path / "whole")
    assert len(folder(tmp_path / "whole")) == 3


def folder(path):
    return {p.name: p.read_bytes() for p in Path(path).iterdir()}


MODULE = (sys.executable, "-m", "newsextract")
COMMAND = "import sys; from newsextract.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.parametrize("name", ["out.jsonl.gz", "out"])
def test_a_run_killed_at_any_moment_and_run_again_gives_the_same_output(name, tmp_path):
    saved = tmp_path / "saved"
    saved.mkdir()
    for number in range(70):
        (saved / f"{number:03d}.html").write_bytes(page(number))
    do([saved], tmp_path / "whole" / name if name == "out" else tmp_path / f"whole-{name}", pages_per_part=7)
    arguments = ["batch", str(saved), "-o", str(tmp_path / name), *"--part 7 --workers 2 --resume --quiet".split()]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    dice, kills = random.Random(7), 0
    while True:
        run = subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], env=environment)
        try:
            assert run.wait(timeout=dice.uniform(0.5, 1.5) if kills < 3 else 120) == 0
            break
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            kills += 1
    assert kills > 0
    if name == "out":
        assert folder(tmp_path / name) == folder(tmp_path / "whole" / name)
    else:
        assert (tmp_path / name).read_bytes() == (tmp_path / f"whole-{name}").read_bytes()


def test_other_commands_read_the_rows(saved, tmp_path, capsys):
    from newsextract.cli import main

    (saved / "03.html.gz").write_bytes(b"")
    do([saved], tmp_path / "out.jsonl")
    assert main(["links", str(tmp_path / "out.jsonl"), "--relation", "link"]) == 1
    assert "record 1" not in capsys.readouterr().err


def test_the_command(saved, tmp_path, capsys):
    from newsextract.cli import main

    (saved / "03.html.gz").write_bytes(b"")
    arguments = ["batch", str(saved), "-o", str(tmp_path / "out.sqlite"), "--workers", "2"]
    assert main([*arguments, "--strict"]) == 1
    told = capsys.readouterr().err
    assert "13 rows, 1 of them failures" in told
    assert "failed: 1 truncated" in told
    assert main(arguments) == 1
    assert "--resume" in capsys.readouterr().err
    assert main([*arguments, "--resume", "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_standard_output_takes_lines_and_csv(saved, capsysbinary):
    from newsextract.cli import main

    arguments = ["batch", str(saved), "--quiet", "--workers", "1", "--fields", "title", "--format"]
    assert main([*arguments, "csv"]) == 0
    header, first, *_ = capsysbinary.readouterr().out.splitlines()
    assert header == b"id,page,title,stage,error,message"
    assert b"week 0" in first
    assert main([*arguments, "jsonl"]) == 0
    assert len(capsysbinary.readouterr().out.splitlines()) == 12
    assert main([*arguments, "parquet"]) == 1
    assert b"standard output" in capsysbinary.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_standard_output_is_one_line_of_error(saved):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*MODULE, "batch", str(saved), "--quiet"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (1, "newsextract: batch: standard output: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files")
@pytest.mark.parametrize("name", ["out.jsonl.gz", "out.csv", "out.parquet", "out.sqlite"])
def test_a_full_disk_is_an_error_that_says_what_to_do_and_the_run_goes_on_when_there_is_room(name, saved, tmp_path):
    import resource

    for number in range(12):  # so that the plan of the run is far smaller than its output
        (saved / f"{number:02d}.html").write_bytes(page(number) + b"<p>" + os.urandom(500).hex().encode())
    do([saved], tmp_path / f"whole-{name}")
    arguments = [*MODULE, "batch", str(saved), "-o", str(tmp_path / name), *"--part 5 --workers 2 --quiet".split()]
    whole = tmp_path / f"whole-{name}"
    room = max(p.stat().st_size for p in (whole.iterdir() if whole.is_dir() else [whole])) - 1000
    full = subprocess.run(
        arguments,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert full.returncode == 1
    assert full.stderr.startswith(f"newsextract: batch: {tmp_path / name}")
    assert full.stderr.endswith("what is finished is kept: mend that, and run again with --resume\n")
    assert full.stderr.count("\n") == 1
    assert subprocess.run([*arguments, "--resume"]).returncode == 0
    assert contents(tmp_path / name) == contents(tmp_path / f"whole-{name}")


def contents(path):
    """What an output holds: bytes of files, rows of a database."""
    if path.suffix == ".sqlite":
        with contextlib.closing(sqlite3.connect(path)) as database:
            return sorted(database.execute("SELECT id, record FROM articles"))
    return folder(path) if path.is_dir() else path.read_bytes()


def test_limits_travel(saved, tmp_path):
    (saved / "03.html").write_bytes(bad("hang"))
    started = time.monotonic()
    work = Work(extractor="tests.batch.pages:misbehaving")
    summary = do([saved], tmp_path / "out.jsonl", work=work, limits=attrs.evolve(Limits(), seconds=2), workers=2)
    assert summary.failures == {"timeout": 1}
    assert time.monotonic() - started < 60


@pytest.mark.parametrize("name", ["records.json", "records.csv.gz", "records.xlsx"])
def test_a_name_that_promises_what_is_not_written_is_refused(name):
    with pytest.raises(OutputError, match=r"not written under such a name: a file ends in \.jsonl"):
        batch.format_of(name, None)
