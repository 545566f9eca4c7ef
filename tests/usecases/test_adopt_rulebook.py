"""A new version of the by-law: when it may take effect, what it changes, and what it never changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.funds import TODAY, on, problems, rows_of, stay
from tests.usecases.refusals import code, refusal
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.adopt_rulebook import adopt_rulebook, check_version
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.found_fund import rulebook_source
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.record_past_benefits import RecordPastBenefits, record_past_benefits
from wangfund.usecases.replay_rules import replay_rules
from wangfund.usecases.request_claim import RequestClaim, assess_claim, request_claim

_SOURCE = rulebook_source("nasuk")
_LEFT = date(2026, 11, 2)
_STAY = stay("0001", _LEFT, 3, date(2026, 11, 9))


def version(*changes: tuple[str, str], day: str = "2026-11-01", number: int = 2) -> str:
    text = _SOURCE.replace("version = 1", f"version = {number}").replace("2010-01-01", day, 1)
    text = text.replace("ครั้งที่ 1/2553", "ครั้งที่ 1/2569")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


_MORE = ('fact = "nights"\nbaht = 100\ncounted = true\n\n[[benefits.caps]]\nper = "event"\nunits = 10',
         'fact = "nights"\nbaht = 150\ncounted = true\n\n[[benefits.caps]]\nper = "event"\nunits = 10')  # fmt: skip

_UNITS = 'fact = "nights"\nbaht = 100\ncounted = true\n\n[[benefits.caps]]\nper = "event"\nunits = 10\n'


def without_examples(text: str) -> str:
    """The rules alone: a version with other amounts has other examples."""
    kept, skipping = [], False
    for line in text.splitlines():
        if line.startswith(("[", "#")) or not line.strip():
            skipping = line == "[[benefits.examples]]"
        if not skipping:
            kept.append(line)
    return "\n".join(kept)


def test_new_version_speaks_for_events_from_its_day_on(books: Books) -> None:
    before = assess_claim(books, _STAY).assessment.gross_satang
    done = adopt_rulebook(books, without_examples(version(_MORE)), "สมพร")
    assert done.rulebook_id == 2
    assert assess_claim(books, _STAY).assessment.gross_satang == before * 3 // 2
    earlier = stay("0001", date(2026, 10, 31), 3, date(2026, 11, 9))
    assert assess_claim(books, earlier).assessment.gross_satang == before
    assert not problems(books)


def test_claim_decided_before_is_paid_by_the_version_that_decided(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    decided = decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    adopt_rulebook(books, without_examples(version(_MORE)))
    paid = pay_claim(books, PayClaim(claim, "cash", TODAY))
    assert paid.net_satang == decided.assessment.net_satang
    assert rows_of(books, "SELECT rulebook_id FROM decision") == [(1,)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_SOURCE, "VERSION_NOT_NEXT"),
        (version(day="2010-01-01"), "EFFECTIVE_NOT_LATER"),
        (version(("fiscal_year_starts = 1", "fiscal_year_starts = 10")), "FISCAL_YEAR_MOVED"),
        (version(('resolution = "มติที่ประชุมใหญ่สามัญ ครั้งที่ 1/2569"', 'resolution = " "')), "RESOLUTION_NOT_NAMED"),
        (version(day="2026-01-01"), "EFFECTIVE_IN_CLOSED_MONTH"),
        (version(_MORE), "EXAMPLE_FAILS"),
    ],
)
def test_version_that_may_not_follow_is_refused_and_nothing_is_kept(
    books: Books, text: str, found: str
) -> None:
    _, findings = check_version(books, text)
    refused = refusal(books, lambda: adopt_rulebook(books, text))
    assert refused.code == "RULEBOOK_INVALID"
    codes = {finding.code for finding in refused.findings}
    assert found in codes
    assert codes <= {finding.code for finding in findings}
    assert rows_of(books, "SELECT count(*) FROM rulebook") == [(1,)]


def test_text_that_is_no_rulebook_is_refused(books: Books) -> None:
    rules, findings = check_version(books, "[rulebook")
    assert rules is None
    assert findings
    assert code(books, adopt_rulebook, "[rulebook") == "RULEBOOK_INVALID"


def test_replay_tells_what_each_claim_would_have_been(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    decided = decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    same = replay_rules(books, parse_rulebook(_SOURCE), date(2023, 11, 20))
    assert (same.then_satang, same.now_satang) == (decided.assessment.gross_satang,) * 2
    more = replay_rules(books, parse_rulebook(version(_MORE)), date(2023, 11, 20))
    assert more.now_satang == more.then_satang * 3 // 2
    (kind,) = more.kinds
    assert (kind.benefit, kind.claims, kind.more, kind.less) == ("HOSP", 1, 1, 0)
    assert replay_rules(books, parse_rulebook(_SOURCE), date(2026, 11, 3)).claims == ()
    assert rows_of(books, "SELECT count(*) FROM rulebook") == [(1,)]


def test_replay_under_the_same_rules_agrees_with_every_decision_of_a_practice_fund(busy: Path) -> None:
    with open_fund(busy, on(TODAY)) as books:
        replay = replay_rules(books, parse_rulebook(_SOURCE), date(2000, 1, 1))
    assert replay.claims
    assert [
        (c.claim_id, c.then_satang, c.now_satang) for c in replay.claims if c.then_satang != c.now_satang
    ] == []


def test_benefit_that_is_gone_comes_to_nothing_and_says_so(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    rules = parse_rulebook(_SOURCE)
    from dataclasses import replace

    fewer = replace(rules, benefits=tuple(b for b in rules.benefits if b.code != "HOSP"))
    (one,) = replay_rules(books, fewer, date(2000, 1, 1)).claims
    assert (one.now_satang, one.reason, one.result) == (0, "BENEFIT_GONE", None)


def test_what_was_paid_before_the_program_fills_the_caps_of_a_replay(books: Books) -> None:
    before = PastTold("0001", "HOSP", date(2026, 2, 5), 2026, 800_00, 8)
    more = PastTold("0001", "HOSP", date(2026, 4, 5), 2026, 1_000_00, 10)
    record_past_benefits(books, RecordPastBenefits(PastReading((before, more))))
    claim, _ = request_claim(books, _STAY)
    decided = decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    assert decided.assessment.gross_satang == 200_00
    (one,) = replay_rules(books, parse_rulebook(_SOURCE), date(2000, 1, 1)).claims
    assert one.now_satang == one.then_satang == 200_00


def test_death_whose_heirs_the_meeting_named_costs_the_same_again(books: Books) -> None:
    end_membership(books, EndMembership("0003", "died", date(2026, 11, 3)))
    asked = RequestClaim("0003", "DEATH", {"event": "2026-11-03", "payee_is_heir": False}, date(2026, 11, 9))
    claim, assessed = request_claim(books, asked)
    assert assessed.assessment.reason == "HEIR_RESOLUTION"
    decided = decide_claim(books, DecideClaim(claim, "มติ 1/2569", (HeirShare("นางทายาท ทดสอบ", "บุตร"),)))
    assert decided.assessment.gross_satang > 0
    (one,) = replay_rules(books, parse_rulebook(_SOURCE), date(2000, 1, 1)).claims
    assert one.now_satang == one.then_satang == decided.assessment.gross_satang


def test_what_her_household_was_given_counts_in_a_replay(books: Books) -> None:
    """Four nights a year for a house: the second of house 1 was cut, and is cut again."""
    cap = '\n[[benefits.caps]]\nper = "year"\nscope = "family"\nunits = 4\n'
    text = without_examples(version((_UNITS, _UNITS + cap)))
    adopt_rulebook(books, text)
    for number, nights in (("0017", 3), ("0025", 3)):
        claim, _ = request_claim(books, stay(number, date(2026, 11, 6), nights, date(2026, 11, 12)))
        decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    replay = replay_rules(books, parse_rulebook(text), date(2000, 1, 1))
    assert [c.then_satang for c in replay.claims] == [300_00, 100_00]
    assert [c.now_satang for c in replay.claims] == [300_00, 100_00]
