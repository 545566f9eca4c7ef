"""A leaving recorded by mistake is taken back on the same day: nothing was paid or printed because of it yet."""

from __future__ import annotations

from datetime import timedelta, timezone

from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.members import claims_since, last_act_on_spell, reopen_spell
from wangfund.usecases.end_membership import CAUSES
from wangfund.usecases.take_payment import find_member

_BANGKOK = timezone(timedelta(hours=7))


def undo_leaving(books: Books, member_no: str, who: str = "") -> str:
    """Open the spell again that was ended today; gives the cause that was taken back. Writes.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: NOT_LEFT; LEAVING_STAYS (recorded on an earlier day or by an import, or a claim told since rests on it).
    """
    today = books.clock.today()
    with books.write("member.leaving_undone", who) as w:
        m = find_member(w, member_no)
        if m.ended_on is None:
            raise Refused("NOT_LEFT", {"member_no": m.member_no, "name": m.name})
        code, at = last_act_on_spell(w, m.spell_id)
        by_hand = code in {f"member.{cause}" for cause in CAUSES}
        if not by_hand or at.astimezone(_BANGKOK).date() != today or claims_since(w, m.id, today):
            raise Refused("LEAVING_STAYS", {"member_no": m.member_no, "name": m.name})
        cause = m.cause or ""
        reopen_spell(w, m.spell_id)
        w.facts.update(member_no=m.member_no, cause=cause)
        w.commit()
    return cause
