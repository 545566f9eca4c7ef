"""A fund file held by another process, for as long as a block lasts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPEN = """
from tests.funds import TODAY, on
from pathlib import Path
from wangfund.store.fund_file import open_fund
with open_fund(Path(sys.argv[1]), on(TODAY), desk="นางสาวโต๊ะอื่น") as books:
    print("ready", flush=True)
    sys.stdin.readline()
"""

_WRITING = """
from tests.funds import TODAY, on
from pathlib import Path
from wangfund.store.fund_file import open_fund
with open_fund(Path(sys.argv[1]), on(TODAY)) as books, books.write("test") as w:
    w.connection.exec_driver_sql("UPDATE member SET phone = 'x'")
    w.seal()
    print("ready", flush=True)
    sys.stdin.readline()
    w.commit()
"""

_KILLED = """
import os, sqlite3
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=2")
c.execute("BEGIN IMMEDIATE")
for at in range(2000):
    c.execute("INSERT INTO printing (paper, row_id, at_utc) VALUES ('x', ?, ?)", (at, "y" * 500))
os.kill(os.getpid(), 9)
"""


@contextmanager
def _process(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", f"import sys{script}", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.stdin.write("\n")
        process.stdin.close()
    assert process.returncode == 0


@contextmanager
def held_open(path: Path) -> Iterator[int]:
    """The file is open for writing elsewhere; gives the other process's number."""
    with _process(_OPEN, path) as process:
        yield process.pid


@contextmanager
def being_written(path: Path) -> Iterator[None]:
    """Elsewhere a write has been made and is not committed yet; it is at the end of the block."""
    with _process(_WRITING, path):
        yield


def power_cut(path: Path) -> None:
    """Another process is killed in the middle of writing: the file half-written, its journal beside it."""
    subprocess.run([sys.executable, "-c", f"import sys{_KILLED}", str(path)], check=False)
