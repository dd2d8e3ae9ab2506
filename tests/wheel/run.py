"""Build the wheel, install it alone in a new environment, and use it away from the source tree.

An editable install can be green while the wheel lacks a module or a data file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("model", "training", "data", "eval", "serve")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        wheel = build(room)
        compare_with_tree(wheel)
        python = install(wheel, room)
        use(python, room)
    print("wheel-test: ok")  # noqa: T201 - a script


def build(room: Path) -> Path:
    """The wheel, by way of the source distribution, as an index would build it."""
    run(sys.executable, "-m", "build", "--outdir", str(room), str(ROOT))
    (wheel,) = room.glob("*.whl")
    return wheel


def compare_with_tree(wheel: Path) -> None:
    """Every tracked file of the five folders is in the wheel, and nothing else is."""
    tracked = subprocess.run(
        ["git", "ls-files", *FOLDERS, "src/kaozheng/*.py", "src/kaozheng/py.typed"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    expected = {f"kaozheng/{name.removeprefix('src/kaozheng/')}" for name in tracked}
    found = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    if found != expected:
        sys.exit(
            f"wheel lacks {sorted(expected - found)}; wheel has beyond the tree {sorted(found - expected)}"
        )


def install(wheel: Path, room: Path) -> Path:
    """A new environment with the wheel's base install only."""
    venv.create(room / "env", with_pip=True)
    python = room / "env" / "bin" / "python"
    constraints = str(ROOT / "constraints.txt")
    run(str(python), "-m", "pip", "install", "--quiet", "--constraint", constraints, str(wheel))
    return python


def use(python: Path, room: Path) -> None:
    """The installed command gives a right report, with no optional package present."""
    article = room / "article.txt"
    article.write_text("据美国地质调查局数据，俄罗斯稀土储量仅为38万吨。", encoding="utf-8")
    command = [
        str(python.parent / "kaozheng"),
        "check",
        str(article),
        "--published",
        "2025-11-09",
        "--format",
        "json",
    ]
    report = json.loads(subprocess.run(command, cwd=room, capture_output=True, check=True).stdout)
    codes = [finding["code"] for claim in report["claims"] for finding in claim["findings"]]
    if "magnitude_slip" not in codes:
        sys.exit(f"the installed wheel misses the slip; findings: {codes}")
    probe = (
        "import importlib.util as u, sys; sys.exit(any(u.find_spec(n) for n in ('torch', 'ray', 'fastapi')))"
    )
    run(str(python), "-c", probe)


def run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
