"""Takes the manual's pictures from the real window: ``python -m tests.e2e.pictures`` (needs ImageMagick)."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.e2e.desktop import ROOT, Desktop
from tests.e2e.program import Program

FOLDER = ROOT / "docs" / "manual" / "images"
RELATE = [sys.executable, "-P", "-m", "relate_desktop", "--book"]


def main() -> int:
    """The people of the sample book, with one of them open."""
    with (
        tempfile.TemporaryDirectory(prefix="rt") as home,
        Desktop(Path(home), Path(home), "1400x900x24") as desktop,
    ):
        book = f"{home}/book"
        subprocess.run([*RELATE, book, "sample"], env=desktop.environment, check=True)
        program = Program(desktop, [*RELATE, book, "open", "people"])
        program.find(role="list item", has="Misaki").click()
        program.find(id="person.title", has="Misaki")
        FOLDER.mkdir(parents=True, exist_ok=True)
        desktop.picture_of(program.process.pid, FOLDER / "people.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
