from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wangfund.domain.errors import Finding
from wangfund.domain.register.member import STATUS_DIED, STATUS_NORMAL, RegisterMember, RegisterRow
from wangfund.domain.register.plan import Action, ExistingMember, PlannedRow, plan_import

SOMCHAI = RegisterMember(
    member_no="0012", national_id="1234567890121", title="นาย", given_name="สมชาย", family_name="ใจดี",
    birth_date=date(1970, 5, 1), house_no="9/1", moo=3, joined_on=date(2015, 1, 1), status=STATUS_NORMAL,
)  # fmt: skip
NAMESAKE = replace(
    SOMCHAI, member_no="0044", national_id="3100000000004", birth_date=date(1981, 2, 3), house_no="10"
)


def plan(said: RegisterMember, *known: RegisterMember, findings: tuple[Finding, ...] = ()) -> PlannedRow:
    existing = [ExistingMember(number, member) for number, member in enumerate(known, start=1)]
    (planned,) = plan_import([RegisterRow("ม.3", 7, said, findings)], existing)
    return planned


def codes(planned: PlannedRow) -> list[str]:
    return [finding.code for finding in planned.findings]


def test_plan_when_nobody_matches_then_the_row_is_added() -> None:
    assert plan(SOMCHAI, NAMESAKE).action is Action.ADD


def test_plan_when_identity_number_equals_then_it_is_the_same_person_with_another_name() -> None:
    planned = plan(replace(SOMCHAI, family_name="ตั้งใจดี"), SOMCHAI)
    assert (planned.action, planned.member_id, planned.changes) == (Action.UPDATE, 1, ("family_name",))
    assert codes(planned) == ["NAME_CHANGES"]


def test_plan_when_number_belongs_to_another_then_the_row_waits() -> None:
    planned = plan(replace(SOMCHAI, national_id="5123456789017", given_name="วิชัย"), SOMCHAI)
    assert planned.action is Action.HOLD
    assert codes(planned) == ["MEMBER_NO_OF_ANOTHER"]
    assert planned.findings[0].values["known_name"] == "สมชาย ใจดี"


def test_plan_when_identity_says_one_and_number_another_then_the_row_waits() -> None:
    assert codes(plan(replace(SOMCHAI, member_no="0044"), SOMCHAI, NAMESAKE)) == ["MEMBER_NO_OF_ANOTHER"]


def test_plan_when_number_changes_then_it_is_told() -> None:
    planned = plan(replace(SOMCHAI, member_no="0077"), SOMCHAI)
    assert planned.action is Action.UPDATE
    assert codes(planned) == ["MEMBER_NO_CHANGES"]


def test_plan_when_the_register_is_silent_then_nothing_is_taken_away() -> None:
    silent = RegisterMember(member_no="0012", given_name="สมชาย", family_name="ใจดี", status=STATUS_NORMAL)
    assert plan(silent, SOMCHAI).action is Action.SAME


def test_plan_when_a_number_matches_and_identity_is_new_then_it_updates() -> None:
    planned = plan(SOMCHAI, replace(SOMCHAI, national_id=None))
    assert (planned.action, planned.changes) == (Action.UPDATE, ("national_id",))


def test_plan_when_only_the_name_is_equal_then_a_person_decides() -> None:
    planned = plan(replace(SOMCHAI, member_no="0099", national_id=None), SOMCHAI)
    assert planned.action is Action.HOLD
    assert codes(planned) == ["POSSIBLY_SAME_PERSON"]


def test_plan_when_a_namesake_has_another_identity_then_both_stand() -> None:
    assert plan(NAMESAKE, SOMCHAI).action is Action.ADD


def test_plan_when_a_list_has_no_numbers_then_the_same_list_changes_nothing() -> None:
    said = replace(SOMCHAI, member_no=None, national_id=None)
    planned = plan(said, replace(said, member_no="0001"))
    assert (planned.action, planned.member_id) == (Action.SAME, 1)


def test_plan_when_a_member_left_in_the_fund_then_an_old_list_does_not_bring_him_back() -> None:
    planned = plan(SOMCHAI, replace(SOMCHAI, status=STATUS_DIED, left_on=date(2026, 1, 1)))
    assert planned.action is Action.HOLD
    assert codes(planned) == ["LEFT_IN_FUND"]


def test_plan_when_a_row_has_an_error_then_it_waits_with_its_own_findings() -> None:
    planned = plan(SOMCHAI, findings=(Finding("DATE_NO_SUCH_DAY", "birth_date"),))
    assert planned.action is Action.HOLD
    assert codes(planned) == ["DATE_NO_SUCH_DAY"]


@pytest.mark.parametrize("second", [SOMCHAI, replace(SOMCHAI, member_no=None)])
def test_plan_when_two_rows_match_one_member_then_the_second_waits(second: RegisterMember) -> None:
    rows = [RegisterRow("ม.3", 7, SOMCHAI), RegisterRow("ม.3", 8, second)]
    planned = plan_import(rows, [ExistingMember(5, SOMCHAI)])
    assert [each.action for each in planned] == [Action.SAME, Action.HOLD]
    assert codes(planned[1]) == ["MATCHED_TWICE"]
