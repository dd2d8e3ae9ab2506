"""The cache of built indexes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kaozheng.data.store import ReferenceStore
from kaozheng.data.store import cache as cache_module
from kaozheng.errors import ReferenceDataError

from .conftest import RECORDS, record, write_package

if TYPE_CHECKING:
    from pathlib import Path


def test_second_opening_finds_the_index(package: Path, tmp_path: Path) -> None:
    first, second = (ReferenceStore.open(package, cache_dir=tmp_path) for _ in range(2))
    assert (first.index.built, first.index.note) == (True, "not in the cache yet")
    assert (second.index.built, second.index.note) == (False, "")
    assert first.index.path == second.index.path
    assert second.numeric() == first.numeric()


@pytest.mark.parametrize("damage", ["truncate", "flip", "empty", "replace"])
def test_damaged_index_is_rebuilt(package: Path, tmp_path: Path, damage: str) -> None:
    """Any change of the file is noticed before a figure is read from it."""
    path = ReferenceStore.open(package, cache_dir=tmp_path).index.path
    assert path is not None
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    damaged: dict[str, bytes | bytearray] = {
        "truncate": content[:5000],
        "flip": content,
        "empty": b"",
        "replace": b"x" * 9000,
    }
    path.write_bytes(damaged[damage])
    store = ReferenceStore.open(package, cache_dir=tmp_path)
    assert (store.index.built, store.index.note) == (True, "the cached index was damaged")
    assert len(store.numeric()) == len(RECORDS)
    assert not ReferenceStore.open(package, cache_dir=tmp_path).index.built


def test_changed_package_gets_an_index_of_its_own(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package", records=RECORDS)
    before = ReferenceStore.open(folder, cache_dir=tmp_path)
    write_package(folder, records=RECORDS[:3])
    after = ReferenceStore.open(folder, cache_dir=tmp_path)
    assert after.index.path != before.index.path
    assert (len(before.numeric()), len(after.numeric())) == (len(RECORDS), 3)


def test_unusable_cache_means_memory_and_says_so(package: Path, tmp_path: Path) -> None:
    """A file where the directory should be: nobody, not even root, can write there."""
    blocked = tmp_path / "cache"
    blocked.write_text("")
    store = ReferenceStore.open(package, cache_dir=blocked)
    assert store.index.path is None
    assert str(blocked) in store.index.note
    assert len(store.numeric()) == len(RECORDS)
    assert [one.id for one in store.find_names("镓")] == ["gallium"]


def test_environment_names_the_directory(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAOZHENG_CACHE_DIR", str(tmp_path / "named"))
    path = ReferenceStore.open(package).index.path
    assert path is not None
    assert path.parent == tmp_path / "named"


def test_only_the_latest_indexes_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_KEPT", 2)
    cache = tmp_path / "cache"
    stale = cache / "building-killed.tmp"
    for number in range(5):
        folder = write_package(tmp_path / str(number), records=[record("a/b/c/d", value=number)])
        path = ReferenceStore.open(folder, cache_dir=cache).index.path
        assert path is not None
        os.utime(path, (time.time() + number,) * 2)
        stale.write_text("")
        os.utime(stale, (1, 1))
    ReferenceStore.open(write_package(tmp_path / "last", records=RECORDS), cache_dir=cache)
    assert len(list(cache.iterdir())) == 3


def test_processes_may_build_at_the_same_time(package: Path, tmp_path: Path) -> None:
    """Six processes race; all answer, and one sound index remains."""
    code = (
        "import sys; from pathlib import Path; from kaozheng.data.store import ReferenceStore;"
        "print(len(ReferenceStore.open(sys.argv[1], cache_dir=Path(sys.argv[2])).numeric()))"
    )
    command = [sys.executable, "-c", code, str(package), str(tmp_path / "cache")]
    racing = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    assert [process.communicate()[0].strip() for process in racing] == [str(len(RECORDS))] * 6
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sqlite"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forked_process_opens_its_own_connection(package: Path, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from kaozheng.data.store import ReferenceStore;"
        "store = ReferenceStore.open(sys.argv[1], cache_dir=Path(sys.argv[2])); store.numeric();"
        "child = os.fork(); count = len(store.numeric('gallium'));"
        "sys.exit(count != 4 or (os.waitpid(child, 0)[1] if child else 0))"
    )
    subprocess.run([sys.executable, "-c", code, str(package), str(tmp_path)], check=True)


def test_index_damaged_while_open_is_an_error(package: Path, tmp_path: Path) -> None:
    store = ReferenceStore.open(package, cache_dir=tmp_path)
    assert store.index.path is not None
    store.index.path.write_bytes(b"x" * 50_000)
    with pytest.raises(ReferenceDataError, match="open the store again"):
        store.numeric("gallium")
