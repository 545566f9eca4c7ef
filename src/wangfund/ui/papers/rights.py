"""ใบแจ้งสิทธิ of a member, as a paper."""

from __future__ import annotations

from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.workplace import Workplace
from wangfund.usecases.rights_notice import rights_notice


def rights_paper(place: Workplace, member_no: str) -> MadePaper:
    """What a member may claim today. Runs beside the window.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: ALREADY_LEFT, NO_RULE_IN_FORCE.
    """
    from wangfund.documents import rights_pdf

    notice, today = rights_notice(place.books, member_no), place.clock.today()
    pdf = drawn(lambda path: rights_pdf.render(notice, path, today))
    return MadePaper(f"ใบแจ้งสิทธิ {member_no}", pdf)
