"""Every code block of the manual runs, or says why it does not."""

import re
import subprocess
import sys

import pytest

from tests.docs.blocks import PAGES, blocks, prose
from tests.docs.play import PRINTS, RUNNERS

QUIET = {"text", "mermaid", "html", "xml", "css", "ini", "yaml"}
"""Languages of blocks that are shown and not run: what files hold, what is printed."""


@pytest.mark.parametrize("page", [p for p in PAGES if any(b.language in RUNNERS and not b.reason for b in blocks(p))])
def test_the_examples_of_a_page_run(page, environment):
    folder, variables = environment
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs.play", page],
        cwd=folder, env=variables, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-6000:]


@pytest.mark.parametrize("page", PAGES)
def test_every_block_says_its_language(page):
    known = QUIET | RUNNERS.keys()
    assert [b.line for b in blocks(page) if b.language not in known and b.title != PRINTS] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_code_stands_outside_of_blocks(page):
    indented = re.compile(r"(?:\A|\n\n)(?: {4}|\t)\S")
    assert [m[0] for m in indented.finditer(prose(page))] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_run_has_a_reason(page):
    assert [b.line for b in blocks(page) if b.reason is not None and len(b.reason.split()) < 3] == []
