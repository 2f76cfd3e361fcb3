"""One session of the program with a key: ``python -m tests.desktop_keyring.session BOOK``.

It takes the key from the first line of standard input and one wish a line after it, and answers
each with a JSON line; it never says the key.
"""

import ctypes
import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from relate_desktop.__main__ import _keep_to_owner
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.asking import Secret
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.system.log import fault_report, keep_report
from tests.clock import a_clock

TARGET = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


class Session:
    """What a user does with an account, and what may go wrong meanwhile."""

    def __init__(self, book: OpenBook, key: str) -> None:
        self.book, self.key = book, key

    def state(self) -> object:
        """How the keyring is."""
        return self.book.accounts.keyring().state.value

    def add(self) -> object:
        """An account whose key goes to the keyring."""
        return self.book.accounts.add(Provider.GITHUB, self.key, "ada").state.value

    def hold(self) -> object:
        """An account whose key is held in memory."""
        return self.book.accounts.add(Provider.GITHUB, self.key, "ada", session_only=True).state.value

    def use(self) -> object:
        """The key as a look-up gets it."""
        secret = self.secret()
        return secret is not None and secret.value == self.key

    def secret(self) -> Secret | None:
        """The key of the account, where there is one."""
        account = self.book.accounts.account_for(TARGET)
        return None if account is None else self.book.accounts.secret_of(account)

    def accounts(self) -> object:
        """What is known of the accounts."""
        return [account.state.value for account in self.book.accounts.all()]

    def unlock(self) -> object:
        """Has the keyring ask."""
        return self.book.accounts.unlock().state.value

    def closed(self) -> object:
        """Whether the memory is closed to others: ``PR_GET_DUMPABLE`` of prctl(2)."""
        return ctypes.CDLL(None).prctl(3) == 0

    def remove(self) -> object:
        """Signs out."""
        return self.book.accounts.remove(self.book.accounts.all()[0].id)

    def fail(self) -> object:
        """A bug that has the key in its hands, its report, and a library that says too much."""
        try:
            self.stumble()
        except LookupError as error:
            report = fault_report(error, "1", a_clock()())
            keep_report(self.book.folder, report, a_clock()())
            self.book.log.exception("failed %s", self.key)
        self.book.log.info("sent %s", {"Authorization": self.key})
        logging.getLogger("library").warning("sent Authorization: Bearer %s", self.key)
        return report.count("\n") > 3

    def stumble(self) -> None:
        """Raises with the key in its message, its locals and its cause."""
        secret = self.secret()
        try:
            int(self.key)
        except ValueError as error:
            raise LookupError(self.key, repr(secret)) from error


def main() -> None:
    """Obeys until there is nothing more to obey."""
    _keep_to_owner()
    key = sys.stdin.readline().strip()
    with open_book(Path(sys.argv[1]), clock=a_clock(), create=True) as book:
        session = Session(book, key)
        for line in sys.stdin:
            act: Callable[[], object] = getattr(session, line.strip())
            try:
                said = {line.strip(): act()}
            except UserError as error:
                said = {line.strip(): error.kind.value}
            sys.stdout.write(json.dumps(said) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
