"""Thumbnails and facts on disk, for several processes at once; without it everything still works.

One SQLite file. A fact is found by (path, size, modification time) -> digest of the bytes -> value,
so a moved picture is not measured again and a changed one always is.
"""

import logging
import os
import sqlite3
import zlib
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.images.evidence import ALGORITHM_VERSION, Evidence
from app.images.evidence_codec import from_json, to_json

log = logging.getLogger(__name__)
T = TypeVar("T")

FILE_NAME = "pictures.sqlite"
KEPT_NAME = FILE_NAME + ".bad"
_FOUND_NAME = FILE_NAME + ".damaged"
"""A worker cannot tell anybody: what it sets aside has this name until it was said."""
MOST_BYTES = 1_500_000_000
"""Beyond this the oldest quarter of the thumbnails goes: about 100,000 pictures."""

_WAIT_SECONDS = 2.0
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
    }
)
"""Errors of the disk or of the moment; any other means that the file itself is damaged."""
_TRIM_EVERY = 500
_LAYOUT = 1
"""Raised when the tables change: those of another layout are dropped."""
_TABLES = """
DROP TABLE IF EXISTS files;
DROP TABLE IF EXISTS facts;
DROP TABLE IF EXISTS thumbnails;
CREATE TABLE files(
    path BLOB PRIMARY KEY, size INTEGER, modified INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE facts(
    key TEXT PRIMARY KEY, checksum INTEGER, value BLOB) WITHOUT ROWID;
CREATE TABLE thumbnails(
    id INTEGER PRIMARY KEY, digest TEXT, side INTEGER, checksum INTEGER, value BLOB,
    UNIQUE(digest, side));
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file looks like from outside: while it is the same, so are its bytes, we trust."""

    size: int
    """In bytes."""
    modified: int
    """In nanoseconds since 1970."""

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """From what `stat` told."""
        return cls(status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the cache knows of a file; each may be missing."""

    digest: str | None = None
    evidence: Evidence | None = None
    thumbnail: bytes | None = None
    """An encoded picture, as it was given to `remember`."""


def recall(folder: Path | None, path: Path, stamp: Stamp, side: int) -> Remembered:
    """What is known of a file that looks like this; never raises, at worst nothing is known."""

    def read(connection: sqlite3.Connection) -> Remembered:
        row = connection.execute(
            "SELECT digest FROM files WHERE path=? AND size=? AND modified=?",
            (os.fsencode(path), stamp.size, stamp.modified),
        ).fetchone()
        return Remembered() if row is None else _by_digest(connection, str(row[0]), side)

    return _attempt(folder, read, Remembered())


def recall_facts(
    folder: Path | None, files: Iterable[tuple[Path, Stamp | None]]
) -> list[Evidence | None]:
    """What was measured of many files; None for those that are not known, or have no stamp."""
    asked = list(files)

    def read(connection: sqlite3.Connection) -> list[Evidence | None]:
        return [None if stamp is None else _facts(connection, path, stamp) for path, stamp in asked]

    return _attempt(folder, read, [None] * len(asked))


def recall_digest(folder: Path | None, digest: str, side: int) -> Remembered:
    """What is known of these bytes, wherever they lay before."""

    def read(connection: sqlite3.Connection) -> Remembered:
        return _by_digest(connection, digest, side)

    return _attempt(folder, read, Remembered(digest))


def remember(
    folder: Path | None,
    path: Path,
    stamp: Stamp,
    evidence: Evidence,
    *,
    side: int,
    thumbnail: bytes | None,
) -> None:
    """Keep what was found of a file; a full or read-only disk is no reason to stop."""
    digest = evidence.digest
    if digest is None or folder is None:
        return
    value = to_json(evidence).encode("ascii")

    def write(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT OR REPLACE INTO files VALUES(?,?,?,?)",
            (os.fsencode(path), stamp.size, stamp.modified, digest),
        )
        connection.execute(
            "INSERT OR REPLACE INTO facts VALUES(?,?,?)",
            (_key(digest), zlib.crc32(value), value),
        )
        if thumbnail is not None:
            row = connection.execute(
                "INSERT OR REPLACE INTO thumbnails(digest,side,checksum,value) VALUES(?,?,?,?)",
                (digest, side, zlib.crc32(thumbnail), thumbnail),
            )
            if (row.lastrowid or 0) % _TRIM_EVERY == 0:
                _trim(connection)

    _attempt(folder, write, None)


def damage_found(folder: Path | None) -> Path | None:
    """Where a damaged cache is kept, said once after one was found, in whatever process."""
    if folder is None:
        return None
    recall_digest(folder, "", 0)  # what cannot be read at all is found by this
    kept = folder / KEPT_NAME
    try:
        (folder / _FOUND_NAME).replace(kept)
    except OSError:
        return None
    return kept


def _facts(connection: sqlite3.Connection, path: Path, stamp: Stamp) -> Evidence | None:
    row = connection.execute(
        "SELECT digest FROM files WHERE path=? AND size=? AND modified=?",
        (os.fsencode(path), stamp.size, stamp.modified),
    ).fetchone()
    return None if row is None else _evidence(connection, str(row[0]))


def _by_digest(connection: sqlite3.Connection, digest: str, side: int) -> Remembered:
    picture = connection.execute(
        "SELECT checksum, value FROM thumbnails WHERE digest=? AND side=?", (digest, side)
    ).fetchone()
    return Remembered(digest, _evidence(connection, digest), _checked(picture))


def _evidence(connection: sqlite3.Connection, digest: str) -> Evidence | None:
    value = _checked(
        connection.execute(
            "SELECT checksum, value FROM facts WHERE key=?", (_key(digest),)
        ).fetchone()
    )
    try:
        evidence = None if value is None else from_json(value.decode("ascii"))
    except ValueError:
        return None
    return evidence if evidence is not None and evidence.digest == digest else None


def _checked(row: tuple[object, object] | None) -> bytes | None:
    """The value of a row, if it is still what was put there: SQLite itself keeps no checksums."""
    if row is None or not isinstance(row[1], bytes) or zlib.crc32(row[1]) != row[0]:
        return None
    return row[1]


def _key(digest: str) -> str:
    return f"{digest}/{ALGORITHM_VERSION}"


def _trim(connection: sqlite3.Connection) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if (pages - free) * size > MOST_BYTES:
        connection.execute(
            "DELETE FROM thumbnails WHERE id <= "
            "(SELECT min(id) + (max(id) - min(id)) / 4 FROM thumbnails)"
        )


def _attempt(folder: Path | None, action: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
    """Run `action` on the open cache; a damaged file is set aside and the next call starts anew."""
    if folder is None:
        return otherwise
    file = folder / FILE_NAME
    inode = _inode(file)
    try:
        with _opened(file) as connection:
            return action(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING:
            log.info("the picture cache was left aside: %s", error)
            return otherwise
        log.warning("the picture cache is damaged and was set aside: %s", error)
        _set_aside(file, inode)
    except OSError as error:
        log.info("the picture cache was left aside: %s", error)
    return otherwise


@contextmanager
def _opened(file: Path) -> Generator[sqlite3.Connection]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=_WAIT_SECONDS)) as connection, connection:
        # Readers do not wait for a writer, and a killed one leaves no half-written page. What a
        # power cut takes away is measured again, so nothing waits for the disk.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=OFF")
        (layout,) = connection.execute("PRAGMA user_version").fetchone()
        if layout != _LAYOUT:
            _lay_out(connection)
        yield connection


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another process has done so between our look and our turn."""
    connection.execute("BEGIN IMMEDIATE")
    (layout,) = connection.execute("PRAGMA user_version").fetchone()
    if layout != _LAYOUT:
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={_LAYOUT}")
    connection.commit()


def _inode(file: Path) -> int | None:
    try:
        return file.stat().st_ino
    except OSError:
        return None


def _set_aside(file: Path, inode: int | None) -> None:
    """Rename the file that was found damaged, unless another process already replaced it."""
    if _inode(file) != inode:
        return
    try:
        file.replace(file.with_name(_FOUND_NAME))
        for extra in ("-wal", "-shm"):
            file.with_name(FILE_NAME + extra).unlink(missing_ok=True)
    except OSError as error:
        log.info("the damaged picture cache stays where it is: %s", error)
