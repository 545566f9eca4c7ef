"""What to tell a person for a code: what happened and whether the data is safe, then what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Final, NamedTuple

from wangfund.domain.errors import Finding, FundError, Value, Values
from wangfund.text.claim_messages import CLAIM_MESSAGES
from wangfund.text.file_messages import FILE_MESSAGES
from wangfund.text.import_messages import IMPORT_MESSAGES
from wangfund.text.input_messages import INPUT_MESSAGES
from wangfund.text.member_messages import MEMBER_MESSAGES
from wangfund.text.message_fields import written
from wangfund.text.money_messages import MONEY_MESSAGES
from wangfund.text.output_messages import OUTPUT_MESSAGES
from wangfund.text.own_reasons import words_of_own_reason
from wangfund.text.past_messages import PAST_MESSAGES
from wangfund.text.rule_paths import path_words
from wangfund.text.rules_messages import RULES_MESSAGES
from wangfund.text.setup_messages import SETUP_MESSAGES
from wangfund.text.verify_messages import VERIFY_MESSAGES

Words = tuple[str, str]

TABLES: Final[tuple[Mapping[str, Words], ...]] = (
    FILE_MESSAGES,
    SETUP_MESSAGES,
    MEMBER_MESSAGES,
    MONEY_MESSAGES,
    CLAIM_MESSAGES,
    VERIFY_MESSAGES,
    IMPORT_MESSAGES,
    PAST_MESSAGES,
    RULES_MESSAGES,
    INPUT_MESSAGES,
    OUTPUT_MESSAGES,
)
"""Every area's messages. A code may stand in two areas: the first whose fields are all given is said."""

_LEFT_OPEN: Final = frozenset({"TO_BE_FILLED", "NOT_FILLED"})


class Said(NamedTuple):
    """A message and its advice ("" when there is nothing to do), filled with values."""

    code: str
    message: str
    advice: str

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.message} · {self.advice}" if self.advice else self.message


def say(code: str, values: Values | None = None) -> Said:
    """The words of a code filled with its values.

    A code nobody wrote words for is shown as it is with its values, so that it can be reported.
    """
    told = dict(values or {})
    found = [table[code] for table in TABLES if code in table]
    for message, advice in found:
        if fields_of(message, advice) <= told.keys():
            return Said(code, _fill(message, told), _fill(advice, told))
    if found:
        message, advice = found[0]
        told = {**dict.fromkeys(fields_of(message, advice)), **told}
        return Said(code, _fill(message, told), _fill(advice, told))
    detail = " ".join(f"{name}={written(name, value)}" for name, value in sorted(told.items()))
    return Said(code, f"เกิดเหตุที่โปรแกรมยังไม่มีคำอธิบาย ({code}) {detail}".strip(), "โปรดจดรหัสนี้แจ้งผู้ดูแลโปรแกรม")


def say_finding(finding: Finding) -> Said:
    """The words of a finding."""
    told = {"field": finding.field, "clause": finding.clause, **finding.values}
    if not told.get("label", "–"):
        # A fact the register holds has no label of the rulebook's own.
        told["label"] = written("field", finding.field)
    if finding.code in _LEFT_OPEN:
        told["field"] = path_words(finding.field, str(told.get("benefit") or ""))
    says = told.get("says")
    if isinstance(says, str) and says:
        return Said(finding.code, says, "")
    code = words_of_own_reason(finding.code, told, set(known_codes()))
    if code == "RULEBOOK_CONDITION":
        told.setdefault("wanted", "")
    return say(code, told)._replace(code=finding.code)


def lines_of_error(error: FundError) -> tuple[str, ...]:
    """What a refusal says to a person, line by line: message, advice, then its findings."""
    said = say(error.code, error.values)
    lines = [said.message, *([said.advice] if said.advice else [])]
    # A refusal that only repeats its first finding is said once.
    rest = [finding for finding in error.findings if finding.code != error.code]
    return (*lines, *(f"– {clause_words(finding)}{say_finding(finding).line}" for finding in rest))


def clause_words(finding: Finding) -> str:
    """The by-law's clause before a finding, "" when none speaks."""
    return f"[{finding.clause}] " if finding.clause else ""


def known_codes() -> Iterable[str]:
    """Every code that has words."""
    return {code for table in TABLES for code in table}


def fields_of(*templates: str) -> set[str]:
    """The fields that templates ask for."""
    return {name for text in templates for _, name, _, _ in Formatter().parse(text) if name}


def _fill(template: str, values: Mapping[str, Value]) -> str:
    return template.format_map({name: written(name, value) for name, value in values.items()})
