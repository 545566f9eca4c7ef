"""A tiny .xls (BIFF8 in a compound file), byte by byte: no library we carry writes one."""

from __future__ import annotations

import struct

_SECTOR = 512


def old_workbook(name: str, rows: list[list[str | float]]) -> bytes:
    """One sheet of texts and numbers as Excel 97 would have kept it."""
    globals_head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0x0600))
    title = bytes([len(name), 1]) + name.encode("utf-16-le")
    bound_size = 4 + 6 + len(title)
    start = len(globals_head) + bound_size + 4
    bound = _record(0x0085, struct.pack("<IH", start, 0) + title)
    stream = globals_head + bound + _record(0x000A, b"") + _sheet(rows)
    return _compound(stream)


def _sheet(rows: list[list[str | float]]) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0x0600))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, str):
                out += _record(0x0204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
            else:
                out += _record(0x0203, place + struct.pack("<d", cell))
    return out + _record(0x000A, b"")


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(stream: bytes) -> bytes:
    padded = stream + bytes(-max(len(stream), 4096) % _SECTOR + max(0, 4096 - len(stream)))
    padded += bytes(-len(padded) % _SECTOR)
    count = len(padded) // _SECTOR
    # Sector 0 the allocation table, 1 the directory, 2… the workbook.
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + count), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    header += struct.pack("<I", 0) + b"\xff" * (108 * 4)
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1) + _entry("Workbook", 2, 2, len(padded))
    directory += bytes(_SECTOR - len(directory))
    return header + struct.pack("<128I", *table) + directory + padded


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    encoded = name.encode("utf-16-le") + b"\x00\x00"
    body = encoded.ljust(64, b"\x00") + struct.pack("<HBB", len(encoded), kind, 1)
    body += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(16 + 4 + 16)
    return body + struct.pack("<IQ", start, size)
