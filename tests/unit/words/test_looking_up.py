"""A look-up in the words of the window."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.kept_fact import KeptFact
from relate_desktop.domain.lookup import FindingField, LookupRequest, LookupTarget, Proof, Provider
from relate_desktop.domain.request_ledger import AskedHost, LookupId, LookupMade
from relate_desktop.words.looking_up import (
    all_the_same_words,
    also_asked_words,
    asked_account_words,
    asked_result,
    asked_words,
    bluesky_service_words,
    discloses_words,
    ended_words,
    fact_source,
    fact_words,
    hosts_words,
    keep_words,
    made_when,
    never_words,
    off_words,
    provider_sentence,
    read_words,
    request_words,
    sends_only_words,
    sends_words,
    sent_words,
    silent_words,
    size_words,
    source_host,
    stale_words,
    target_words,
    untold_words,
)
from tests.bare import bare

AT = datetime(2026, 11, 20, 7, 41, tzinfo=UTC)
SITE = LookupTarget(Provider.WEBSITE, "https://misaki.example.com", "https://misaki.example.com/")
PROFILE = LookupTarget(Provider.MASTODON, "https://sketch.example", "misaki@sketch.example")
HASH = LookupTarget(Provider.GRAVATAR, "https://api.gravatar.com", "misaki@example.com")


def asked(host: str, status: int | None = 200, received: int = 10, port: int = 443) -> AskedHost:
    return AskedHost(AT, host, port, "GET /users/ada", "Ada", status, received, "answered" if status else "")


def made(*hosts: AskedHost, found: int = 3, kept: int | None = None) -> LookupMade:
    return LookupMade(LookupId(1), ContactId(1), AT, found, kept, hosts)


def a_fact(**changed: object) -> KeptFact:
    fact = KeptFact(
        *(ContactId(1), FindingField.TITLE, PROFILE, "1", "https://sketch.example/@misaki"),
        *(Proof.SELF_ASSERTED, AT, "TITLE", "Creative lead"),
    )
    return replace(fact, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [ErrorKind.KEEP_REFUSED, ErrorKind.KEEP_UNAGREED, ErrorKind.CONTACT_UNKNOWN])
def test_why_nothing_can_be_kept_names_the_person(kind: ErrorKind) -> None:
    told = bare(ended_words(kind, Provider.GITHUB, "Ada"))
    assert "Ada" in told
    assert told.endswith("Nothing of this can be kept.")


def test_bluesky_s_own_service_is_offered_with_what_it_learns() -> None:
    label, under = bluesky_service_words()
    assert "own service" in label
    assert "learns of everybody you look up there" in under
    direct, around = (provider_sentence(Provider.BLUESKY, by_service=way) for way in (False, True))
    assert "the server that keeps" in direct
    assert "own service" in around
    assert provider_sentence(Provider.MATRIX, by_service=True) == provider_sentence(Provider.MATRIX)


def test_a_target_is_hers_his_or_theirs() -> None:
    assert target_words(SITE, Gender.SHE) == "her own website"
    assert bare(target_words(PROFILE, Gender.HE)) == "his profile misaki@sketch.example"
    assert bare(target_words(HASH, Gender.OTHER)) == "the picture for their address misaki@example.com"


def test_a_request_names_its_host_what_it_sends_and_who_else_is_asked() -> None:
    request = LookupRequest(PROFILE, ("sketch.example", "files.example"), "misaki")
    assert bare(request_words(request, Gender.SHE)) == ("sketch.example (her profile misaki@sketch.example)")
    assert bare(sends_words(request)) == "Sends misaki"
    with_key = replace(request, account="an account")
    assert bare(sends_words(with_key)) == "Sends misaki, and your key, which says who asks"
    assert bare(also_asked_words(request)) == "On the way also files.example."
    assert also_asked_words(LookupRequest(PROFILE, ("sketch.example",), "misaki")) == ""
    assert bare(request_words(LookupRequest(SITE, (), ""), Gender.HE)) == (
        "https://misaki.example.com (his own website)"
    )


def test_only_what_gives_an_address_away_has_a_warning() -> None:
    assert discloses_words(LookupRequest(SITE, ("a",), "a")) == ""
    assert "api.gravatar.com" in discloses_words(LookupRequest(HASH, ("api.gravatar.com",), "0a"))


def test_the_promise_counts_in_words() -> None:
    assert sends_only_words(1) == "It would send only this address, nothing from your notes."
    assert sends_only_words(2) == "It would send only these two addresses, nothing from your notes."
    assert sends_only_words(2, keys=True) == "It would send only what is ticked, nothing from your notes."
    assert sent_words(2, "one year").startswith("Sent: the two addresses above, nothing from your notes.")
    assert sent_words(1, "one year").endswith("are offered for removal after one year.")
    assert sent_words(1, "").endswith("Kept facts show where they came from.")


def test_who_says_nothing_and_who_would_learn_an_address_is_counted() -> None:
    assert silent_words(1) == "One address said nothing. Why stands at the end."
    assert silent_words(2) == "Two addresses said nothing. Why stands at the end."
    assert untold_words(2) == "Two of them give a mail address away, and wait for your tick."


def test_buttons_say_what_they_do() -> None:
    assert keep_words(1) == "Keep 1 fact"
    assert keep_words(2) == "Keep 2 facts"
    assert never_words(Gender.SHE) == "Do not look her up again"
    assert all_the_same_words(Gender.HE) == "Why you want to look him up all the same"
    assert bare(read_words(AT)).startswith("read at ")


@pytest.mark.parametrize(
    ("look_up", "words"),
    [
        (made(asked("a"), kept=2), "2 facts kept"),
        (made(asked("a"), kept=0), "nothing kept"),
        (made(asked("a")), "not decided"),
        (made(asked("a"), found=0), "nothing new"),
        (made(asked("a", status=None), found=0), "nothing came"),
    ],
)
def test_a_look_up_is_summed_up(look_up: LookupMade, words: str) -> None:
    assert asked_result(look_up) == words


def test_the_list_names_hosts_what_was_sent_and_how_much_came() -> None:
    assert bare(hosts_words(made(asked("a.example"), asked("a.example"), asked("b.example")))) == (
        "a.example, b.example"
    )
    assert hosts_words(made()) == "nobody"
    assert bare(asked_words(asked("a.example", received=1500))) == (
        "a.example · sent GET /users/ada · answered 200, 1.5 kB"
    )
    gone = replace(asked("a.example"), status=None, outcome="host_unknown")
    assert bare(asked_words(gone)) == "a.example · nothing was sent of GET /users/ada"
    assert bare(asked_words(asked("a.example", None, 0, 8443))) == (
        "a.example:8443 · sent GET /users/ada · no answer"
    )
    refused = replace(asked("a.example"), status=None, outcome="address_refused")
    assert bare(asked_words(refused)) == "a.example · nothing was sent of GET /users/ada"
    assert size_words(1) == "1 byte"
    assert made_when(made(), AT + timedelta(days=2)).istitle()


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("answered", "answered"),
        ("host_unknown", "there is no such name"),
        ("offline", "no connection"),
        ("too_slow", "no answer"),
    ],
)
def test_a_name_that_was_asked_about_is_told_as_such(outcome: str, words: str) -> None:
    name = replace(asked("a.example", None, 0, 53), sent="A, AAAA a.example", outcome=outcome)
    assert bare(asked_words(name)) == f"a.example · asked your name server where that is · {words}"
    text = replace(name, sent="TXT _x.a.example")
    assert bare(asked_words(text)) == f"a.example · asked your name server for TXT _x.a.example · {words}"


def test_a_kept_fact_says_what_and_from_where() -> None:
    assert bare(fact_words(a_fact())) == "Title: Creative lead"
    assert bare(fact_source(a_fact())) == "Mastodon, misaki@sketch.example, Friday 20 November 2026"
    site = a_fact(target=SITE, source_url="https://misaki.example.com/about")
    assert bare(fact_source(site)) == "misaki.example.com, Friday 20 November 2026"
    note = a_fact(field=FindingField.NEWS, line="", value="A talk\nhttps://x", entry=EntryId(1))
    assert bare(fact_words(note)) == "A talk"
    assert fact_words(a_fact(field=FindingField.PHOTO, line="PHOTO", value="media:0a")) == "Picture"


def test_hostile_words_stay_on_their_line() -> None:
    assert "\n" not in fact_words(a_fact(value="a\\nb\u202e"))
    assert "\u202e" not in fact_words(a_fact(value="a\u202eb"))
    assert "\u202e" not in asked_words(replace(asked("a"), sent="x\u202ey"))
    assert bare(source_host("https://a.example/x\ny")) == "a.example"


def test_stale_facts_and_providers_that_are_off_are_told() -> None:
    assert stale_words(1, "one year") == "You have not looked at one fact for one year."
    assert stale_words(3, "one year") == "You have not looked at three facts for one year."
    assert off_words([Provider.GITHUB, Provider.MATRIX]) == (
        "Also on the card, and off in Settings: GitHub and Matrix."
    )


@pytest.mark.parametrize("provider", list(Provider))
def test_every_provider_says_what_it_is_to_ask_it(provider: Provider) -> None:
    assert provider_sentence(provider).endswith(".")


def test_the_account_that_was_asked_is_named_with_its_host() -> None:
    github = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")
    matrix = LookupTarget(Provider.MATRIX, "https://example.org", "@ada:example.org")
    told = [bare(asked_account_words(one)) for one in (SITE, PROFILE, github, matrix, HASH)]
    assert told == [
        "misaki.example.com",
        "misaki@sketch.example",
        "ada at api.github.com",
        "@ada:example.org",
        "misaki@example.com at api.gravatar.com",
    ]


def test_a_key_that_went_along_is_told_afterwards_too() -> None:
    assert sent_words(1, "", keys=True).startswith("Sent: the address above and your key, nothing")
    assert sent_words(2, "", keys=True).startswith("Sent: the two addresses above and your keys, nothing")
