"""A TOML text of the fund's own (profile, opening balances) opened for reading, with its faults gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.table_reader import Faults, TableReader
from wangfund.domain.rulebook.toml_text import load_toml

_OF_RULEBOOKS = "RULEBOOK_"


def opened_text(text: str, prefix: str) -> tuple[TableReader, Faults]:
    """The top table of a TOML text and where its faults gather; days stand in it as ISO text.

    Raises:
        Refused: `prefix`_INVALID with the one finding `prefix`_NOT_TOML, _TOO_LARGE or _TOO_DEEP.
    """
    loaded = load_toml(text)
    if isinstance(loaded, Finding):
        raise Refused(f"{prefix}_INVALID", {"faults": 1}, (_renamed(loaded, prefix),))
    faults = Faults(loaded.lines)
    return TableReader(_plain(loaded.tables), "", faults), faults


def refuse_faults(faults: Faults, prefix: str) -> None:
    """Refuse when anything was found.

    Raises:
        Refused: `prefix`_INVALID with a finding for each fault, its path and its line (0: unknown).
    """
    if faults.found:
        found = tuple(_renamed(finding, prefix) for finding in faults.found)
        raise Refused(f"{prefix}_INVALID", {"faults": len(found)}, found)


def _renamed(finding: Finding, prefix: str) -> Finding:
    return replace(finding, code=finding.code.replace(_OF_RULEBOOKS, f"{prefix}_", 1))


def _plain(value: object) -> object:
    """The same tables with TOML's own days as text, so that B.E. and C.E. are read in one place."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value
