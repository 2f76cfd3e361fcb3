"""``accounts``: with which providers one is signed in, and where the keys are kept."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.account import Account, KeyringReport, KeyringState
    from relate_desktop.domain.lookup import Provider
    from relate_desktop.services.accounts import AccountsService
    from relate_desktop.services.book import OpenBook

_PROGRAM = "relate-desktop accounts"
_ADD, _RENEW, _REMOVE = "add", "renew", "remove"
_LARGEST = 64 * 1024
"""Bytes read of standard input; no key is nearly as long."""
_LIKE_KEYS = ("--key", "--token", "--secret", "--password")


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "accounts",
            _("list accounts for look-ups, add one, renew its key, or remove one"),
            "accounts add github --user ada",
            _declare,
            _accounts,
            discreet=True,
            notes=_(
                "The key is asked for on the terminal, unseen, or read from standard input. It goes into\n"
                "the system's keyring and nowhere else. Without a word everything is listed."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "act", metavar="add|renew|remove", nargs="?", choices=(_ADD, _RENEW, _REMOVE), help=_("what to do")
    )
    parser.add_argument(
        "which",
        metavar=_("PROVIDER"),
        nargs="?",
        type=plain_text,
        help=_("the provider, such as github; of an account that is there also its id"),
    )
    parser.add_argument(
        "--user", metavar=_("NAME"), type=plain_text, default="", help=_("your own name there")
    )
    parser.add_argument(
        "--server",
        metavar=_("URL"),
        type=plain_text,
        default="",
        help=_("the server it is on, if it is your own"),
    )
    # Taken so that they can be refused without being said again.
    parser.add_argument("more", nargs="*", help=SUPPRESS)
    for option in _LIKE_KEYS:
        parser.add_argument(option, dest="shown_key", nargs="?", const="", help=SUPPRESS)


def _accounts(options: Namespace, program: Program) -> Answer:
    if options.more or options.shown_key is not None:
        raise _wrong(
            _("A key is never given in words of a command, where others can read it. Type it when asked.")
        )
    if options.act is None:
        if options.user or options.server:
            raise _wrong(_("Say what to do: add, renew or remove."))
        with program.book() as book:
            return _listed(book)
    if options.which is None:
        raise _wrong(_("Name the provider."))
    if options.act == _ADD:
        return _add(options, program)
    with program.book() as book:
        account = _named(book.accounts, options)
        if options.act == _REMOVE:
            return _remove(book.accounts, account, program)
        _be_open(book.accounts, program)
        renewed = book.accounts.renew(account.id, read_key(account.provider))
        return Answer({"account": _document(renewed)}, [_("The key is renewed.")])


def _add(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.account import KeyringState
    from relate_desktop.domain.errors import ErrorKind, KeyringError
    from relate_desktop.services.accounts import keyring_now, origin_at

    provider = _provider(options.which)
    origin_at(provider, options.server)  # what cannot be begins no book
    if keyring_now().state is KeyringState.NONE:
        raise KeyringError(ErrorKind.KEYRING_NONE)
    with program.book(create=True) as book:
        accounts = book.accounts
        accounts.check(provider, options.user, options.server)
        _be_open(accounts, program)
        account = accounts.add(provider, read_key(provider), options.user, options.server)
        return Answer({"account": _document(account)}, [plain(_sentence(account))])


def _remove(accounts: "AccountsService", account: "Account", program: Program) -> Answer:
    _unlocked(accounts, program)
    gone = accounts.remove(account.id)
    lines = [_("The account is removed, and its key with it.")]
    if not gone:
        lines = [
            _("The account is removed. There is no keyring here, so its key may still be in another one:"),
            account.service,
        ]
    return Answer({"removed": _document(account), "key_removed": gone}, lines, DONE if gone else IN_PART)


def _be_open(accounts: "AccountsService", program: Program) -> None:
    """An open keyring before anybody types a key in vain; raises KeyringError."""
    from relate_desktop.domain.account import KeyringState
    from relate_desktop.domain.errors import ErrorKind, KeyringError

    state = _unlocked(accounts, program)
    refused = {
        KeyringState.NONE: ErrorKind.KEYRING_NONE,
        KeyringState.LOCKED: ErrorKind.KEYRING_LOCKED,
        KeyringState.FAILING: ErrorKind.KEYRING_FAILED,
    }
    if state in refused:
        raise KeyringError(refused[state])


def _unlocked(accounts: "AccountsService", program: Program) -> "KeyringState":
    """How the keyring is once the user was asked to unlock it, if it is locked; raises KeyringError."""
    from relate_desktop.domain.account import KeyringState

    state = accounts.keyring().state
    if state is not KeyringState.LOCKED:
        return state
    if not program.quiet:
        program.err.write(_("Your system keyring is locked. Waiting for you to unlock it ...") + "\n")
        program.err.flush()
    return accounts.unlock().state


def read_key(provider: "Provider") -> str:
    """The key from the terminal, unseen, or else all of standard input. Raises SECRET_MISSING."""
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.words.lookups import provider_name

    if sys.stdin is None:
        raise UsageError(ErrorKind.SECRET_MISSING)
    if not sys.stdin.isatty():
        data = getattr(sys.stdin, "buffer", sys.stdin).read(_LARGEST)
        return data if isinstance(data, str) else data.decode("utf-8", "replace")
    import warnings
    from getpass import GetPassWarning, getpass

    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)  # it would show what is typed
        try:
            asked = _("Key for {provider}: ").format(provider=provider_name(provider))
            return getpass(plain(asked))
        except (EOFError, GetPassWarning):
            raise UsageError(ErrorKind.SECRET_MISSING) from None


def _provider(text: str) -> "Provider":
    from relate_desktop.domain.account import WITH_ACCOUNTS
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.lookup import Provider

    try:
        return Provider(text.strip().lower())
    except ValueError:
        known = ", ".join(provider.value for provider in WITH_ACCOUNTS)
        raise UsageError(ErrorKind.PROVIDER_UNKNOWN, known=known) from None


def _named(accounts: "AccountsService", options: Namespace) -> "Account":
    """The account with this id, or the only one of a provider, a name and a server."""
    from relate_desktop.domain.account import AccountId, asked_at, origin_of
    from relate_desktop.domain.errors import ErrorKind, NotFoundError
    from relate_desktop.domain.text import fold, squeezed

    word = options.which.strip()
    everyone = accounts.all()
    found = [one for one in everyone if one.id == AccountId(word.lower())]
    if not found:
        found = [one for one in everyone if one.provider.value == word.lower()]
    if options.user:
        found = [one for one in found if fold(one.user) == fold(squeezed(options.user))]
    if options.server:
        origin = origin_of(options.server)
        found = [one for one in found if origin and asked_at(one.provider, origin) == one.server]
    if not found:
        raise NotFoundError(ErrorKind.ACCOUNT_UNKNOWN)
    if len(found) > 1:
        raise _wrong(_("There are several. Name one with --user or --server."))
    return found[0]


def _wrong(text: str) -> Exception:
    from relate_desktop.domain.errors import ErrorKind, UsageError

    return UsageError(ErrorKind.WRONG_USAGE, text=text, program=_PROGRAM)


def _listed(book: "OpenBook") -> Answer:
    report = book.accounts.keyring()
    accounts = book.accounts.all()
    document = {"keyring": _keyring(report), "accounts": [_document(one) for one in accounts]}
    return Answer(document, list(_lines(report, accounts)))


def _keyring(report: "KeyringReport") -> dict[str, Any]:
    from relate_desktop.words.accounts import keyring_sentence

    return {
        "backend": report.backend or None,
        "available": report.state.usable,
        "state": report.state.value,
        "message": keyring_sentence(report),
    }


def _document(account: "Account") -> dict[str, Any]:
    return {
        "account": account.id,
        "provider": account.provider.value,
        "user": account.user,
        "server": account.server,
        "state": account.state.value,
    }


def _sentence(account: "Account") -> str:
    from relate_desktop.words.accounts import account_line
    from relate_desktop.words.lookups import provider_name

    return f"{provider_name(account.provider)}: {account_line(account)}."


def _lines(report: "KeyringReport", accounts: "Sequence[Account]") -> Iterator[str]:
    from relate_desktop.words.accounts import account_state, keyring_sentence

    rows = [(one.provider.value, one.user, one.server, account_state(one.state)) for one in accounts]
    yield from table(rows)
    if not accounts:
        yield _("There is no account yet.")
    yield keyring_sentence(report)
