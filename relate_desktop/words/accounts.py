"""Accounts and the system's keyring in words."""

from relate_desktop.domain.account import Account, AccountState, KeyringReport, KeyringState
from relate_desktop.domain.text import display
from relate_desktop.words.translation import _


def account_line(account: Account) -> str:
    """Below a provider's name: as whom one is signed in, or what is wrong with the key."""
    if account.state is AccountState.KEY_MISSING:
        return _("The keyring has no key for it. Sign in again.")
    if account.state is AccountState.KEY_EXPIRED:
        return _("The key has expired. Nothing is looked up here until you renew it.")
    who = account_name(account)
    if account.state is AccountState.SESSION_ONLY:
        return _("Signed in as {who} until Relate is closed").format(who=who)
    return _("Signed in as {who}").format(who=who)


def account_name(account: Account) -> str:
    """Who one is there, and where, when that is not said by the provider's name."""
    host = account.server.split("://", 1)[-1]
    return display(account.user or host, 80)


def account_state(state: AccountState) -> str:
    """In one or two words, for lists and accessible names."""
    words = {
        AccountState.SIGNED_IN: _("signed in"),
        AccountState.SESSION_ONLY: _("signed in until Relate is closed"),
        AccountState.KEY_MISSING: _("signed out"),
        AccountState.KEY_EXPIRED: _("key expired"),
    }
    return words[state]


def keyring_state(state: KeyringState) -> str:
    """In one word, for the accessible name of the keyring's row."""
    words = {
        KeyringState.UNLOCKED: _("unlocked"),
        KeyringState.LOCKED: _("locked"),
        KeyringState.EMPTY: _("not set up yet"),
        KeyringState.NONE: _("none"),
        KeyringState.FAILING: _("not answering"),
    }
    return words[state]


def keyring_sentence(report: KeyringReport) -> str:
    """What there is to know of the keyring, and what to do about it."""
    sentences = {
        KeyringState.UNLOCKED: _(
            "{keyring}, unlocked. Relate never writes a key into its own files or backups."
        ),
        KeyringState.LOCKED: _("Your system keyring is locked. Unlock it to use accounts."),
        KeyringState.EMPTY: _("{keyring} has no password yet. It asks you for one with the first key."),
        KeyringState.NONE: _("This system has no keyring. Accounts are unavailable; everything else works."),
        KeyringState.FAILING: _(
            "Your system keyring does not answer. Accounts are unavailable until it does."
        ),
    }
    return sentences[report.state].format(keyring=report.backend)
