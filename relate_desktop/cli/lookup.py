"""``lookup``: what somebody says in public, because the user asks."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import iso, plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.domain.errors import ErrorKind, UsageError, UserError
from relate_desktop.domain.lookup import FindingField
from relate_desktop.domain.text import visible
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.finding_review import Reviewed, ReviewGroup
    from relate_desktop.domain.ids import ChangesetId, ContactId
    from relate_desktop.domain.lookup import LookupRequest, Provider
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.lookups import LookupResult


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "lookup",
            _("ask what somebody says about themselves in public"),
            'lookup "Ada Lovelace" --provider github --agree',
            _declare_lookup,
            _lookup,
            discreet=True,
            notes=_(
                "Only accounts and pages that stand on the card are asked, of one person at a time, while\n"
                "look-ups are on (“lookups on”). Without --agree, or a yes on the terminal, it says what\n"
                "would be sent to whom, and sends nothing. Gravatar and Libravatar learn that you know a\n"
                "mail address, so they are asked only when --provider names them. Without --provider those\n"
                "you agreed to are asked, or all of the card if there is none. What --apply names is kept,\n"
                "and nothing else."
            ),
        ),
    )


def _declare_lookup(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument(
        "--provider", metavar=_("P"), type=plain_text, help=_("ask this provider only, such as github")
    )
    parser.add_argument(
        "--apply",
        metavar=_("FIELD"),
        type=plain_text,
        nargs="+",
        default=[],
        help=_("keep what was found about these, such as title, or url=https://ada.example of several"),
    )
    parser.add_argument("--agree", action="store_true", help=_("agree to what would be sent, and send it"))
    parser.add_argument(
        "--despite",
        metavar=_("WORDS"),
        type=plain_text,
        default="",
        help=_("look up although something is missing, for this reason; it is kept in the history"),
    )
    never = parser.add_mutually_exclusive_group()
    never.add_argument("--never", action="store_true", help=_("never look this person up again"))
    never.add_argument("--again", action="store_true", help=_("take “never” back"))


def _lookup(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        return looked_up(book, options, program)


def looked_up(book: "OpenBook", options: Namespace, program: Program) -> Answer:
    """What the command answers, on a book that is open."""
    from relate_desktop.services.lookup_facts import Chosen

    contact = book.contacts.named(options.contact)
    if options.never or options.again:
        book.lookups.consent.never(contact, never=options.never)
        lines = [_("Never again, until you take it back.") if options.never else _("May be looked up again.")]
        return Answer({"contact": str(contact), "never": bool(options.never)}, lines)
    wanted = [_wanted(word) for text in options.apply for word in _words(text)]
    provider = None if options.provider is None else provider_named(options.provider)
    asked = _asked(book, contact, provider, options)
    requests = tuple(one for each in asked for one in book.lookups.requests(contact, each))
    left_out = sum(book.lookups.left_out(contact, each) for each in asked)
    _agree(book, contact, requests, options, program, left_out=left_out)
    if options.despite and not book.lookups.consent.gate(contact).open:
        book.lookups.consent.overrule(contact, options.despite)
    result = book.lookups.ask(contact, requests, _Going())
    if not result.answers:
        raise result.problems[0].error
    groups = book.lookups.facts.review(contact, result.answers)
    kept, unknown = _named(groups, wanted)
    answers = {answer.target: answer for answer in result.answers}
    chosen = [Chosen(answers[group.target], one.finding) for group, one in kept]
    operation = book.lookups.facts.keep(contact, result.id, chosen) if chosen else None
    named = [one for _group, one in kept]
    kept_now = Kept(named if operation else (), unknown, operation)
    return _told(requests, result, groups, kept_now, left_out=left_out)


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the fields that were named."""

    facts: "Sequence[Reviewed]"
    unknown: Sequence[str]
    """Names of which nothing was found."""
    operation: "ChangesetId | None"


def _words(text: str) -> list[str]:
    """Fields may stand between commas; what names a value may have commas in it."""
    return [text] if "=" in text else [word for word in text.split(",") if word.strip()]


def _wanted(word: str) -> tuple[FindingField, str]:
    """The field that is named, and the value where one of several is; refused before anything is sent."""
    name, _equals, value = word.partition("=")
    try:
        return FindingField(name.strip().lower()), value.strip()
    except ValueError:
        known = ", ".join(field.value for field in FindingField)
        text = _("There is no such field. There are: {known}.").format(known=known)
        raise UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop lookup") from None


def _asked(
    book: "OpenBook", contact: "ContactId", provider: "Provider | None", options: Namespace
) -> "Sequence[Provider]":
    """Who would be asked; refuses what cannot be asked of anybody, with or without consent.

    A mail address is given away to a provider that is named, and to no other.
    """
    lookups = book.lookups
    called = next(iter(book.contacts.summaries([contact]))).called
    if not lookups.on:
        raise UserError(ErrorKind.LOOKUPS_OFF)
    gate = lookups.consent.gate(contact)
    if gate.never:
        raise UserError(ErrorKind.LOOKUP_REFUSED, name=called)
    agreed = lookups.consent.agreed()
    there = [each for each in lookups.providers_of(contact) if not each.discloses_address]
    known = [each for each in there if each in agreed] or there
    wanted = known if provider is None else [provider]
    if not any(lookups.requests(contact, each) for each in wanted):
        raise UserError(ErrorKind.LOOKUP_NOTHING, name=called)
    if not gate.open and not options.despite:
        missing = tuple(one.value for one in gate.missing)
        raise UserError(ErrorKind.LOOKUP_NOT_READY, name=called, missing=missing)
    return wanted


def _agree(
    book: "OpenBook",
    contact: "ContactId",
    requests: "Sequence[LookupRequest]",
    options: Namespace,
    program: Program,
    *,
    left_out: int,
) -> None:
    """Notes the user's yes to these; without one it refuses and says what would be sent."""
    from relate_desktop.services.lookup_consent import covers
    from relate_desktop.words.lookups import left_out_words

    consent = book.lookups.consent
    agreed, agreed_to = consent.agreed(), consent.agreed_to(contact)
    known = all(one.target.provider in agreed and covers(agreed_to, one) for one in requests)
    if known and not book.preferences.current.lookups_ask:
        return
    would = tuple(filter(None, (*map(_would, requests), left_out_words(left_out))))
    if not options.agree and not _yes(would, program):
        called = next(iter(book.contacts.summaries([contact]))).called
        raise UserError(ErrorKind.CONSENT_MISSING, name=called, would=would)
    for each in {request.target.provider for request in requests} - set(agreed):
        consent.agree(each)
    consent.agree_to(contact, requests)


def _yes(would: Sequence[str], program: Program) -> bool:
    """Asks whoever sits at the terminal; where nobody does, that is a no."""
    if program.json or sys.stdin is None or not (sys.stdin.isatty() and program.err.isatty()):
        return False
    program.err.write(_("Relate would ask:") + "\n")
    program.err.writelines(f"  {visible(plain(line))}\n" for line in would)
    program.err.write(_("It would send only this. Look up? Type yes:") + " ")
    program.err.flush()
    return sys.stdin.readline().strip().casefold() in {"yes", "y", _("yes").casefold()}


def _would(request: "LookupRequest") -> str:
    from relate_desktop.words.lookups import named_by_words

    asked = _("{hosts} would get “{sends}”").format(hosts=", ".join(request.hosts), sends=request.sends)
    if request.with_key:
        key = _("and {host} your key, which says who asks").format(host=request.hosts[0])
        asked = f"{asked}, {key}"
    named = plain(named_by_words(request))
    told = f"{asked} ({named})" if named else asked
    if not request.target.provider.discloses_address:
        return told
    warning = _("this tells that you know the address {address}").format(address=request.target.handle)
    return f"{told} ({warning})"


class _Going:
    """Nobody stops it but Ctrl+C, which ends the program."""

    def step(self, _done: int, _total: int) -> None:
        """Go on."""


def _named(
    groups: "Sequence[ReviewGroup]", wanted: Sequence[tuple[FindingField, str]]
) -> "tuple[list[tuple[ReviewGroup, Reviewed]], list[str]]":
    """The findings that were named, and the names of which there are none."""
    kept: list[tuple[ReviewGroup, Reviewed]] = []
    unknown: list[str] = []
    for field, value in wanted:
        found = [
            (group, one)
            for group in groups
            for one in group.findings
            if one.finding.field is field and value in {"", one.finding.value}
        ]
        kept += [one for one in found if one not in kept]
        if not found:
            unknown.append(f"{field.value}={value}" if value else field.value)
    return kept, unknown


def _told(
    requests: "Sequence[LookupRequest]",
    result: "LookupResult",
    groups: "Sequence[ReviewGroup]",
    kept: Kept,
    *,
    left_out: int,
) -> Answer:
    from relate_desktop.words.lookups import left_out_words

    providers = list(dict.fromkeys(request.target.provider.value for request in requests))
    hosts = list(dict.fromkeys(host for request in requests for host in request.hosts))
    document = {
        "provider": ", ".join(providers),
        "facts": [_fact(group, one, one in kept.facts) for group in groups for one in group.findings],
        "request": {
            "host": hosts[0],
            "hosts": hosts,
            "what_was_sent": ", ".join(dict.fromkeys(request.sends for request in requests)),
        },
        "left_out": left_out,
        "problems": [_problem(one.target.provider, one.error) for one in result.problems],
        "unknown": list(kept.unknown),
        "operation": None if kept.operation is None else str(kept.operation),
    }
    in_part = result.problems or kept.unknown
    lines = [*_lines(groups, result, kept), *filter(None, [left_out_words(left_out)])]
    return Answer(document, lines, IN_PART if in_part else DONE)


def _fact(group: "ReviewGroup", one: "Reviewed", kept: bool) -> dict[str, Any]:
    return {
        "field": one.finding.field.value,
        "value": one.finding.value,
        "source": one.finding.source_url,
        "seen": iso(group.fetched_at),
        "provider": group.target.provider.value,
        "account": group.account_id,
        "proof": one.finding.proof.value,
        "verdict": one.verdict.value,
        "old": one.old,
        "said": None if one.said is None else one.said.text,
        "kept": kept,
    }


def _problem(provider: "Provider", error: "UserError") -> dict[str, Any]:
    from relate_desktop.words.errors import tell

    told = tell(error)
    return {"provider": provider.value, "code": error.kind.value, "message": told.message, "hint": told.hint}


def _lines(groups: "Sequence[ReviewGroup]", result: "LookupResult", kept: Kept) -> Iterator[str]:
    from relate_desktop.words.dates import full_moment
    from relate_desktop.words.errors import tell
    from relate_desktop.words.lookups import found_words, provider_name, remark_words, verdict_words

    for group in groups:
        when = full_moment(group.fetched_at)
        who = f"{provider_name(group.target.provider)}, {visible(group.target.handle)}"
        yield _("{who}, read {when}").format(who=who, when=when)
        yield from (f"  {plain(remark_words(remark))}" for remark in group.remarks)
        if not group.findings:
            yield "  " + _("nothing new")
        yield from table(
            [
                (
                    "  " + ("✓" if one in kept.facts else " "),
                    one.finding.field.value,
                    found_words(one.finding),
                    verdict_words(one.verdict, old=one.old),
                )
                for one in group.findings
            ]
        )
    yield from (plain(tell(problem.error).line) for problem in result.problems)
    yield from (_("Nothing called {field} was found.").format(field=visible(name)) for name in kept.unknown)
    if kept.operation is not None:
        yield _("Kept. “undo” takes it back.")
    else:
        yield _("Nothing was kept. Name with --apply what you want to keep.")


def provider_named(text: str) -> "Provider":
    """The provider of that name. Raises UsageError(PROVIDER_UNKNOWN)."""
    from relate_desktop.domain.lookup import Provider

    try:
        return Provider(text.strip().lower())
    except ValueError:
        known = ", ".join(provider.value for provider in Provider)
        raise UsageError(ErrorKind.PROVIDER_UNKNOWN, known=known) from None
