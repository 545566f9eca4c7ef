"""All proofs: python -m tests.prove [--short] [NAME…]. A module prove_NAME gives `proofs(short)`; 1 when one fails."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from time import perf_counter


def main(arguments: list[str]) -> int:
    """Print each proof on a line as soon as it is known."""
    if any(word.startswith("-") and word != "--short" for word in arguments):
        print(__doc__)
        return 0
    short = "--short" in arguments
    names = [name for name in arguments if not name.startswith("-")]
    failed = 0
    for file in sorted(Path(__file__).parent.glob("prove_*.py")):
        name = file.stem.removeprefix("prove_")
        if names and name not in names:
            continue
        started = perf_counter()
        for proof in importlib.import_module(f"tests.prove.{file.stem}").proofs(short):
            failed += not proof.holds
            print(f"{proof} [{perf_counter() - started:.1f} s]", flush=True)
            started = perf_counter()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
