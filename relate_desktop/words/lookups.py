"""Look-ups in words: whom one can ask, what was found and how sure it is."""

from collections.abc import Mapping

from relate_desktop.domain.finding_review import Verdict
from relate_desktop.domain.lookup import (
    MOST_TARGETS,
    Finding,
    FindingField,
    LookupRemark,
    LookupRequest,
    Proof,
    Provider,
)
from relate_desktop.domain.lookup_gate import Missing
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.translation import _, ngettext, pgettext

_LONGEST = 200


def provider_name(provider: Provider) -> str:
    """The provider as people call it."""
    names = {
        Provider.WEBSITE: _("Personal websites"),
        Provider.GITHUB: "GitHub",
        Provider.FORGEJO: "Forgejo, Gitea, Codeberg",
        Provider.GITLAB: "GitLab",
        Provider.MASTODON: "Mastodon",
        Provider.BLUESKY: "Bluesky",
        Provider.GRAVATAR: "Gravatar",
        Provider.LIBRAVATAR: "Libravatar",
        Provider.MATRIX: "Matrix",
    }
    return names[provider]


def field_name(field: FindingField) -> str:
    """What a finding is about, as the label before its value."""
    names: Mapping[FindingField, str] = {
        FindingField.NAME: _("Name"),
        FindingField.PRONOUNS: _("Pronouns"),
        FindingField.TITLE: _("Title"),
        FindingField.ORGANIZATION: _("Organisation"),
        FindingField.EMAIL: _("E-mail"),
        FindingField.URL: _("Page"),
        FindingField.PROFILE: _("Profile"),
        FindingField.PLACE: _("Lives in"),
        FindingField.ABOUT: _("About"),
        FindingField.BIRTHDAY: _("Birthday"),
        FindingField.LANGUAGE: _("Language"),
        FindingField.TIME_ZONE: _("Time zone"),
        FindingField.PHOTO: _("Picture"),
        FindingField.NEWS: _("News"),
    }
    return names[field]


def proof_words(proof: Proof) -> str:
    """How sure it is that this is the person's own word; nothing where only they say so."""
    words = {
        Proof.SELF_ASSERTED: "",
        Proof.SERVER_VERIFIED: _("verified by the server"),
        Proof.LINK_BACK: _("links back"),
    }
    return words[proof]


def left_out_words(amount: int) -> str:
    """That not all of a crowded card would be asked; empty where all of it would."""
    if not amount:
        return ""
    return sentence(
        ngettext(
            "{count} more address on the card would not be asked: "
            "Relate asks at most {most} of one provider.",
            "{count} more addresses on the card would not be asked: "
            "Relate asks at most {most} of one provider.",
            amount,
        ).format(count=count_words(amount), most=count_words(MOST_TARGETS))
    )


def remark_words(remark: LookupRemark) -> str:
    """What the user should know about an answer, as a sentence."""
    words = {
        LookupRemark.MOVED: _("This account says that the person has moved to another one."),
        LookupRemark.RENAMED: _("The account has another name now."),
        LookupRemark.OTHER_ACCOUNT: _("Another account answers to this name than the last time."),
        LookupRemark.ASKED_FOR_LESS: _("This person does not want to be listed, so only the name was read."),
        LookupRemark.IN_MEMORY: _("This account is kept in memory of the person."),
        LookupRemark.AUTOMATED: _("A program or a company writes there, this account says."),
        LookupRemark.SAYS_MORE: _("This account says more than is read; these are the first things it says."),
        LookupRemark.SENDS_ON: _("The server would send this on to another service, which was not asked."),
    }
    return words[remark]


def verdict_words(verdict: Verdict, *, old: bool) -> str:
    """How a finding stands to the book: ``new``, ``confirms``, ``differs, old``."""
    words = {
        Verdict.NEW: pgettext("finding", "new"),
        Verdict.CONFIRMS: pgettext("finding", "confirms"),
        Verdict.DIFFERS: pgettext("finding", "differs"),
    }[verdict]
    return _("{verdict}, old").format(verdict=words) if old else words


def missing_words(missing: Missing, name: str) -> str:
    """What is not in order before somebody is looked up, in a sentence."""
    called = isolate(name)
    return {
        Missing.DUPLICATE: _("Somebody else may be the same person as {name}."),
        Missing.NAME: _("The name of {name} is in doubt."),
        Missing.CHANNEL: _("You have written down no conversation with {name} yet."),
        Missing.MET: _("How you met {name} is not written down."),
    }[missing].format(name=called)


def not_ready_sentences(missing: object, name: str) -> str:
    """Everything that is not in order, given by the values of ``Missing``."""
    named = missing if isinstance(missing, tuple) else ()
    return " ".join(missing_words(Missing(one), name) for one in named)


def found_words(finding: Finding) -> str:
    """A finding in one line: ``Title: Creative lead``."""
    if finding.field is FindingField.NEWS:
        return display(finding.value, _LONGEST)
    value = finding.value if finding.field is not FindingField.PHOTO else finding.source_url
    return _("{field}: {value}").format(field=field_name(finding.field), value=display(value, _LONGEST))


def named_by_words(request: LookupRequest) -> str:
    """That some hosts may name one more server to be asked; empty where all hosts are known."""
    hosts = [display(host, _LONGEST) for host in request.named_by]
    if not hosts:
        return ""
    if len(hosts) == 1:
        return _("{host} may name the server that keeps the profile; that one is then asked too.").format(
            host=hosts[0]
        )
    return _("{hosts} may each name one more server; that one is then asked too.").format(hosts=listed(hosts))
