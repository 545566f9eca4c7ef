"""The ledger as hledger text: anyone can add up the fund's money with a program that is not ours.

Balances read as ours do, debit above zero. An account is its group, its code and, but for assets, its pool:
``equity:3100:welfare``; so ``hledger bal equity:3100`` is an account and ``hledger bal :welfare$`` a pool.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from wangfund.documents.workbook.cells import decimal_text
from wangfund.documents.workbook.safe_text import safe_text
from wangfund.domain import accounts
from wangfund.domain.posting import Line
from wangfund.store.ledger import EntryRow
from wangfund.text.accounts import account_name
from wangfund.text.terms import ENTRY_KINDS, pool_name

_HEAD: Final = (
    "; The whole ledger of one fund, for hledger. The text is UTF-8: set LANG=C.UTF-8 if names are refused.\n"
    "; Amounts are baht; above zero is debit. The code of a transaction is the number of the entry in the books.\n"
    "\ndecimal-mark .\ncommodity 1000.00 THB\n"
)
_GROUPS: Final = (
    (("11",), "assets:cash"),
    (("12",), "assets:bank"),
    (("13",), "assets:investments"),
    (("14",), "assets:receivables"),
    (("1",), "assets:other"),
    (("2",), "liabilities"),
    (("3",), "equity"),
    (("4",), "income"),
)
# What would end or split an account's name; the share of the percent sign keeps the writing reversible.
_NOT_IN_NAMES: Final = re.compile(r"[\s%:;\"\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def journal_account(line: Line) -> str:
    """The name of a line's account and pool in the journal; different ones never share a name."""
    parts = [_group(line.account), _named(line.account)]
    return ":".join([*parts, _named(line.pool)] if line.pool else parts)


def write_journal(entries: Iterable[EntryRow], path: Path, names: Mapping[str, str]) -> int:
    """Write the entries in the order given; gives how many. `names` are the fund's own names of accounts by code.

    The same entries give the same bytes. `hledger check --strict` accepts the file.

    Raises:
        OSError: the disk refused.
    """
    declared: dict[str, str] = {}
    body = [_transaction(entry, names, declared) for entry in entries]
    head = _HEAD + "\n" + "".join(f"account {name}  ; {told}\n" for name, told in sorted(declared.items()))
    path.write_text("\n".join([head, *body]), encoding="utf-8", newline="\n")
    return len(body)


def _transaction(entry: EntryRow, names: Mapping[str, str], declared: dict[str, str]) -> str:
    kind = ENTRY_KINDS.get(entry.kind, entry.kind)
    who = _plain(entry.who).replace("|", "/")
    told = " · ".join(text for text in (kind, _plain(entry.note)) if text)
    lines = [f"{entry.date.isoformat()} ({entry.id}) {f'{who} | ' if who else ''}{told}"]
    numbers = {
        "entry": entry.id,
        "member": entry.member_id,
        "round": entry.round_id,
        "reverses": entry.reverses_id,
        "reversed-by": entry.reversed_by,
    }
    tags = [f"{tag}:{number}" for tag, number in numbers.items() if number is not None]
    lines.append(f"    ; {', '.join([f'kind:{entry.kind}', *tags])}")
    lines += [f"    ; {_plain(text)}" for text in (entry.resolution, entry.reason) if text]
    for line in entry.lines:
        account = journal_account(line)
        if account not in declared:
            words = account_name(line.account, names.get(line.account, ""))
            declared[account] = _plain(f"{words} {pool_name(line.pool)}" if line.pool else words)
        lines.append(f"    {account}  {decimal_text(line.debit_satang - line.credit_satang)} THB")
    return "\n".join(lines) + "\n"


def _group(account: str) -> str:
    if account.startswith("5"):
        return "expenses:welfare" if accounts.is_welfare(account) else "expenses:running"
    return next((group for starts, group in _GROUPS if account.startswith(starts)), "other")


def _named(part: str) -> str:
    return _NOT_IN_NAMES.sub(lambda found: f"%{ord(found[0]):02X}", part)


def _plain(text: str) -> str:
    """One line of text that no sign of the journal's own can end: ';' would begin a comment, ':' a tag."""
    return safe_text(text).replace(";", ",").replace(":", "\uff1a")
