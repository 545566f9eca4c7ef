"""What the disk or the file itself refuses."""

from __future__ import annotations

from wangfund.domain.errors import FundError


class StoreError(FundError):
    """The file or the disk says no; the code tells which, and the file stands as it was."""
