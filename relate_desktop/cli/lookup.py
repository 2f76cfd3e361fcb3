"""``lookup``: what somebody says in public, because the user asks."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.errors import UserError
    from relate_desktop.domain.finding_review import Reviewed, ReviewGroup
    from relate_desktop.domain.ids import ContactId
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
            notes=_(
                "Only accounts and pages that stand on the card are asked, of one person at a time, while\n"
                "look-ups are on (“lookups on”). Without --agree, or having agreed before, it says what\n"
                "would be sent to whom, and sends nothing. Nothing is kept but what --apply names."
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
        help=_("keep what was found about these, such as title or place"),
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
        contact = book.contacts.named(options.contact)
        if options.never or options.again:
            book.lookups.consent.never(contact, never=options.never)
            lines = [
                _("Never again, until you take it back.") if options.never else _("May be looked up again.")
            ]
            return Answer({"contact": str(contact), "never": bool(options.never)}, lines)
        provider = None if options.provider is None else provider_named(options.provider)
        _may_be_asked(book, contact, provider, options)
        requests = book.lookups.requests(contact, provider)
        result = book.lookups.ask(contact, requests, _Going())
        groups = book.lookups.facts.review(contact, result.answers)
        kept = _apply(book, contact, result, groups, options.apply) if options.apply else []
        return _told(requests, result, groups, kept)


def _may_be_asked(
    book: "OpenBook", contact: "ContactId", provider: "Provider | None", options: Namespace
) -> None:
    """Refuses with what would be sent, unless the user agreed now or before."""
    from relate_desktop.domain.errors import ErrorKind, UserError

    consent = book.lookups.consent
    called = next(iter(book.contacts.summaries([contact]))).called
    if not book.lookups.on:
        raise UserError(ErrorKind.LOOKUPS_OFF)
    wanted = (provider,) if provider is not None else book.lookups.providers_of(contact)
    requests = [one for each in wanted for one in book.lookups.requests(contact, each)]
    if not requests:
        raise UserError(ErrorKind.LOOKUP_NOTHING, name=called)
    if options.despite:
        consent.overrule(contact, options.despite)
    if options.agree:
        for each in {request.target.provider for request in requests} - set(consent.agreed()):
            if not each.discloses_address or provider is each:
                consent.agree(each)
        consent.agree_to(contact, book.lookups.requests(contact, provider))
        return
    agreed, agreed_to = consent.agreed(), consent.agreed_to(contact)
    asked = [one for one in requests if one.target.provider in agreed] or requests
    if any(one.target.provider not in agreed or one.target not in agreed_to for one in asked):
        raise UserError(
            ErrorKind.CONSENT_MISSING,
            name=called,
            would=tuple(_would(one) for one in asked),
        )


def _would(request: "LookupRequest") -> str:
    from relate_desktop.words.lookups import named_by_words

    asked = _("{hosts} would get “{sends}”").format(hosts=", ".join(request.hosts), sends=request.sends)
    named = named_by_words(request)
    return f"{asked} ({named})" if named else asked


class _Going:
    """Nobody stops it but Ctrl+C, which ends the program."""

    def step(self, _done: int, _total: int) -> None:
        """Go on."""


def _apply(
    book: "OpenBook",
    contact: "ContactId",
    result: "LookupResult",
    groups: "Sequence[ReviewGroup]",
    names: Sequence[str],
) -> "list[Reviewed]":
    """Keeps what the named fields say; the rest is neither kept nor refused. Raises FINDING_UNKNOWN."""
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.services.lookup_facts import Chosen

    found = [one for group in groups for one in group.findings]
    known = list(dict.fromkeys(one.finding.field.value for one in found))
    wanted = {name.strip().lower() for text in names for name in text.split(",")}
    for name in sorted(wanted - set(known)):
        raise UsageError(ErrorKind.FINDING_UNKNOWN, field=name, known=tuple(known) or ("–",))
    kept = [one for one in found if one.finding.field.value in wanted]
    answers = {answer.target: answer for answer in result.answers}
    chosen: list[Chosen] = [
        Chosen(answers[group.target], one.finding)
        for group in groups
        for one in group.findings
        if one in kept
    ]
    book.lookups.facts.keep(contact, result.id, chosen)
    return kept


def _told(
    requests: "Sequence[LookupRequest]",
    result: "LookupResult",
    groups: "Sequence[ReviewGroup]",
    kept: "Sequence[Reviewed]",
) -> Answer:
    providers = list(dict.fromkeys(request.target.provider.value for request in requests))
    hosts = list(dict.fromkeys(host for request in requests for host in request.hosts))
    document = {
        "provider": ", ".join(providers),
        "facts": [_fact(group, one, one in kept) for group in groups for one in group.findings],
        "request": {
            "host": ", ".join(hosts),
            "what_was_sent": ", ".join(dict.fromkeys(request.sends for request in requests)),
        },
        "problems": [_problem(one.target.provider, one.error) for one in result.problems],
    }
    return Answer(document, list(_lines(groups, result, kept)), IN_PART if result.problems else DONE)


def _fact(group: "ReviewGroup", one: "Reviewed", kept: bool) -> dict[str, Any]:
    return {
        "field": one.finding.field.value,
        "value": one.finding.value,
        "source": one.finding.source_url,
        "seen": group.fetched_at.isoformat(),
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


def _lines(
    groups: "Sequence[ReviewGroup]", result: "LookupResult", kept: "Sequence[Reviewed]"
) -> Iterator[str]:
    from relate_desktop.words.errors import tell
    from relate_desktop.words.lookups import found_words, provider_name, remark_words, verdict_words

    for group in groups:
        yield plain(f"{provider_name(group.target.provider)}, {group.target.handle}")
        yield from (f"  {remark_words(remark)}" for remark in group.remarks)
        if not group.findings:
            yield "  " + _("nothing new")
        yield from table(
            [
                (
                    "  " + ("✓" if one in kept else " "),
                    one.finding.field.value,
                    found_words(one.finding),
                    verdict_words(one.verdict, old=one.old),
                )
                for one in group.findings
            ]
        )
    yield from (tell(problem.error).line for problem in result.problems)
    if kept:
        yield _("Kept. “undo” takes it back.")


def provider_named(text: str) -> "Provider":
    """The provider of that name. Raises UsageError(PROVIDER_UNKNOWN)."""
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.lookup import Provider

    try:
        return Provider(text.strip().lower())
    except ValueError:
        known = ", ".join(provider.value for provider in Provider)
        raise UsageError(ErrorKind.PROVIDER_UNKNOWN, provider=text, known=known) from None
