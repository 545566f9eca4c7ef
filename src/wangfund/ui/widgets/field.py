"""What a form can hold: anything with a text that can be kept, filled, read and complained about."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from wangfund.domain.errors import Finding


class Field(Protocol):
    """`text` is what a draft keeps and `set_text` fills back; `changed` tells of every edit by a person."""

    @property
    def changed(self) -> SignalInstance:
        """Told after every edit by a person."""

    @property
    def text(self) -> str:
        """What stands in the field."""

    def set_text(self, text: str) -> None:
        """Fill the field; nothing is told."""

    def check(self) -> bool:
        """Show what is wrong now; whether all is well."""

    def show_finding(self, finding: Finding) -> None:
        """Show what somebody else found about this field."""
