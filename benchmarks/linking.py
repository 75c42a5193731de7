"""Link made-up accounts and print time, memory, B-cubed and growth.

    python benchmarks/linking.py [--accounts 100000] [--few 10000]

The smaller number is linked first, in a process of its own, so that growth can be told.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

from accounts import made_up  # noqa: E402

from communique.linking import link_corpus  # noqa: E402
from quality.joining import b_cubed  # noqa: E402


def measure(accounts: int, seed: int = 7) -> dict[str, float]:
    """Link so many accounts; return seconds (and those of the CPU), gigabytes at most, B-cubed."""
    corpus, truth = made_up(accounts, seed)
    started, begun = time.perf_counter(), time.process_time()
    linked = link_corpus(corpus)
    seconds, busy = time.perf_counter() - started, time.process_time() - begun
    found = {account: e.id for e in linked.engagements for account in e.accounts}
    precision, recall, f1 = b_cubed(truth, found)
    return {
        "accounts": accounts,
        "engagements": len(set(truth.values())),
        "found": len(linked.engagements),
        "copies": len(linked.copies),
        "seconds": round(seconds, 1),
        "cpu": round(busy, 1),
        "gigabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2, 2),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
    }


def main() -> None:
    """Measure the smaller and the larger number, and print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--few", type=int, default=10_000)
    asked = parser.parse_args()
    results = []
    for number in (asked.few, asked.accounts):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            results.append(pool.apply(measure, (number,)))
        print("  ".join(f"{name} {value}" for name, value in results[-1].items()), flush=True)
    few, many = results
    growth = (many["seconds"] / few["seconds"]) / (many["accounts"] / few["accounts"])
    print(f"time per account grows by a factor of {growth:.2f}")


if __name__ == "__main__":
    main()
