"""Who the fund is."""

from __future__ import annotations

from tests.funds import profile
from wangfund.domain.profile import Officer


def test_an_officer_is_found_by_the_first_post_that_begins_with_a_role() -> None:
    fund = profile(
        committee=(
            Officer("รองประธาน", "ข"),
            Officer("ประธานกองทุน", "ก"),
            Officer("เหรัญญิก (ฝ่ายรับ)", "ค"),
            Officer("เหรัญญิก", "ง"),
        )
    )
    assert (fund.officer("ประธาน"), fund.officer("เหรัญญิก"), fund.officer("เลขานุการ", "รองประธาน")) == (
        "ก",
        "ค",
        "ข",
    )
    assert fund.officer("ผู้ตรวจสอบ") == ""
