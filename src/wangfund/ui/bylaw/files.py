"""A by-law read from a file and written to one; and its leaflet, made beside the window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.domain.rulebook.toml_text import TEXT_CAP_BYTES
from wangfund.store.books import Books
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.usecases.leaflet import leaflet_of


def read_rules(path: Path) -> str:
    """The text of a file that is a rulebook. Reads a file.

    Raises:
        Refused: RULEBOOK_NOT_FOUND, RULEBOOK_INVALID with its findings and their lines.
    """
    try:
        if path.stat().st_size > TEXT_CAP_BYTES:
            finding = Finding("RULEBOOK_TOO_LARGE", values={"limit_bytes": TEXT_CAP_BYTES})
            raise Refused("RULEBOOK_INVALID", {"faults": 1}, (finding,))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("RULEBOOK_NOT_FOUND", {"name": path.name}) from error
    parse_rulebook(text)
    return text


def write_rules(path: Path, text: str) -> Path:
    """Write a text to a file.

    Raises:
        Refused: OUTPUT_NOT_WRITTEN.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused("OUTPUT_NOT_WRITTEN", {"path": str(path)}) from error
    return path


def file_name(rules: Rulebook | None, *, draft: bool) -> str:
    """A name for the file, without its ending."""
    if rules is None:
        return "ร่างระเบียบ"
    return f"{'ร่าง' if draft else ''}ระเบียบ ฉบับที่ {rules.version}"


def leaflet_paper(books: Books, rules: Rulebook, *, draft: bool) -> Callable[[Progress], MadePaper]:
    """The leaflet of a version; a draft's says so."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import leaflet_pdf

        rows = leaflet_of(books, rules, draft=draft)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "leaflet.pdf"
            leaflet_pdf.render(rows, path, books.clock.today())
            return MadePaper(f"สิทธิประโยชน์ {file_name(rules, draft=draft)}", path.read_bytes())

    return make
