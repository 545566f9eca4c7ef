"""Titles before Thai names: how they are written short, how in full, and which stand apart from the name.

Source: thai.md 6.5; spacing by the Royal Society's rules for spaces (a rank or an academic title stands apart,
a common or a religious title does not). Short forms that several forces share (จ.ส.ต., จ.อ.) stay as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_COMMON: Final = {
    "นาย": (),
    "นาง": (),
    "นางสาว": ("น.ส.", "นส."),
    "เด็กชาย": ("ด.ช.", "ดช."),
    "เด็กหญิง": ("ด.ญ.", "ดญ."),
    "นายแพทย์": ("นพ.", "น.พ."),
    "แพทย์หญิง": ("พญ.", "พ.ญ."),
    "หม่อมราชวงศ์": ("ม.ร.ว.",),
    "หม่อมหลวง": ("ม.ล.",),
}
_RELIGIOUS: Final = (
    "พระ",
    "พระครู",
    "พระมหา",
    "พระครูปลัด",
    "พระครูใบฎีกา",
    "พระครูสมุห์",
    "พระครูวินัยธร",
    "พระครูสังฆรักษ์",
    "พระอธิการ",
    "พระอาจารย์",
    "พระปลัด",
    "พระสมุห์",
    "พระใบฎีกา",
    "สามเณร",
    "แม่ชี",
)
_APART: Final = {
    "พลเอก": ("พล.อ.",),
    "พลโท": ("พล.ท.",),
    "พลตรี": ("พล.ต.",),
    "พันเอก": ("พ.อ.",),
    "พันโท": ("พ.ท.",),
    "พันตรี": ("พ.ต.",),
    "ร้อยเอก": ("ร.อ.",),
    "ร้อยโท": ("ร.ท.",),
    "ร้อยตรี": ("ร.ต.",),
    "จ่าสิบเอก": ("จ.ส.อ.",),
    "จ่าสิบโท": ("จ.ส.ท.",),
    "จ่าสิบตรี": (),
    "สิบเอก": ("ส.อ.",),
    "สิบโท": ("ส.ท.",),
    "สิบตรี": ("ส.ต.",),
    "พลทหาร": ("พลฯ",),
    "พลตำรวจเอก": ("พล.ต.อ.",),
    "พลตำรวจโท": ("พล.ต.ท.",),
    "พลตำรวจตรี": ("พล.ต.ต.",),
    "พันตำรวจเอก": ("พ.ต.อ.",),
    "พันตำรวจโท": ("พ.ต.ท.",),
    "พันตำรวจตรี": ("พ.ต.ต.",),
    "ร้อยตำรวจเอก": ("ร.ต.อ.",),
    "ร้อยตำรวจโท": ("ร.ต.ท.",),
    "ร้อยตำรวจตรี": ("ร.ต.ต.",),
    "ดาบตำรวจ": ("ด.ต.",),
    "จ่าสิบตำรวจ": (),
    "สิบตำรวจเอก": ("ส.ต.อ.",),
    "สิบตำรวจโท": ("ส.ต.ท.",),
    "สิบตำรวจตรี": ("ส.ต.ต.",),
    "จ.ส.ต.": (),
    "เรือเอก": (),
    "เรือโท": (),
    "เรือตรี": (),
    "พันจ่าเอก": ("พ.จ.อ.",),
    "พันจ่าโท": ("พ.จ.ท.",),
    "พันจ่าตรี": ("พ.จ.ต.",),
    "จ่าเอก": (),
    "จ่าโท": (),
    "จ่าตรี": (),
    "จ.อ.": (),
    "จ.ท.": (),
    "จ.ต.": (),
    "พ.อ.อ.": (),
    "พ.อ.ท.": (),
    "พ.อ.ต.": (),
    "น.อ.": (),
    "น.ท.": (),
    "น.ต.": (),
    "ศาสตราจารย์": ("ศ.",),
    "รองศาสตราจารย์": ("รศ.", "ร.ศ."),
    "ผู้ช่วยศาสตราจารย์": ("ผศ.", "ผ.ศ."),
    "ดร.": ("ดอกเตอร์",),
    "Mr.": (),
    "Mrs.": (),
    "Ms.": (),
}
_ACTING: Final = "ว่าที่"
_WOMAN: Final = "หญิง"
# Any of these can be the beginning of a given name; only a space after it makes it a title.
_ONLY_BEFORE_SPACE: Final = {
    "คุณ": "คุณ",
    "น.ส": "นางสาว",
    "ด.ช": "เด็กชาย",
    "ด.ญ": "เด็กหญิง",
    "ดช": "เด็กชาย",
    "ดญ": "เด็กหญิง",
    "นส": "นางสาว",
    "ดร": "ดร.",
    "Mr": "Mr.",
    "Mrs": "Mrs.",
    "Ms": "Ms.",
    "Miss": "Miss",
}

_FULL: Final = {
    written: full for full, shorts in (_COMMON | _APART).items() for written in (full, *shorts)
} | {title: title for title in _RELIGIOUS}
_RANKS: Final = frozenset(_APART)


def _any_of(titles: Iterable[str]) -> str:
    """A pattern of titles, long ones tried before brief ones, each with room for a space after a dot: ``น. ส.``."""
    return "|".join(re.escape(it).replace(r"\.", r"\.\s?") for it in sorted(titles, key=len, reverse=True))


_NAME_BEGINS: Final = "(?=[\\s(ก-ฮเแโใไA-Za-z]|$)"
_RANK: Final = re.compile(
    rf"(?:(?P<acting>{_ACTING})\s?)?(?P<title>{_any_of(it for it in _FULL if _FULL[it] in _RANKS)})"
    rf"(?P<woman>(?<=\.){_WOMAN}|\s?\(?{_WOMAN}\)?(?![ก-๎]))?{_NAME_BEGINS}"
)
_PLAIN: Final = re.compile(
    rf"(?P<title>นาง\s?สาว|{_any_of(it for it in _FULL if _FULL[it] not in _RANKS)}){_NAME_BEGINS}"
    rf"|(?P<spaced>{_any_of(_ONLY_BEFORE_SPACE)})(?=\s|$)"
)
_MOST_TITLES: Final = 3


def take_title(name: str) -> tuple[str, str]:
    """The title in full and the rest of a single-spaced name; an empty title when there is none.

    Several titles before one name (``ผศ.ดร.``) are read together, with spaces between.
    """
    titles: list[str] = []
    rest = name
    while len(titles) < _MOST_TITLES and (found := _RANK.match(rest) or _PLAIN.match(rest)):
        title = _in_full(found)
        if titles and not (stands_apart(title) and stands_apart(titles[-1])):
            break
        titles.append(title)
        rest = rest[found.end() :].lstrip()
    return " ".join(titles), rest


def stands_apart(title: str) -> bool:
    """Whether a space belongs between the title and the given name, as after a rank."""
    last = title.rsplit(" ", 1)[-1].removeprefix(_ACTING)
    return last in _RANKS or last.removesuffix(_WOMAN) in _RANKS or title not in _FULL


def _in_full(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("spaced"):
        return _ONLY_BEFORE_SPACE[re.sub(r"\s", "", found["spaced"])]
    full = _FULL[re.sub(r"\s", "", found["title"])]
    return f"{parts.get('acting') or ''}{full}{_WOMAN if parts.get('woman') else ''}"
