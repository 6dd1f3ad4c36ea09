"""What the golden pages state and the extractor does not say yet: `python -m tests.uncovered [PAGE or FIELD …]`.

Prints the pairs that differ, and the differences where pages or fields are named. `--cover` adds the pairs that hold
now to fixtures/covered.txt; it never takes one out: a pair that held and fails is a fault.
"""

import sys
from collections.abc import Iterator

from tests.golden import FIELDS, FOLDER, PAGES, comparable, difference


def pairs() -> Iterator[tuple[str, str, bool, str]]:
    """(page, field, whether the golden states it, the difference or "")."""
    for page in PAGES:
        golden, found = page.golden, page.extract().to_dict()
        for field in FIELDS:
            if field == "removed" and field not in golden:
                continue
            stated, said = comparable(field, golden.get(field)), comparable(field, found[field])
            yield page.name, field, bool(stated), "" if stated == said else difference(stated, said)


def main(words: list[str]) -> None:
    failing: dict[str, list[str]] = {}
    holding: set[str] = set()
    for name, field, stated, differs in pairs():
        if not differs:
            holding |= {f"{name} {field}"} if stated else set()
            continue
        failing.setdefault(field, []).append(name)
        if {name, field} & set(words):
            print(f"== {name} {field}\n{differs}")
    for field, names in failing.items():
        print(f"{field:14} {' '.join(names)}")
    if "--cover" in words:
        covered = FOLDER / "covered.txt"
        lines = sorted({*covered.read_text("utf-8").splitlines(), *holding})
        covered.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
