"""A read-only SQLite index that threads and forked processes may share."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Database"]

_CACHE_KIB = 16_384  # pages kept in memory by each connection


class Database:
    """Runs queries on an index.

    Every thread, and every process after a fork, opens its own connection to an index file. An index in
    memory has one connection, on which SQLite itself lets one thread in at a time.

    Args:
        path: The index file, or None.
        memory: The connection of an index in memory, when there is no file.
    """

    def __init__(self, path: Path | None, memory: sqlite3.Connection | None = None) -> None:
        self._path = path
        self._memory = memory
        self._local = threading.local()

    def rows(self, sql: str, arguments: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        try:
            return self._connection().execute(sql, arguments).fetchall()
        except UnicodeEncodeError:  # half a character, which no record can contain
            return []
        except sqlite3.DatabaseError as error:
            place = self._path or "memory"
            raise ReferenceDataError(
                f"the reference index in {place} cannot be read any more ({error});"
                " open the store again to rebuild it"
            ) from error

    def close(self) -> None:
        """Close this thread's connection."""
        connection = self._memory or getattr(self._local, "connection", None)
        self._local = threading.local()
        if connection is not None:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        if self._path is None:
            if self._memory is None:
                raise ReferenceDataError(
                    "the reference store has no index: it was made without a file and without memory"
                )
            return self._memory
        if getattr(self._local, "process", None) != os.getpid():
            self._local.connection = _connect(self._path)
            self._local.process = os.getpid()
        connection: sqlite3.Connection = self._local.connection
        return connection


def _connect(path: Path) -> sqlite3.Connection:
    """Open an index file; nobody writes to it after it has got its name, so no locks are needed."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    connection.execute(f"pragma cache_size = -{_CACHE_KIB}")
    return connection
