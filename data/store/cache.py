"""Built indexes in the user's cache directory: found by what they were built from, replaced when damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kaozheng.data.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Index", "open_index"]

_KEPT = 8  # indexes of other reference data that stay in the cache
_CHUNK = 1 << 20
_VARIABLE = "KAOZHENG_CACHE_DIR"


@dataclass(frozen=True, slots=True)
class Index:
    """An opened index, and how it came about.

    Attributes:
        database: Answers queries.
        path: The file in the cache; None for an index in memory.
        built: Whether it had to be built now.
        note: Why it was built, or why it is in memory; empty for a sound file found in the cache.
    """

    database: Database
    path: Path | None
    built: bool
    note: str


def open_index(key: str, build: Callable[[sqlite3.Connection], None], directory: Path | None) -> Index:
    """Open the index of this key, building it when the cache has no sound one.

    The file's name carries the checksum of its content, so a damaged file is noticed before it is used.

    Args:
        key: Hash of everything the index is made from.
        build: Fills an empty database.
        directory: The cache directory; None means ``$KAOZHENG_CACHE_DIR`` or the platform's user cache.
    """
    try:
        directory = directory or _default_directory()
        directory.mkdir(parents=True, exist_ok=True)
        sound, damaged = _find(directory, key)
        if sound is not None:
            return Index(Database(sound), sound, False, "")
        path = _write(directory, key, build)
    except OSError as error:
        return _in_memory(build, f"the cache directory {directory} cannot be used: {error.strerror or error}")
    _prune(directory, path)
    return Index(
        Database(path), path, True, "the cached index was damaged" if damaged else "not in the cache yet"
    )


def _default_directory() -> Path:
    """Where the platform keeps caches, unless the environment says otherwise."""
    named = os.environ.get(_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # here, because importing it takes longer than opening an index

    return user_cache_path("kaozheng", appauthor=False)


def _find(directory: Path, key: str) -> tuple[Path | None, bool]:
    """A sound index of this key, and whether a damaged one was met (and removed)."""
    damaged = False
    for path in sorted(directory.glob(f"{key}-*.sqlite")):
        if _checksum(path) == path.stem.rpartition("-")[2]:
            with contextlib.suppress(OSError):  # a cache that may be read but not written is still a cache
                os.utime(path)
            return path, damaged
        damaged = True
        path.unlink(missing_ok=True)
    return None, damaged


def _write(directory: Path, key: str, build: Callable[[sqlite3.Connection], None]) -> Path:
    """Build under a temporary name, then rename: readers see a whole index or none."""
    handle, name = tempfile.mkstemp(dir=directory, prefix="building-", suffix=".tmp")
    os.close(handle)
    draft = Path(name)
    try:
        _fill(draft, build)
        path = directory / f"{key}-{_checksum(draft)}.sqlite"
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def _fill(path: Path, build: Callable[[sqlite3.Connection], None]) -> None:
    """Build into a file without a journal: a build that breaks off is thrown away."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536;"
        )
        try:
            build(connection)
        except sqlite3.OperationalError as error:
            raise OSError(None, f"the index cannot be written: {error}") from error


def _in_memory(build: Callable[[sqlite3.Connection], None], note: str) -> Index:
    """An index that lasts as long as the process."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection)
    return Index(Database(None, connection), None, True, note)


def _checksum(path: Path) -> str:
    """CRC-32 of a file: quick, and enough against truncation and bit rot."""
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return f"{total:08x}"


def _prune(directory: Path, newest: Path) -> None:
    """Remove the indexes not used for longest, and drafts that a killed process left behind."""
    with contextlib.suppress(OSError):  # another process may be cleaning up too, or still have one open
        others = [path for path in directory.glob("*.sqlite") if path != newest]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        drafts = [path for path in directory.glob("building-*.tmp") if _is_old(path, newest)]
        for path in (*others[_KEPT:], *drafts):
            path.unlink(missing_ok=True)


def _is_old(draft: Path, newest: Path) -> bool:
    """Whether nobody can still be building this draft."""
    return newest.stat().st_mtime - draft.stat().st_mtime > 86_400
