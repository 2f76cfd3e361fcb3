"""Looking up what one person says in public, because the user asked: never by name, in bulk or by itself.

Switched off, nothing here opens a socket. Whatever is asked was told to the user before: whether the
switch is on, the gate is open and every single account agreed to is looked at once more right before.
"""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from relate_desktop.domain.account import AccountId
from relate_desktop.domain.change import Origin
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError, UserError
from relate_desktop.domain.handles import HANDLE_NAMES, handle_address, handle_service
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import (
    BLUESKY_SERVICE,
    MOST_TARGETS,
    Answer,
    FindingField,
    LookupRequest,
    LookupTarget,
    Provider,
)
from relate_desktop.domain.request_ledger import LookupId, LookupMade
from relate_desktop.lookups.asking import Known, Network, TypedServer
from relate_desktop.lookups.network import SystemNetwork
from relate_desktop.services.accounts import AccountsService
from relate_desktop.services.agreed_door import AgreedDoor
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.lookup_consent import LookupConsent, called_now, covers
from relate_desktop.services.lookup_facts import LookupFacts
from relate_desktop.services.lookup_ledger import LookupLedger, asked_lately
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.answers import KeptAnswer
from relate_desktop.storage.database import Database

_log = logging.getLogger("relate")

_WITH_ADDRESSES = ("URL", "EMAIL")
_MOST_ADDRESSES = 200
Servers = dict[Provider, tuple[str, ...]]
"""The origins of servers that the user typed, by provider."""
_BARE = re.compile(r"[^\s:@/?#]+\.[^\s:@/?#]+(?:/\S*)?")
"""A page as people type it, without ``https://``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A target that could not be asked, or did not answer."""

    target: LookupTarget
    error: UserError


@dataclass(frozen=True, slots=True)
class LookupResult:
    """What came of one look-up of one person. Nothing of it stands in the book yet."""

    id: LookupId
    contact: ContactId
    answers: tuple[Answer, ...]
    problems: tuple[Problem, ...]


class LookupsService:
    """Reads may be called on any thread; ``ask`` belongs into the network lane."""

    def __init__(
        self,
        database: Database,
        origin: Origin,
        present: PresentSource,
        preferences: PreferencesService,
        accounts: AccountsService,
        *,
        network: Network | None = None,
    ) -> None:
        self._database = database
        self._present = present
        self._preferences = preferences
        self._accounts = accounts
        self._network = network or SystemNetwork(self._now)
        self.consent = LookupConsent(database, origin, present)
        self.facts = LookupFacts(database, origin, present)

    # ---------------------------------------------------------------- the switch

    @property
    def on(self) -> bool:
        """Whether look-ups are switched on."""
        return self._preferences.current.lookups

    def switch(self, *, on: bool) -> None:
        """Switches look-ups on or off; what was agreed to is kept for another time."""
        if on == self.on:
            return
        since = self._present().today.isoformat() if on else ""
        self._preferences.change(lookups=on, lookups_since=since)

    # ------------------------------------------------------- what would be asked

    def requests(self, contact: ContactId, provider: Provider | None = None) -> tuple[LookupRequest, ...]:
        """What a look-up of somebody would ask: of one provider, or of all the user agreed to.

        Only accounts and pages that stand on the card, of one provider the first ten. Touches no network.
        """
        servers = self._servers()
        found = self._targets(contact, provider, servers)
        from relate_desktop.lookups.sources import source_of  # noqa: PLC0415 - only when wanted

        chosen = [
            target
            for one in Provider
            for target in [each for each in found if each.provider is one][:MOST_TARGETS]
        ]
        return tuple(self._with_key(source_of(one.provider, servers).request(one)) for one in chosen)

    def left_out(self, contact: ContactId, provider: Provider | None = None) -> int:
        """How many accounts and pages on a crowded card ``requests`` leaves out."""
        every = self._targets(contact, provider, self._servers(), most=None)
        return len(every) - len(self.requests(contact, provider))

    def providers_of(self, contact: ContactId) -> tuple[Provider, ...]:
        """Providers of whom the card names an account or page, agreed to or not."""
        with self._database.read() as book:
            person = book.contacts.get(contact)
        from relate_desktop.lookups.sources import targets_in  # noqa: PLC0415 - only when wanted

        found = targets_in(addresses_of(person), self._servers())
        return tuple(dict.fromkeys(target.provider for target in found))

    # ----------------------------------------------------------------- asking

    def ask(self, contact: ContactId, requests: Sequence[LookupRequest], job: Stepping) -> LookupResult:
        """Asks what the user agreed to, one after another; ``job.step`` may raise Cancelled at any time.

        Raises UserError: LOOKUPS_OFF, LOOKUP_REFUSED, LOOKUP_NOT_READY, PROVIDER_OFF, CONSENT_MISSING,
        LOOKUP_NOTHING. What goes wrong with a single target is a Problem of the result.
        """
        name = self._refuse(contact, requests)
        ledger = LookupLedger(self._database, self._now, contact)
        answers: list[Answer] = []
        problems: list[Problem] = []
        try:
            for number, request in enumerate(requests):
                job.step(number, len(requests))
                try:
                    if number:  # the user may have thought better of it meanwhile
                        self._refuse(contact, (request,))
                    stop = partial(self._go_on, job, number, len(requests))
                    answers.append(self._ask(contact, request, ledger, stop, name))
                except UserError as error:
                    problems.append(Problem(request.target, error))
        finally:  # also of one that was stopped, what was asked is shown
            ledger.found(sum(len(answer.findings) for answer in answers))
        from relate_desktop.lookups.link_back import with_links_back  # noqa: PLC0415 - only when wanted

        return LookupResult(ledger.lookup, contact, with_links_back(answers), tuple(problems))

    def forget(self, provider: Provider) -> tuple[int, int]:
        """Takes out all that was kept from a provider, what it answered, the agreements and the keys.

        Answers how many facts and accounts. The facts come back with undo, the rest does not. Belongs
        into the keyring lane; raises KeyringError while a key cannot be deleted, and forgets nothing then.
        """
        accounts = [account for account in self._accounts.all() if account.provider is provider]
        for account in accounts:
            self._accounts.remove(account.id)
        return self.facts.forget(provider), len(accounts)

    def asked(self, limit: int, before: LookupId | None = None) -> list[LookupMade]:
        """What was asked, the latest look-up first, a page at a time."""
        return asked_lately(self._database, limit, before)

    # ---------------------------------------------------------------- inwards

    def _targets(
        self,
        contact: ContactId,
        provider: Provider | None,
        servers: Servers,
        most: int | None = _MOST_ADDRESSES,
    ) -> list[LookupTarget]:
        """Whom the card names, of one provider or of all the user agreed to."""
        with self._database.read() as book:
            person = book.contacts.get(contact)
        wanted = set(self.consent.agreed()) if provider is None else {provider}
        from relate_desktop.lookups.sources import targets_in  # noqa: PLC0415 - only when wanted

        return [one for one in targets_in(addresses_of(person, most), servers) if one.provider in wanted]

    def _refuse(self, contact: ContactId, requests: Sequence[LookupRequest]) -> str:
        """Refuses what the user has not agreed to, now; answers what the person is called."""
        if not (self.on and self._preferences.kept().lookups):  # another process may have switched them off
            raise UserError(ErrorKind.LOOKUPS_OFF)
        with self._database.read() as book:
            called = called_now(book, contact)
        gate = self.consent.gate(contact)
        if gate.never:
            raise UserError(ErrorKind.LOOKUP_REFUSED, name=called)
        if not gate.open:
            raise UserError(
                ErrorKind.LOOKUP_NOT_READY, name=called, missing=tuple(one.value for one in gate.missing)
            )
        if not requests:
            raise UserError(ErrorKind.LOOKUP_NOTHING, name=called)
        agreed, agreed_to = self.consent.agreed(), self.consent.agreed_to(contact)
        there = {request.target: request for one in agreed for request in self.requests(contact, one)}
        for request in requests:
            if request.target.provider not in agreed:
                raise UserError(ErrorKind.PROVIDER_OFF, provider=request.target.provider.value)
            now = there.get(request.target)
            if now is None or not covers(agreed_to, now):
                raise UserError(ErrorKind.CONSENT_MISSING, name=called)
        return called

    def _ask(
        self,
        contact: ContactId,
        request: LookupRequest,
        ledger: LookupLedger,
        stop: Callable[[], None],
        why: str,
    ) -> Answer:
        target = request.target
        still_agreed = partial(self._refuse, contact, (request,))
        with self._database.read() as book:
            before = book.answers.find(contact, target)
            kept = {fact.target for fact in book.kept_facts.of(contact) if fact.field is FindingField.PHOTO}
        now = self._now()
        if before is not None and before.next_allowed_at is not None and before.next_allowed_at > now:
            return _again(target, before)
        account = self._accounts.account_for(target)
        secret = None
        if account is not None:
            secret = self._accounts.secret_of(account)
            self._demand_key(contact, target, account.id, why)
        typed = () if account is None else (TypedServer(account.server),)
        door = AgreedDoor(self._network.door(ledger, stop, why=why, typed=typed), still_agreed)
        from relate_desktop.lookups.sources import source_of  # noqa: PLC0415 - only when wanted

        known = _known(before, pictured=target in kept)
        try:
            answer = source_of(target.provider, self._servers()).ask(target, door, secret, known)
        except NetworkError as error:
            if error.kind is ErrorKind.KEY_REFUSED and account is not None:
                self._accounts.mark_refused(account.id)
            raise
        except (Cancelled, UserError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever a stranger's answer makes of our reading
            _log.warning("lookup %s: %s", target.provider, type(error).__name__)
            raise NetworkError(ErrorKind.ANSWER_BROKEN, host=target.server) from None
        with self._database.aside() as aside:
            still_agreed()  # of whom nothing is to be asked any more, nothing is to be noted either
            aside.answers.put(contact, answer)
        return _as_before(answer, before) if answer.unchanged and before is not None else answer

    def _go_on(self, job: Stepping, done: int, total: int) -> None:
        """Raises Cancelled, and LOOKUPS_OFF where look-ups were switched off meanwhile."""
        job.step(done, total)
        if not self.on:
            raise UserError(ErrorKind.LOOKUPS_OFF)

    def _demand_key(self, contact: ContactId, target: LookupTarget, account: AccountId, name: str) -> None:
        """Refuses to send a key that came after the user agreed. Raises CONSENT_MISSING."""
        if self.consent.agreed_to(contact).get(target) != account:
            raise UserError(ErrorKind.CONSENT_MISSING, name=name)

    def _with_key(self, request: LookupRequest) -> LookupRequest:
        """The request, as the one of an account of the user's where there is one that can be used."""
        account = self._accounts.account_for(request.target)
        return replace(request, account=account.id if account is not None and account.state.usable else "")

    def _servers(self) -> Servers:
        """Those of accounts, and what the user wants to be asked in place of everybody's own."""
        servers: Servers = {}
        for account in self._accounts.all():
            servers[account.provider] = (*servers.get(account.provider, ()), account.server)
        if not self._preferences.current.lookups_bluesky_direct:
            servers[Provider.BLUESKY] = (BLUESKY_SERVICE,)
        return servers

    def _now(self) -> datetime:
        return self._present().now


def addresses_of(person: Contact, most: int | None = _MOST_ADDRESSES) -> tuple[str, ...]:
    """What stands on a card that may be an account or a page; a handle says its network before it.

    Of a card that names hundreds, the first of them, unless ``most`` is None.
    """
    found: list[str] = []
    for line in person.properties:
        if line.key in _WITH_ADDRESSES:
            text = line.text.strip()
            found.append(f"https://{text}" if line.key == "URL" and _BARE.fullmatch(text) else text)
        elif line.key in HANDLE_NAMES:
            service, address = handle_service(line), handle_address(line).strip()
            found.append(f"{service}:{address}" if service and "://" not in address else address)
            found.append(line.text.strip() if "://" in line.text else "")  # the page beside a bare user name
    return tuple(dict.fromkeys(one for one in found if one))[:most]


def _known(before: KeptAnswer | None, *, pictured: bool) -> Known:
    """What is told of the last time; without its tag while there is a picture that was not kept.

    Pictures are not kept with answers: who is told that nothing changed would never see one again.
    """
    if before is None:
        return Known()
    if not pictured and any(finding.field is FindingField.PHOTO for finding in before.findings):
        return Known(before.account_id)
    return Known(before.account_id, before.etag, before.last_modified)


def _again(target: LookupTarget, before: KeptAnswer) -> Answer:
    """What it said the last time, where it is too early to ask again."""
    return Answer(
        target, before.account_id, before.findings, before.fetched_at, next_allowed_at=before.next_allowed_at
    )


def _as_before(answer: Answer, before: KeptAnswer) -> Answer:
    return replace(answer, findings=before.findings, account_id=before.account_id)
