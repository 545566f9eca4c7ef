"""The box that ties a signed paper to the file: QR code and the month's fingerprint in three groups of four."""

from typing import Final

from wangfund.documents.typeset.measures import HAIR, MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.qr import draw_qr
from wangfund.documents.typeset.style import HEADING, INK2, NOTE

FINGERPRINT_WIDTH: Final = 44 * MM
FINGERPRINT_HEIGHT: Final = 24 * MM
_QR: Final = 17 * MM
_GROUP: Final = 4


def groups_of_four(fingerprint: str) -> list[str]:
    """'ABCD-EFGH-JKMN' or without hyphens, as three groups.

    Raises:
        ValueError: not twelve characters.
    """
    bare = fingerprint.replace("-", "").replace(" ", "").upper()
    if len(bare) != 3 * _GROUP or not bare.isalnum():
        raise ValueError(fingerprint)
    return [bare[start : start + _GROUP] for start in range(0, len(bare), _GROUP)]


def draw_fingerprint(
    paper: Paper, x: float, top: float, fingerprint: str, qr_content: str | None = None
) -> None:
    """Draw the box with its upper left corner at `x`, `top`; the QR code holds `qr_content` or the fingerprint."""
    groups = groups_of_four(fingerprint)
    paper.ink.box(
        x, top - FINGERPRINT_HEIGHT, FINGERPRINT_WIDTH, FINGERPRINT_HEIGHT, Pen(HAIR, INK2), 1.5 * MM
    )
    draw_qr(
        paper.ink, x + 2.8 * MM, top - (FINGERPRINT_HEIGHT + _QR) / 2, _QR, qr_content or "-".join(groups)
    )
    text_x = x + _QR + 5.2 * MM
    paper.text(text_x, top - 5.4 * MM, "รหัสยืนยันงวด", NOTE)
    for place, group in enumerate(groups):
        paper.text(text_x, top - (10.8 + 4.9 * place) * MM, group, HEADING.sized(12.5))
