"""The fingerprint of a sealed month: twelve letters a person can compare by eye and by ear."""

from __future__ import annotations

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def fingerprint(link_hash: bytes) -> str:
    """The first 60 bits of a link's hash in Crockford base 32, in three groups of four."""
    bits = int.from_bytes(link_hash[:8], "big") >> 4
    letters = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def same_fingerprint(typed: str, printed: str) -> bool:
    """Whether what a person typed is that fingerprint: case, dashes, spaces and look-alike letters aside."""
    return _plain(typed) == _plain(printed)


def check_code(digest: bytes) -> str:
    """Four letters of a paper's digest, for telling our paper from a forged one."""
    return fingerprint(digest)[:4]


def _plain(text: str) -> str:
    return "".join(c for c in text.upper().translate(_ALIKE) if c.isalnum())
