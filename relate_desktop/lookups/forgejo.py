"""Forgejo and Gitea, Codeberg among them: what an account says of itself.

API version 1 (codeberg.org/api/swagger, ``/users/{username}``). Who is not signed in gets a
placeholder for a mail address, which on some servers looks like any other: it is never taken.
"""

from dataclasses import dataclass

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupRequest, LookupTarget, Provider
from relate_desktop.lookups.answers import JSON, NOT_MODIFIED, answered, broken, demand_answer, unchanged
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Door, Known, Secret
from relate_desktop.lookups.code_host import code_targets, is_account
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.json_answer import JsonObject, read_object
from relate_desktop.lookups.mail_address import public_mail
from relate_desktop.lookups.pictures import read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of

_KNOWN = frozenset({"codeberg.org", "code.forgejo.org", "gitea.com"})
"""Hosts of many people's accounts that are certainly of this kind."""
_USUAL = "https://codeberg.org"


@dataclass(frozen=True, slots=True)
class ForgejoSource:
    """Servers known to everybody, and ``servers``: the origins that the user typed for accounts."""

    servers: tuple[str, ...] = ()

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.FORGEJO

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Pages of accounts; pages of repositories tell of nobody."""
        return code_targets(Provider.FORGEJO, addresses, _KNOWN, self.servers, _USUAL)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The server alone."""
        return LookupRequest(target, (host_of(target.server),), target.handle)

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Ask for the account, then for its picture."""
        told = ToldDoor(door, self.request(target))
        if not is_account(target.handle):
            raise NetworkError(ErrorKind.PROFILE_MISSING, host=host_of(target.server), handle=target.handle)
        url = f"{target.server}/api/v1/users/{target.handle}"
        got = told.get(Ask(url, JSON, JSON_LIMIT, {}, secret, known.etag, known.last_modified))
        if got.status == NOT_MODIFIED:
            return unchanged(target, got, known)
        demand_answer(got, target, secret)
        profile = read_object(got)
        number = profile.number("id")
        if number is None or number <= 0:
            raise broken(got)
        if profile.line("visibility") == "private":
            raise NetworkError(ErrorKind.OPTED_OUT, host=host_of(target.server))
        login = profile.line("login")
        renamed = is_account(login) and login.lower() != target.handle.lower()
        page = f"{target.server}/{login if renamed else target.handle}"
        pictures = read_picture(told, profile.line("avatar_url", 2000))
        findings = _findings(profile, page, target, signed_in=secret is not None)
        photos = [Finding(FindingField.PHOTO, address, page) for address, _ in pictures]
        return answered(
            target,
            got,
            str(number),
            [*findings, *photos],
            known,
            pictures=pictures,
            handle_now=login if renamed else "",
        )


def _findings(
    profile: JsonObject, page: str, target: LookupTarget, *, signed_in: bool
) -> tuple[Finding, ...]:
    found = Findings(page)
    found.add(FindingField.NAME, profile.line("full_name"))
    found.add(FindingField.PRONOUNS, profile.line("pronouns"))
    if signed_in:
        found.add(FindingField.EMAIL, _mail(profile.line("email"), target))
    found.add_page(profile.line("website", 2000))
    found.add(FindingField.PLACE, profile.line("location"))
    found.add(FindingField.ABOUT, profile.text("description"))
    return found.all()


def _mail(text: str, target: LookupTarget) -> str:
    """The mail address, unless it is the placeholder that the server makes of its own name."""
    address = public_mail(text)
    local, _, domain = address.lower().partition("@")
    own = host_of(target.server).partition(":")[0]
    placeholder = local == target.handle.lower() and (domain == own or domain.endswith(f".{own}"))
    return "" if placeholder else address
