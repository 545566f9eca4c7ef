"""Taking an entry back: never by erasing, always by the opposite entry, dated today, with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain import accounts
from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.ledger import mirror
from wangfund.domain.posting import Entry, Posting
from wangfund.store.books import Books, Writer
from wangfund.store.claims import reverse_payment, set_claim
from wangfund.store.coverage import credits_of, reverse_coverage
from wangfund.store.ledger import EntryRow, current_balances, entry_row
from wangfund.store.periods import last_closed
from wangfund.store.receipts import receipt_of_entry
from wangfund.usecases.desk import desk_on
from wangfund.usecases.money_held import require_money
from wangfund.usecases.open_months import require_open


@dataclass(frozen=True, slots=True)
class ReverseEntry:
    """The entry to take back and why."""

    entry_id: int
    reason: str


def reverse_entry(books: Books, command: ReverseEntry, who: str = "") -> int:
    """Post the opposite of an entry today; its receipt or voucher is void, its months are owed again. Writes.

    Gives the new entry's id. A benefit's payment taken back leaves its claim approved: to be paid again, or withdrawn.

    Raises:
        NotFound: ENTRY_UNKNOWN.
        Refused: REASON_MISSING, ALREADY_REVERSED, REVERSAL_STAYS, CREDIT_USED, MONEY_SHORT, PERIOD_CLOSED,
            OPENING_TOO_LATE (balances brought forward stay once a month is closed).
    """
    if not command.reason.strip():
        raise Refused("REASON_MISSING")
    today = books.clock.today()
    with books.write("entry.reversed", who) as w:
        row = _reversible(w, command.entry_id)
        day = today
        if row.kind == "opening":
            # Balances brought forward are no money of any month: they are taken back on their own day.
            day = row.date
            if last_closed(w) is not None:
                raise Refused("OPENING_TOO_LATE")
        else:
            require_open(w, today, today)
        for line in row.lines:
            if accounts.is_asset(line.account) and line.debit_satang:
                require_money(current_balances(w), line.account, line.debit_satang)
        desk = desk_on(w, today)
        entry = Entry(
            day,
            "reversal",
            mirror(row.lines),
            who=row.who,
            member_id=row.member_id,
            reverses_id=row.id,
            reason=command.reason.strip(),
        )
        (posted,) = desk.post(w, [Posting(entry)])
        reverse_coverage(w, row.id, posted.entry_id)
        claim = reverse_payment(w, row.id, posted.entry_id)
        if claim is not None:
            # The money came back: what was decided stands, and is to be paid again or withdrawn.
            set_claim(w, claim, state="approved")
        w.facts.update(entry=row.id, reason=command.reason.strip())
        w.commit()
    return posted.entry_id


def _reversible(w: Writer, entry_id: int) -> EntryRow:
    row = entry_row(w, entry_id)
    if row is None:
        raise NotFound("ENTRY_UNKNOWN", {"entry": entry_id})
    if row.kind == "reversal":
        raise Refused("REVERSAL_STAYS", {"entry": entry_id})
    if row.reversed_by is not None:
        raise Refused("ALREADY_REVERSED", {"entry": entry_id, "by": row.reversed_by})
    receipt = receipt_of_entry(w, entry_id)
    if receipt is not None and receipt.spell_id is not None and receipt.credit_satang > 0:
        left = credits_of(w, [receipt.spell_id]).get(receipt.spell_id, 0) - receipt.credit_satang
        if left < 0:
            raise Refused("CREDIT_USED", {"entry": entry_id, "missing_satang": -left})
    return row
