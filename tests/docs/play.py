"""Runs the code blocks of one page, in order, in the current folder: python -m tests.docs.play docs/tutorial.md

Python blocks of a page share their names; shell blocks run in bash and stop at the first fault; SQL is DuckDB's. A
block titled "prints" is what the one before it prints, "…" standing for anything.
"""

import contextlib
import doctest
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import warnings
from collections.abc import Callable
from typing import Any

from tests.docs.blocks import Block, blocks

PRINTS = "prints"


def main(page: str) -> None:
    warnings.simplefilter("error")
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = ""
    for block in blocks(page):
        if block.reason is not None:
            continue
        print(f"{block.page}:{block.line} {block.language}", file=sys.stderr)
        if block.title == PRINTS:
            expect(block, printed)
        elif block.language in RUNNERS:
            printed = RUNNERS[block.language](block, names)


def python(block: Block, names: dict[str, Any]) -> str:
    if ">>>" in block.text:
        test = doctest.DocTestParser().get_doctest(block.text, names, block.page, block.page, block.line)
        test.globs = names
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        report: list[str] = []
        if runner.run(test, out=report.append, clear_globs=False).failed:
            raise AssertionError("".join(report))
        return ""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile("\n" * block.line + block.text, block.page, "exec"), names)
    return out.getvalue()


def shell(block: Block, _names: dict[str, Any]) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.text], capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise AssertionError(f"exit code {done.returncode}\n{block.text}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")
    return done.stdout + done.stderr


def sql(block: Block, _names: dict[str, Any]) -> str:
    import duckdb

    with duckdb.connect() as database:
        return "\n".join(str(database.sql(s)) for s in block.text.split(";") if s.strip())


def toml(block: Block, _names: dict[str, Any]) -> str:
    tomllib.loads(block.text)
    return ""


def jsonl(block: Block, _names: dict[str, Any]) -> str:
    for line in block.text.splitlines():
        json.loads(line)
    return ""


RUNNERS: dict[str, Callable[[Block, dict[str, Any]], str]] = {
    "python": python,
    "sh": shell,
    "sql": sql,
    "toml": toml,
    "json": jsonl,
}


def expect(block: Block, printed: str) -> None:
    wanted = ".*".join(re.escape(part) for part in block.text.strip().split("…"))
    if not re.fullmatch(wanted, printed.strip(), re.DOTALL):
        raise AssertionError(f"{block.page}:{block.line}: prints\n{printed}\nnot\n{block.text}")


if __name__ == "__main__":
    os.environ.setdefault("COLUMNS", "100")
    main(sys.argv[1])
