"""What the Tab key offers."""

import shutil
import subprocess

import pytest

from newsextract.cli.main import COMMANDS, main


@pytest.fixture
def script(capsys, tmp_path):
    """Writes the script of a shell to a file."""

    def write(shell):
        main(["completion", shell])
        path = tmp_path / f"newsextract.{shell}"
        path.write_text(capsys.readouterr().out, encoding="utf-8")
        return path

    return write


def bash(path, *words):
    line = " ".join(f"'{word}'" for word in words)
    ask = f"source {path}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _newsextract"
    ask += "; printf '%s\\n' \"${COMPREPLY[@]}\""
    return subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True).stdout.split()


def test_bash_offers_the_commands(script):
    assert set(bash(script("bash"), "newsextract", "")) == {c.NAME for c in COMMANDS} | {"--version", "--help"}


def test_bash_offers_the_options_of_a_command(script):
    assert bash(script("bash"), "newsextract", "batch", "--res") == ["--resume"]


def test_bash_offers_the_values_of_an_option(script):
    assert bash(script("bash"), "newsextract", "extract", "--format", "ma") == ["markdown"]


def test_bash_offers_the_values_of_an_argument(script):
    assert "check" in bash(script("bash"), "newsextract", "rules", "ch")


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_offers_options(script):
    ask = f"source {script('fish')}; complete -C 'newsextract batch --res'"
    done = subprocess.run(["fish", "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "--resume"


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_reads_the_script(script):
    subprocess.run(["zsh", "-n", script("zsh")], check=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.NAME)
def test_every_command_is_in_every_script(shell, command, script):
    assert command.NAME in script(shell).read_text(encoding="utf-8")
