"""Findings in an answer: for programs, for people, and as what stops something."""

from __future__ import annotations

from typing import Any

from wangfund.domain.errors import Finding
from wangfund.text.messages import clause_words, say_finding


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding for programs, its words included."""
    return {
        "code": finding.code,
        "field": finding.field,
        "clause": finding.clause,
        "severity": str(finding.severity),
        "message": say_finding(finding).line,
    }


def finding_line(finding: Finding) -> str:
    """A finding for people."""
    return f"  – {clause_words(finding)}{say_finding(finding).line}"


def complaint(finding: Finding) -> str:
    """A finding that stops something, with its code."""
    return f"[{finding.code}] {clause_words(finding)}{say_finding(finding).line}"
