"""What `pip install .` puts on a machine."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as opened:
        yield opened


def test_resources_lie_inside_the_package(wheel: zipfile.ZipFile) -> None:
    resources = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    assert {f"relate_desktop/{path}" for path in resources} <= set(wheel.namelist())


def test_every_module_is_carried(wheel: zipfile.ZipFile) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "relate_desktop").rglob("*.py")}
    assert modules <= set(wheel.namelist())


def test_nothing_lies_beside_the_package(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"relate_desktop"}


def test_the_command_is_installed(wheel: zipfile.ZipFile) -> None:
    (entry,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert b"relate-desktop = relate_desktop.__main__:" in wheel.read(entry)


def test_licences_travel(wheel: zipfile.ZipFile) -> None:
    names = {Path(name).name for name in wheel.namelist() if "/licenses/" in name}
    assert names == {"LICENSE", "LICENSE-phosphor"}
