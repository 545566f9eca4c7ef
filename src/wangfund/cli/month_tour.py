"""One month of a sample fund from the first sheet to the signed papers, each step a command anyone can type.

`python -m wangfund.cli.month_tour --out out/` makes a new fund from the bundled sample register, lives through a
month and writes every paper. The month before is there so that the month has a yesterday.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from wangfund.cli import values
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.run import answer_of, clock_on
from wangfund.cli.session import CannotOpen
from wangfund.domain import accounts
from wangfund.domain.errors import FundError
from wangfund.paths import bundled
from wangfund.store.fund_file import open_for_reading
from wangfund.text.messages import lines_of_error
from wangfund.thai.dates import be_year, short_date
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.round_sheet import collection_sheet

_DAY: Final = date(2026, 11, 20)
_BANK: Final = "ธ.ก.ส."
_SHORT_SATANG: Final = 6_000
_VILLAGES: Final = range(1, 13)
_SHORT_VILLAGE: Final = 4
_BEHIND: Final = {2: ("0090", "0080"), 5: ("0031",), 7: ("0014", "0035", "0030")}
_AHEAD: Final = {1: ("0011=180", "0095=365"), 3: ("0002=90",), 6: ("0001=365",)}


class Tour:
    """The sample fund on its way through the month."""

    def __init__(self, out: Path, day: date) -> None:
        self.out = out
        self.fund = out / "sample.wangfund"
        self.month = Period.of(day)
        self.before = self.month.plus(-1)
        self.papers: list[str] = []

    def on(self, day: int, months: int = 0) -> date:
        """A day of the month, or of a month some months later; the last day when the month is shorter."""
        of = self.month.plus(months)
        return of.first_day.replace(day=min(day, of.last_day.day))

    def do(self, today: date, verb: str, *told: str) -> dict[str, Any]:
        """Run a command as it would be typed on that day; says the command and its answer.

        Raises:
            FundError: the fund refused.
        """
        typed = [verb, str(self.fund), *told]
        print(f"\n{short_date(today)}\n  $ wangfund {' '.join(map(shlex.quote, typed))}")
        answer = answer_of([*typed, "--today", _day(today)], clock_on(today))
        print("\n".join(f"    {line}" for line in answer.lines))
        found: dict[str, Any] = json.loads(answer.json)
        self.papers += found.get("files", [])
        return found

    def live(self) -> None:
        """The whole story."""
        self._begin()
        self._collect()
        self._counter()
        self._claims()
        self._other_money()
        self._print()
        self._close()
        self._next_month()
        self._send_on()

    def _begin(self) -> None:
        samples = bundled("resources/samples")
        end, before = self.on(31, -1), self.before
        self.do(end, "new", "--profile", str(samples / "profile.toml"))
        self.do(end, "opening", str(samples / "opening.toml"))
        register = str(samples / "register.xlsx")
        self.do(end, "import", register, "--preview")
        self.do(end, "import", register, "--commit", "--paid-through", _month(before.plus(-1)))
        behind = [number for numbers in _BEHIND.values() for number in numbers]
        round_of = ("--period", _month(before), "--village", "all", "--pay", "due")
        self.do(end, "collect", *round_of, "--on", _day(end), "--except", *behind)
        self.do(end, "move", "--amount", "15000", "--from", "cash", "--to", _BANK, "--who", "นางประหยัด ถี่ถ้วน")
        self._sealed(before, self.on(2), _resolution(self.month, 2))

    def _collect(self) -> None:
        day = self.on(5)
        sheets = ("sheet", "--period", _month(self.month), "--village", "all")
        self.do(self.on(3), "paper", *sheets, "--out", str(self.out))
        for moo in _VILLAGES:
            told = [
                "--period",
                _month(self.month),
                "--village",
                str(moo),
                "--pay",
                "due",
                "--on",
                _day(day),
            ]
            if moo in _BEHIND:
                told += ["--except", *_BEHIND[moo]]
            if moo in _AHEAD:
                told += ["--pays", *_AHEAD[moo]]
            if moo == _SHORT_VILLAGE:
                told += ["--counted-cash", _typed(self._asked(moo, day) - _SHORT_SATANG)]
            self.do(day, "collect", *told)
        brought = ("--from", accounts.COLLECTOR_RECEIVABLE, "--to", "cash", "--who", "นายบุญเลิศ ตัวอย่าง")
        self.do(self.on(6), "move", "--amount", _typed(_SHORT_SATANG), *brought)

    def _counter(self) -> None:
        self.do(
            self.on(7), "join", "--name", "นางสาวขวัญข้าว ตัวอย่าง", "--village", "3", "--house", "12/1",
            "--birth-date", "2540-05-09", "--heir", "นางข้าวหอม ตัวอย่าง", "--heir-relation", "มารดา", "--amount", "30",
        )  # fmt: skip
        self.do(self.on(9), "pay", "--member", "0051", "--amount", "180", "--cadence", "H")
        self.wrong = self.do(self.on(9), "pay", "--member", "0052", "--amount", "90")["entry"]

    def _claims(self) -> None:
        stay = {"event": self.on(10).isoformat(), "admitted": self.on(6).isoformat()}
        hospital = ("--member", "0090", "--benefit", "HOSP", "--facts", json.dumps(stay))
        self.do(self.on(12), "claim", *hospital)
        resolution = _resolution(self.month, 4)
        self.do(self.on(13), "claim", *hospital, "--decide", resolution, "--pay", "cash")
        death = (
            "--member",
            "0040",
            "--benefit",
            "DEATH",
            "--facts",
            json.dumps({"event": self.on(11).isoformat()}),
        )
        self.do(self.on(16), "claim", *death, "--decide", resolution, "--pay", _BANK)

    def _other_money(self) -> None:
        self.do(
            self.on(17), "spend", "--account", accounts.STATIONERY, "--amount", "250", "--from", "cash",
            "--who", "ร้านเครื่องเขียนตัวอย่าง", "--note", "กระดาษและหมึกพิมพ์",
        )  # fmt: skip
        self.do(
            self.on(18), "receive", "--account", accounts.STATE_GRANT, "--amount", "50000", "--to", _BANK,
            "--who", "สถาบันพัฒนาองค์กรชุมชน", "--note", "งบสมทบจากรัฐบาล รอบที่ 3",
        )  # fmt: skip
        deposit = ("--from", "cash", "--to", _BANK, "--who", "นางประหยัด ถี่ถ้วน")
        self.do(self.on(19), "move", "--amount", "24000", *deposit)

    def _print(self) -> None:
        end = self.on(31)
        self.do(end, "paper", "receipt", "--period", _month(self.month), "--out", str(self.out))
        self.do(end, "paper", "voucher", "--period", _month(self.month), "--out", str(self.out))

    def _close(self) -> None:
        end = self.on(31)
        self.do(end, "close", *self._count(self.month, end))
        self.do(end, "month", "--period", _month(self.month), "--out", str(self.out))
        self._sealed(self.month, self.on(4, 1), _resolution(self.month.plus(1), 2))
        self.do(self.on(4, 1), "month", "--period", _month(self.month), "--out", str(self.out))

    def _next_month(self) -> None:
        day = self.on(8, 1)
        self.do(day, "reverse", str(self.wrong), "--reason", "เก็บผิดคน ที่ถูกคือสมาชิกเลขที่ 0053")
        self.do(day, "pay", "--member", "0053", "--amount", "90")
        self.do(day, "paper", "receipt", "--member", "0052", "--out", str(self.out))

    def _send_on(self) -> None:
        day = self.on(8, 1)
        for verb, name in (("network", "network.xlsx"), ("ledger", "ledger.journal")):
            path = self.out / name
            self.do(day, verb, "--out", str(path))
            self.papers.append(str(path))
        self.do(day, "verify")
        self.do(day, "info")

    def _sealed(self, month: Period, day: date, resolution: str) -> None:
        self.do(day, "close", *self._count(month, day), "--resolution", resolution)

    def _count(self, month: Period, day: date) -> list[str]:
        """What the clerk would type: the cash counted and the bank's book, which agree with the books here."""
        with open_for_reading(self.fund, clock_on(day)) as books:
            places = {place.account: place.satang for place in month_pack(books, month).places}
        bank = next(satang for account, satang in places.items() if accounts.is_bank(account))
        counted = _typed(places[accounts.CASH])
        return ["--period", _month(month), "--counted-cash", counted, "--bank", f"{_BANK}={_typed(bank)}"]

    def _asked(self, moo: int, day: date) -> int:
        with open_for_reading(self.fund, clock_on(day)) as books:
            return collection_sheet(books, moo, self.month).total_satang


def main(argv: Sequence[str] | None = None) -> int:
    """Make the tour; gives the exit code."""
    parser = CommandParser("month_tour", "ทำงานหนึ่งเดือนของกองทุนตัวอย่าง แล้วเก็บเอกสารทุกฉบับ")
    parser.add("--out", metavar="DIR", type=Path, default=Path("out"), help="โฟลเดอร์ที่จะเก็บเอกสาร (out)")
    parser.add(
        "--today", metavar="D", type=values.day, default=_DAY, help="วันใดวันหนึ่งของเดือนที่จะทำ (20 พ.ย. 2569)"
    )
    try:
        told = parser.parse_args(argv)
        tour = Tour(told.out, told.today)
        told.out.mkdir(parents=True, exist_ok=True)
        tour.fund.unlink(missing_ok=True)  # the tour's own, from last time
        tour.live()
    except WrongUsage as error:
        print(f"{error.words}\n{error.usage}", file=sys.stderr)
        return 2
    except (CannotOpen, FundError) as error:
        reason = error.reason if isinstance(error, CannotOpen) else error
        print(f"[{reason.code}] " + "\n  ".join(lines_of_error(reason)), file=sys.stderr)
        return 1
    print("\nเอกสารทั้งหมด")
    print("\n".join(f"    {path}" for path in dict.fromkeys(tour.papers)))
    print(f"ไฟล์กองทุนตัวอย่าง\n    {tour.fund}")
    return 0


def _month(month: Period) -> str:
    return f"{month.be_year}-{month.month:02d}"


def _day(day: date) -> str:
    return f"{be_year(day)}-{day.month:02d}-{day.day:02d}"


def _resolution(month: Period, item: int) -> str:
    return f"มติที่ประชุมคณะกรรมการ ครั้งที่ {month.month}/{month.be_year} วาระที่ {item}"


def _typed(satang: int) -> str:
    return format_baht(satang).replace(",", "")


if __name__ == "__main__":
    sys.exit(main())
