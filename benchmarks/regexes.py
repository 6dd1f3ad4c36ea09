"""How the time of each regular expression grows with a string made against it.

    python benchmarks/regexes.py [FILE…]

Prints those whose time grows faster than the string, for the methods that the code asks of each, as
tests/test_regexes.py does; with names of files, of these alone.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests import regexes


def main() -> None:
    found = [e for e in regexes.collect() if not sys.argv[1:] or e.file in sys.argv[1:]]
    print(f"{len(found)} expressions")
    slow = 0
    for expression in found:
        for complaint in regexes.overgrown(expression):
            slow += 1
            print(complaint, flush=True)
    print(f"{slow} grow faster than their text")


if __name__ == "__main__":
    main()
