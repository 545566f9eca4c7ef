"""A QR code as filled boxes: sharp at any size, no picture in the file."""

import segno

from wangfund.documents.typeset.page_ink import PageInk
from wangfund.documents.typeset.style import INK


def draw_qr(ink: PageInk, x: float, y: float, size: float, content: str) -> None:
    """Draw `content` as a QR code (level M) `size` points wide, its lower left corner at `x`, `y`.

    The four modules of white around it are the caller's: keep text that far away.
    """
    rows = [bytes(row) for row in segno.make_qr(content, error="m").matrix]
    module = size / len(rows)
    boxes = []
    for down, row in enumerate(rows):
        column = 0
        while (column := row.find(1, column)) >= 0:
            end = row.find(0, column)
            end = len(row) if end < 0 else end
            boxes.append(
                (x + column * module, y + size - (down + 1) * module, (end - column) * module, module)
            )
            column = end
    ink.fill_boxes(boxes, INK)
