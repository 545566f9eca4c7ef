"""Killing an act between every two of its SQL statements: the file is as before it or as after it, never between.

Run as `python -m tests.prove.steps ACT…` in a process of its own: it forks a child for each step, and the child
kills itself (SIGKILL, so nothing is cleaned up) when SQLite is about to run its n-th statement, triggers and COMMIT
counted too.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from tests.funds import (
    BANK,
    NOVEMBER,
    PRICE,
    busy_bytes,
    close,
    even_salt,
    on,
    problems,
    stay,
    young_bytes,
)
from wangfund.domain.errors import Refused
from wangfund.domain.past.told import PastTold
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.amend_claim import AmendClaim, amend_claim
from wangfund.usecases.close_month import CloseMonth, close_month, seal_draft
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.pay_day import PayDay, pay_day
from wangfund.usecases.record_past_benefits import RecordPastBenefits, keyed, record_past_benefits
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.withdraw_claim import WithdrawClaim, withdraw_claim

_DAY = date(2026, 11, 12)
Act = Callable[[Books], object]


@dataclass(frozen=True, slots=True)
class Plan:
    """A file to begin from, what happens before, and the act that is cut.

    `refused` is the code the act is refused with when it is done already: after each cut it is tried again.
    """

    content: Callable[[], bytes]
    today: date
    act: Act
    first: Act = lambda _: None
    refused: str = ""


def _claims(books: Books) -> None:
    """Claim 1 is a stay of somebody who owes a month, approved; claim 2 a death not yet decided."""
    claim, _ = request_claim(books, stay("0025", date(2026, 11, 2), 3, _DAY))
    decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    request_claim(books, RequestClaim("0002", "DEATH", {"event": "2026-11-08"}, _DAY))


def _heirs(books: Books) -> None:
    """Claim 1 is a death whose money three heirs share by resolution; the first has hers."""
    told = {"event": "2026-11-08", "payee_is_beneficiary": False}
    claim, _ = request_claim(books, RequestClaim("0002", "DEATH", told, _DAY))
    heirs = (
        HeirShare("นางกอ ทดสอบ", "บุตร"),
        HeirShare("นายขอ ทดสอบ", "บุตร"),
        HeirShare("นายคอ ทดสอบ", "หลาน"),
    )
    decide_claim(books, DecideClaim(claim, "มติ 1/2569", heirs))
    _pay_share(1)(books)


def _pay_share(share: int) -> Act:
    return lambda books: pay_claim(books, PayClaim(1, BANK, _DAY, share=share))


def _two_heirs(books: Books) -> None:
    _heirs(books)
    _pay_share(2)(books)


def _waiting(books: Books) -> None:
    """Claim 1 is a stay that waits for its paper, claim 2 a death that waits for its heirs."""
    told = {"event": "2026-11-02", "admitted": "2026-10-30", "missing_docs": ["ใบรับรอง"]}
    request_claim(books, RequestClaim("0001", "HOSP", told, _DAY))
    request_claim(
        books, RequestClaim("0002", "DEATH", {"event": "2026-11-08", "payee_is_beneficiary": False}, _DAY)
    )


def _name_heirs(books: Books) -> object:
    heirs = (HeirShare("นางกอ ทดสอบ", "บุตร", 2), HeirShare("นายขอ ทดสอบ", "บุตร"))
    return decide_claim(books, DecideClaim(2, "มติ 3/2569", heirs))


_STAYED = {"event": "2026-11-02", "admitted": "2026-10-30"}
_CARD_DAY = date(2026, 12, 3)


def _cards(books: Books) -> object:
    told = PayDay(
        "DISABLED", _CARD_DAY, _CARD_DAY, "มติ 4/2569", BANK, (1, 25), {"disability_card": True}, {3: "ไม่ได้มารับ"}, "T-1"
    )  # fmt: skip
    return pay_day(books, told)


def _paid_before(books: Books) -> object:
    told = PastTold("0010", "TRADITION", None, 2024, 300_00, key="WEDDING", note="สมุดเดิม")
    return record_past_benefits(books, RecordPastBenefits(keyed(told)))


PLANS: dict[str, Plan] = {
    "pay": Plan(young_bytes, _DAY, lambda b: pay_claim(b, PayClaim(1, "cash", _DAY)), _claims, "CLAIM_ALREADY_PAID"),
    "share": Plan(young_bytes, _DAY, _pay_share(2), _heirs, "SHARE_PAID"),
    "last share": Plan(young_bytes, _DAY, _pay_share(3), _two_heirs, "CLAIM_ALREADY_PAID"),
    "ask": Plan(
        young_bytes, _DAY, lambda b: request_claim(b, RequestClaim("0001", "HOSP", _STAYED, _DAY)), _waiting
    ),
    "amend": Plan(young_bytes, _DAY, lambda b: amend_claim(b, AmendClaim(1, "HOSP", _STAYED)), _waiting),
    "name heirs": Plan(young_bytes, _DAY, _name_heirs, _waiting, "CLAIM_ALREADY_DECIDED"),
    "say no": Plan(
        young_bytes, _DAY, lambda b: decide_claim(b, DecideClaim(1, "มติ", refuse="ไม่มีหลักฐาน")), _waiting,
        "CLAIM_ALREADY_DECIDED",
    ),
    "withdraw": Plan(
        young_bytes, _DAY, lambda b: withdraw_claim(b, WithdrawClaim(1, "ยื่นใหม่")), _waiting, "CLAIM_STAYS"
    ),
    "pay day": Plan(young_bytes, _CARD_DAY, _cards, refused="CLAIM_NOT_APPROVED"),
    "past benefits": Plan(young_bytes, _DAY, _paid_before),
    "close": Plan(
        young_bytes,
        date(2026, 12, 2),
        lambda b: close_month(b, CloseMonth(NOVEMBER, 3_000_00, {BANK: 100_000_00}, None, "มติ 2/2569")),
    ),
    "decide": Plan(young_bytes, _DAY, lambda b: decide_claim(b, DecideClaim(2, "มติ 3/2569")), _claims),
    "seal": Plan(
        young_bytes, date(2026, 12, 2), lambda b: seal_draft(b, NOVEMBER, "มติ"), lambda b: close(b, NOVEMBER)
    ),
    "round": Plan(
        young_bytes, _DAY, lambda b: record_round(b, RecordRound(NOVEMBER, _DAY, [VillageRound(3, counted_satang=PRICE)]))
    ),
    "reverse": Plan(busy_bytes, date(2026, 12, 3), lambda b: reverse_entry(b, ReverseEntry(_kept(b), "ผิด"))),
    "enrol": Plan(
        young_bytes, _DAY, lambda b: enrol_member(b, EnrolMember("นาย", "ใหม่", "จริง", 1, _DAY, _DAY, amount_satang=PRICE))
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """What became of an act cut at each step: how often the file was as before and as after; and what was wrong."""

    name: str
    before: int
    after: int
    wrong: tuple[str, ...]


def cut_everywhere(names: Sequence[str]) -> list[Cut]:
    """Cut acts at each step, in a process of its own; gives what became of each. Starts a process."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.prove.steps", *names],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    found = []
    for line in done.stdout.splitlines():
        name, before, after, *wrong = line.split("\t")
        found.append(Cut(name, int(before), int(after), tuple(wrong)))
    return found


def _kept(books: Books) -> int:
    with books.read() as r:
        return int(
            r.value(
                sa.text(
                    "SELECT p.entry_id FROM payment p JOIN entry e ON e.id = p.entry_id"
                    " WHERE p.reversed_by IS NULL AND e.month = :month AND p.net_satang < 100000"
                ),
                {"month": NOVEMBER.code},
            )
        )


def _cut(name: str, folder: Path) -> Cut:
    plan = PLANS[name]
    path = folder / f"{name}.wangfund"
    path.write_bytes(plan.content())
    with open_fund(path, on(plan.today), salt=even_salt()) as books:
        plan.first(books)
        assert problems(books) == []
    start = path.read_bytes()
    before = _dump(path)
    assert _run(plan, path, 0), "the act itself does not end"
    after = _dump(path)
    assert before != after
    states = {"before": 0, "after": 0}
    wrong: list[str] = []
    for step in count(1):
        for rest in folder.glob(f"{path.name}*"):
            rest.unlink()
        path.write_bytes(start)
        ended = _run(plan, path, step)
        bad: list[str] = []
        with open_fund(path, on(plan.today)) as books:
            # Byte for byte the file verified at the start: nothing more to ask of it.
            there = before if path.read_bytes() == start else _dump(path)
            if there != before:
                bad = problems(books)
            bad += _paid_twice(books)
        if plan.refused and not bad:
            bad = _again(plan, path, done=there == after)
        if bad or there not in (before, after) or (ended and there != after):
            wrong.append(f"step {step}: {bad or 'between two states'}")
        else:
            states["after" if there == after else "before"] += 1
        if ended:
            return Cut(name, states["before"], states["after"], tuple(wrong))
    raise AssertionError


def _again(plan: Plan, path: Path, *, done: bool) -> list[str]:
    """Press once more after the cut: what is done already is refused, what is not is done; nothing is paid twice."""
    with open_fund(path, on(plan.today), salt=_act_salt()) as books:
        code = ""
        try:
            plan.act(books)
        except Refused as error:
            code = error.code
        wrong = [] if code == (plan.refused if done else "") else [f"tried again: {code or 'done twice'}"]
        return wrong + _paid_twice(books)


def _paid_twice(books: Books) -> list[str]:
    """Shares for which more than one payment stands."""
    with books.read() as r:
        rows = r.rows(
            sa.text(
                "SELECT claim_id, share_no FROM payment WHERE reversed_by IS NULL"
                " GROUP BY claim_id, share_no HAVING count(*) > 1"
            )
        )
        return [f"claim {claim} share {share} paid twice" for claim, share in rows]


def _run(plan: Plan, path: Path, step: int) -> bool:
    """Do the act in a child that kills itself before its `step`-th statement; tells whether it came to the end."""
    child = os.fork()
    if child == 0:
        try:
            with open_fund(path, on(plan.today), salt=_act_salt()) as books:
                if step:
                    _kill_at(books, step)
                plan.act(books)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    assert os.WEXITSTATUS(status) == 0
    return True


def _kill_at(books: Books, step: int) -> None:
    left = [step]

    def trace(_: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def listen(dbapi: sqlite3.Connection, *_: object) -> None:
        dbapi.set_trace_callback(trace)

    # Every connection of the pool, those that are open already too.
    sa.event.listen(books._engine, "checkout", listen)


def _act_salt() -> Callable[[], bytes]:
    numbers = count(1)
    return lambda: b"act" + next(numbers).to_bytes(13, "big")


def _dump(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def main(names: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            cut = _cut(name, Path(folder))
            print(cut.name, cut.before, cut.after, *cut.wrong, sep="\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or list(PLANS))
