"""The keyring absent, locked, null, plain, denied or gone: fault 61. The key is nowhere but in it."""

import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop_keyring.daemon import PASSWORD, Daemon, a_keyring
from tests.desktop_keyring.prompter import somebody
from tests.desktop_pop_ups.bus import ROOT, Bus

CANARY = "ghp_ZZCANARY" + "0123456789abcdefABCD"
SPELLINGS = (
    CANARY.encode(),
    CANARY.encode("utf-16-le"),
    CANARY.encode().hex().encode(),
    *(base64.b64encode(b"x" * shift + CANARY.encode())[4:-4] for shift in range(3)),
)
"""As it would stand in a file, whatever wrote it."""

PLAIN = "keyrings.alt.file.PlaintextKeyring"
NULL = "keyring.backends.null.Keyring"


class Session:
    """A running program, asked one thing after another."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.errors = ""

    def does(self, wish: str) -> object:
        """What comes of a wish."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(wish + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.process.communicate()
        return json.loads(line)[wish]

    def abort(self) -> str:
        """End it as a crash would; what it said on standard error."""
        self.process.send_signal(signal.SIGABRT)
        return self.process.communicate(timeout=60)[1]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where everything of the user's lies."""
    return tmp_path / "home"


@contextmanager
def a_session(home: Path, **environment: str) -> Iterator[Session]:
    """The program with a book in that home."""
    (home / "work").mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.desktop_keyring.session", str(home / "book")],
        cwd=home / "work",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(CANARY + "\n")
        try:
            yield Session(process)
        finally:
            process.kill()


def found(*folders: Path) -> list[str]:
    """Every file below the folders in which the key stands."""
    return [
        str(path)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(spelling in path.read_bytes() for spelling in SPELLINGS)
    ]


def seen_by_others() -> list[str]:
    """Every process among whose words or surroundings the key stands."""
    told = []
    for process in Path("/proc").iterdir():
        for part in ("cmdline", "environ"):
            try:
                if CANARY.encode() in (process / part).read_bytes():
                    told.append(f"{process.name} {part}")
            except OSError:  # it has ended, is somebody else's, or is no process
                continue
    return told


def test_the_search_finds_a_key_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    kept = [
        CANARY.encode(),
        f"key={CANARY}\n".encode("utf-16"),
        base64.encodebytes(f"ab{CANARY}".encode()),
        base64.b64encode(f"a long beginning, {CANARY} and an end".encode()),
        CANARY.encode().hex().encode(),
    ]
    for number, content in enumerate(kept):
        (tmp_path / "deep" / str(number)).write_bytes(content)
    assert len(found(tmp_path)) == len(kept)


def look_everywhere(session: Session, home: Path, runtime: Path) -> None:
    """Fails where the key is anywhere, before and after the program crashes."""
    assert session.does("fail") is True
    assert seen_by_others() == []
    assert found(home, runtime) == []
    said = session.abort()
    assert not any(spelling.decode("latin-1") in said for spelling in SPELLINGS)
    assert found(home, runtime) == []
    assert [path for path in home.rglob("core*") if path.is_file()] == []


def test_an_unlocked_keyring_alone_has_the_key(home: Path, runtime_folder: Path, keyring: Daemon) -> None:
    with a_session(home) as session:
        assert session.does("state") == "unlocked"
        assert session.does("closed") is False
        assert session.does("add") == "signed_in"
        assert session.does("closed") is True
        assert session.does("use") is True
        look_everywhere(session, home, runtime_folder)


@pytest.mark.usefixtures("keyring_bus")
def test_without_a_keyring_the_key_is_held_in_memory_alone(home: Path, runtime_folder: Path) -> None:
    with a_session(home) as session:
        assert session.does("add") == "keyring_none"
        assert session.does("accounts") == []
        assert session.does("hold") == "session_only"
        assert session.does("use") is True
        look_everywhere(session, home, runtime_folder)
    with a_session(home) as session:
        assert session.does("accounts") == ["key_missing"]
        assert session.does("use") == "key_missing"


def test_a_locked_keyring_is_left_locked(home: Path, runtime_folder: Path, keyring: Daemon) -> None:
    keyring.lock()
    with a_session(home) as session:
        assert session.does("add") == "keyring_locked"
        assert session.does("accounts") == []
        assert session.does("hold") == "session_only"
        look_everywhere(session, home, runtime_folder)


def test_a_user_who_says_no_in_the_middle_is_heard(
    home: Path, runtime_folder: Path, keyring: Daemon, keyring_bus: Bus
) -> None:
    with a_session(home) as session, somebody(keyring_bus, "--dismiss", "wrong", "--dismiss", PASSWORD):
        assert session.does("add") == "signed_in"
        keyring.lock()
        assert session.does("use") == "keyring_locked"
        assert session.does("unlock") == "keyring_locked"
        assert session.does("unlock") == "keyring_locked"
        assert session.does("use") == "keyring_locked"
        assert found(home, runtime_folder) == []
        assert session.does("unlock") == "unlocked"
        assert session.does("use") is True
        look_everywhere(session, home, runtime_folder)


def test_a_keyring_that_dies_takes_the_key_with_it(
    home: Path, runtime_folder: Path, keyring: Daemon, keyring_bus: Bus
) -> None:
    with a_session(home) as session:
        assert session.does("add") == "signed_in"
        keyring.end()
        assert session.does("use") == "keyring_none"
        assert session.does("state") == "none"
        assert session.does("accounts") == ["signed_in"]
        with a_keyring(keyring_bus, unlocked=False):
            assert session.does("use") == "keyring_locked"
        with a_keyring(keyring_bus):
            assert session.does("use") is True
            assert session.does("remove") is True
            assert session.does("accounts") == []
        assert session.process.poll() is None
        assert found(home, runtime_folder) == []


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder with a keyring of plain files, as ``keyrings.alt`` has one, for python-keyring to find."""
    folder = tmp_path / "beside"
    package = folder / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "file.py").write_text(
        "import base64, os, pathlib\n"
        "from keyring.backend import KeyringBackend\n"
        "class PlaintextKeyring(KeyringBackend):\n"
        "    priority = 10\n"
        "    file = pathlib.Path(os.environ['HOME'], 'keyring_pass.cfg')\n"
        "    def set_password(self, service, user, password):\n"
        "        self.file.write_bytes(base64.encodebytes(password.encode()))\n"
        "    def get_password(self, service, user):\n"
        "        return base64.decodebytes(self.file.read_bytes()).decode() if self.file.exists() else None\n"
        "    def delete_password(self, service, user):\n"
        "        self.file.unlink()\n",
        encoding="utf-8",
    )
    told = folder / "keyrings.alt-5.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: keyrings.alt\nVersion: 5.0\n", encoding="utf-8"
    )
    (told / "entry_points.txt").write_text("[keyring.backends]\nfile = keyrings.alt.file\n", encoding="utf-8")
    return folder


def chosen_by_keyring(environment: Mapping[str, str]) -> str:
    """Which keyring python-keyring itself would take."""
    ask = "import keyring; one = type(keyring.get_keyring()); print(one.__module__ + '.' + one.__name__)"
    return subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.mark.usefixtures("keyring_bus")
@pytest.mark.parametrize("named", [None, PLAIN, NULL])
def test_no_plain_or_empty_keyring_is_ever_used(
    home: Path, runtime_folder: Path, beside: Path, named: str | None
) -> None:
    around = {"PYTHONPATH": f"{ROOT}{os.pathsep}{beside}"}
    if named is not None:
        around["PYTHON_KEYRING_BACKEND"] = named
    assert chosen_by_keyring(around) == (named or PLAIN), "the trap is not set"
    with a_session(home, **around) as session:
        assert session.does("state") == "none"
        assert session.does("add") == "keyring_none"
        assert session.does("hold") == "session_only"
        look_everywhere(session, home, runtime_folder)


@pytest.mark.usefixtures("keyring_bus")
def test_what_a_configuration_of_python_keyring_names_is_not_used(
    home: Path, runtime_folder: Path, beside: Path
) -> None:
    configuration = home / ".config" / "python_keyring"
    configuration.mkdir(parents=True)
    (configuration / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring={PLAIN}\nkeyring-path={beside}\n", encoding="utf-8"
    )
    assert chosen_by_keyring({}) == PLAIN, "the trap is not set"
    with a_session(home) as session:
        assert session.does("add") == "keyring_none"
        assert session.does("hold") == "session_only"
        look_everywhere(session, home, runtime_folder)


@pytest.mark.usefixtures("keyring")
def test_the_real_keyring_is_used_whatever_the_environment_names(
    home: Path, runtime_folder: Path, beside: Path
) -> None:
    around = {"PYTHONPATH": f"{ROOT}{os.pathsep}{beside}", "PYTHON_KEYRING_BACKEND": NULL}
    with a_session(home, **around) as session:
        assert session.does("add") == "signed_in"
        assert session.does("use") is True
        look_everywhere(session, home, runtime_folder)
