"""The chain of links: what each change adds, and how a link hangs on the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from wangfund.domain.errors import Value
from wangfund.store.digest import ERASED, row_digests
from wangfund.store.sqlite_touch import take_touched

GENESIS = hashlib.sha256(b"wangfund chain 1").digest()

_ADD = "INSERT INTO link (no, at_utc, who, code, table_name, row_id, digest, hash) VALUES (?,?,?,?,?,?,?,?)"


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last link: its number (0 in an empty file) and hash."""

    no: int
    hash: bytes


def link_hash(
    previous: bytes, no: int, at_utc: str, who: str, code: str, table: str, row: int, digest: bytes
) -> bytes:
    """SHA-256 over the previous hash and the rest of the link, unambiguously joined."""
    rest = f"{no}\x1f{at_utc}\x1f{who}\x1f{code}\x1f{table}\x1f{row}\x1f"
    return hashlib.sha256(previous + rest.encode(errors="surrogateescape") + digest).digest()


def chain_head(connection: sa.Connection) -> ChainHead:
    """The last link of the file. Reads only."""
    row = connection.exec_driver_sql("SELECT no, hash FROM link ORDER BY no DESC LIMIT 1").first()
    return ChainHead(0, GENESIS) if row is None else ChainHead(row[0], row[1])


def fund_mark(connection: sa.Connection) -> str:
    """What is this fund's alone and never changes, whatever it is called: its first link, in hex. Reads only."""
    found: bytes | None = connection.exec_driver_sql("SELECT hash FROM link WHERE no = 1").scalar()
    return (found or GENESIS).hex()


def append_links(
    connection: sa.Connection, at: datetime, who: str, code: str, facts: Mapping[str, Value]
) -> ChainHead:
    """Append one link for each row changed since the last call, and the plain facts beside the first. Writes.

    The digest is taken from the rows as they lie in the file, so the chain tells what is there, not what was meant.
    """
    head = chain_head(connection)
    no, previous = head.no, head.hash
    at_utc = at.isoformat(timespec="seconds")
    links: list[tuple[int, str, str, str, str, int, bytes, bytes]] = []
    for table, ids in take_touched(connection):
        digests = row_digests(connection, table, ids)
        for row in ids:
            no += 1
            digest = digests.get(row, ERASED)
            previous = link_hash(previous, no, at_utc, who, code, table, row, digest)
            links.append((no, at_utc, who, code, table, row, digest, previous))
    if links:
        connection.exec_driver_sql(_ADD, links)
        words = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
        connection.exec_driver_sql("INSERT INTO story (no, facts) VALUES (?, ?)", (head.no + 1, words))
    return ChainHead(no, previous)
