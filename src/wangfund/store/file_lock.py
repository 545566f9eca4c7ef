"""One writer a file: a lock of the operating system that goes with its process."""

from __future__ import annotations

import getpass
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path

from wangfund.store.errors import StoreError
from wangfund.store.sqlite_engine import os_error


def take_lock(path: Path, desk: str, since: str) -> Callable[[], None]:
    """Take the lock of a fund file; gives the act that lets it go.

    Beside NAME.wangfund lie `.NAME.wangfund.lock` (the lock) and `.NAME.wangfund.who` (who has it, for the message).

    Raises:
        StoreError: FILE_LOCKED with who has it and since when, or what the system says.
    """
    # Reading commands take no lock and need not wait for its library.
    from filelock import FileLock, Timeout

    lock_path = path.with_name(f".{path.name}.lock")
    who_path = path.with_name(f".{path.name}.who")
    lock = FileLock(str(lock_path))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreError("FILE_LOCKED", {"path": str(path), **_who(who_path)}) from error
    except OSError as error:
        raise os_error(error, path) from error

    def release() -> None:
        who_path.unlink(missing_ok=True)
        lock.release()

    try:
        told = {"who": desk, "since": since, "process": os.getpid(), "machine": _machine(), "user": _user()}
        who_path.write_text(json.dumps(told), encoding="utf-8")
    except OSError as error:
        release()
        raise os_error(error, path) from error
    return release


def _who(path: Path) -> dict[str, str | int]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"who": "", "since": "", "process": 0, "machine": "", "user": ""}
    return {
        "who": str(told.get("who", "")),
        "since": str(told.get("since", "")),
        "process": int(told.get("process", 0)),
        "machine": str(told.get("machine", "")),
        "user": str(told.get("user", "")),
    }


def _machine() -> str:
    """What this computer calls itself."""
    return platform.node()


def _user() -> str:
    """The name this person has with the system, "" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
