"""A look-up as the window tells it: what would be sent, what came, what was kept and where it came from."""

from collections.abc import Sequence
from datetime import datetime

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.kept_fact import KeptFact
from relate_desktop.domain.lookup import FindingField, LookupRequest, LookupTarget, Provider
from relate_desktop.domain.property import Property
from relate_desktop.domain.request_ledger import AskedHost, LookupMade
from relate_desktop.domain.text import display, isolate, left_to_right, visible
from relate_desktop.words.dates import full_day, moment_in_row
from relate_desktop.words.lookups import field_name, provider_name
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.row_changes import line_value
from relate_desktop.words.translation import _, ngettext

_LONGEST = 120
_KILO = 1000


def target_words(target: LookupTarget, gender: Gender) -> str:
    """What is asked about, in brackets behind a host: ``her website``, ``her profile @misaki``."""
    if target.provider is Provider.WEBSITE:
        return _of(gender, _("her own website"), _("his own website"), _("their own website"))
    if target.provider.discloses_address:
        words = _of(
            gender,
            _("the picture for her address {handle}"),
            _("the picture for his address {handle}"),
            _("the picture for their address {handle}"),
        )
    else:
        words = _of(gender, _("her profile {handle}"), _("his profile {handle}"), _("their profile {handle}"))
    return words.format(handle=handle_words(target))


def handle_words(target: LookupTarget) -> str:
    """What the provider calls somebody, as it is written."""
    return left_to_right(visible(target.handle, _LONGEST))


def asked_account_words(target: LookupTarget) -> str:
    """Who was asked about whom: the host, and the account there where that does not name the host itself."""
    host = target.server.split("://", 1)[-1]
    if target.provider is Provider.WEBSITE:
        return source_host(target.server)
    if target.handle.endswith(("@" + host, ":" + host)):
        return handle_words(target)
    return _("{handle} at {host}").format(handle=handle_words(target), host=source_host(target.server))


def request_words(request: LookupRequest, gender: Gender) -> str:
    """One thing that would be asked: the host, and whose page it has."""
    return _("{host} ({what})").format(
        host=isolate(_first_host(request)), what=target_words(request.target, gender)
    )


def also_asked_words(request: LookupRequest) -> str:
    """Hosts that are asked on the way; empty where there is one host only."""
    others = [display(one, _LONGEST) for one in request.hosts[1:]]
    return _("On the way also {hosts}.").format(hosts=listed(others)) if others else ""


def sends_words(request: LookupRequest) -> str:
    """What leaves the laptop, as it is sent, and that a key goes with it."""
    what = left_to_right(visible(request.sends, _LONGEST))
    if request.with_key:
        return _("Sends {what}, and your key, which says who asks").format(what=what)
    return _("Sends {what}").format(what=what)


def discloses_words(request: LookupRequest) -> str:
    """The warning beside what gives away a mail address; empty for all others."""
    if not request.target.provider.discloses_address:
        return ""
    return _("This tells {host} that you know this mail address, though it is sent as a code.").format(
        host=isolate(_first_host(request))
    )


def sends_only_words(amount: int, *, keys: bool = False) -> str:
    """The promise under the question; with ``keys`` where some of it is asked with the user's own."""
    if keys:
        return _("It would send only what is ticked, nothing from your notes.")
    if amount == 1:
        return _("It would send only this address, nothing from your notes.")
    return _("It would send only these {count} addresses, nothing from your notes.").format(
        count=count_words(amount)
    )


def sent_words(amount: int, expires: str, *, keys: bool = False) -> str:
    """The promise under what was found; ``expires`` is after how long facts are offered for removal.

    ``keys`` says that some of it was asked with a key of the user's own.
    """
    if keys:
        sent = ngettext(
            "Sent: the address above and your key, nothing from your notes.",
            "Sent: the {count} addresses above and your keys, nothing from your notes.",
            amount,
        ).format(count=count_words(amount))
    else:
        sent = ngettext(
            "Sent: the address above, nothing from your notes.",
            "Sent: the {count} addresses above, nothing from your notes.",
            amount,
        ).format(count=count_words(amount))
    kept = (
        _("Kept facts show where they came from, and are offered for removal after {time}.").format(
            time=expires
        )
        if expires
        else _("Kept facts show where they came from.")
    )
    return f"{sent} {kept}"


def untold_words(amount: int) -> str:
    """How many of those asked would learn a mail address, above the rows that say which."""
    return sentence(
        ngettext(
            "{count} of them gives a mail address away, and waits for your tick.",
            "{count} of them give a mail address away, and wait for your tick.",
            amount,
        ).format(count=count_words(amount))
    )


def silent_words(amount: int) -> str:
    """How many of those asked said nothing, above what the others said."""
    return sentence(
        ngettext(
            "{count} address said nothing. Why stands at the end.",
            "{count} addresses said nothing. Why stands at the end.",
            amount,
        ).format(count=count_words(amount))
    )


def ended_words(kind: ErrorKind, provider: Provider, name: str) -> str:
    """Why nothing that a provider said can be kept any more, while it is still looked at."""
    words = {
        ErrorKind.KEEP_REFUSED: _("You asked never to look {name} up again. Nothing of this can be kept."),
        ErrorKind.KEEP_UNAGREED: _(
            "You do not agree to asking {provider} about {name} any more. Nothing of this can be kept."
        ),
        ErrorKind.CONTACT_UNKNOWN: _("{name} is not in the book any more. Nothing of this can be kept."),
    }[kind]
    return words.format(name=isolate(name), provider=provider_name(provider))


def unticked_words() -> str:
    """What becomes of findings that the user does not keep."""
    return _("What you do not keep is not offered again, unless it changes there.")


def keep_words(amount: int) -> str:
    """The button that keeps what is ticked."""
    return ngettext("Keep {count} fact", "Keep {count} facts", amount).format(count=amount)


def never_words(gender: Gender) -> str:
    """The button that ends look-ups of somebody for good."""
    return _of(
        gender, _("Do not look her up again"), _("Do not look him up again"), _("Do not look them up again")
    )


def all_the_same_words(gender: Gender) -> str:
    """The label of the reason for not waiting until the book is in order."""
    return _of(
        gender,
        _("Why you want to look her up all the same"),
        _("Why you want to look him up all the same"),
        _("Why you want to look them up all the same"),
    )


def read_words(at: datetime) -> str:
    """When a source was read, behind its name."""
    return _("read at {time}").format(time=f"{at.astimezone():%H:%M}")


def asked_result(made: LookupMade) -> str:
    """What came of a look-up, in two words."""
    if made.kept:
        return ngettext("{count} fact kept", "{count} facts kept", made.kept).format(count=made.kept)
    if not made.found:
        return _("nothing new") if any(one.status for one in made.asked) else _("nothing came")
    return _("nothing kept") if made.kept == 0 else _("not decided")


def hosts_words(made: LookupMade) -> str:
    """Whom a look-up asked."""
    return ", ".join(display(host, _LONGEST) for host in made.hosts) or _("nobody")


_UNSENT = frozenset(
    kind.value
    for kind in (
        *(ErrorKind.OFFLINE, ErrorKind.HOST_UNKNOWN, ErrorKind.TLS_REFUSED),
        *(ErrorKind.ADDRESS_REFUSED, ErrorKind.REDIRECT_REFUSED),
    )
)
"""Outcomes of questions that ended before anything of them left the laptop."""


def asked_words(one: AskedHost) -> str:
    """One question to one host, in a line of the whole list."""
    if one.is_name:
        return _name_words(one)
    port = "" if one.port == 443 else f":{one.port}"
    what = left_to_right(visible(one.sent, _LONGEST))
    unsent = one.outcome in _UNSENT
    parts = [
        left_to_right(f"{visible(one.host, _LONGEST)}{port}"),
        (_("nothing was sent of {what}") if unsent else _("sent {what}")).format(what=what),
    ]
    if unsent:
        return " · ".join(parts)
    if one.status is not None:
        parts.append(_("answered {status}, {size}").format(status=one.status, size=size_words(one.received)))
    else:
        parts.append(_("no answer"))
    return " · ".join(parts)


def _name_words(one: AskedHost) -> str:
    """A question where a host stands, which whoever answers for names has read."""
    what = left_to_right(visible(one.sent, _LONGEST))
    answers = {
        "answered": _("answered"),
        ErrorKind.HOST_UNKNOWN.value: _("there is no such name"),
        ErrorKind.OFFLINE.value: _("no connection"),
    }
    asked = _("asked your name server where that is")
    if one.sent.startswith(("TXT ", "SRV ")):
        asked = _("asked your name server for {what}").format(what=what)
    parts = (left_to_right(visible(one.host, _LONGEST)), asked, answers.get(one.outcome, _("no answer")))
    return " · ".join(parts)


def size_words(amount: int) -> str:
    """So many bytes as people say it."""
    if amount < _KILO:
        return ngettext("{count} byte", "{count} bytes", amount).format(count=amount)
    return _("{count} kB").format(count=f"{amount / _KILO:,.1f}")


def made_when(made: LookupMade, now: datetime) -> str:
    """When somebody was looked up, at the start of a row."""
    return sentence(moment_in_row(made.at, now))


def fact_words(fact: KeptFact) -> str:
    """A kept fact in one line: ``Title: Creative lead``."""
    if not fact.line:
        return display(next(iter(fact.text.splitlines()), field_name(fact.field)), 200)
    if fact.field is FindingField.PHOTO:
        return field_name(fact.field)
    return _("{field}: {value}").format(
        field=field_name(fact.field), value=line_value(Property(fact.line, fact.value))
    )


def fact_source(fact: KeptFact) -> str:
    """Where a kept fact came from, and when: ``GitHub, @ada, Friday 20 November 2026``."""
    who = "" if fact.target.provider is Provider.WEBSITE else handle_words(fact.target)
    place = source_host(fact.source_url) if not who else provider_name(fact.target.provider)
    return ", ".join(part for part in (place, who, full_day(fact.fetched_at.astimezone().date())) if part)


def source_host(url: str) -> str:
    """The host in an address, for a line."""
    return display(url.split("://", 1)[-1].split("/", 1)[0], _LONGEST)


def stale_words(amount: int, time: str) -> str:
    """So many facts wait to be looked at again."""
    return ngettext(
        "You have not looked at {count} fact for {time}.",
        "You have not looked at {count} facts for {time}.",
        amount,
    ).format(count=count_words(amount), time=time)


def provider_sentence(provider: Provider, *, by_service: bool = False) -> str:
    """What it is to ask a provider, under its name; ``by_service`` is the way round at Bluesky."""
    if by_service and provider is Provider.BLUESKY:
        return _("Asks Bluesky’s own service about everybody. No account needed.")
    words = {
        Provider.WEBSITE: _("Reads a page you have saved on someone’s card. No account needed."),
        Provider.GITHUB: _("Reads a public profile. Answers more with an account."),
        Provider.FORGEJO: _("Reads a public profile there or on a server you name."),
        Provider.GITLAB: _("Says little more than a name without an account."),
        Provider.MASTODON: _("Asks the server where somebody’s profile lives, and no other."),
        Provider.BLUESKY: _("Asks the server that keeps somebody’s profile. No account needed."),
        Provider.GRAVATAR: _("Learns that you know a mail address. Each one is asked for by itself."),
        Provider.LIBRAVATAR: _("Learns that you know a mail address. Each one is asked for by itself."),
        Provider.MATRIX: _("Asks somebody’s own server for their name and picture."),
    }
    return words[provider]


def bluesky_service_words() -> tuple[str, str]:
    """The switch for the way round at Bluesky, and what it comes to."""
    return (
        _("Ask Bluesky’s own service instead"),
        _("It learns of everybody you look up there, their own servers do not. You agree for each anew."),
    )


def off_words(providers: Sequence[Provider]) -> str:
    """Providers on a card that are switched off."""
    return _("Also on the card, and off in Settings: {providers}.").format(
        providers=listed([provider_name(one) for one in providers])
    )


def _first_host(request: LookupRequest) -> str:
    return visible(request.hosts[0] if request.hosts else request.target.server, _LONGEST)


def _of(gender: Gender, she: str, he: str, other: str) -> str:
    return {Gender.SHE: she, Gender.HE: he, Gender.OTHER: other}[gender]
