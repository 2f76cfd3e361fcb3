"""What can go wrong with look-ups, hosts, accounts and the keyring, in sentences."""

from collections.abc import Callable, Mapping

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.words.translation import _

Sentences = Mapping[ErrorKind, Callable[[], tuple[str, str]]]


def network_sentences() -> Sentences:
    """By the kind of error: what happened and what is safe, then what to do."""
    return {**_consent_sentences(), **_host_sentences(), **_answer_sentences(), **_account_sentences()}


def _consent_sentences() -> Sentences:
    return {
        ErrorKind.LOOKUPS_OFF: lambda: (
            _("Look-ups are off. Nothing was sent."),
            _("Switch them on in Settings, Look-ups, or with “lookups on”, if you want them."),
        ),
        ErrorKind.PROVIDER_UNKNOWN: lambda: (
            _("Relate knows no such provider. Nothing was sent."),
            _("There are: {known}."),
        ),
        ErrorKind.PROVIDER_OFF: lambda: (
            _("You have not agreed to ask {provider}. Nothing was sent."),
            _("Switch it on in Settings, Look-ups."),
        ),
        ErrorKind.CONSENT_MISSING: lambda: (
            _("You have not agreed to this look-up of {name}. Nothing was sent."),
            _("Look at what would be sent, and agree to it."),
        ),
        ErrorKind.LOOKUP_REFUSED: lambda: (
            _("You asked never to look {name} up again. Nothing was sent."),
            _("Take that back on the page of {name} if you changed your mind."),
        ),
        ErrorKind.KEEP_REFUSED: lambda: (
            _("You asked never to look {name} up again meanwhile, so nothing of it was kept."),
            _("Take that back on the page of {name}, and look {name} up again, if you changed your mind."),
        ),
        ErrorKind.KEEP_UNAGREED: lambda: (
            _("You do not agree to asking {provider} about {name} any more, so nothing of it was kept."),
            _("Agree again, and look {name} up again, if you want what it said."),
        ),
        ErrorKind.LOOKUP_NOTHING: lambda: (
            _("There is no public profile or page of {name} in the book. Nothing was sent."),
            _("Add the address of a page or profile first. Relate never searches by name."),
        ),
        ErrorKind.LOOKUP_NOT_READY: lambda: (
            _("A look-up of {name} should wait. {missing} Nothing was sent."),
            _("Mend that first, or say why it cannot wait (on the command line with --despite)."),
        ),
        ErrorKind.REASON_MISSING: lambda: (
            _("Look up all the same needs a reason. Nothing was changed."),
            _("Say in a few words why it cannot wait; it is kept in History."),
        ),
    }


def _host_sentences() -> Sentences:
    return {
        ErrorKind.OFFLINE: lambda: (
            _("No connection. Nothing was sent."),
            _("Try again when the laptop is online."),
        ),
        ErrorKind.HOST_UNKNOWN: lambda: (
            _("There is no {host} on the net. Nothing was sent."),
            _("Check the address on the card."),
        ),
        ErrorKind.HOST_SILENT: lambda: (
            _("{host} does not answer. Nothing was kept."),
            _("Try again later."),
        ),
        ErrorKind.PROXY_REFUSED: lambda: (
            _("Relate cannot go to {host} through the proxy of this system, and does not go around it."),
            _("Relate can use a proxy that speaks HTTP. Look into the network settings of the system."),
        ),
        ErrorKind.ADDRESS_REFUSED: lambda: (
            _("{host} is not a public https address, so Relate did not ask it."),
            _("A server of your own can be typed for an account in Settings, Look-ups."),
        ),
        ErrorKind.TLS_REFUSED: lambda: (
            _("{host} could not prove that it is {host}. Nothing was sent."),
            _("Try again later or on another network; Relate never asks over a connection like this."),
        ),
        ErrorKind.REDIRECT_REFUSED: lambda: (
            _("{host} sent Relate on to a place it does not go to. Nothing was kept."),
            _("Open the page in your browser to see where it leads."),
        ),
        ErrorKind.TOO_SLOW: lambda: (
            _("{host} took too long. Nothing was kept."),
            _("Try again later."),
        ),
        ErrorKind.SLOW_DOWN: lambda: (
            _("{host} asked us to slow down. Nothing was kept."),
            _("Try again after {until}."),
        ),
    }


def _answer_sentences() -> Sentences:
    return {
        ErrorKind.ANSWER_TOO_LARGE: lambda: (
            _("The answer of {host} was larger than any profile. Nothing was kept."),
            _("Open the page in your browser instead."),
        ),
        ErrorKind.ANSWER_BROKEN: lambda: (
            _("{host} answered something Relate does not understand. Nothing was kept."),
            _("Check the address on the card, or try again later."),
        ),
        ErrorKind.PROFILE_MISSING: lambda: (
            _("{host} knows nobody called {handle}."),
            _("Check the address on the card."),
        ),
        ErrorKind.KEY_REFUSED: lambda: (
            _("{host} did not take the key. Nothing was looked up."),
            _("Renew the key in Settings, Look-ups."),
        ),
        ErrorKind.KEY_NEEDED: lambda: (
            _("{host} tells this only to those who have an account there. Nothing was kept."),
            _("Add an account in Settings, Look-ups, if you have one."),
        ),
        ErrorKind.OPTED_OUT: lambda: (
            _("This person does not want to be read by programs like this. Nothing was kept."),
            _("Ask them yourself."),
        ),
    }


def _account_sentences() -> Sentences:
    return {
        ErrorKind.ACCOUNT_UNKNOWN: lambda: (
            _("There is no such account."),
            _("`relate-desktop accounts` lists them."),
        ),
        ErrorKind.ACCOUNT_THERE: lambda: (
            _("There is an account of {provider} for this server and name already. Nothing was changed."),
            _("Renew its key, or remove it first."),
        ),
        ErrorKind.ACCOUNT_UNSUPPORTED: lambda: (
            _("{provider} needs no account. Nothing was kept."),
            _("Agree to it in Settings, Look-ups, to use it."),
        ),
        ErrorKind.SERVER_MALFORMED: lambda: (
            _("That is not the address of a server. Nothing was kept."),
            _("Type it like https://example.org."),
        ),
        ErrorKind.SERVER_MISSING: lambda: (
            _("Which server is the account of {provider} on? Nothing was kept."),
            _("Type its address like https://example.org."),
        ),
        ErrorKind.SERVER_FIXED: lambda: (
            _("{provider} is asked at {server} alone. Nothing was kept."),
            _("Leave the server out."),
        ),
        ErrorKind.KEY_MISSING: lambda: (
            _("The keyring has no key for {host}. Nothing was sent."),
            _("Sign in again in Settings, Look-ups."),
        ),
        ErrorKind.SECRET_MISSING: lambda: (
            _("No key was given. Nothing was kept."),
            _("Type it when asked, or give it on standard input."),
        ),
        ErrorKind.SECRET_UNUSABLE: lambda: (
            _("This cannot be a key: it is longer than {most} characters or holds signs no key has."),
            _("Copy the key again. Nothing was kept."),
        ),
        ErrorKind.KEYRING_NONE: lambda: (
            _("This system has no keyring. Accounts are unavailable; everything else works."),
            _("Start one such as GNOME Keyring or KWallet, or keep a key for this session in the window."),
        ),
        ErrorKind.KEYRING_LOCKED: lambda: (
            _("Your system keyring is locked. Nothing was read from it or written to it."),
            _("Unlock it and try again."),
        ),
        ErrorKind.KEYRING_SLOW: lambda: (
            _("Your system keyring does not answer. Nothing was changed."),
            _("Look whether it waits for your password in a window of its own, then try again."),
        ),
        ErrorKind.KEYRING_FAILED: lambda: (
            _("Your system keyring refused. Nothing was kept anywhere else."),
            _("Look into it with its own program, then try again."),
        ),
    }
