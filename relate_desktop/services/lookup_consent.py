"""Before anything is asked: what is in order, to what the user agreed, whom never to look up again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import LookupRequest, LookupTarget, Provider
from relate_desktop.domain.lookup_gate import NEVER, OVERRULED, Gate, Missing
from relate_desktop.domain.name_doubts import name_proposals
from relate_desktop.domain.relationship import how_met
from relate_desktop.domain.text import squeezed
from relate_desktop.services.duplicates import DuplicatesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.consents import Agreed
from relate_desktop.storage.database import Database

CONSENT_VERSION = 1
"""Of the words a user agrees to: other words make old agreements void."""

LONGEST_REASON = 200

Key = TypeVar("Key")

AgreedTo = Mapping[LookupTarget, str]
"""Accounts that may be asked, each with the user's own account whose key may go along; empty for none."""


class LookupConsent:
    """The gate and the agreements. Reads on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin, present: PresentSource) -> None:
        self._database = database
        self._origin = origin
        self._present = present
        self._duplicates = DuplicatesService(database)

    # ---------------------------------------------------------------- the gate

    def gate(self, contact: ContactId) -> Gate:
        """What is not in order before somebody is looked up. Raises NotFoundError(CONTACT_UNKNOWN)."""
        with self._database.read() as book:
            person = book.contacts.get(contact)
        alike = self._duplicates.like(person.properties, besides=contact)
        with self._database.read() as book:
            refusals = [one for one in book.declined.all([NEVER, OVERRULED]) if one.contact == contact]
            doubts = [one for one in name_proposals(person) if not _left(book, contact, one.doubt, one.key)]
            talked = contact in book.timeline.last_talks([contact])
        missing = {
            Missing.DUPLICATE: alike is not None,
            Missing.NAME: bool(doubts),
            Missing.CHANNEL: not talked,
            Missing.MET: not how_met(person),
        }
        return Gate(
            tuple(kind for kind, lacking in missing.items() if lacking),
            next((one.key for one in refusals if one.kind == OVERRULED), ""),
            any(one.kind == NEVER for one in refusals),
        )

    def overrule(self, contact: ContactId, words: str) -> None:
        """Looks up all the same, for a reason in the user's own words; may be undone.

        Raises UsageError(WRONG_USAGE) for no words, and TEXT_TOO_LONG.
        """
        reason = squeezed(words)
        if not reason:
            raise UsageError(ErrorKind.REASON_MISSING)
        if len(reason) > LONGEST_REASON:
            raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST_REASON)
        with self._database.write(Operation(OperationKind.LOOKUP_OVERRULE, self._origin)) as book:
            about(book, contact)
            book.note(reason=reason)
            book.declined.add(OVERRULED, contact, reason)

    def never(self, contact: ContactId, *, never: bool = True) -> None:
        """Never looks somebody up again, or does again when asked; may be undone.

        What was kept stays; agreements and answers about them go, and do not come back.
        """
        kind = OperationKind.LOOKUP_NEVER if never else OperationKind.LOOKUP_AGAIN
        with self._database.write(Operation(kind, self._origin)) as book:
            about(book, contact)
            if never:
                book.declined.add(NEVER, contact, "")
            else:
                book.declined.remove(one for one in book.declined.all([NEVER]) if one.contact == contact)
        if never:
            with self._database.aside() as aside:
                aside.consents.withdraw_from(contact)
                aside.answers.forget_person(contact)

    # -------------------------------------------------------------- agreements

    def agreed(self) -> dict[Provider, Agreed]:
        """Whom the user agreed to ask, in words that still hold."""
        with self._database.read() as book:
            return _holding(book.consents.providers())

    def agree(self, provider: Provider) -> None:
        """The user agrees to ask a provider, when they say so for a person."""
        with self._database.aside() as aside:
            aside.consents.agree(provider, CONSENT_VERSION, self._present().now)
            aside.tell("provider_consents")

    def withdraw(self, provider: Provider) -> None:
        """The user does not agree any more; what was kept stays."""
        with self._database.aside() as aside:
            aside.consents.withdraw(provider)
            aside.tell("provider_consents")

    def agreed_to(self, contact: ContactId) -> AgreedTo:
        """The accounts of a person the user agreed to ask, each with the own account whose key goes along."""
        with self._database.read() as book:
            return _targets(book, contact)

    def ended(self, contact: ContactId, targets: Iterable[LookupTarget]) -> dict[LookupTarget, ErrorKind]:
        """Of which of these accounts nothing can be kept any more, and why not, as ``demand_agreed`` says."""
        with self._database.read() as book:
            try:
                called_now(book, contact)
            except NotFoundError as error:
                return dict.fromkeys(targets, error.kind)
            why = {target: _why_not(book, contact, target) for target in targets}
        return {target: kind for target, kind in why.items() if kind is not None}

    def agree_to(self, contact: ContactId, requests: Sequence[LookupRequest]) -> None:
        """The user has read what would be sent for each of these, and agrees.

        A yes that comes too late is none. Raises CONTACT_UNKNOWN, LOOKUP_REFUSED and PROVIDER_OFF.
        """
        with self._database.aside() as aside:
            with self._database.read() as book:  # nobody else can write meanwhile
                called = called_now(book, contact)
                if refused_for_good(book, contact):
                    raise UserError(ErrorKind.LOOKUP_REFUSED, name=called)
                agreed = _holding(book.consents.providers())
            for request in requests:
                if request.target.provider not in agreed:
                    raise UserError(ErrorKind.PROVIDER_OFF, provider=request.target.provider.value)
            targets = {request.target: request.account for request in requests}
            aside.consents.agree_to(contact, targets, CONSENT_VERSION, self._present().now)


def covers(agreed: AgreedTo, request: LookupRequest) -> bool:
    """Whether what was agreed to is what would be sent now: a key that came later was never spoken of."""
    return request.target in agreed and request.account in {"", agreed[request.target]}


def demand_agreed(book: BookWriter, contact: ContactId, targets: Iterable[LookupTarget]) -> None:
    """Refuses to keep what was said by whom the user does not want to be asked any more.

    Raises CONTACT_UNKNOWN, KEEP_REFUSED and KEEP_UNAGREED.
    """
    called = called_now(book, contact)
    for target in targets:
        kind = _why_not(book, contact, target)
        if kind is not None:
            raise UserError(kind, name=called, provider=target.provider.value)


def still_agreed(book: BookReader | BookWriter, contact: ContactId, target: LookupTarget) -> bool:
    """Whether the user still wants an account of somebody's to be asked."""
    return _why_not(book, contact, target) is None


def _why_not(book: BookReader | BookWriter, contact: ContactId, target: LookupTarget) -> ErrorKind | None:
    if refused_for_good(book, contact):
        return ErrorKind.KEEP_REFUSED
    agreed = target.provider in _holding(book.consents.providers()) and target in _targets(book, contact)
    return None if agreed else ErrorKind.KEEP_UNAGREED


def refused_for_good(book: BookReader | BookWriter, contact: ContactId) -> bool:
    """Whether the user asked never to look somebody up."""
    return any(one.contact == contact for one in book.declined.all([NEVER]))


def called_now(book: BookReader | BookWriter, contact: ContactId) -> str:
    """What somebody in the book is called; raises CONTACT_UNKNOWN of who is gone or put away."""
    called = next((row.called for row in book.contacts.summaries([contact])), "")
    if book.contacts.find(contact) is None or book.contacts.trashed(contact):
        raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, name=called or str(contact))
    return called


def about(book: BookWriter, contact: ContactId) -> None:
    """Notes whom a write is about. Raises NotFoundError(CONTACT_UNKNOWN)."""
    book.contacts.get(contact)
    for row in book.contacts.summaries([contact]):
        book.note(contact=row.id, name=row.called)


def _left(book: BookReader, contact: ContactId, kind: str, key: str) -> bool:
    """Whether the user said that a name is right as it is."""
    return any(one.contact == contact and one.key == key for one in book.declined.all([kind]))


def _targets(book: BookReader | BookWriter, contact: ContactId) -> AgreedTo:
    return {target: one.key_of for target, one in _holding(book.consents.targets(contact)).items()}


def _holding(agreements: dict[Key, Agreed]) -> dict[Key, Agreed]:
    return {key: one for key, one in agreements.items() if one.version == CONSENT_VERSION}
