"""PDFium serves one thread at a time: whoever draws a page, beside the window or in it, holds this."""

from __future__ import annotations

from threading import Lock
from typing import Final

PDFIUM: Final = Lock()
