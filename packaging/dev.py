#!/usr/bin/env python3
"""Start Relate or its tests from a checkout; nothing but Python 3.11 or newer need be there.

    python3 packaging/dev.py run [words for the program...]
    python3 packaging/dev.py test [words for pytest...]

The first start makes the environment `.venv` in the checkout, installs the locked packages
into it and, on Linux, the system libraries that Qt needs: as root or with sudo, after saying
so; where neither is possible it prints the one line to run and stops with status 3. Later
starts go straight on. `run` keeps your folder, so paths count from it; `test` works in the
checkout, so paths count from there.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file alone meets older ones; the syntax above must too
    sys.exit(f"Relate needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
MARK = "made-by-dev"
"""File in the environment that says for which Python and checkout it was made."""

USAGE, CANNOT = 2, 3


class Stop(Exception):  # noqa: N818 - the end of a start, told in a sentence
    """It cannot go on; the sentence says what to do."""


@dataclass(frozen=True)
class Command:
    """What one command installs and starts."""

    lock: str
    program: tuple[str, ...]
    needs_tools: bool


COMMANDS = {
    # -P: a folder named relate_desktop where the user happens to be is not the program
    "run": Command("requirements.lock", ("-P", "-m", "relate_desktop"), needs_tools=False),
    # two at a time: much of what the tests do is waiting for disks and windows
    "test": Command(
        "requirements-dev.lock", ("-m", "pytest", "--numprocesses=2", "--dist=loadgroup"), needs_tools=True
    ),
}

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads on Linux, and Debian's package for it."""

WELCOME = {"libwayland-cursor.so.0": "libwayland-cursor0"}
"""What Qt can do without (it then draws through X11); installed where something else must be."""

TOOLS = {
    "usr/bin/Xvfb": "xvfb",
    "usr/bin/openbox": "openbox",
    "usr/bin/xdotool": "xdotool",
    "usr/bin/strace": "strace",
    "usr/*bin/ip": "iproute2",
    "usr/bin/dbus-run-session": "dbus",
    "usr/lib/*/xfce4/notifyd/xfce4-notifyd": "xfce4-notifyd",
    "usr/lib/notification-daemon/notification-daemon": "notification-daemon",
    "usr/bin/dunst": "dunst",
    "usr/bin/gnome-keyring-daemon": "gnome-keyring",
    "usr/lib/*/faketime/libfaketime.so.1": "libfaketime",
    "usr/bin/desktop-file-validate": "desktop-file-utils",
    "usr/bin/dex": "dex",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}
"""What tests drive a real window and a failing disk with, and Debian's package for it."""

APT = ("apt-get", "-o", "DPkg::Lock::Timeout=600", "-y", "install", "--no-install-recommends")


def main(words: Sequence[str]) -> int:
    """Do what the words ask; answers the exit status, or never where the program takes over."""
    if words and words[0] in {"-h", "--help"}:
        print(__doc__)
        return 0
    if not words or words[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return USAGE
    command = COMMANDS[words[0]]
    try:
        if not is_ready(command):
            make_ready(command)
    except Stop as reason:
        tell(str(reason))
        return CANNOT
    except KeyboardInterrupt:
        return 130
    if words[0] == "test":
        os.chdir(ROOT)
    return become([str(python_of(ENVIRONMENT)), *command.program, *words[1:]])


def become(line: list[str]) -> int:
    """Let the program take this process over; Windows can only start it and wait."""
    if os.name != "nt":
        os.execv(line[0], line)
    try:
        return subprocess.call(line)
    except KeyboardInterrupt:
        return 130


def is_ready(command: Command) -> bool:
    """Whether an earlier start left everything as this one needs it."""
    return (
        made_for_this(ENVIRONMENT)
        and stamp_of(command).is_file()
        and read(stamp_of(command)) == digest(command)
    )


def make_ready(command: Command) -> None:
    """Make the environment and install what is missing; the next start mends what broke off."""
    if sys.platform == "linux":
        install_system_packages(command)
    if not made_for_this(ENVIRONMENT):
        make_environment(ENVIRONMENT)
    install_python_packages(command)
    for other in COMMANDS.values():  # what the tests need holds what the program needs
        if other is command or command.needs_tools:
            stamp_of(other).write_text(digest(other), encoding="utf-8")


# -- the environment


def identity() -> str:
    """The Python and the checkout an environment is good for."""
    version = ".".join(str(number) for number in sys.version_info[:3])
    return f"{version} {sys.base_prefix} {ROOT}"


def made_for_this(environment: Path) -> bool:
    """Whether the environment is whole and belongs to this Python and checkout."""
    mark = environment / MARK
    return mark.is_file() and read(mark) == identity() and python_of(environment).exists()


def make_environment(environment: Path) -> None:
    """An empty environment with pip that finds the checkout's package."""
    if environment.exists() and not (environment / MARK).is_file():
        raise Stop(f"{environment} was not made by this program. Move it away, then start again.")
    tell(f"Making an environment in {environment} ...")
    environment.mkdir(exist_ok=True)
    (environment / MARK).write_text("unfinished", encoding="utf-8")
    import venv  # noqa: PLC0415 - a second start must not pay for it

    try:
        venv.create(environment, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        raise Stop(f"Python could not make an environment: {error}") from error
    point_to_checkout(environment)
    (environment / MARK).write_text(identity(), encoding="utf-8")


def point_to_checkout(environment: Path) -> None:
    """Let the environment's Python find the package, wherever it is started from."""
    import sysconfig  # noqa: PLC0415 - a second start must not pay for it

    places = {"base": str(environment), "platbase": str(environment)}
    site_packages = Path(sysconfig.get_path("purelib", "venv", vars=places))
    encoding = "utf-8" if sys.version_info >= (3, 13) else "locale"
    (site_packages / "relate-checkout.pth").write_text(f"{ROOT}\n", encoding=encoding)


def install_python_packages(command: Command) -> None:
    """The locked packages, each checked against its hash. Where they come from is pip's setting."""
    tell("Installing the locked packages ...")
    lock = ROOT / "packaging" / command.lock
    line = [str(python_of(ENVIRONMENT)), "-m", "pip", "install", "--disable-pip-version-check"]
    line += ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(lock)]
    if subprocess.call(line, stdout=sys.stderr) != 0:
        raise Stop("pip could not install the locked packages; its last lines say why.")


def python_of(environment: Path) -> Path:
    """The environment's own Python."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_of(command: Command) -> Path:
    """The file that says which lock is installed."""
    return ENVIRONMENT / f"{command.lock}.stamp"


def digest(command: Command) -> str:
    """What the stamp must say."""
    return hashlib.sha256((ROOT / "packaging" / command.lock).read_bytes()).hexdigest()


# -- the system


def install_system_packages(command: Command) -> None:
    """What Debian's packages must bring, or a sentence that says what is missing.

    Without the libraries nothing starts; without the tools some tests are left out.
    """
    needed, wanted = needed_packages(), wanted_packages(command)
    if not needed + wanted:
        return
    if shutil.which("apt-get") is None:
        libraries = [name for name in LIBRARIES if not loads(name)]
        if libraries:
            raise Stop(f"Qt needs system libraries that are missing here: {' '.join(libraries)}.")
        tell("Some programs are missing; the tests that drive a real window say which, and are left out.")
        return
    welcome = [package for library, package in WELCOME.items() if not loads(library)]
    line = [*APT, *needed, *wanted, *welcome]
    by_hand = f"sudo apt-get update && sudo {' '.join(line)}"
    right = right_to_install()
    if right is None and needed:
        raise Stop(
            f"Relate needs system packages that are missing. Run this line, then start again:\n  {by_hand}"
        )
    if right is not None:
        tell(f"Installing system packages that are missing here: {' '.join(needed + wanted + welcome)}")
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call([*right, "apt-get", "update"], stdout=sys.stderr, env=environment)
        subprocess.call([*right, *line], stdout=sys.stderr, env=environment)
    if needed_packages():
        raise Stop(
            f"The system packages could not be installed. Run this line, then start again:\n  {by_hand}"
        )
    if wanted_packages(command):
        tell(f"Some tests are left out. For all of them, run this line:\n  {by_hand}")


def needed_packages() -> list[str]:
    """Debian packages without which nothing starts, and whose files are not here."""
    needed = [package for library, package in LIBRARIES.items() if not loads(library)]
    if not has_pip():
        needed.append("python{}.{}-venv".format(*sys.version_info[:2]))
    return needed


def wanted_packages(command: Command) -> list[str]:
    """Debian packages that only some tests need, and whose files are not here."""
    tools = TOOLS if command.needs_tools else {}
    return [package for path, package in tools.items() if not any(Path("/").glob(path))]


def right_to_install() -> tuple[str, ...] | None:
    """The words before a command that make it root's; None where there are none."""
    if os.geteuid() == 0:
        return ()
    may_ask = sys.stdin is not None and sys.stdin.isatty()
    probe = ["sudo", "-v"] if may_ask else ["sudo", "-n", "true"]
    try:
        return ("sudo",) if subprocess.call(probe, stdout=sys.stderr) == 0 else None
    except FileNotFoundError:
        return None


def loads(library: str) -> bool:
    """Whether the system finds a shared library."""
    import ctypes  # noqa: PLC0415 - a second start must not pay for it

    load: Callable[[str], object] = ctypes.CDLL
    try:
        load(library)
    except OSError:
        return False
    return True


def has_pip() -> bool:
    """Whether this Python can put pip into an environment; Debian ships that part on its own."""
    import importlib.util  # noqa: PLC0415 - a second start must not pay for it

    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


# -- words


def read(path: Path) -> str:
    """A small file's text."""
    return path.read_text(encoding="utf-8")


def tell(sentence: str) -> None:
    """Say something to the person; standard output belongs to the program that is started."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
