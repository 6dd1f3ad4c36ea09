"""No regular expression runs away: each is asked of strings made against it, in a process that can end."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import regexes

ROOT = Path(__file__).parent.parent
PATIENCE = 900
"""Seconds; it takes some sixty on a quiet machine, and for ever where an expression is exponential."""

SHORT = """
from tests.regexes import attacks, collect
found = collect()
assert len(found) > 200, len(found)
for expression in found:
    print(expression.file, repr(expression.pattern.pattern)[:200], flush=True)
    for make in attacks(expression.pattern):
        text = make(40)
        expression.pattern.match(text)
        expression.pattern.fullmatch(text)
        expression.pattern.search(text)
"""

LONG = """
from tests.regexes import collect, overgrown
complaints = []
for expression in collect():
    print(expression.file, repr(expression.pattern.pattern)[:200], flush=True)
    complaints += overgrown(expression)
assert not complaints, "\\n".join(complaints)
"""


def test_no_expression_takes_exponential_time():
    run(SHORT)


def test_the_time_of_every_expression_grows_as_its_text_up_to_a_megabyte():
    run(LONG)


@pytest.mark.parametrize(("pattern", "method"), [("a+b", "search"), (r"\s*,", "finditer"), (r"a*\n", "finditer")])
def test_an_expression_that_takes_quadratic_time_would_be_found(pattern, method):
    assert complaints(pattern, method)


@pytest.mark.parametrize(("pattern", "method"), [("a+b", "match"), (r"(?<!\s)\s*+,", "finditer"), ("a", "search")])
def test_an_expression_that_takes_linear_time_is_left_alone(pattern, method):
    assert not complaints(pattern, method)


def complaints(pattern, method):
    return list(regexes.overgrown(regexes.Expression(re.compile(pattern), "x.py", frozenset({method}))))


def run(program):
    try:
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as slow:
        pytest.fail(f"no end: {(slow.stdout or b'').decode().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr.decode()[-4000:]
