"""GitHub: what an account says of itself, and the accounts elsewhere that it names.

REST API, version 2022-11-28 (docs.github.com/rest/users). Without a key GitHub keeps mail addresses
back. The activity of an account is not asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from relate_desktop.domain.errors import NetworkError
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
    NOT_FOUND,
    NOT_MODIFIED,
    OK,
    answered,
    broken,
    demand_answer,
    unchanged,
)
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.json_answer import JsonObject, read_object, read_objects
from relate_desktop.lookups.pictures import read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, page_of, path_parts

API = "https://api.github.com"
"""The one origin that is asked for accounts; what is not of github.com itself is not asked at all."""

_PICTURES = "https://avatars.githubusercontent.com"
_HOSTS = frozenset({"github.com", "www.github.com"})
_ACCEPT = "application/vnd.github+json, application/json;q=0.9"
_VERSION = {"X-GitHub-Api-Version": "2022-11-28"}
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:_[A-Za-z0-9]{1,20})?")
_TWITTER = re.compile(r"[A-Za-z0-9_]{1,15}")
_TAG = re.compile(r'(?:W/)?"[^"]*"')
_NOT_LOGINS = frozenset(
    {
        *("about", "account", "apps", "blog", "careers", "codespaces", "collections", "contact", "copilot"),
        *("customer-stories", "dashboard", "discussions", "enterprise", "enterprises", "events", "explore"),
        *(
            "features",
            "gist",
            "gists",
            "issues",
            "join",
            "login",
            "logout",
            "marketplace",
            "mobile",
            "models",
        ),
        *("new", "notifications", "organizations", "orgs", "pricing", "projects", "pulls", "readme"),
        *("search", "security", "sessions", "settings", "signup", "site", "solutions", "sponsors", "stars"),
        *("team", "topics", "trending", "users", "watching"),
    }
)
"""Pages of GitHub itself."""


@dataclass(frozen=True, slots=True)
class GitHubSource:
    """github.com; asked by the login, and by its number where the login is gone."""

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.GITHUB

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Pages of accounts, and handles said to be of GitHub; pages of repositories tell of nobody."""
        logins = dict.fromkeys(login for address in addresses if (login := _login_in(address)))
        return tuple(LookupTarget(Provider.GITHUB, API, login) for login in logins)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The API, and the host where all pictures of GitHub lie."""
        return LookupRequest(target, (host_of(target.server), host_of(_PICTURES)), target.handle)

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Ask for the account, for the accounts elsewhere that it names, and for its picture."""
        asking = _Asking(target, ToldDoor(door, self.request(target)), secret)
        tags = _TAG.findall(known.etag)
        tag, accounts_tag = tags if len(tags) == 2 else ("", "")
        got = asking.account(known, tag)
        if got.status == NOT_MODIFIED:
            accounts = asking.accounts(accounts_tag)
            if accounts is not None and accounts.status == NOT_MODIFIED:
                return replace(unchanged(target, got, known), etag=known.etag)
            got = asking.account(known, "")
        demand_answer(got, target, secret)
        return asking.answer(got, known)


class _Asking:
    """One look-up."""

    def __init__(self, target: LookupTarget, told: ToldDoor, secret: Secret | None) -> None:
        self._target = target
        self._told = told
        self._secret = secret

    def account(self, known: Known, tag: str) -> Got:
        """What is said of the login, or of the number it had the last time where nobody is called so now."""
        got = self._get(f"users/{self._target.handle}", tag)
        if got.status == NOT_FOUND and known.account_id.isascii() and known.account_id.isdigit():
            return self._get(f"user/{known.account_id}", "")
        return got

    def accounts(self, tag: str, login: str = "") -> Got | None:
        """The accounts elsewhere; None where GitHub does not say, which is no reason to say nothing."""
        try:
            got = self._get(f"users/{login or self._target.handle}/social_accounts", tag)
        except NetworkError:
            return None
        return got if got.status in {OK, NOT_MODIFIED} else None

    def answer(self, got: Got, known: Known) -> Answer:
        """What the account says, as an answer."""
        profile = read_object(got)
        number = profile.number("id")
        if number is None or number <= 0:
            raise broken(got)
        login = profile.line("login")
        moved = bool(_LOGIN.fullmatch(login)) and login.lower() != self._target.handle.lower()
        name = login if moved else self._target.handle
        accounts = self.accounts("", name)
        pictures = read_picture(self._told, profile.line("avatar_url", 2000))
        answer = answered(
            self._target,
            got,
            str(number),
            _findings(profile, name, _named(accounts), [url for url, _ in pictures]),
            known,
            remarks=_remarks(profile),
            pictures=pictures,
            handle_now=login if moved else "",
        )
        tags = (got.etag, accounts.etag) if accounts is not None else ("", "")
        return replace(answer, etag=" ".join(tags) if all(tags) and not moved else "")

    def _get(self, path: str, tag: str) -> Got:
        url = f"{self._target.server}/{path}"
        return self._told.get(Ask(url, _ACCEPT, JSON_LIMIT, _VERSION, self._secret, etag=tag))


def _login_in(address: str) -> str:
    """The login that a line of a card names; empty for none."""
    text = address.strip()
    page = page_of(text)
    if page is None:
        service, _, login = text.partition(":")
        login = login.removeprefix("@") if service.lower() == "github" else ""
    else:
        names = path_parts(text) if page.origin.host in _HOSTS else ()
        login = names[0] if len(names) == 1 else ""
    login = login.lower()
    return login if _LOGIN.fullmatch(login) and login not in _NOT_LOGINS else ""


def _named(accounts: Got | None) -> Iterator[tuple[str, str]]:
    """The accounts elsewhere, each with the word for its network."""
    if accounts is None or accounts.status != OK:
        return
    try:
        listed = read_objects(accounts)
    except NetworkError:
        return
    for account in listed:
        service = account.line("provider")
        yield account.line("url", 2000), "" if service == "generic" else service


def _remarks(profile: JsonObject) -> tuple[LookupRemark, ...]:
    return (LookupRemark.AUTOMATED,) if profile.line("type") in {"Organization", "Bot"} else ()


def _findings(
    profile: JsonObject, login: str, accounts: Iterator[tuple[str, str]], photos: list[str]
) -> tuple[Finding, ...]:
    found = Findings(f"https://github.com/{login}", profile.moment("updated_at"))
    if profile.line("type") != "Organization":
        found.add(FindingField.NAME, profile.line("name"))
    found.add(FindingField.ORGANIZATION, _company(profile.line("company")))
    found.add_mail(profile.line("email"))
    found.add_page(profile.line("blog", 2000))
    found.add(FindingField.PLACE, profile.line("location"))
    found.add(FindingField.ABOUT, profile.text("bio"))
    for photo in photos:
        found.add(FindingField.PHOTO, photo)
    twitter = profile.line("twitter_username")
    if _TWITTER.fullmatch(twitter):
        found.add_profile(f"https://twitter.com/{twitter}")
    for address, service in accounts:
        found.add_profile(address, service)
    return found.all()


def _company(text: str) -> str:
    """``@acme`` is how members of an organisation on GitHub write ``acme``."""
    return text[1:] if re.fullmatch(r"@[\w.-]+", text) else text
