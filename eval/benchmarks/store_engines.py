"""What an index for the store could be built on: the same records and look-ups in several engines.

    python -m kaozheng.eval.benchmarks.store_engines [--records 1000000] [--queries 5000]

The grounds for the choice in docs/store.md. LMDB and DuckDB are measured where they are installed.
"""

from __future__ import annotations

import argparse
import bisect
import csv
import json
import mmap
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaozheng.data.records import NumericRecord
from kaozheng.data.store.index import record_of
from kaozheng.eval.benchmarks.synthetic import METRICS, PLACES, subjects, write_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["main"]

_ORDER = NumericRecord.__slots__


def main() -> None:
    """Build and ask every engine that is installed, each in a process of its own, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=5000)
    parser.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(
            json.dumps(
                _step(options.step[0], options.step[1], options.folder, options.records, options.queries)
            )
        )
        return
    head = ("build s", "build MB", "disk MB", "open ms", "p50 us", "p99 us", "ask MB")
    print(f"{'engine':10}" + "".join(f"{name:>10}" for name in head))
    with tempfile.TemporaryDirectory() as name:
        write_package(Path(name) / "package", options.records)
        for engine in _ENGINES:
            print(_row(engine, name, options.records, options.queries), flush=True)


def _row(engine: str, folder: str, records: int, queries: int) -> str:
    """One engine's figures."""
    if engine in ("lmdb", "duckdb") and find_spec(engine) is None:
        return f"{engine:10}not installed"
    result: dict[str, Any] = {}
    for step in ("build", "ask"):
        command = [sys.executable, "-m", __spec__.name, "--step", engine, step, "--folder", folder]
        command += ["--records", str(records), "--queries", str(queries)]
        result |= json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    keys = ("build_s", "build_mb", "disk_mb", "open_ms", "p50_us", "p99_us", "ask_mb")
    return f"{engine:10}" + "".join(f"{result[key]:>10,.1f}" for key in keys)


def _step(engine: str, step: str, folder: Path, records: int, queries: int) -> dict[str, float]:
    """Build an index, or open it and ask it."""
    build, opened = _ENGINES[engine]
    path = folder / engine
    start = time.perf_counter()
    if step == "build":
        build(folder / "package", path)
        files = [path, *(path.rglob("*") if path.is_dir() else ())]
        size = sum(file.stat().st_size for file in files if file.is_file())
        return {"build_s": time.perf_counter() - start, "build_mb": _peak(), "disk_mb": size / 1e6}
    ask = opened(folder / "package", path)
    open_ms = (time.perf_counter() - start) * 1e3
    rng = random.Random(7)
    known = subjects(records)
    times = sorted(_timed(ask, rng, known) for _ in range(queries))[: queries - 1]
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    return {"open_ms": open_ms, "p50_us": p50 * 1e6, "p99_us": p99 * 1e6, "ask_mb": _peak()}


def _timed(ask: Any, rng: random.Random, known: list[str]) -> float:  # noqa: ANN401 - a function
    """Seconds that one look-up by subject, metric and place takes."""
    key = rng.choice(known), rng.choice(METRICS), rng.choice(PLACES)
    start = time.perf_counter()
    found = ask(*key)
    seconds = time.perf_counter() - start
    assert len(found) == 10
    return seconds


def _rows(package: Path) -> Iterator[list[Any]]:
    """Cells of every record in the order of `NumericRecord`, numbers as numbers."""
    with (package / "records" / "survey.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        places = [header.index(name) for name in _ORDER]
        for cells in reader:
            row: list[Any] = [cells[place] for place in places]
            for name in ("value", "low", "high"):
                at = _ORDER.index(name)
                row[at] = float(row[at]) if row[at] else None
            yield row


def _key(row: list[Any]) -> str:
    """Subject, metric and place."""
    return "\0".join((row[1], row[2], row[6]))


def _loaded(blob: bytes) -> list[NumericRecord]:
    """Records out of lines of JSON lists."""
    return [record_of(json.loads(line)) for line in blob.split(b"\n")]


def _line(row: list[Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode()


def _grouped(package: Path) -> list[tuple[str, bytes]]:
    """Key and lines, sorted by key."""
    groups: dict[str, list[bytes]] = {}
    for row in _rows(package):
        groups.setdefault(_key(row), []).append(_line(row))
    return [(key, b"\n".join(groups[key])) for key in sorted(groups)]


def _build_nothing(package: Path, path: Path) -> None:
    """A dictionary is built on every opening."""
    del package, path


def _open_dict(package: Path, path: Path) -> Any:  # noqa: ANN401 - a function
    del path
    groups: dict[str, list[NumericRecord]] = {}
    for row in _rows(package):
        groups.setdefault(_key(row), []).append(record_of(row))
    return lambda *key: groups["\0".join(key)]


def _build_sorted(package: Path, path: Path) -> None:
    """Lines in the order of their keys, and a list of keys with offsets."""
    path.mkdir()
    keys: list[str] = []
    offset = 0
    with (path / "lines").open("wb") as file:
        for key, blob in _grouped(package):
            file.write(blob)
            keys.append(f"{key}\t{offset}\t{offset + len(blob)}")
            offset += len(blob)
    (path / "keys").write_text("\n".join(keys), encoding="utf-8")


def _open_sorted(package: Path, path: Path) -> Any:  # noqa: ANN401 - a function
    del package
    keys = (path / "keys").read_text(encoding="utf-8").split("\n")
    with (path / "lines").open("rb") as file:
        lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def ask(*key: str) -> list[NumericRecord]:
        found = keys[bisect.bisect_left(keys, "\0".join(key) + "\t")]
        _, start, end = found.split("\t")
        return _loaded(lines[int(start) : int(end)])

    return ask


def _build_sqlite(package: Path, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("pragma journal_mode = off")
    connection.execute(f"create table numeric ({', '.join(_ORDER)})")
    connection.executemany(f"insert into numeric values ({', '.join('?' * len(_ORDER))})", _rows(package))
    connection.execute("create index series on numeric (subject, metric, place)")
    connection.commit()
    connection.close()


def _open_sqlite(package: Path, path: Path) -> Any:  # noqa: ANN401 - a function
    del package
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    query = "select * from numeric where subject = ? and metric = ? and place = ?"
    return lambda *key: [record_of(row) for row in connection.execute(query, key)]


def _build_lmdb(package: Path, path: Path) -> None:
    lmdb = import_module("lmdb")
    with lmdb.open(str(path), map_size=1 << 33) as base, base.begin(write=True) as change:
        for key, blob in _grouped(package):
            change.put(key.encode(), blob)


def _open_lmdb(package: Path, path: Path) -> Any:  # noqa: ANN401 - a function
    del package
    lmdb = import_module("lmdb")
    base = lmdb.open(str(path), readonly=True, lock=False)

    def ask(*key: str) -> list[NumericRecord]:
        with base.begin() as view:
            return _loaded(view.get("\0".join(key).encode()))

    return ask


def _build_duckdb(package: Path, path: Path) -> None:
    duckdb = import_module("duckdb")
    base = duckdb.connect(str(path))
    csv_file = package / "records" / "survey.csv"
    source = f"read_csv_auto('{csv_file}', all_varchar=true)"
    base.execute(f"create table numeric as select {', '.join(_ORDER)} from {source}")
    base.execute("create index series on numeric (subject, metric, place)")
    base.close()


def _open_duckdb(package: Path, path: Path) -> Any:  # noqa: ANN401 - a function
    del package
    duckdb = import_module("duckdb")
    base = duckdb.connect(str(path), read_only=True)
    query = "select * from numeric where subject = ? and metric = ? and place = ?"
    return lambda *key: [
        record_of([cell or "" for cell in row]) for row in base.execute(query, key).fetchall()
    ]


_ENGINES: dict[str, tuple[Callable[[Path, Path], None], Callable[[Path, Path], Any]]] = {
    "dict": (_build_nothing, _open_dict),
    "sorted": (_build_sorted, _open_sorted),
    "sqlite": (_build_sqlite, _open_sqlite),
    "lmdb": (_build_lmdb, _open_lmdb),
    "duckdb": (_build_duckdb, _open_duckdb),
}


def _peak() -> float:
    """Peak resident memory of this process in MB (Linux counts it in KiB, macOS in bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
