"""All measurements: python -m tests.bench [NAME…]. A module bench_NAME gives `figures()`, or `measure()` with ratios only."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    """Print each figure on a line; 1 when one is above its limit."""
    if any(name.startswith("-") for name in names):
        print(__doc__)
        return 0
    above = 0
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        name = file.stem.removeprefix("bench_")
        if names and name not in names:
            continue
        module = importlib.import_module(f"tests.bench.{file.stem}")
        if hasattr(module, "figures"):
            for figure in module.figures():
                above += not figure.within
                print(f"{name:10} {figure.name}: {figure} {'ok' if figure.within else 'FAILED'}", flush=True)
        else:
            for what, times in module.measure().items():
                print(f"{name:10} {what}: {times:.2f} x", flush=True)
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
