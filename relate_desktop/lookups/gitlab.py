"""GitLab, on gitlab.com and elsewhere: what an account says of itself.

REST API version 4 (docs.gitlab.com/api/users). Without a key GitLab says little more than the name; with
one whose scope is ``read_user``, all of the profile.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRemark,
    LookupRequest,
    LookupTarget,
    Provider,
)
from relate_desktop.lookups.answers import (
    JSON,
    NOT_MODIFIED,
    answered,
    broken,
    demand_answer,
    missing,
    unchanged,
)
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.code_host import code_targets
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.json_answer import JsonObject, read_object, read_objects
from relate_desktop.lookups.pictures import read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of

_USUAL = "https://gitlab.com"
_KNOWN = frozenset(
    {
        *("gitlab.com", "framagit.org", "gitlab.freedesktop.org", "gitlab.gnome.org", "gitlab.haskell.org"),
        *("gitlab.inria.fr", "gitlab.torproject.org", "invent.kde.org", "salsa.debian.org"),
    }
)
"""Hosts of many people's accounts that are certainly of this kind."""

_SHUT = frozenset({"blocked", "banned", "ldap_blocked", "blocked_pending_approval"})
_ELSEWHERE = {
    "linkedin": "https://www.linkedin.com/in/{}",
    "twitter": "https://twitter.com/{}",
    "github": "https://github.com/{}",
    "bluesky": "https://bsky.app/profile/{}",
    "discord": "https://discord.com/users/{}",
    "orcid": "https://orcid.org/{}",
}
"""Accounts elsewhere by the fields of the profile, which hold a name or the address of a page."""

_NAME = re.compile(r"@?(?P<name>[\w.:-]{1,200})")
_FEDIVERSE = re.compile(r"@?(?P<name>[A-Za-z0-9_.-]{1,100})@(?P<host>[A-Za-z0-9.-]{1,253})")


@dataclass(frozen=True, slots=True)
class GitLabSource:
    """Servers known to everybody, and ``servers``: the origins that the user typed for accounts."""

    servers: tuple[str, ...] = ()

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.GITLAB

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Pages of accounts; pages of projects tell of nobody."""
        return code_targets(Provider.GITLAB, addresses, _KNOWN, self.servers, _USUAL)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The server alone."""
        return LookupRequest(target, (host_of(target.server),), target.handle)

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Ask who has the name; with a key, also for the profile; then for the picture."""
        told = ToldDoor(door, self.request(target))
        got = told.get(_named(target, secret, known if secret is None else Known()))
        if got.status == NOT_MODIFIED:
            return unchanged(target, got, known)
        demand_answer(got, target, secret)
        number, profile = _user(got, target)
        if secret is not None:
            url = f"{target.server}/api/v4/users/{number}"
            tags = known if known.account_id == str(number) else Known()
            got = told.get(Ask(url, JSON, JSON_LIMIT, {}, secret, tags.etag, tags.last_modified))
            if got.status == NOT_MODIFIED:
                return unchanged(target, got, known)
            demand_answer(got, target, secret)
            profile = read_object(got)
            if profile.number("id") != number:
                raise broken(got)
        if profile.line("state") in _SHUT:
            raise NetworkError(ErrorKind.OPTED_OUT, host=host_of(target.server))
        pictures = read_picture(told, profile.line("avatar_url", 2000))
        findings = _findings(profile, f"{target.server}/{target.handle}", [url for url, _ in pictures])
        remarks = (LookupRemark.AUTOMATED,) if profile.says("bot") else ()
        return answered(target, got, str(number), findings, known, remarks=remarks, pictures=pictures)


def _named(target: LookupTarget, secret: Secret | None, known: Known) -> Ask:
    """The question who has exactly this name."""
    url = f"{target.server}/api/v4/users?username={quote(target.handle, safe='')}"
    return Ask(url, JSON, JSON_LIMIT, {}, secret, known.etag, known.last_modified)


def _user(got: Got, target: LookupTarget) -> tuple[int, JsonObject]:
    """The one who has the name, with their number. Raises PROFILE_MISSING and ANSWER_BROKEN."""
    for user in read_objects(got):
        number = user.number("id")
        if user.line("username").lower() == target.handle.lower() and number is not None and number > 0:
            return number, user
    raise missing(got, target)


def _findings(profile: JsonObject, page: str, photos: list[str]) -> tuple[Finding, ...]:
    found = Findings(page)
    found.add(FindingField.NAME, profile.line("name"))
    found.add(FindingField.PRONOUNS, profile.line("pronouns"))
    title, company = profile.line("job_title"), profile.line("organization")
    found.add(FindingField.TITLE, title or ("" if company else profile.line("work_information")))
    found.add(FindingField.ORGANIZATION, company)
    found.add_mail(profile.line("public_email"))
    found.add_page(profile.line("website_url", 2000))
    found.add(FindingField.PLACE, profile.line("location"))
    found.add(FindingField.ABOUT, profile.text("bio"))
    for photo in photos:
        found.add(FindingField.PHOTO, photo)
    for field, form in _ELSEWHERE.items():
        found.add_profile(_account_page(profile.line(field, 2000), form))
    if fediverse := _FEDIVERSE.fullmatch(profile.line("mastodon")):
        found.add_profile(f"https://{fediverse['host']}/@{fediverse['name']}", "Mastodon")
    return found.all()


def _account_page(text: str, form: str) -> str:
    """The page of an account elsewhere, of which people write the name or the whole address."""
    if name := _NAME.fullmatch(text):
        return form.format(quote(name["name"], safe=":"))
    return text
