"""Whether a running number (ลำดับ) serves as member number, where a register has no other."""

from __future__ import annotations

from collections.abc import Sequence

from wangfund.domain.register.mend_number import mend_member_no
from wangfund.domain.register.table import Table


def sequence_is_member_no(tables: Sequence[Table]) -> bool:
    """True when the running numbers of all sheets without member numbers name each row once in the file.

    A list that begins again at 1 on every sheet is no numbering of members.
    """
    seen: set[str] = set()
    counted = 0
    for table in tables:
        for row in table.rows:
            own = "member_no" in row.columns
            number = mend_member_no(row.cells.get("member_no" if own else "sequence")).value
            if number is None:
                continue
            if number in seen and not own:
                return False
            if not own:
                if not number.isdecimal():
                    return False
                counted += 1
            seen.add(number)
    return counted > 0
