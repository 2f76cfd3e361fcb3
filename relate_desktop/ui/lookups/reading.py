"""What the panels of a look-up show of the book, read away from the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.finding_review import ReviewGroup
from relate_desktop.domain.gender import Gender, gender_of
from relate_desktop.domain.ids import ContactId, MediaHash, PropertyId
from relate_desktop.domain.lookup import LookupRequest, Provider
from relate_desktop.domain.lookup_gate import Gate
from relate_desktop.domain.provenance import Provenance
from relate_desktop.domain.text import visible
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.lookup_consent import AgreedTo, covers
from relate_desktop.services.lookup_facts import Chosen
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.lookups import LookupResult

LONGEST = 120
_UNSENT = frozenset(
    {
        *(ErrorKind.OFFLINE, ErrorKind.HOST_UNKNOWN, ErrorKind.ADDRESS_REFUSED, ErrorKind.TLS_REFUSED),
        *(ErrorKind.KEY_MISSING, ErrorKind.KEYRING_NONE, ErrorKind.KEYRING_LOCKED),
        *(ErrorKind.KEYRING_SLOW, ErrorKind.KEYRING_FAILED),
    }
)
"""Where it ended before anything left the laptop."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody who is to be looked up, and what that would ask."""

    contact: ContactId
    called: str
    full_name: str
    hue: int
    photo: MediaHash | None
    gender: Gender
    gate: Gate
    requests: Sequence[LookupRequest] = ()
    off: Sequence[Provider] = ()
    """Providers on the card whom the user did not agree to ask."""
    left_out: int = 0
    """How many more the card names of those who would be asked."""
    agreed: AgreedTo = field(default_factory=dict)
    ask_first: bool = True
    expires: str = ""

    @property
    def silent(self) -> bool:
        """Whether all of it was agreed to before, and the user does not want to be asked again."""
        known = all(covers(self.agreed, one) for one in self.requests)
        return not self.ask_first and known and bool(self.requests)


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it, laid beside the book."""

    result: "LookupResult"
    groups: Sequence[ReviewGroup]
    origins: Mapping[PropertyId, str] = field(default_factory=dict)
    """Where the lines that are contradicted came from."""
    keys: bool = False
    """Whether a key of the user's went along with some of it."""

    @property
    def decisions(self) -> int:
        """How many findings there are to decide about."""
        return sum(len(group.findings) for group in self.groups)

    @property
    def sent(self) -> int:
        """How many were really asked."""
        problems = self.result.problems
        return len(self.result.answers) + sum(one.error.kind not in _UNSENT for one in problems)

    def chosen(self, numbers: frozenset[int]) -> tuple[list[Chosen], list[Chosen]]:
        """What is kept and what is not, by the numbers of the findings in their order."""
        answers = {answer.target: answer for answer in self.result.answers}
        kept: list[Chosen] = []
        others: list[Chosen] = []
        number = 0
        for group in self.groups:
            for one in group.findings:
                (kept if number in numbers else others).append(Chosen(answers[group.target], one.finding))
                number += 1
        return kept, others


def read_wanted(book: "OpenBook", contact: ContactId, provider: Provider | None, expires: str) -> Wanted:
    """Read it. Raises NotFoundError(CONTACT_UNKNOWN)."""
    person = book.contacts.get(contact)
    summary = book.contacts.summaries([contact])[0]
    lookups = book.lookups
    agreed = lookups.consent.agreed()
    off = [one for one in lookups.providers_of(contact) if one not in agreed]
    may_be_asked = provider is None or provider in agreed
    requests = lookups.requests(contact, provider) if may_be_asked else ()
    left_out = lookups.left_out(contact, provider) if may_be_asked else 0
    return Wanted(
        contact,
        visible(summary.called, LONGEST) or _("No name"),
        summary.own_script or summary.full_name,
        summary.hue,
        summary.photo,
        gender_of(person),
        lookups.consent.gate(contact),
        requests,
        off,
        left_out,
        lookups.consent.agreed_to(contact),
        book.preferences.current.lookups_ask,
        expires,
    )


def ask_and_review(
    book: "OpenBook", contact: ContactId, requests: Sequence[LookupRequest], job: Stepping
) -> Found:
    """Ask what the user just agreed to, and lay the answers beside the book. For the network lane."""
    book.lookups.consent.agree_to(contact, requests)
    result = book.lookups.ask(contact, requests, job)
    groups = book.lookups.facts.review(contact, result.answers)
    today = book.present().today
    origins = {one.property: _origin(one, today) for one in book.contacts.provenance(contact)}
    unsent = {one.target for one in result.problems if one.error.kind in _UNSENT}
    keys = any(one.with_key and one.target not in unsent for one in requests)
    return Found(result, groups, origins, keys)


def _origin(one: Provenance, today: date) -> str:
    if one.source:
        return _("from {source}").format(source=visible(one.source, LONGEST))
    day = one.at.astimezone().date()
    if day == today:
        return _("written by you today")
    return _("written by you on {day}").format(day=parts_of_date(None, day.month, day.day))


def only_error(found: Found) -> UserError | None:
    """Why nothing came at all, where it is one and the same reason; None where something came."""
    problems = found.result.problems
    if found.result.answers or not problems:
        return None
    return problems[0].error if len({one.error.kind for one in problems}) == 1 else None
