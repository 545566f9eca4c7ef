"""What the first bytes of a file say, read without opening it as a database."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

from wangfund.store.errors import StoreError
from wangfund.store.sqlite_engine import os_error

APPLICATION_ID = 0x57464E44
"""'WFND': this file is a fund of wangfund."""

SCHEMA = 4
"""The newest schema this program knows: the number of the last migration, kept as user_version."""

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Header:
    """Schema number and size in bytes of a fund file."""

    schema: int
    size: int


def read_header(path: Path) -> Header:
    """Look whether a file is a fund of ours and of which schema. Reads only, changes nothing.

    Raises:
        StoreError: FILE_NOT_FOUND, FILE_EMPTY, NOT_A_FUND, FILE_DAMAGED, FILE_TOO_NEW or what the system says.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise os_error(error, path) from error
    values = {"path": str(path)}
    if size == 0:
        raise StoreError("FILE_EMPTY", values)
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise StoreError("NOT_A_FUND", values)
    user_version, application = struct.unpack(">I4xI", head[60:72])
    if application != APPLICATION_ID:
        raise StoreError("NOT_A_FUND", values)
    page = struct.unpack(">H", head[16:18])[0]
    page = 65536 if page == 1 else page
    pages = struct.unpack(">I", head[28:32])[0]
    hot = path.with_name(path.name + "-journal").exists()
    if not hot and (page < 512 or pages == 0 or size < page * pages):
        raise StoreError("FILE_DAMAGED", values)
    if user_version > SCHEMA:
        raise StoreError("FILE_TOO_NEW", {**values, "schema": user_version, "known": SCHEMA})
    if user_version == 0:
        raise StoreError("FILE_DAMAGED", values)
    return Header(user_version, size)


def is_writable(path: Path) -> bool:
    """Whether the file and its folder may be written (the rollback journal lies beside the file)."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
