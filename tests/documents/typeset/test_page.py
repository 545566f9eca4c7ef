"""The file under a paper: the same bytes, Thai as its language, pages counted, whole or not at all."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdf
import pytest

from tests.documents.typeset.extractors import by_pdfium
from tests.documents.typeset.golden import SENTENCE, WORDS
from tests.documents.typeset.papers import FUND, INFO, blank, statement
from tests.documents.typeset.raster import page_ink
from wangfund.documents.typeset.measures import A4, BOTTOM, LEFT, MM, RIGHT
from wangfund.documents.typeset.page import Footer, Paper


def _pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def test_same_data_gives_the_same_bytes_in_another_process_that_did_other_work_first() -> None:
    code = (
        "import sys\n"
        "from tests.documents.typeset.papers import blank, statement\n"
        "from tests.documents.typeset.golden import WORDS\n"
        "other = blank()\n"
        "for word in reversed(WORDS):\n    other.write(word)\n"
        "other.to_bytes()\n"
        "sys.stdout.buffer.write(statement().to_bytes())\n"
    )
    root = Path(__file__).parents[3]
    environment = dict(os.environ, PYTHONHASHSEED="7", TZ="Asia/Bangkok")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=root, env=environment
    )
    assert done.stdout == statement().to_bytes()


def test_other_data_gives_other_bytes() -> None:
    assert statement(draft=True).to_bytes() != statement().to_bytes()


def test_file_says_what_it_is_in_thai() -> None:
    reader = pypdf.PdfReader(BytesIO(statement().to_bytes()))
    assert reader.metadata is not None
    assert reader.metadata.title == "รายงานรับ–จ่าย"
    assert reader.metadata.author == FUND
    assert str(reader.metadata["/CreationDate"]) == "D:20261030000000+07'00'"
    assert str(reader.root_object["/Lang"]) == "th-TH"
    assert "2000" not in str(reader.metadata)


def test_file_is_binary_and_compressed() -> None:
    data = statement().to_bytes()
    assert b"ASCII85Decode" not in data
    assert b"FlateDecode" in data


def test_footer_counts_pages_of_its_section() -> None:
    paper = blank(Footer("หมู่ 1"))
    paper.next_page()
    paper.next_section(Footer("หมู่ 2"))
    paper.next_section(Footer("หมู่ 3", "ลายนิ้วบัญชี ABCD"))
    texts = _pages(paper.to_bytes())
    assert ["หน้า 1/2" in texts[0], "หน้า 2/2" in texts[1], "หน้า 1/1" in texts[2]] == [True] * 3
    assert "หมู่ 2" in texts[2]
    assert "หน้า" not in texts[3]
    assert "ลายนิ้วบัญชี ABCD" in texts[3]


def test_page_may_bring_a_footer_of_its_own_and_keeps_counting() -> None:
    paper = blank(Footer("หน้าแรก"))
    paper.next_page(Footer("มีชื่อสมาชิก"))
    paper.next_page()
    texts = _pages(paper.to_bytes())
    assert ["มีชื่อสมาชิก" in text for text in texts] == [False, True, True]
    assert "หน้า 3/3" in texts[2]


def test_draft_says_so_beside_its_title_and_in_every_footer() -> None:
    paper = statement(draft=True)
    paper.next_page()
    first, second = _pages(paper.to_bytes())
    assert first.count("ร่าง") == 2
    assert second.count("ร่าง") == 1
    assert "ร่าง" not in _pages(statement().to_bytes())[0]


def test_long_footer_does_not_run_into_the_page_number() -> None:
    paper = blank(Footer(SENTENCE * 3))
    text = by_pdfium(paper.to_bytes())
    assert "…" in text
    assert "หน้า 1/1" in text


def test_ink_keeps_to_the_margins() -> None:
    paper = statement()
    for word in WORDS:
        paper.write(f"{word} {SENTENCE}")
    data, scale = paper.to_bytes(), 2
    for page in range(2):
        ink = page_ink(data, page, scale)
        rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
        assert columns[0] >= (LEFT - 2) * scale
        assert columns[-1] <= (A4[0] - RIGHT + 2) * scale
        assert rows[-1] <= (A4[1] - BOTTOM + 4) * scale


def test_need_turns_the_page_and_draws_the_running_head() -> None:
    paper = blank(Footer())
    heads: list[int] = []

    def head(turned: Paper) -> None:
        heads.append(turned.page_number)
        turned.write("ต่อจากหน้าก่อน")

    paper.on_next_page = head
    assert not paper.need(100)
    paper.skip(paper.room - 50)
    assert paper.need(100)
    assert heads == [2]
    assert "ต่อจากหน้าก่อน" in _pages(paper.to_bytes())[1]


def test_save_replaces_the_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "รายงาน ต.ค. 2569.pdf"
    target.write_bytes(b"old")
    statement().save(target)
    assert target.read_bytes() == statement().to_bytes()
    assert list(tmp_path.iterdir()) == [target]


def test_save_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        statement().save(target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_paper_of_its_own_size_for_a_screen() -> None:
    paper = Paper(INFO, size=(100 * MM, 60 * MM))
    paper.write("กราฟ")
    box = pypdf.PdfReader(BytesIO(paper.to_bytes())).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((100 * MM, 60 * MM), abs=0.01)


def test_importing_documents_does_not_import_reportlab() -> None:
    code = "import sys, wangfund.documents; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_typesetting_needs_neither_platypus_nor_graphics() -> None:
    code = (
        "import sys; from tests.documents.typeset.papers import statement; statement().to_bytes()\n"
        "sys.exit(any(name in sys.modules for name in ('reportlab.platypus', 'reportlab.graphics')))"
    )
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=root).returncode == 0
