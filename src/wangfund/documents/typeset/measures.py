"""Lengths every paper shares, in points."""

from typing import Final

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)

LEFT: Final = 17 * MM
RIGHT: Final = 15 * MM
TOP: Final = 12.5 * MM
BOTTOM: Final = 12.5 * MM
FOOTER_ROOM: Final = 7 * MM  # the footer's line and hairline, above the bottom margin

HAIR: Final = 0.4
THIN: Final = 0.5
STRONG: Final = 0.9

# In ems of the line. Sarabun's ink reaches 1.28 above the baseline (ซื้อ in bold) and 0.35 below (ญู); a one-line row
# is 1.28 high and lends its neighbour the rest, but under or over a rule nothing may be lent.
LEADING: Final = 1.5
ABOVE: Final = 0.92
BELOW: Final = 0.36
ABOVE_AT_RULE: Final = 1.36
AIR_AT_RULE: Final = 0.7 * MM
