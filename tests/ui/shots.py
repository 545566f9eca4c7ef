"""Pictures of every page and dialog as they are: python -m tests.ui.shots --out DIR."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.clipping import clipped
from tests.ui.scenes import (
    books,
    bylaw,
    claims,
    close,
    collect,
    frame,
    home,
    importing,
    members,
    network,
    past,
    reports,
    settings,
    welcome,
)
from tests.ui.scenes.scene import settle
from tests.ui.typing import wait
from tests.ui.windows import make_window, practice_bytes
from wangfund.ui.theme.colours import Ground
from wangfund.ui.worker.runner import Runner

LOOKS: Final = (
    (100, Ground.LIGHT, (1366, 698)),
    (160, Ground.LIGHT, (1366, 698)),
    (100, Ground.DARK, (1366, 698)),
    (160, Ground.DARK, (1366, 698)),
    (140, Ground.LIGHT, (1366, 698)),
    (100, Ground.CONTRAST, (1366, 698)),
    (100, Ground.LIGHT, (1024, 698)),
)
WELCOME: Final = tuple(welcome.SCENES)
DESK: Final = tuple(
    scene
    for page in (
        home,
        members,
        collect,
        claims,
        books,
        close,
        reports,
        network,
        past,
        settings,
        bylaw,
        importing,
        frame,
    )
    for scene in page.SCENES
)


def main() -> None:
    """Make the pictures; say what is cut off."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fund", type=Path, help="a fund to show; a practice fund of 700 is made without")
    parser.add_argument("--only", default="", help="part of a picture's name")
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        fund = Path(folder) / "บ้านนาสุข.wangfund"
        fund.write_bytes(told.fund.read_bytes() if told.fund else practice_bytes(700, 5))
        for name, picture in pictures(Path(folder), fund, app, told.only):
            found = clipped(picture)
            picture.grab().save(str(told.out / f"{name}.png"))
            print(name, *found, sep="\n  ")


def pictures(folder: Path, fund: Path, app: QApplication, only: str = "") -> Iterator[tuple[str, QWidget]]:
    """Every scene in every look, by name; each is on the screen when it is given."""
    runner = Runner(app)
    for percent, ground, (width, height) in LOOKS:
        look = f"{percent}-{ground}" + (f"-{width}" if width != 1366 else "")
        # What the scenes of one look post and seal is not there yet in the next.
        here = folder / look
        here.mkdir()
        own = here / fund.name
        own.write_bytes(fund.read_bytes())
        for with_fund, scenes in ((None, WELCOME), (own, DESK)):
            window = make_window(here, fund=with_fund, runner=runner)
            window.resize(width, height)
            window.set_look(percent=percent, ground=ground)
            window.show()
            settle(window)
            for name, scene in scenes:
                if only not in f"{name}-{look}":
                    continue
                shown = scene(window)
                settle(window)
                yield f"{name}-{look}", shown
                if shown is not window:
                    shown.close()
            if window.place is not None:
                window.place.wrote = False
            runner.wait()
            window.close()
            window.deleteLater()
            wait(0)


if __name__ == "__main__":
    main()
