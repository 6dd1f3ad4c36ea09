"""Pack the table of the language detector: which pieces of words are how frequent in which language.

    python -m training.languages --table .../eld/resources/ngrams/ngramsM60.py

Wants the source of the package eld 1.0.6, whose table it is; see `page.detector`.
"""

import argparse
import gzip
import pathlib
import runpy

from newsextract.page.detector import BASE, DIGIT, LANGUAGES

TABLE = pathlib.Path(__file__).parent.parent / "src/newsextract/page/languages.tsv.gz"


def packed(ngrams: dict[bytes, dict[int, int]]) -> bytes:
    """The table as lines: a piece, a tab, and three characters for each language."""
    lines = [piece + b"\t" + b"".join(_entry(*pair) for pair in known.items()) for piece, known in ngrams.items()]
    return gzip.compress(b"\n".join(sorted(lines)), 9, mtime=0)


def _entry(language: int, frequency: int) -> bytes:
    return bytes((language + DIGIT, frequency // BASE + DIGIT, frequency % BASE + DIGIT))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", type=pathlib.Path, required=True)
    data = runpy.run_path(str(parser.parse_args().table))["ngrams_data"]
    if list(data["languages"].values()) != LANGUAGES:
        raise SystemExit("the table has other languages than page.detector")
    TABLE.write_bytes(packed(data["ngrams"]))
    print(f"{TABLE}: {TABLE.stat().st_size} bytes, {len(data['ngrams'])} pieces")


if __name__ == "__main__":
    main()
