"""What a member may claim today, as the paper she takes home tells it."""

from __future__ import annotations

from wangfund.domain.errors import Refused
from wangfund.domain.papers.fund_head import Signature
from wangfund.domain.papers.rights_notice import RightsNotice
from wangfund.store.books import Books
from wangfund.store.members import member_by_id
from wangfund.usecases.desk import desk_on
from wangfund.usecases.entitlements_today import entitlements_of
from wangfund.usecases.member_view import member_view
from wangfund.usecases.take_payment import find_member

_TREASURER = "เหรัญญิก"


def rights_notice(books: Books, member_no: str) -> RightsNotice:
    """The notice of one who is a member today. Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: ALREADY_LEFT, NO_RULE_IN_FORCE.
    """
    with books.read() as r:
        m = find_member(r, member_no)
    return rights_notice_of(books, m.id)


def rights_notice_of(books: Books, member_id: int) -> RightsNotice:
    """As `rights_notice`, of a member by id. Reads only.

    Raises:
        Refused: ALREADY_LEFT, NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    view = member_view(books, member_id)
    with books.read() as r:
        m = member_by_id(r, member_id)
        if m.ended_on is not None and m.ended_on <= today:
            values = {"name": m.name, "member_no": m.member_no, "ended_on": m.ended_on.isoformat()}
            raise Refused("ALREADY_LEFT", values)
        desk = desk_on(r, today)
        found = entitlements_of(r, m, today)
    return RightsNotice(
        head=desk.head,
        day=found.on,
        name=m.name,
        member_no=m.member_no,
        moo=m.moo,
        village=view.village,
        joined=m.starts_on,
        paid_through=view.paid_through,
        owed_satang=view.owed_satang,
        rows=found.rows,
        ceiling_satang=found.ceiling_satang,
        used_satang=found.used_satang,
        to_heir=found.to_heir,
        heir=m.heir_name or "",
        version=desk.rulebook.rules.version,
        signature=Signature(desk.profile.officer(_TREASURER), _TREASURER),
    )
