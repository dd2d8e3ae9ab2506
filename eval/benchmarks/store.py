"""Build, size, memory and look-up times of the reference store, at 10^4 and at 10^6 records.

    python -m kaozheng.eval.benchmarks.store [--sizes 10000 1000000] [--queries 5000]

Every size is built in one process and asked in another, so that each has a memory of its own. On a busy machine
go by the processor's time: the clock's p99 is then that of the scheduler.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaozheng.data.records import NumericRecord
from kaozheng.data.store import ReferenceStore
from kaozheng.eval.benchmarks.synthetic import METRICS, PLACES, YEARS, record_id, subjects, write_package

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["main"]

_ROUNDS = 3  # other processes only ever make a look-up slower
_SENTENCE = "据 survey 数据，{place}国 2024 年 {name} oxide production 为 38 万吨，exports 占 98%。"


def main() -> None:
    """Measure every size and print a table and the ratio of the slowest look-ups."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=5000)
    parser.add_argument("--step", choices=("build", "ask"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        step = _build if options.step == "build" else _ask
        print(json.dumps(step(options.folder, options.sizes[0], options.queries)))
        return
    with tempfile.TemporaryDirectory() as name:
        _show(_measure(Path(name), options.sizes, options.queries))


def _measure(folder: Path, sizes: list[int], queries: int) -> list[dict[str, Any]]:
    """Write and build every size, then ask them in turn; of several rounds the best counts."""
    results = []
    for size in sizes:
        write_package(folder / str(size) / "package", size)
        csv_mb = _megabytes(folder / str(size) / "package" / "records" / "survey.csv")
        results.append({"records": size, "csv_mb": csv_mb} | _step("build", folder, size, queries))
    for result in results * _ROUNDS:
        for key, figure in _step("ask", folder, result["records"], queries).items():
            result[key] = min(figure, result.get(key, figure))
    return results


def _step(step: str, folder: Path, size: int, queries: int) -> dict[str, Any]:
    """Build or ask one size, in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--step", step, "--folder", str(folder / str(size))]
    command += ["--sizes", str(size), "--queries", str(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def _build(folder: Path, size: int, queries: int) -> dict[str, Any]:
    """Build the index."""
    del size, queries
    start = time.perf_counter()
    store = ReferenceStore.open(folder / "package", cache_dir=folder / "cache")
    seconds = time.perf_counter() - start
    assert store.index.built
    assert store.index.path
    return {"build_s": seconds, "build_rss_mb": _peak(), "index_mb": _megabytes(store.index.path)}


def _ask(folder: Path, size: int, queries: int) -> dict[str, Any]:
    """Open the index and run the mix of look-ups that linking makes."""
    start = time.perf_counter()
    store = ReferenceStore.open(folder / "package", cache_dir=folder / "cache")
    opened = time.perf_counter() - start
    assert not store.index.built
    start = time.perf_counter()
    store.find_names("warm")
    names = time.perf_counter() - start
    rng = random.Random(7)
    known = subjects(size)
    for _ in range(200):
        _one(store, rng, known)()
    times = [_timed(_one(store, rng, known)) for _ in range(queries)]
    wall, cpu = (sorted(column) for column in zip(*times, strict=True))
    return {
        "open_ms": opened * 1e3,
        "names_ms": names * 1e3,
        "p50_us": wall[queries // 2] * 1e6,
        "p99_us": wall[queries * 99 // 100] * 1e6,
        "cpu_p50_us": cpu[queries // 2] * 1e6,
        "cpu_p99_us": cpu[queries * 99 // 100] * 1e6,
        "ask_rss_mb": _peak(),
    }


def _one(store: ReferenceStore, rng: random.Random, known: list[str]) -> Callable[[], object]:
    """One look-up of the mix, with random ids."""
    subject, metric, place, year = (rng.choice(ids) for ids in (known, METRICS, PLACES, YEARS))

    def history() -> object:
        record = store.record(record_id(subject, metric, place, year))
        assert isinstance(record, NumericRecord)
        return store.history(record)

    mix: list[Callable[[], object]] = [
        lambda: store.numeric(subject, metric, place, as_of="2025-10-26"),
        lambda: store.numeric(subject, metric, place),
        lambda: store.numeric(subject, metric, place, period=year),
        lambda: store.numeric(subject, metric, (place, "P00"), period=(year, "2024"), as_of="2026"),
        lambda: store.record(record_id(subject, metric, place, year)),
        history,
        lambda: store.find_names(_SENTENCE.format(place=place, name=subject)),
    ]
    return rng.choice(mix)


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds that one look-up takes, by the clock and of the processor; each must find something."""
    start, start_cpu = time.perf_counter(), time.thread_time()
    found = run()
    seconds = time.perf_counter() - start, time.thread_time() - start_cpu
    assert found
    return seconds


def _show(results: list[dict[str, Any]]) -> None:
    """A table with one column per size."""
    for key in results[0]:
        print(f"{key:14}" + "".join(f"{result[key]:>14,.1f}" for result in results))
    if len(results) > 1:
        least, most = results[0], results[-1]
        wall, cpu = (most[key] / least[key] for key in ("p99_us", "cpu_p99_us"))
        sizes = f"{most['records']:,} over {least['records']:,} records"
        print(f"\np99 at {sizes}: {wall:.2f} by the clock, {cpu:.2f} of processor time (target: under 2)")


def _peak() -> float:
    """Peak resident memory of this process in MB (Linux counts it in KiB, macOS in bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    main()
