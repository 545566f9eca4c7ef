"""What importing a register would do to the members a fund already has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.register.member import MEMBER_FIELDS, STATUS_NORMAL, RegisterMember, RegisterRow
from wangfund.thai.search_key import search_key


class Action(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class ExistingMember:
    """A member of the fund in the register's terms."""

    member_id: int
    member: RegisterMember


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and what is to be done; `member_id` the member it was matched with, None when with nobody.

    `changes` names the fields that would change (only for an update); `findings` are the row's own and the plan's.
    """

    row: RegisterRow
    action: Action
    member_id: int | None
    changes: tuple[str, ...]
    findings: tuple[Finding, ...]


def plan_import(rows: Sequence[RegisterRow], existing: Iterable[ExistingMember]) -> tuple[PlannedRow, ...]:
    """One planned row for each row, in the same order; reads only.

    An equal identity number is the same person whatever the name. An equal member number is the same person
    when nothing of the person differs clearly; else the row waits. A row without numbers is matched only
    when everything it says is equal. Silence in the register never takes anything away from a member.

    Source: users' asks 31, 36, 37, 38: the same file twice changes nothing; evidence with every match.
    """
    known = _Known(existing)
    return tuple(known.planned(row) for row in rows)


class _Known:
    def __init__(self, existing: Iterable[ExistingMember]) -> None:
        self.by_id: dict[str, ExistingMember] = {}
        self.by_number: dict[str, ExistingMember] = {}
        self.by_name: dict[str, list[ExistingMember]] = {}
        self.matched: dict[int, RegisterRow] = {}
        for each in existing:
            if each.member.national_id:
                self.by_id[each.member.national_id] = each
            if each.member.member_no:
                self.by_number[each.member.member_no] = each
            self.by_name.setdefault(_name_key(each.member), []).append(each)

    def planned(self, row: RegisterRow) -> PlannedRow:
        match, findings = self._match(row)
        held = row.on_hold or any(finding.severity is Severity.ERROR for finding in findings)
        if match is not None and not held and match.member_id in self.matched:
            other = self.matched[match.member_id]
            findings = (*findings, _say("MATCHED_TWICE", "member_no", row, match, other_row=other.row))
            held = True
        member_id = match.member_id if match is not None else None
        found = (*row.findings, *findings)
        if held:
            return PlannedRow(row, Action.HOLD, member_id, (), found)
        if match is None:
            return PlannedRow(row, Action.ADD, None, (), found)
        self.matched[match.member_id] = row
        changes = changed_fields(match.member, row.member)
        action = Action.UPDATE if changes else Action.SAME
        return PlannedRow(row, action, member_id, changes, found)

    def _match(self, row: RegisterRow) -> tuple[ExistingMember | None, tuple[Finding, ...]]:
        member = row.member
        same_id = self.by_id.get(member.national_id) if member.national_id else None
        same_number = self.by_number.get(member.member_no) if member.member_no else None
        if same_id is not None:
            return same_id, self._about_id_match(row, same_id, same_number)
        if same_number is not None:
            if _clearly_another(member, same_number.member):
                return None, (_say("MEMBER_NO_OF_ANOTHER", "member_no", row, same_number),)
            return same_number, _about_standing(row, same_number)
        alike = [each for each in self.by_name.get(_name_key(member), []) if _may_be(member, each.member)]
        if len(alike) == 1 and member.member_no is None and not changed_fields(alike[0].member, member):
            return alike[0], ()
        if alike:
            return None, (_say("POSSIBLY_SAME_PERSON", "given_name", row, alike[0]),)
        return None, ()

    def _about_id_match(
        self, row: RegisterRow, match: ExistingMember, same_number: ExistingMember | None
    ) -> tuple[Finding, ...]:
        said: list[Finding] = []
        if same_number is not None and same_number.member_id != match.member_id:
            said.append(_say("MEMBER_NO_OF_ANOTHER", "member_no", row, same_number))
        elif (
            row.member.member_no and match.member.member_no and row.member.member_no != match.member.member_no
        ):
            said.append(_say("MEMBER_NO_CHANGES", "member_no", row, match, Severity.WARNING))
        if _full_name(row.member) != _full_name(match.member):
            said.append(_say("NAME_CHANGES", "given_name", row, match, Severity.WARNING))
        return (*said, *_about_standing(row, match))


def changed_fields(before: RegisterMember, after: RegisterMember) -> tuple[str, ...]:
    """Fields in which a register says something and says it differently, in the order of the member's fields."""
    return tuple(
        name for name in MEMBER_FIELDS if getattr(after, name) not in (None, "", getattr(before, name))
    )


def _about_standing(row: RegisterRow, match: ExistingMember) -> tuple[Finding, ...]:
    """Somebody who left does not come back by an import: coming back is a new membership."""
    if row.member.status == STATUS_NORMAL and match.member.status not in (None, STATUS_NORMAL):
        return (_say("LEFT_IN_FUND", "status", row, match, status=match.member.status or ""),)
    return ()


def _full_name(member: RegisterMember) -> str:
    return f"{member.given_name or ''} {member.family_name or ''}".strip()


def _name_key(member: RegisterMember) -> str:
    """Names alike to the ear of a clerk: tone marks do not part them, so a mended spelling finds its owner."""
    return search_key(_full_name(member))


def _clearly_another(said: RegisterMember, known: RegisterMember) -> bool:
    """Different identity numbers, or a different name that no equal birth date or identity number explains."""
    if said.national_id and known.national_id and said.national_id != known.national_id:
        return True
    if _name_key(said) == _name_key(known):
        return _differ(said.birth_date, known.birth_date) and _differ(said.joined_on, known.joined_on)
    half_same = search_key(said.given_name or "") == search_key(known.given_name or "")
    same_birth = said.birth_date is not None and said.birth_date == known.birth_date
    return not (half_same and same_birth)


def _may_be(said: RegisterMember, known: RegisterMember) -> bool:
    """Whether two of one name may be one person: no number or birth date speaks against it."""
    return not (
        _differ(said.national_id, known.national_id)
        or _differ(said.birth_date, known.birth_date)
        or (_differ(said.member_no, known.member_no) and _differ(said.house_no, known.house_no))
        or (said.birth_date is None and known.birth_date is None and _differ(said.house_no, known.house_no))
        or _differ(said.moo, known.moo)
    )


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _say(
    code: str,
    name: str,
    row: RegisterRow,
    match: ExistingMember,
    severity: Severity = Severity.ERROR,
    **more: Value,
) -> Finding:
    known = match.member
    values: dict[str, Value] = {
        "sheet": row.sheet,
        "row": row.row,
        "column": "",
        "value": str(getattr(row.member, name) or ""),
        "known_member_no": known.member_no or "",
        "known_name": " ".join(part for part in (known.given_name, known.family_name) if part),
        **more,
    }
    return Finding(code, name, "", severity, values)
