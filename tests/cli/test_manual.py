"""docs/cli.md is complete."""

import argparse
from pathlib import Path

import pytest

from newsextract.cli.main import COMMANDS

MANUAL = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
ABOUT = {section.split()[1]: section for section in MANUAL.split("\n## ")[1:]}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.NAME)
def test_the_manual_describes_every_option_of_a_command(command):
    parser = argparse.ArgumentParser(add_help=False)
    command.add_arguments(parser)
    options = [o for action in parser._actions for o in action.option_strings if o.startswith("--")]
    assert [o for o in options if f"`{o}" not in ABOUT[command.NAME]] == []
