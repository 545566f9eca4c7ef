"""Which ground the system itself wears."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from wangfund.ui.theme.colours import Ground


def system_ground() -> Ground:
    """High contrast where the system asks for it, dark where it is dark, else light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Ground.CONTRAST
    return Ground.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Ground.LIGHT
