"""The practice fund's money that is no contribution: brought forward, granted, given, earned, spent and banked."""

from __future__ import annotations

from datetime import date

from wangfund.domain import accounts
from wangfund.domain.money import baht
from wangfund.thai.period import Period
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.opening import Opening, bring_forward
from wangfund.usecases.practice.scene import Scene
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool

_FLOAT, _MOST_IN_HAND = baht(3_000), baht(4_500)
_SMALL = baht(1_500)


def open_books(scene: Scene) -> None:
    """What the old books say the fund has, and where it came from; they are off by fifty baht."""
    total = max(baht(scene.size * 900), baht(120_000))
    cash, off = baht(2_450), baht(50)
    given = [
        (accounts.STATE_GRANT, "", total * 25 // 100),
        (accounts.LAO_GRANT, "", total * 12 // 100),
        (accounts.ENTRY_FEE, "", baht(scene.size * 20)),
        (accounts.DONATIONS, "welfare", total * 2 // 100),
        (accounts.INTEREST, "", total // 100),
    ]
    spent = [
        (accounts.welfare_account(4), "welfare", total * 30 // 100),
        (accounts.welfare_account(2), "welfare", total * 9 // 100),
        (accounts.MEETINGS, "admin", total * 5 // 100),
    ]
    contributions = total - off - sum(amount for *_, amount in given) + sum(amount for *_, amount in spent)
    bring_forward(
        scene.books,
        Opening(
            cash_satang=cash,
            banks={scene.bank: total - cash},
            sources=((accounts.MEMBER_CONTRIBUTIONS, "", contributions), *given, *spent),
        ),
        scene.who,
    )
    scene.count("cash", cash)
    scene.count(scene.bank, total - cash)


def state_grant(scene: Scene, day: date, number: int) -> None:
    """A round of the state's matching money."""
    money = scene.words.money
    note = money["state_note"].format(number=number)
    _receive(scene, day, accounts.STATE_GRANT, baht(scene.size * 110), money["state_giver"], note)


def lao_grant(scene: Scene, day: date) -> None:
    """The yearly money of the local administration."""
    money = scene.words.money
    note = money["lao_note"].format(year=Period.of(day).be_year)
    _receive(scene, day, accounts.LAO_GRANT, baht(scene.size * 60), money["lao_giver"], note)


def donation(scene: Scene, day: date) -> None:
    """A gift in cash; the donor says for what."""
    amount = baht(max(2, scene.size * scene.rng.randint(1, 5) // 100) * 100)
    pool = scene.rng.choice(("welfare", "reserve"))
    giver = scene.rng.choice(scene.words.donors)
    command = ReceiveMoney(
        day, accounts.DONATIONS, amount, "cash", giver, scene.words.money["donor_note"], pool=pool
    )
    receive_money(scene.books, command, scene.who)
    scene.count("cash", amount)


def interest(scene: Scene, day: date) -> None:
    """Half a year's interest of a quarter percent, to the satang."""
    amount = scene.till.bank_satang * 125 // 100_000
    if amount > 0:
        _receive(scene, day, accounts.INTEREST, amount, scene.bank, scene.words.money["interest_note"])


def running_cost(scene: Scene, day: date, account: str) -> None:
    """What running the fund costs: a few percent of what the month brought in."""
    money = scene.words.money
    percent, payee, note = {
        accounts.MEETINGS: (3, money["meeting_shop"], money["meeting_note"]),
        accounts.STATIONERY: (4, money["stationery_shop"], money["stationery_note"]),
        accounts.TRAVEL: (4, scene.who, money["travel_note"]),
    }[account]
    amount = scene.collected_satang * percent // 100 // baht(5) * baht(5)
    if amount == 0:
        return
    place = scene.place_for(amount, _SMALL)
    spend_money(scene.books, SpendMoney(day, account, amount, place, payee, note), scene.who)
    scene.count(place, -amount)


def to_bank(scene: Scene, day: date, *, above_satang: int = _MOST_IN_HAND) -> None:
    """What the cash box holds above its float goes to the bank, when it holds more than it may."""
    if scene.till.cash_satang <= above_satang:
        return
    amount = (scene.till.cash_satang - _FLOAT) // baht(100) * baht(100)
    if amount <= 0:
        return
    note = scene.words.money["deposit_note"]
    move_money(scene.books, MoveMoney(day, amount, "cash", scene.bank, scene.who, note), scene.who)
    scene.count("cash", -amount)
    scene.count(scene.bank, amount)


def hand_in(scene: Scene, day: date, collector: str, amount_satang: int) -> None:
    """A collector brings what was short."""
    note = scene.words.money["hand_in_note"]
    command = MoveMoney(day, amount_satang, accounts.COLLECTOR_RECEIVABLE, "cash", collector, note)
    move_money(scene.books, command, scene.who)
    scene.count("cash", amount_satang)


def reserve_to_welfare(scene: Scene, day: date) -> None:
    """By resolution, a part of the reserve is given to the welfare pool."""
    command = TransferPool(day, baht(scene.size * 5), "reserve", "welfare", scene.resolution(day))
    transfer_pool(scene.books, command, scene.who)


def _receive(scene: Scene, day: date, account: str, amount: int, giver: str, note: str) -> None:
    command = ReceiveMoney(day, account, amount, scene.bank, giver, note)
    receive_money(scene.books, command, scene.who)
    scene.count(scene.bank, amount)
