"""The meeting's pack: every figure, draft and final, any length, the same file when printed again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import funds
from tests.documents.pack_samples import empty_pack, pack
from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HEAD, HOSTILE, MADE_ON
from wangfund.documents import month_pdf
from wangfund.domain.papers.fund_head import Signature
from wangfund.domain.papers.month_pack import Footing, MoneyPlace, MonthPack, StatementLine
from wangfund.store.fund_file import open_fund
from wangfund.text.accounts import account_name
from wangfund.thai.money_text import format_baht
from wangfund.usecases.month_pack import month_pack


def _render(tmp_path: Path, made: MonthPack, on: date = MADE_ON) -> bytes:
    path = tmp_path / "month.pdf"
    month_pdf.render(made, path, on)
    return path.read_bytes()


def _figures(made: MonthPack) -> set[int]:
    """Every amount of a pack but nothing, which is a dash."""
    lines = (*made.receipts, *made.benefits, *made.expenses)
    found = {
        made.opening_month_satang,
        made.opening_year_satang,
        made.closing_satang,
        made.setoff_month_satang,
    }
    found |= {
        made.received_month_satang,
        made.received_year_satang,
        made.paid_month_satang,
        made.paid_year_satang,
    }
    found |= {amount for line in lines for amount in (line.month_satang, line.year_satang)}
    found |= {place.satang for place in made.places}
    for pool in made.pools:
        found |= {pool.opening_satang, pool.received_satang, pool.paid_satang, pool.closing_satang}
    promises = made.promises
    found |= {promises.approved_unpaid_satang, promises.paid_ahead_satang, promises.total_satang}
    for one in made.paid:
        found |= {one.gross_satang, one.setoff_satang, one.net_satang}
    found |= {one.owed_satang for one in made.arrears}
    found |= {claim.net_satang for claim in made.waiting} | {void.amount_satang for void in made.voids}
    found |= {amount for bar in made.bars for amount in (bar.received_satang, bar.paid_satang)}
    found |= {amount for one in made.footings for amount in (one.left_satang, one.right_satang)}
    return found - {0}


def _people(made: MonthPack) -> set[str]:
    return (
        {one.name for one in made.paid}
        | {one.name for one in made.moves}
        | {one.name for one in made.waiting}
        | {one.who for one in made.voids}
        | {one.name for one in made.signatures}
    )


def test_every_figure_and_name_of_a_pack_is_printed(tmp_path: Path) -> None:
    made = pack(60)
    text = bare("".join(page_texts(_render(tmp_path, made))))
    assert [format_baht(one) for one in sorted(_figures(made)) if format_baht(one) not in text] == []
    assert [one for one in _people(made) if bare(one) not in text] == []
    assert [line.account for line in made.receipts if bare(account_name(line.account)) not in text] == []
    assert "หมู่5" in text


def test_every_figure_of_a_true_fund_is_printed_draft_and_final(tmp_path: Path) -> None:
    path = tmp_path / "fund.wangfund"
    path.write_bytes(funds.busy_bytes())
    with open_fund(path, funds.on(date(2026, 12, 5))) as books:
        packs = [month_pack(books, month) for month in (funds.NOVEMBER, funds.DECEMBER)]
    assert [made.draft for made in packs] == [False, True]
    for made in packs:
        text = bare("".join(page_texts(_render(tmp_path, made))))
        assert [format_baht(one) for one in sorted(_figures(made)) if format_baht(one) not in text] == []
        assert [one for one in _people(made) if bare(one) not in text] == []


def test_first_page_is_the_statement_to_sign(tmp_path: Path) -> None:
    first = page_texts(_render(tmp_path, pack()))[0]
    for words in (
        "รายงานรับ–จ่ายและฐานะกองทุน",
        "ประจำเดือน ตุลาคม 2569 · ปิดงวด 5 พ.ย. 2569 ตามมติ 11/2569",
        "เดือนตุลาคม",
        "ม.ค.–ต.ค. 2569",
        "ยอดยกไป 31 ต.ค. 2569",
        "เงินสมทบที่หักจากสวัสดิการ 60.00 บาท 1 ราย",
        "ร้อยละ 5.3",
        "นับแล้ว 30 ต.ค.",
        "ตรงกันทุกทาง",
        "7K4R",
        "2MS2",
        "9BDP",
        "(นายประเสริฐ วงศ์คำ)",
        "สมาชิก 698 คน เดือนนี้เข้า 4 ออก 1",
    ):
        assert words in first, words
    assert "ร่าง" not in first


def test_pages_with_names_warn_against_the_wall_and_all_are_counted(tmp_path: Path) -> None:
    texts = page_texts(_render(tmp_path, pack(200)))
    for number, text in enumerate(texts, 1):
        assert f"หน้า {number}/{len(texts)}" in text
        assert ("ห้ามติดประกาศ" in text) is (number > 1)


@pytest.mark.parametrize("setoff", [0, 6000])
def test_footnotes_are_counted_from_one_whichever_there_are(tmp_path: Path, setoff: int) -> None:
    cases = 1 if setoff else 0
    first = page_texts(_render(tmp_path, pack(setoff_month_satang=setoff, setoff_month_cases=cases)))[0]
    marks = "¹²³" if setoff else "¹²"
    assert [mark for mark in "¹²³" if mark in first] == list(marks)
    assert all(first.count(mark) == 2 for mark in marks)
    assert f"{marks[-1]} รับล่วงหน้า" in first


def test_draft_says_so_everywhere_and_has_no_fingerprint(tmp_path: Path) -> None:
    # A fingerprint given by mistake is not printed either.
    texts = page_texts(_render(tmp_path, pack(draft=True, closed_on=None, resolution="")))
    assert all("ร่าง" in text for text in texts)
    assert "พิมพ์ 5 พ.ย. 2569" in texts[0]
    assert "ยังไม่มีรหัสยืนยันงวด" in texts[0]
    assert not any("7K4R" in text for text in texts)


def test_sealed_month_printed_another_day_is_the_same_file_and_a_draft_is_not(tmp_path: Path) -> None:
    later = date(2027, 3, 1)
    assert _render(tmp_path, pack(), later) == _render(tmp_path, pack())
    draft = pack(draft=True, closed_on=None)
    assert _render(tmp_path, draft) == _render(tmp_path, draft)
    assert _render(tmp_path, draft, later) != _render(tmp_path, draft)


def test_difference_is_said_on_page_one_and_shown_in_the_checks(tmp_path: Path) -> None:
    wrong = Footing("PLACES_FOOT", 1_000_00, 1_300_00)
    texts = page_texts(
        _render(tmp_path, pack(footings=(*pack().footings, wrong), counted_cash_satang=4_650_00))
    )
    assert "ไม่ตรง 1 ข้อ" in texts[0]
    assert "นับได้จริง" in texts[0]
    assert "4,650.00" in texts[0]
    assert "1,300.00 \u2212300.00 ไม่ตรง" in " ".join(texts[-1].split())


def test_cash_not_yet_counted_is_said(tmp_path: Path) -> None:
    made = pack(draft=True, counted_on=None, counted_cash_satang=None)
    assert "เงินสดในมือ ยังไม่ได้นับ" in page_texts(_render(tmp_path, made))[0]


def test_month_without_anything_is_a_whole_pack(tmp_path: Path) -> None:
    data = _render(tmp_path, empty_pack())
    texts = page_texts(data)
    assert "".join(texts).count("ไม่มีรายการ") == 8
    assert ink_outside(data) == []
    assert unembedded(data) == []


def test_three_thousand_benefits_go_on_over_pages_with_their_heads(tmp_path: Path) -> None:
    made = pack(3_000)
    data = _render(tmp_path, made)
    texts = page_texts(data)
    assert sum("เต็มจำนวน" in text for text in texts) > 50
    text = bare("".join(texts))
    assert [one.member_no for one in made.paid if bare(f"{one.name} {one.member_no}") not in text] == []
    assert format_baht(sum(one.net_satang for one in made.paid)) in text


def _extreme() -> MonthPack:
    base = pack(40, villages=24)
    names = [name for name in HOSTILE if "่้" not in name]
    long = "บัญชีที่มีชื่อยาวมากเป็นพิเศษของกองทุนแห่งนี้ที่ตั้งไว้เมื่อปีก่อนและยังใช้อยู่จนถึงวันนี้"
    bank = "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร สาขาบ้านนาสุข บัญชีออมทรัพย์"
    return replace(
        base,
        draft=True,
        head=replace(HEAD, name=names[0]),
        resolution=names[0],
        receipts=tuple(
            StatementLine(f"{3000 + n * 100}", long if n == 2 else "", -123_456_789_00 * n, 987_654_321_10)
            for n in range(12)
        ),
        benefits=tuple(StatementLine(f"51{n:02d}", "", n * 100, n * 1000, n, n * 9) for n in range(1, 14)),
        places=(
            *(MoneyPlace(f"12{n:02d}", f"{bank} {n}", 10**11) for n in range(6)),
            MoneyPlace("1400", "", -77),
        ),
        paid=tuple(
            replace(one, name=names[n % 8], benefit_name=names[n % 8]) for n, one in enumerate(base.paid)
        ),
        moves=tuple(replace(one, name=names[n % 8]) for n, one in enumerate(base.moves * 2)),
        arrears=tuple(replace(one, village=names[n % 8]) for n, one in enumerate(base.arrears)),
        waiting=tuple(
            replace(one, name=names[n % 8], benefit_name=names[n % 8])
            for n, one in enumerate(base.waiting * 4)
        ),
        voids=tuple(
            replace(one, who=names[n % 8], reason=names[n % 8]) for n, one in enumerate(base.voids * 5)
        ),
        footings=(Footing("NOT_YET_NAMED", 1, -2_000_000_000_00),),
        signatures=(Signature(names[0], names[0]),) * 4,
    )


@pytest.mark.parametrize("made", [pack(), pack(draft=True), _extreme()], ids=["usual", "draft", "extreme"])
def test_nothing_leaves_the_margins_or_stands_on_its_neighbour(tmp_path: Path, made: MonthPack) -> None:
    data = _render(tmp_path, made)
    assert ink_outside(data) == []
    assert overlapping(data) == []
    assert unembedded(data) == []


def test_banks_of_long_names_are_told_apart(tmp_path: Path) -> None:
    text = bare("".join(page_texts(_render(tmp_path, _extreme()))))
    assert all(f"บัญชีออมทรัพย์{n}" in text for n in range(6))
    assert format_baht(sum(place.satang for place in _extreme().places)) in text
