"""Who sits at the machine, as far as the system's account tells."""

import getpass
import os


def account_name() -> str:
    """The first name of the account's owner, or the account's own name, or "" when neither is a name."""
    name = _full_name().split()
    if name:
        return name[0]
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
    return login.capitalize() if login.isalpha() and login not in _NOBODY else ""


_NOBODY = frozenset({"root", "user", "admin", "administrator", "guest", "owner"})


def _full_name() -> str:
    if os.name != "posix":
        return ""
    import pwd  # noqa: PLC0415 - not on Windows

    try:
        field = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
    except KeyError:
        return ""
    return "" if field.lower() in _NOBODY else field
