"""The same number or the same person twice in one file."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.register.member import RegisterMember, RegisterRow


def mark_duplicates(rows: Sequence[RegisterRow]) -> tuple[RegisterRow, ...]:
    """The rows in the same order, with the later of two doubles on hold and its doubled number taken off.

    A whole person repeated (same name, no number that differs) keeps its values and waits as ROW_REPEATED.
    """
    by_id: dict[str, RegisterRow] = {}
    by_number: dict[str, RegisterRow] = {}
    unnumbered: dict[Hashable, RegisterRow] = {}
    marked: list[RegisterRow] = []
    for row in rows:
        member = row.member
        same_id = by_id.get(member.national_id) if member.national_id else None
        same_number = by_number.get(member.member_no) if member.member_no else None
        other = same_id or same_number
        if other is None and member.member_no is None and member.national_id is None and member.given_name:
            other = unnumbered.setdefault(_person(member), row)
            other = None if other is row else other
        if other is not None and _is_repeat(member, other.member):
            marked.append(_held(row, row.member, (_doubled("ROW_REPEATED", "member_no", row, other),)))
            continue
        findings = []
        if same_number is not None:
            findings.append(_doubled("MEMBER_NO_DUPLICATE", "member_no", row, same_number))
            member = replace(member, member_no=None)
        elif member.member_no:
            by_number[member.member_no] = row
        if same_id is not None:
            findings.append(_doubled("ID_DUPLICATE", "national_id", row, same_id))
            member = replace(member, national_id=None)
        elif member.national_id:
            by_id[member.national_id] = row
        marked.append(_held(row, member, tuple(findings)))
    return tuple(marked)


def _person(member: RegisterMember) -> Hashable:
    return (
        member.given_name,
        member.family_name,
        member.birth_date,
        member.house_no,
        member.moo,
        member.joined_on,
    )


def _is_repeat(member: RegisterMember, other: RegisterMember) -> bool:
    return (
        (member.given_name, member.family_name) == (other.given_name, other.family_name)
        and _agree(member.member_no, other.member_no)
        and _agree(member.national_id, other.national_id)
        and _agree(member.birth_date, other.birth_date)
    )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _doubled(code: str, name: str, row: RegisterRow, other: RegisterRow) -> Finding:
    values: dict[str, Value] = {
        "sheet": row.sheet,
        "row": row.row,
        "column": "",
        "value": str(getattr(row.member, name) or ""),
        "other_sheet": other.sheet,
        "other_row": other.row,
        "other_member_no": other.member.member_no or "",
    }
    return Finding(code, name, "", Severity.ERROR, values)


def _held(row: RegisterRow, member: RegisterMember, findings: tuple[Finding, ...]) -> RegisterRow:
    return replace(row, member=member, findings=(*row.findings, *findings)) if findings else row
