"""The notice for a wall: sums only, one page, no name of anybody."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.pack_samples import empty_pack, pack
from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HEAD, MADE_ON
from wangfund.documents import notice_pdf
from wangfund.documents.month_pack.shares import hundredths
from wangfund.domain.papers.month_pack import MonthPack, PoolLine


def _render(tmp_path: Path, made: MonthPack) -> bytes:
    path = tmp_path / "notice.pdf"
    notice_pdf.render(made, path, MADE_ON)
    return path.read_bytes()


def test_notice_shows_the_sums_and_nobodys_name(tmp_path: Path) -> None:
    made = pack(30)
    (text,) = page_texts(_render(tmp_path, made))
    for words in (
        "ณ วันที่ 31 ตุลาคม 2569 กองทุนมีเงิน",
        "1,172,480.75 บาท",
        "อยู่ในธนาคาร 1,167,825.75 บาท และเงินสด 4,655.00 บาท",
        "58,560.00",
        "21,260 บาท",
        "เดือนนี้ ช่วยสมาชิก 9 ราย",
        "11,800 บาท",
        "1,225 บาท",
        "ปีนี้ ช่วยไปแล้ว 274 ราย",
        "194,300 บาท",
        "สมาชิก 698 คน ใน 12 หมู่บ้าน",
        "7K4R 2MS2 9BDP",
    ):
        assert words in text, words
    people = [one.name for one in made.paid] + [one.name for one in made.moves]
    people += [one.name for one in made.waiting] + [one.name for one in made.signatures]
    people += [one.who for one in made.voids]
    assert [one for one in people if bare(one) in bare(text)] == []


def test_draft_notice_says_so_and_has_no_fingerprint(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, pack(draft=True)))
    assert text.count("ร่าง") == 2
    assert "7K4R" not in text


@pytest.mark.parametrize(
    "made",
    [
        pack(),
        empty_pack(),
        pack(head=replace(HEAD, name="กองทุนสวัสดิการชุมชน" * 20), closing_satang=-98_765_432_198_76),
        pack(pools=tuple(PoolLine(f"กองที่มีชื่อยาวมาก{n}", 0, 0, 0, 10**n) for n in range(9))),
        pack(pools=(PoolLine("welfare", 0, 0, 5, -5), PoolLine("admin", 0, 5, 0, 5))),
    ],
    ids=["usual", "empty", "long", "many pools", "overdrawn"],
)
def test_notice_is_one_page_inside_its_margins(tmp_path: Path, made: MonthPack) -> None:
    data = _render(tmp_path, made)
    assert len(page_texts(data)) == 1
    assert ink_outside(data) == []
    assert overlapping(data) == []
    assert unembedded(data) == []


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=9))
def test_parts_of_a_hundred_add_up_and_are_near(amounts: list[int]) -> None:
    parts = hundredths(amounts)
    assert sum(parts) == 100
    assert all(
        abs(part - amount * 100 / sum(amounts)) < 1 for part, amount in zip(parts, amounts, strict=True)
    )
