"""The house keeps its own rules: caps, names, floors, words, tests, and clean checks."""

import ast
import functools
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "relate_desktop"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

LINES_A_FILE = 400
LINES_A_FUNCTION = 60

VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "base", "misc"}
BANNED = {
    "lead",
    "prospect",
    "pipeline",
    "deal",
    "dashboard",
    "touchpoint",
    "enrichment",
    "dupe",
    "dto",
    "dossier",
}
"""Words of other programs for what this one calls otherwise (docs/house.md, words)."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*folders: str) -> list[Path]:
    """Python files of the project, each once, in a steady order."""
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


ALL = sources("relate_desktop", "tests", "packaging")


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class TestCaps:
    def test_no_file_is_too_long(self) -> None:
        lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ALL}
        assert {path: lines for path, lines in lengths.items() if lines > LINES_A_FILE} == {}

    def test_no_function_is_too_long(self) -> None:
        lengths = {f"{name(path)}: {found.name}": length(found) for path in ALL for found in functions(path)}
        assert {place: lines for place, lines in lengths.items() if lines > LINES_A_FUNCTION} == {}

    def test_functions_are_short_on_the_whole(self) -> None:
        lengths = sorted(length(found) for path in sources("relate_desktop") for found in functions(path))
        assert lengths[len(lengths) // 2] <= 10


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(found: Function) -> int:
    return (found.end_lineno or found.lineno) - found.lineno + 1


class TestNames:
    def test_modules_say_what_they_are_for(self) -> None:
        found = {
            name(path)
            for path in ALL
            for part in path.relative_to(ROOT).with_suffix("").parts
            if VAGUE & words(part)
        }
        assert found == set()

    def test_classes_say_what_they_are(self) -> None:
        classes = [
            (path, node) for path in ALL for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)
        ]
        assert {f"{name(path)}: {node.name}" for path, node in classes if VAGUE & words(node.name)} == set()

    def test_one_concept_has_one_name(self) -> None:
        found = {
            f"{name(path)}: {node.name}"
            for path in sources("relate_desktop")
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ClassDef | Function) and BANNED & words(node.name)
        }
        assert found == set()

    def test_nothing_is_left_for_later(self) -> None:
        later = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
        found = {
            name(path)
            for path in ALL
            if path.name != "test_house.py" and later.search(path.read_text("utf-8"))
        }
        assert found == set()


def words(identifier: str) -> set[str]:
    """The words of a snake_case or CamelCase name, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", identifier)}


PLANTS: dict[str, dict[str, str]] = {
    "floors: imports only go down": {"domain/planted.py": "import relate_desktop.storage\n"},
    "rooms: shell, then independent rooms, then kit": {
        "ui/kit/planted.py": "import relate_desktop.ui.shell\n"
    },
    "cycles: none at any depth": {
        "domain/planted_one.py": "import relate_desktop.domain.planted_two\n",
        "domain/planted_two.py": "import relate_desktop.domain.planted_one\n",
    },
    "doors: window, command line and words reach what is kept only through services": {
        "cli/planted.py": "import relate_desktop.storage\n"
    },
    "Qt only in the window": {"services/planted.py": "import PySide6.QtCore\n"},
    "SQL only in storage": {"services/planted.py": "import sqlite3\n"},
    "writer: tables and journal only from storage": {
        "services/planted.py": "import relate_desktop.storage.journal\n"
    },
    "foreign formats only in formats": {"services/planted.py": "import vobject\n"},
    "network only in lookups": {"services/planted.py": "import httpx2\n"},
    "the keyring only in system": {"services/planted.py": "import keyring\n"},
    "the desktop only in system": {"services/planted.py": "import jeepney\n"},
}
"""For each contract one import that it forbids."""

CONTRACTS = [contract["name"] for contract in SETTINGS["tool"]["importlinter"]["contracts"]]


class TestContracts:
    def test_hold(self) -> None:
        assert broken(ROOT) == set(), "run lint-imports to see which import broke it"

    @pytest.mark.parametrize("contract", CONTRACTS)
    def test_bite(self, contract: str, tmp_path: Path) -> None:
        plant(tmp_path, PLANTS[contract])
        assert contract in broken(tmp_path)

    def test_new_floor_must_be_given_its_place(self, tmp_path: Path) -> None:
        plant(tmp_path, {"attic/__init__.py": ""})
        assert "floors: imports only go down" in broken(tmp_path)

    def test_new_room_must_be_given_its_place(self, tmp_path: Path) -> None:
        plant(tmp_path, {"ui/attic/__init__.py": ""})
        assert "rooms: shell, then independent rooms, then kit" in broken(tmp_path)

    def test_no_room_knows_another(self, tmp_path: Path) -> None:
        rooms = {
            "ui/people/planted.py": "import relate_desktop.ui.imports.planted\n",
            "ui/imports/planted.py": "",
        }
        plant(tmp_path, rooms)
        assert "rooms: shell, then independent rooms, then kit" in broken(tmp_path)

    def test_import_for_types_counts(self, tmp_path: Path) -> None:
        lines = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import relate_desktop.storage\n"
        plant(tmp_path, {"domain/planted.py": lines})
        assert "floors: imports only go down" in broken(tmp_path)


def plant(folder: Path, files: dict[str, str]) -> None:
    """A copy of the package with something in it that does not belong there."""
    shutil.copytree(PACKAGE, folder / "relate_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path, text in files.items():
        planted = folder / "relate_desktop" / path
        planted.parent.mkdir(exist_ok=True)
        (planted.parent / "__init__.py").touch()
        planted.write_text(f'"""Planted."""\n{text}', encoding="utf-8")


def broken(folder: Path) -> set[str]:
    """The contracts that import-linter finds broken in a checkout."""
    line = [
        sys.executable,
        "-P",
        "-c",
        "import importlinter.cli as c; c.lint_imports_command()",
        "--no-cache",
    ]
    report = run(line, folder, PYTHONPATH=str(folder))
    lines = re.sub(r"\x1b\[\d*m", "", report.stdout).splitlines()
    judged = {text.rsplit(" ", 1)[0] for text in lines if text.endswith((" KEPT", " BROKEN"))}
    assert judged == set(CONTRACTS), report.stdout + report.stderr
    return {text.removesuffix(" BROKEN") for text in lines if text.endswith(" BROKEN")}


def run(line: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        line,
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


class TestChecks:
    """What would otherwise be three more commands to remember."""

    @pytest.mark.parametrize(
        "check", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)], ids=" ".join
    )
    def test_is_clean(self, check: tuple[str, ...]) -> None:
        done = run([sys.executable, "-m", *check], ROOT)
        assert done.returncode == 0, done.stdout + done.stderr


SILENT = {
    *("Lane", "JobState", "KeyKind", "KnownBy", "ValueShape", "ChannelKind", "DateKind"),
    *("MissingDay", "Period", "BlockKind", "Style", "Form", "Toward"),
    *("TokenKind", "Unit", "Part", "Shape", "Side"),
    *("Step", "Skip"),
    *("Field", "Feature"),
}
"""Kinds that no person meets as such: how work queues, how values are written, what properties say,
how rules are searched, notes are drawn and jotted lines are read, which words a typed filter has."""


def kinds() -> dict[str, set[str]]:
    """The enumerations of what is told to people, with their members."""
    classes = (
        node
        for path in sources("relate_desktop/domain", "relate_desktop/services")
        for node in tree(path).body
    )
    return {
        node.name: {name.id for line in node.body if isinstance(line, ast.Assign) for name in targets(line)}
        for node in classes
        if isinstance(node, ast.ClassDef) and "StrEnum" in {ast.unparse(parent) for parent in node.bases}
    }


def targets(line: ast.Assign) -> list[ast.Name]:
    return [target for target in line.targets if isinstance(target, ast.Name)]


@pytest.mark.parametrize("kind", sorted(kinds().keys() - SILENT))
def test_every_kind_has_words(kind: str) -> None:
    said = {
        node.attr
        for path in sources("relate_desktop/words")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == kind
    }
    assert kinds()[kind] - said == set()


def test_every_module_below_the_window_has_its_tests() -> None:
    modules = {
        path.relative_to(PACKAGE)
        for path in sources("relate_desktop")
        if path.name != "__init__.py" and path.relative_to(PACKAGE).parts[0] != "ui" and any(functions(path))
    }
    missing = {
        module.as_posix()
        for module in modules
        if not (ROOT / "tests/unit" / module.parent / f"test_{module.stem.strip('_')}.py").exists()
    }
    assert not missing, "\n".join(sorted(missing))


class TestResources:
    def test_every_picture_is_shown_somewhere(self) -> None:
        drawn = {
            re.sub(r"-(fill|bold|light)$", "", path.stem)
            for path in (ROOT / "resources/icons").rglob("*.svg")
        }
        unused = drawn - quoted()
        assert not unused, " ".join(sorted(unused))

    def test_the_package_carries_them(self) -> None:
        inside = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
        assert inside == {"resources": "relate_desktop/resources"}


def quoted() -> set[str]:
    """Every text that stands in the package's code."""
    return {
        node.value
        for path in sources("relate_desktop")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
