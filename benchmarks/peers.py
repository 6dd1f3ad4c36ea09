"""Processor time a page, of this library and of others: python benchmarks/peers.py PAGES [NAME…]

PAGES is a folder of *.html.gz. Each extractor named that is installed reads every page in a process of its own; the
time is the processor's, not the clock's, so that other work on the machine counts little. The first page is not
counted: what loads at first use is no page's cost.
"""

import gzip
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def newsextract() -> Callable[[bytes], object]:
    import newsextract

    return newsextract.extract


def trafilatura() -> Callable[[bytes], object]:
    import trafilatura

    return lambda page: trafilatura.bare_extraction(page, with_metadata=True, include_tables=True)


def newspaper4k() -> Callable[[bytes], object]:
    import newspaper

    return lambda page: newspaper.article("https://example.org/story", input_html=page.decode("utf-8", "replace"))


def goose3() -> Callable[[bytes], object]:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})
    return lambda page: goose.extract(raw_html=page).cleaned_text


def readability() -> Callable[[bytes], object]:
    from readability import Document

    return lambda page: Document(page.decode("utf-8", "replace")).summary()


def resiliparse() -> Callable[[bytes], object]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page.decode("utf-8", "replace"), main_content=True)


EXTRACTORS = {f.__name__: f for f in (newsextract, trafilatura, newspaper4k, goose3, readability, resiliparse)}


def measure(name: str, folder: Path) -> None:
    read = EXTRACTORS[name]()
    pages = [gzip.decompress(p.read_bytes()) for p in sorted(folder.glob("*.html.gz"))]
    failed = 0
    read(pages[0])
    start = time.process_time()
    for page in pages[1:]:
        try:
            read(page)
        except Exception:  # noqa: BLE001 - a peer that fails on a page is a figure
            failed += 1
    spent = (time.process_time() - start) / (len(pages) - 1)
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"{name:12} {spent * 1000:7.1f} ms a page of {size:.0f} kB, {1 / spent:6.1f} pages a second, {failed} failed")


def main() -> None:
    folder, *names = sys.argv[1:]
    if len(names) == 1:
        measure(names[0], Path(folder))
        return
    for name in names or EXTRACTORS:
        subprocess.run([sys.executable, __file__, folder, name], check=False)


if __name__ == "__main__":
    main()
