"""Heirs by shares: who was named by a resolution for how many parts, and what the next voucher is for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wangfund.domain.errors import Refused
from wangfund.domain.money import split_by_parts
from wangfund.store.claims import ClaimRow, PaymentRow


@dataclass(frozen=True, slots=True)
class HeirShare:
    """An heir the meeting named, what she was to the member, and her parts of the whole."""

    name: str
    relation: str = ""
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Share:
    """What one voucher pays: its number from 1, its gross satang, to whom ("" the usual payee).

    `takes_setoff`: the months owed are set off from it; `last`: nothing is left to pay after it.
    """

    number: int
    gross_satang: int
    payee: str
    takes_setoff: bool
    last: bool


@dataclass(frozen=True, slots=True)
class ShareLine:
    """An heir's share as it stands: `net_satang` what was handed over, or what would be if it were paid next.

    `entry_id` 0 and `paid_on` None: not paid, or the money came back.
    """

    number: int
    name: str
    relation: str
    parts: int
    net_satang: int
    entry_id: int = 0
    paid_on: date | None = None

    @property
    def paid(self) -> bool:
        """Whether a payment of it stands."""
        return bool(self.entry_id)


def checked_heirs(heirs: Sequence[HeirShare]) -> tuple[HeirShare, ...]:
    """Heirs with their names in order.

    Raises:
        Refused: HEIR_UNNAMED, HEIR_TWICE, HEIR_WITHOUT_PART.
    """
    found = tuple(HeirShare(" ".join(h.name.split()), " ".join(h.relation.split()), h.parts) for h in heirs)
    names = [heir.name for heir in found]
    if not all(names):
        raise Refused("HEIR_UNNAMED")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise Refused("HEIR_TWICE", {"name": twice})
    without = next((heir.name for heir in found if heir.parts < 1), None)
    if without is not None:
        raise Refused("HEIR_WITHOUT_PART", {"name": without})
    return found


def heirs_record(heirs: Sequence[HeirShare]) -> list[dict[str, Any]]:
    """The heirs as they are kept with the decision."""
    return [{"name": heir.name, "relation": heir.relation, "parts": heir.parts} for heir in heirs]


def heirs_of(row: ClaimRow) -> tuple[HeirShare, ...]:
    """The heirs the last decision of a claim named; none for most claims."""
    told = json.loads(row.assessment) if row.assessment else {}
    return tuple(HeirShare(one["name"], one["relation"], one["parts"]) for one in told.get("heirs", ()))


def share_to_pay(row: ClaimRow, payments: Sequence[PaymentRow], wanted: int, setoff_satang: int) -> Share:
    """The share a payment is for. What is handed over is the gross less the set-off, cut by the heirs' parts.

    Raises:
        Refused: SHARE_NOT_NAMED with how many there are, SHARE_PAID.
    """
    heirs = heirs_of(row)
    standing = {p.share_no: p for p in payments if p.reversed_by is None}
    if not heirs:
        if wanted:
            raise Refused("SHARE_NOT_NAMED", {"claim": row.number, "share": wanted, "shares": 0})
        return Share(1, row.gross_satang, "", takes_setoff=True, last=True)
    if not 1 <= wanted <= len(heirs):
        raise Refused("SHARE_NOT_NAMED", {"claim": row.number, "share": wanted, "shares": len(heirs)})
    if wanted in standing:
        raise Refused("SHARE_PAID", {"claim": row.number, "share": wanted, "name": heirs[wanted - 1].name})
    taken = sum(p.gross_satang - p.net_satang for p in standing.values())
    last = len(standing) == len(heirs) - 1
    rest = row.gross_satang - sum(p.gross_satang for p in standing.values())
    # Taken once: with the first share, or again with the next one when the share it was taken from came back.
    takes = not taken and (not last or setoff_satang <= rest)
    net = row.gross_satang - (setoff_satang if takes else taken)
    own = split_by_parts(net, [heir.parts for heir in heirs])[wanted - 1]
    # The last one closes the sum to the satang, whatever was set off or taken back meanwhile.
    gross = rest if last else min(rest, own + (setoff_satang if takes else 0))
    return Share(wanted, gross, heirs[wanted - 1].name, takes_setoff=takes, last=last)


def share_lines(row: ClaimRow, payments: Sequence[PaymentRow], setoff_satang: int) -> tuple[ShareLine, ...]:
    """Every heir's share, paid or not; none where no heirs were named. `setoff_satang` is what would be set off now."""
    standing = {p.share_no: p for p in payments if p.reversed_by is None}
    found = []
    for number, heir in enumerate(heirs_of(row), 1):
        paid = standing.get(number)
        if paid is not None:
            told = (paid.net_satang, paid.entry_id, paid.paid_on)
            found.append(ShareLine(number, heir.name, heir.relation, heir.parts, *told))
            continue
        share = share_to_pay(row, payments, number, setoff_satang)
        net = share.gross_satang - (setoff_satang if share.takes_setoff else 0)
        found.append(ShareLine(number, heir.name, heir.relation, heir.parts, net))
    return tuple(found)


def next_share(shares: Sequence[ShareLine]) -> int:
    """The number of the first share that is not paid, 0 where there is none."""
    return next((share.number for share in shares if not share.paid), 0)


def preview_shares(net_satang: int, parts: Sequence[int]) -> tuple[int, ...]:
    """What each of several heirs would be handed, in satang, before they are named; () while the parts make no sense."""
    if not parts or min(parts) < 1 or net_satang < 0:
        return ()
    return split_by_parts(net_satang, parts)
