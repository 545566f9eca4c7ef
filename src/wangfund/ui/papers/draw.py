"""A paper's bytes, from whoever draws it into a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path


def drawn(render: Callable[[Path], object], ending: str = "pdf") -> bytes:
    """What `render` writes to the path it is given, as bytes; nothing stays on the disk.

    Raises:
        StoreError: OUTPUT_FULL or OUTPUT_NOT_WRITTEN, when the machine's own folder for passing things is full.
    """
    from wangfund.ui.papers.output import refusal

    try:
        with tempfile.TemporaryDirectory(prefix="wangfund-") as folder:
            path = Path(folder) / f"paper.{ending}"
            render(path)
            return path.read_bytes()
    except OSError as error:
        raise refusal(error, Path(tempfile.gettempdir())) from error
