"""The command line as a user meets it: output, exit status, one clear line on bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.serve.cli_page import page

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "据美国地质调查局数据，俄罗斯稀土储量仅为38万吨。"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kaozheng", *arguments], input=stdin, capture_output=True, check=False
    )


def check_json(*arguments: str, stdin: bytes = b"") -> dict[str, Any]:
    done = run("check", "--format", "json", *arguments, stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_check_reads_standard_input_and_names_the_slip() -> None:
    done = run("check", "-", "--published", "2025-11-09", stdin=ARTICLE.encode())
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert "magnitude_slip" in shown
    assert "380万" in shown
    assert "\x1b[" not in shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_check_reads_files_in_common_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE * 3, encoding=encoding)
    report = check_json(str(path), "--published", "2025-11-09")
    assert report["document"]["chars"] == len(ARTICLE) * 3


@pytest.mark.parametrize(
    ("fail_on", "status"), [([], 0), (["--fail-on", "refuted"], 1), (["--fail-on", "not_enough_evidence"], 1)]
)
def test_exit_status_follows_fail_on(fail_on: list[str], status: int) -> None:
    done = run("check", "--published", "2025-11-09", *fail_on, stdin=ARTICLE.encode())
    assert done.returncode == status


def test_as_of_reaches_the_report() -> None:
    report = check_json("--published", "2025-11-09", "--as-of", "2026-06-01", stdin=ARTICLE.encode())
    assert report["reference"]["as_of"] == "2026-06-01"


def test_many_articles_give_a_report_a_line(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    rows = [{"id": str(number), "text": ARTICLE, "published": "2025-11-09"} for number in range(3)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("check", str(path), "--format", "json")
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [report["document"]["id"] for report in reports] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (["check", "missing.txt"], b"", "missing.txt"),
        (["check", "-"], b"", "empty"),
        (["check", "-"], b"%PDF-1.7\x00\x01\x02" * 50, ""),
        (["check", "--published", "yesterday"], ARTICLE.encode(), "yesterday"),
        (["check", "--reference", "nowhere/package"], ARTICLE.encode(), "nowhere"),
        (["check", "--only-reference"], ARTICLE.encode(), "--reference"),
        (["check", "--format", "pdf"], ARTICLE.encode(), "pdf"),
    ],
)
def test_bad_input_exits_with_2_and_one_clear_line(arguments: list[str], stdin: bytes, words: str) -> None:
    done = run(*arguments, stdin=stdin)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert words in message
    assert "Traceback" not in message
    assert done.stdout == b""
    # click puts its usage lines before its message.
    assert len([line for line in message.splitlines() if line.startswith(("kaozheng:", "Error:"))]) == 1


def test_own_reference_decides(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "subject,metric,place,period,value,unit\ngallium,stocks,JPN,2024,120,t\n", encoding="utf-8"
    )
    article = "截至2024年，日本的镓库存为1200吨。"
    without = check_json("--published", "2025-06-01", stdin=article.encode())
    with_own = check_json("--published", "2025-06-01", "--reference", str(path), stdin=article.encode())
    assert [claim["verdict"] for claim in without["claims"]] == ["not_enough_evidence"]
    (claim,) = with_own["claims"]
    assert claim["verdict"] == "refuted"
    assert "magnitude_slip" in [finding["code"] for finding in claim["findings"]]


def test_quantities_gives_one_line_per_line() -> None:
    done = run("quantities", "--format", "jsonl", stdin="储量38万吨\n\nmore than $3.6bn\r\n".encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["text"] for row in rows] == ["储量38万吨", "", "more than $3.6bn"]
    assert rows[0]["quantities"][0]["value"] == 380000
    assert rows[2]["quantities"][0]["comparator"] == "gt"


@pytest.mark.parametrize("query", ["俄罗斯稀土储量", "Russia rare earth reserves"])
def test_reference_search_in_both_languages(query: str) -> None:
    done = run("reference", "search", query, "--limit", "5")
    assert "usgs-mcs-2025/rare-earths/reserves/RUS" in done.stdout.decode()


def test_reference_validate_and_stats_of_the_shipped_package() -> None:
    done = run("reference", "validate")
    assert done.returncode == 0, done.stdout.decode()
    assert b"0 errors" in done.stdout
    assert b"numeric records" in run("reference", "stats").stdout


def test_page_in_the_docs_is_current() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == "\n".join(page()) + "\n"
