"""``lookups``: the switch, whom the user agreed to ask, what was asked, and facts kept for long."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.lookup import provider_named
from relate_desktop.cli.numbers import plain_text, positive
from relate_desktop.cli.output import iso, plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.lookup import Provider
    from relate_desktop.services.book import OpenBook

_ON, _OFF, _AGREE, _WITHDRAW, _FORGET = "on", "off", "agree", "withdraw", "forget"
_STALE, _SEEN, _REMOVE = "stale", "seen", "remove"
_WITH_PROVIDER = {_AGREE, _WITHDRAW, _FORGET}
_WITH_FACTS = {_SEEN, _REMOVE}
_BLUESKY = "bluesky"


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "lookups",
            _("switch look-ups on or off, agree to a provider, see what was asked"),
            "lookups on",
            _declare_lookups,
            _lookups,
            discreet=True,
            notes=_(
                "Without a word it says how things stand and what was asked. “forget” takes out everything\n"
                "that was kept from a provider, as one change that can be undone, and its keys for good.\n"
                "“stale” lists facts nobody has looked at for long; “seen” keeps them, “remove” does not."
            ),
        ),
    )


def _declare_lookups(parser: ArgumentParser) -> None:
    acts = (_ON, _OFF, _AGREE, _WITHDRAW, _FORGET, _STALE, _SEEN, _REMOVE)
    parser.add_argument("act", metavar="|".join(acts), nargs="?", choices=acts, help=_("what to do"))
    parser.add_argument(
        "which",
        metavar=_("PROVIDER|FACT"),
        nargs="*",
        type=plain_text,
        help=_("a provider such as github, or numbers of facts that “stale” lists"),
    )
    parser.add_argument(
        "--service",
        action="store_true",
        help=_("with “agree bluesky”: ask Bluesky’s own service, not each person’s server"),
    )
    parser.add_argument(
        "--limit", metavar="N", type=positive, default=20, help=_("how many look-ups to list (default: 20)")
    )


def _lookups(options: Namespace, program: Program) -> Answer:
    with program.book(create=options.act == _ON) as book:
        return told(book, options)


def told(book: "OpenBook", options: Namespace) -> Answer:
    """What the command answers, on a book that is open."""
    act, which = options.act, options.which
    if act in _WITH_PROVIDER and len(which) != 1:
        raise _wrong(_("Name the provider."))
    if act in _WITH_FACTS and not which:
        raise _wrong(_("Name the facts."))
    if which and act not in _WITH_PROVIDER | _WITH_FACTS:
        raise _wrong(_("Say what to do with it."))
    if act in _WITH_FACTS:
        return _decided(book, act, [_number(word) for word in which])
    if act == _STALE:
        return _stale(book)
    if act == _AGREE:
        _agree(book, provider_named(which[0]), service=options.service)
    elif act in _WITH_PROVIDER:
        answer = _about_provider(book, act, provider_named(which[0]))
        if answer is not None:
            return answer
    elif act is not None:
        book.lookups.switch(on=act == _ON)
    return _state(book, options.limit)


def _agree(book: "OpenBook", provider: "Provider", *, service: bool) -> None:
    """Agrees to a provider; to Bluesky in the one way or the other."""
    bluesky = provider.value == _BLUESKY
    if service and not bluesky:
        raise _wrong(_("--service is for Bluesky alone."))
    book.lookups.consent.agree(provider)
    if bluesky:
        book.preferences.change(lookups_bluesky_direct=not service)


def _about_provider(book: "OpenBook", act: str, provider: "Provider") -> Answer | None:
    """What became of a provider, where there is more to say than how things stand."""
    if act == _WITHDRAW:
        book.lookups.consent.withdraw(provider)
    else:
        facts, accounts = book.lookups.forget(provider)
        if provider.value == _BLUESKY:
            book.preferences.change(lookups_bluesky_direct=True)
        line = _("What it said is taken out. “undo” takes that back.")
        return Answer({"removed": facts, "accounts_removed": accounts}, [line])
    return None


def _stale(book: "OpenBook") -> Answer:
    from relate_desktop.words.lookups import field_name

    days = book.preferences.current.lookups_expiry.days
    facts = [] if days is None else book.lookups.facts.stale(timedelta(days=days))
    called = {row.id: row.called for row in book.contacts.summaries([fact.contact for fact in facts])}
    documents: list[dict[str, Any]] = [
        {
            "fact": str(fact.id),
            "contact": str(fact.contact),
            "name": called.get(fact.contact, ""),
            "field": fact.field.value,
            "value": fact.text,
            "source": fact.source_url,
            "provider": fact.target.provider.value,
            "seen": iso(fact.fetched_at),
            "looked_at": iso(fact.seen_at),
        }
        for fact in facts
    ]
    rows = [
        (
            str(fact.id),
            called.get(fact.contact, ""),
            field_name(fact.field),
            fact.text,
            fact.source_url,
        )
        for fact in facts
    ]
    return Answer({"facts": documents}, [*table(rows)] or [_("There is none.")])


def _decided(book: "OpenBook", act: str, numbers: Sequence[int]) -> Answer:
    """Facts that are wanted still, or taken out as one change."""
    from relate_desktop.words.operations import summary

    facts = book.lookups.facts
    there = [fact.id for fact in facts.get(numbers)]
    for number in numbers:
        if number not in there:
            raise _wrong(_("There is no fact {number}.").format(number=number))
    facts.seen(numbers) if act == _SEEN else facts.remove(numbers)
    entry = book.history.entries(limit=1)[0]
    document = {"operation": str(entry.changeset), "facts": [str(number) for number in numbers]}
    return Answer(document, [plain(summary(entry.kind, entry.facts))])


def _number(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) < 16):
        raise _wrong(_("A fact is named by its number, as “stale” lists it."))
    return int(word)


def _state(book: "OpenBook", limit: int) -> Answer:
    from relate_desktop.words.dates import full_moment
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
                "when": iso(one.at),
                "found": one.found,
                "kept": one.kept,
                "requests": [
                    {
                        "when": iso(asked.at),
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
        [(full_moment(one.at), plain(called.get(one.contact, "–")), ", ".join(one.hosts)) for one in made]
    )
    return Answer(document, lines)


def _wrong(text: str) -> Exception:
    from relate_desktop.domain.errors import ErrorKind, UsageError

    return UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop lookups")
