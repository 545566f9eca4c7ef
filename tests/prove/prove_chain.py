"""Changing any one column of any row, or losing any row, is found by verify."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.funds import busy_bytes
from tests.prove.proof import Proof
from tests.prove.tampering import CHAIN_CODES, Change, changed_cells, lost_rows


def proofs(short: bool) -> Iterator[Proof]:
    """Every cell of a small fund with rows of every kind; with `short` one row a column."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "busy.wangfund"
        path.write_bytes(busy_bytes())
        yield _proof(
            "a changed cell is found by the chain", "cells", list(changed_cells(path, one_row_a_column=short))
        )
        if not short:
            yield _proof("a lost row is found by the chain", "rows", list(lost_rows(path)))


def _proof(name: str, what: str, changes: list[Change]) -> Proof:
    missed = [change for change in changes if not CHAIN_CODES & set(change.found)]
    tables = len({change.table for change in changes})
    figure = f"{len(changes) - len(missed):,} of {len(changes):,} {what} in {tables} tables"
    return Proof(name, figure + "".join(f", missed {c.table}.{c.column}" for c in missed[:5]), not missed)
