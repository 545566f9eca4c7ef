"""Keeping a paper as a file: all of it or nothing, and what the disk says in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from wangfund.store.errors import StoreError

_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_MISSING: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})
_BUSY: Final = frozenset({errno.EBUSY, errno.ETXTBSY})
_IN_USE_ON_WINDOWS: Final = frozenset({32, 33})


def write_file(path: Path, told: bytes) -> Path:
    """Write a file beside its place and put it there when it is whole; what stood there before stays until then.

    Raises:
        StoreError: OUTPUT_FORBIDDEN, OUTPUT_FULL, OUTPUT_MISSING, OUTPUT_IN_USE or OUTPUT_NOT_WRITTEN, by what the
            disk said. Nothing is left half written.
    """
    part = path.with_name(f".{path.name[-60:]}.part")
    try:
        try:
            with part.open("wb") as out:
                out.write(told)
                out.flush()
                os.fsync(out.fileno())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise refusal(error, path) from error
    return path


def refusal(error: OSError, path: Path) -> StoreError:
    """What an error of the disk means for a person who keeps a file at `path`."""
    code = "OUTPUT_NOT_WRITTEN"
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS or error.errno in _BUSY:
        code = "OUTPUT_IN_USE"
    elif error.errno in _FORBIDDEN:
        # Windows says 'forbidden' also of a file that is open in Excel.
        code = "OUTPUT_IN_USE" if os.name == "nt" and path.exists() else "OUTPUT_FORBIDDEN"
    elif error.errno in _FULL:
        code = "OUTPUT_FULL"
    elif error.errno in _MISSING:
        code = "OUTPUT_MISSING"
    return StoreError(code, {"path": str(path), "folder": str(path.parent), "name": path.name})
