"""``lookups``: the switch, whom the user agreed to ask, and what was asked."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from relate_desktop.cli.lookup import provider_named
from relate_desktop.cli.numbers import plain_text, positive
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

_ON, _OFF, _AGREE, _WITHDRAW, _FORGET = "on", "off", "agree", "withdraw", "forget"


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "lookups",
            _("switch look-ups on or off, agree to a provider, see what was asked"),
            "lookups on",
            _declare_lookups,
            _lookups,
            notes=_(
                "Without a word it says how things stand and what was asked. “forget” takes out\n"
                "everything that was kept from a provider, as one change that can be undone."
            ),
        ),
    )


def _declare_lookups(parser: ArgumentParser) -> None:
    acts = (_ON, _OFF, _AGREE, _WITHDRAW, _FORGET)
    parser.add_argument("act", metavar="|".join(acts), nargs="?", choices=acts, help=_("what to do"))
    parser.add_argument(
        "provider", metavar=_("PROVIDER"), nargs="?", type=plain_text, help=_("such as github")
    )
    parser.add_argument(
        "--limit", metavar="N", type=positive, default=20, help=_("how many look-ups to list (default: 20)")
    )


def _lookups(options: Namespace, program: Program) -> Answer:
    if options.act in {_AGREE, _WITHDRAW, _FORGET} and options.provider is None:
        raise _wrong(_("Name the provider."))
    with program.book(create=options.act == _ON) as book:
        lookups = book.lookups
        if options.act in {_ON, _OFF}:
            lookups.switch(on=options.act == _ON)
        elif options.act == _FORGET:
            count = lookups.facts.forget(provider_named(options.provider))
            return Answer({"removed": count}, [_("What it said is taken out. “undo” takes that back.")])
        elif options.act == _AGREE:
            lookups.consent.agree(provider_named(options.provider))
        elif options.act == _WITHDRAW:
            lookups.consent.withdraw(provider_named(options.provider))
        return _state(book, options.limit)


def _state(book: "OpenBook", limit: int) -> Answer:
    from relate_desktop.words.lookups import provider_name

    lookups = book.lookups
    agreed = sorted(lookups.consent.agreed())
    made = lookups.asked(limit)
    document = {
        "on": lookups.on,
        "since": book.preferences.current.lookups_since or None,
        "agreed": [provider.value for provider in agreed],
        "asked": [
            {
                "contact": str(one.contact),
                "when": one.at.isoformat(),
                "found": one.found,
                "kept": one.kept,
                "requests": [
                    {
                        "when": asked.at.isoformat(),
                        "host": asked.host,
                        "port": asked.port,
                        "what_was_sent": asked.sent,
                        "why": asked.why,
                        "status": asked.status,
                        "received": asked.received,
                        "outcome": asked.outcome or None,
                    }
                    for asked in one.asked
                ],
            }
            for one in made
        ],
    }
    called = {row.id: row.called for row in book.contacts.summaries([one.contact for one in made])}
    lines = [_("Look-ups are on.") if lookups.on else _("Look-ups are off.")]
    if agreed:
        names = ", ".join(provider_name(provider) for provider in agreed)
        lines.append(_("Agreed to: {providers}.").format(providers=names))
    lines += table(
        [
            (one.at.isoformat(timespec="minutes"), plain(called.get(one.contact, "–")), ", ".join(one.hosts))
            for one in made
        ]
    )
    return Answer(document, lines)


def _wrong(text: str) -> Exception:
    from relate_desktop.domain.errors import ErrorKind, UsageError

    return UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop lookups")
