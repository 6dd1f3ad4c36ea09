"""How near to the ideal a polite run comes: 200 URLs over 20 hosts, answers after 50 ms.

The ideal: all hosts side by side, and at each host one request after the other (robots.txt and ten pages), the pause
between them, and no other time lost. Run it on an idle machine; it serves and fetches on the same one.

    python benchmarks/fetching.py [--delay 0.2]
"""

import argparse
import sys
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.inputs.server import serving, to_this_machine

from newsextract.inputs.fetch import fetch
from newsextract.inputs.fetching.policy import FetchPolicy

HOSTS, PAGES, LATENCY = 20, 10, 0.05
BOUND = 1.5


def main() -> int:
    """Print the times; 1 where the bound or the pause was not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.2)
    delay = parser.parse_args().delay
    ideal = PAGES * (delay + LATENCY) + LATENCY
    with serving() as server:
        server.latency = LATENCY
        server.gives("/story")
        server.routes |= {f"/story?{n}": server.routes["/story"] for n in range(PAGES)}
        urls = [server.url(f"/story?{n}", f"host{h}.test") for n in range(PAGES) for h in range(HOSTS)]
        began = time.monotonic()
        policy = FetchPolicy(allow_private=True, delay=delay)
        answers = list(fetch(urls, policy, resolve=to_this_machine))
        took = time.monotonic() - began
        shortest = _shortest(server.log)
    fine = sum(getattr(answer, "status", 0) == 200 for answer in answers)
    print(f"{fine} of {len(urls)} pages in {took:.2f} s; ideal {ideal:.2f} s; ratio {took / ideal:.2f} (bound {BOUND})")
    print(f"shortest pause between two requests to a host: {shortest:.3f} s (asked for: {delay} s)")
    return int(fine < len(urls) or took > BOUND * ideal or shortest < delay)


def _shortest(log) -> float:
    times = defaultdict(list)
    for asked in log:
        times[asked.host].append(asked.at)
    return min(later - earlier for each in times.values() for earlier, later in pairwise(sorted(each)))


if __name__ == "__main__":
    sys.exit(main())
