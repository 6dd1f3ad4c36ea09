"""No regular expression runs away: each is asked of strings made against it, in a process that can end."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE = 500
"""Seconds; it takes some ten on a quiet machine, and for ever where an expression is exponential."""

PROGRAM = """
from tests.regexes import attacks, collect
found = collect()
assert len(found) > 200, len(found)
for expression in found:
    print(expression.file, repr(expression.pattern.pattern)[:200], flush=True)
    for make in attacks(expression.pattern):
        text = make({length})
        expression.pattern.match(text)
        expression.pattern.fullmatch(text)
        expression.pattern.search(text)
"""


@pytest.mark.parametrize("length", [40, 1000])
def test_no_expression_takes_exponential_or_cubic_time(length):
    """Exponential ones end at 40 characters, cubic ones at 1,000: a billion steps."""
    program = PROGRAM.format(length=length)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as slow:
        pytest.fail(f"no end: {(slow.stdout or b'').decode().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr.decode()[-2000:]
