"""The zip under a workbook, settled: no trace of the machine's clock, and every formula with its result.

openpyxl stamps the moment of saving into the zip and into the properties, and stores no results of formulas, so a
phone's preview or a reader in code would see empty cells where Excel sees figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PROPERTIES: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(?=</dcterms:modified>)")
_FORMULA: Final = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v(?: ?/>|></v>)')


def settled_package(package: bytes, made_at: datetime, computed: Mapping[str, Mapping[str, str]]) -> bytes:
    """The same workbook with fixed times, and the results of its formulas.

    `computed` gives, for each part of the package, the result of every formula in it by cell, as decimal text.
    """
    settled = BytesIO()
    with ZipFile(BytesIO(package)) as raw, ZipFile(settled, "w") as out:
        for name in raw.namelist():
            part = raw.read(name)
            if name == _PROPERTIES:
                part = _MODIFIED.sub(rb"\g<1>" + f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode(), part)
            if name in computed:
                part = _with_results(part, computed[name])
            about = ZipInfo(name, _EPOCH)
            about.create_system = 0
            about.compress_type = ZIP_DEFLATED
            out.writestr(about, part, compresslevel=6)
    return settled.getvalue()


def _with_results(part: bytes, results: Mapping[str, str]) -> bytes:
    def result(found: re.Match[bytes]) -> bytes:
        return found[1] + b"<v>" + results[found[2].decode()].encode() + b"</v>"

    return _FORMULA.sub(result, part)
