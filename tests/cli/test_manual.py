"""docs/cli.md is complete, and the man page is that of the parser."""

import argparse
import shutil
import subprocess
from pathlib import Path

import pytest

from newsextract.cli import manpage
from newsextract.cli.main import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (DOCS / "cli.md").read_text(encoding="utf-8")
ABOUT = {section.split()[1]: section for section in MANUAL.split("\n## ")[1:]}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.NAME)
def test_the_manual_describes_every_option_of_a_command(command):
    parser = argparse.ArgumentParser(add_help=False)
    command.add_arguments(parser)
    options = [o for action in parser._actions for o in action.option_strings if o.startswith("--")]
    assert [o for o in options if f"`{o}" not in ABOUT[command.NAME]] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.NAME)
def test_the_manual_names_every_choice_of_an_option(command):
    parser = argparse.ArgumentParser(add_help=False)
    command.add_arguments(parser)
    choices = [str(choice) for action in parser._actions for choice in action.choices or ()]
    assert [c for c in choices if f"`{c}`" not in ABOUT[command.NAME] and f" {c} " not in ABOUT[command.NAME]] == []


@pytest.mark.parametrize("command", ABOUT)
def test_the_manual_describes_no_command_that_is_not_there(command):
    assert command in {c.NAME for c in COMMANDS}


def test_the_man_page_is_that_of_the_parser():
    assert (DOCS / "newsextract.1").read_text(encoding="utf-8") == manpage.page(), "run make schema"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_man_page_is_clean_troff():
    argv = ["groff", "-man", "-Tutf8", "-ww", "-z", DOCS / "newsextract.1"]
    done = subprocess.run(argv, capture_output=True, check=True)
    assert done.stderr == b""
