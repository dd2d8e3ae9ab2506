"""Whole process of ``kaozheng check`` on the demo article against importing torch and transformers.

    python -m kaozheng.eval.benchmarks.startup [--runs 9] [ARTICLE]

Wall time from start to exit and peak memory of the children, medians over runs in turn, so that both see the
same machine. The index of the reference is in the cache; `--cold` shows the first run, which builds it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

__all__ = ["main"]

_DEMO = Path("examples") / "gallium-f35.zh.txt"
_IMPORT = [sys.executable, "-c", "import torch, transformers"]
_MOST_SHARE = 0.5
_MOST_MB = 300


class Run(NamedTuple):
    """One process."""

    seconds: float
    peak_mb: float


def main() -> None:
    """Measure and say whether the targets are met; exits with 1 when they are not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", type=Path, default=_DEMO)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--cold", action="store_true", help="also measure a run with an empty cache")
    options = parser.parse_args()
    check = [sys.executable, "-m", "kaozheng", "check", str(options.article), "--format", "json"]
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"KAOZHENG_CACHE_DIR": cache}
        cold = _run(check, environment)
        missing = [name for name in ("torch", "transformers") if find_spec(name) is None]
        pairs = [(_run(check, environment), None if missing else _run(_IMPORT)) for _ in range(options.runs)]
    ours = _median([pair[0] for pair in pairs])
    if options.cold:
        _show("kaozheng check, empty cache", cold)
    _show("kaozheng check", ours)
    if missing:
        print(f"not compared: {' and '.join(missing)} not installed; run: pip install 'kaozheng[train]'")
        sys.exit(ours.peak_mb >= _MOST_MB)
    theirs = _median([pair[1] for pair in pairs if pair[1] is not None])
    _show("import torch, transformers", theirs)
    share = ours.seconds / theirs.seconds
    print(
        f"share of the time: {share:.2f} (target: at most {_MOST_SHARE}); memory target: under {_MOST_MB} MB"
    )
    sys.exit(share > _MOST_SHARE or ours.peak_mb >= _MOST_MB)


def _run(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Run a command to its end; its peak memory comes from the operating system."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(
            f"{' '.join(command)} failed with {process.returncode}: {errors.decode(errors='replace')[-500:]}"
        )
    return Run(seconds, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def _median(runs: list[Run]) -> Run:
    """Median time, and the largest peak."""
    return Run(statistics.median(run.seconds for run in runs), max(run.peak_mb for run in runs))


def _show(name: str, run: Run) -> None:
    print(f"{name:28}{run.seconds * 1e3:9.0f} ms{run.peak_mb:9.0f} MB")


if __name__ == "__main__":
    main()
