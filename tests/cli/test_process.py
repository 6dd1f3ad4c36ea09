"""The command line as a process of its own."""

import subprocess
import sys

import newsextract

COMMAND = [sys.executable, "-m", "newsextract"]


def test_the_package_runs_as_a_module():
    done = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"newsextract {newsextract.__version__}\n"


def test_a_reader_that_has_had_enough_is_no_fault():
    process = subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.close()
    _, err = process.communicate()
    assert (process.returncode, err) == (0, "")


def test_output_is_utf_8_whatever_the_locale(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<h1>Море</h1>", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "extract", str(page), "--fields", "title"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout.decode("utf-8") == '{"title": "Море"}\n'
