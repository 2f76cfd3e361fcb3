"""The two commands: what they install, when, and what they say when they cannot."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
DEV = ROOT / "packaging" / "dev.py"
LOCKS = ("requirements.lock", "requirements-dev.lock")

ECHO = """
import json, os, sys
print(json.dumps({"words": sys.argv[1:], "folder": os.getcwd(), "python": sys.prefix}))
"""


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("relate_dev", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "relate_dev", module)  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with nothing to install and a program that says how it was started."""
    root = tmp_path_factory.mktemp("a check out")
    (root / "packaging").mkdir()
    (root / "packaging" / "dev.py").write_bytes(DEV.read_bytes())
    for lock in LOCKS:
        (root / "packaging" / lock).write_text("# nothing\n", encoding="utf-8")
    (root / "relate_desktop").mkdir()
    (root / "relate_desktop" / "__main__.py").write_text(ECHO, encoding="utf-8")
    assert start(root, "run").returncode == 0
    return root


def start(checkout: Path, *words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "packaging" / "dev.py"), *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_words_reach_the_program_as_they_were_typed(checkout: Path, tmp_path: Path) -> None:
    done = start(checkout, "run", "import", "my phone.vcf", "--help", folder=tmp_path)
    said = json.loads(done.stdout)
    assert said["words"] == ["import", "my phone.vcf", "--help"]
    assert Path(said["folder"]) == tmp_path
    assert Path(said["python"]) == checkout / ".venv"


def test_second_start_says_and_installs_nothing(checkout: Path) -> None:
    assert start(checkout, "run").stderr == ""


def test_changed_lock_is_installed_again(checkout: Path) -> None:
    lock = checkout / "packaging" / "requirements.lock"
    lock.write_text(f"{lock.read_text(encoding='utf-8')}# one more line\n", encoding="utf-8")
    assert "Installing the locked packages" in start(checkout, "run").stderr
    assert start(checkout, "run").stderr == ""


def test_half_made_environment_is_made_whole(checkout: Path) -> None:
    (checkout / ".venv" / "made-by-dev").write_text("unfinished", encoding="utf-8")
    assert "Making an environment" in start(checkout, "run").stderr
    assert start(checkout, "run").stderr == ""


def test_environment_of_another_hand_is_left_alone(checkout: Path, tmp_path: Path) -> None:
    root = tmp_path / "other"
    (root / "packaging").mkdir(parents=True)
    (root / ".venv").mkdir()
    for name in ("dev.py", *LOCKS):
        (root / "packaging" / name).write_bytes((checkout / "packaging" / name).read_bytes())
    done = start(root, "run")
    assert done.returncode == 3
    assert "Move it away" in done.stderr
    assert list((root / ".venv").iterdir()) == []


@pytest.mark.parametrize("words", [(), ("fly",), ("--fly",)])
def test_other_words_show_the_usage_and_exit_2(words: tuple[str, ...]) -> None:
    done = start(ROOT, *words)
    assert done.returncode == 2
    assert "dev.py run" in done.stderr
    assert done.stdout == ""


def test_help_goes_to_standard_output() -> None:
    done = start(ROOT, "--help")
    assert done.returncode == 0
    assert "dev.py test" in done.stdout


def test_older_python_is_told_in_a_sentence() -> None:
    pretend = f"import sys; sys.version_info = (3, 9, 2); exec(open({str(DEV)!r}).read())"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Relate needs Python 3.11 or newer")
    assert len(done.stderr.splitlines()) == 1


def stand_in(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")
class TestMissingSystemPackages:
    @pytest.fixture(autouse=True)
    def _machine(self, dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A machine that lacks a library and a tool, on which apt-get brings both."""
        self.programs = tmp_path / "programs"
        self.asked = tmp_path / "asked"
        brought = tmp_path / "brought"
        stand_in(self.programs, "apt-get", f'echo "$@" >> "{self.asked}"; touch "{brought}"')
        monkeypatch.setenv("PATH", f"{self.programs}:/bin")
        monkeypatch.setattr(dev, "LIBRARIES", {"libabsent.so.9": "libabsent9"})
        monkeypatch.setattr(dev, "WELCOME", {"libwelcome.so.9": "libwelcome9"})
        monkeypatch.setattr(dev, "TOOLS", {str(brought)[1:]: "openbox"})
        monkeypatch.setattr(dev, "loads", lambda name: name == "libabsent.so.9" and brought.exists())
        monkeypatch.setattr(os, "geteuid", lambda: 0)

    def test_root_installs_them_after_saying_so(
        self, dev: ModuleType, capfd: pytest.CaptureFixture[str]
    ) -> None:
        dev.install_system_packages(dev.COMMANDS["test"])
        assert "libabsent9 openbox libwelcome9" in capfd.readouterr().err
        asked = self.asked.read_text(encoding="utf-8").splitlines()
        assert asked[0] == "update"
        assert asked[1].endswith("install --no-install-recommends libabsent9 openbox libwelcome9")

    def test_others_are_told_the_one_line_to_run(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stand_in(self.programs, "sudo", "exit 1")
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        with pytest.raises(
            dev.Stop, match=r"Run this line.*\n  sudo apt-get update && sudo .* libabsent9 openbox"
        ):
            dev.install_system_packages(dev.COMMANDS["test"])
        assert not self.asked.exists()

    def test_sudo_is_used_where_it_may_be(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        stand_in(self.programs, "sudo", '[ "$1" = -n ] || [ "$1" = -v ] || exec "$@"')
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        dev.install_system_packages(dev.COMMANDS["test"])
        assert "Installing system packages" in capfd.readouterr().err
        assert self.asked.exists()

    def test_the_program_itself_needs_no_tools(
        self, dev: ModuleType, capfd: pytest.CaptureFixture[str]
    ) -> None:
        dev.install_system_packages(dev.COMMANDS["run"])
        assert "libabsent9 libwelcome9" in capfd.readouterr().err

    def test_nothing_is_installed_where_nothing_must_be(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "LIBRARIES", {})
        dev.install_system_packages(dev.COMMANDS["run"])
        assert not self.asked.exists()

    def test_library_that_cannot_be_had_stops_the_start(self, dev: ModuleType) -> None:
        stand_in(self.programs, "apt-get", "exit 100")
        with pytest.raises(dev.Stop, match="could not be installed"):
            dev.install_system_packages(dev.COMMANDS["test"])

    def test_tool_that_cannot_be_had_does_not(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        stand_in(self.programs, "apt-get", "exit 100")
        monkeypatch.setattr(dev, "LIBRARIES", {})
        dev.install_system_packages(dev.COMMANDS["test"])
        assert "Some tests are left out" in capfd.readouterr().err

    def test_without_apt_a_missing_library_is_named(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (self.programs / "apt-get").unlink()
        monkeypatch.setenv("PATH", str(self.programs))
        with pytest.raises(dev.Stop, match=r"libabsent\.so\.9"):
            dev.install_system_packages(dev.COMMANDS["run"])


@pytest.mark.parametrize("lock", LOCKS)
class TestLock:
    def test_names_no_host_and_no_folder(self, lock: str) -> None:
        assert not re.search(r"://|@|(?<![\w*])/\w|--index|--find", read(lock))

    def test_every_package_is_pinned_by_hash(self, lock: str) -> None:
        for block in blocks(lock):
            assert re.match(r"[a-z0-9-]+==\S+", block), block
            assert block.count("--hash=sha256:") > 1, (
                f"made from an index that holds it for one platform: {block}"
            )

    def test_holds_what_the_project_declares(self, lock: str) -> None:
        declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        wanted = list(declared["project"]["dependencies"])
        if lock == "requirements-dev.lock":
            wanted += declared["dependency-groups"]["dev"]
        names = {re.split(r"[<>=]", item)[0].strip().lower() for item in wanted}
        assert names <= {block.split("==")[0] for block in blocks(lock)}


def test_tests_run_on_exactly_what_the_program_runs_on() -> None:
    everywhere = {without_marker(block) for block in blocks("requirements-dev.lock")}
    assert {without_marker(block) for block in blocks("requirements.lock")} <= everywhere


def without_marker(block: str) -> str:
    """A pinned package whatever the system: tests may need everywhere what the program needs on one."""
    return re.sub(r" ; [^\\]*(?=\\)", " ", block)


def read(lock: str) -> str:
    return (ROOT / "packaging" / lock).read_text(encoding="utf-8")


def blocks(lock: str) -> list[str]:
    lines = "\n".join(line for line in read(lock).splitlines() if not line.startswith("#"))
    return [" ".join(block.split()) for block in re.split(r"\n(?=\S)", lines)]
