"""Names in messengers and networks."""

import pytest

from relate_desktop.domain.handles import handle_address, handle_line, handle_service, with_handle
from tests.cards import a_contact, a_line, written


@pytest.mark.parametrize(
    ("line", "service", "name"),
    [
        ("X-JABBER;HOME:jo@x.org", "xmpp", "jo@x.org"),
        ("X-SKYPE-USERNAME:jo", "skype", "jo"),
        ("IMPP;X-SERVICE-TYPE=GoogleTalk:xmpp:google%20talk", "googletalk", "google talk"),
        ("IMPP;X-SERVICE-TYPE=QQ:x-apple:QQ", "qq", "QQ"),
        ("IMPP;TYPE=personal:sip:a@b.example", "sip", "a@b.example"),
        ("IMPP:jo", "", "jo"),
        ("IMPP;TYPE=SKYPE:jo@x.org", "skype", "jo@x.org"),
        ("IMPP;TYPE=home,XMPP:x-apple:jo", "xmpp", "jo"),
        ("IMPP;TYPE=Boat:jo", "", "jo"),
        ("X-GOOGLE TALK:jo", "googletalk", "jo"),
        ("SOCIALPROFILE;SERVICE-TYPE=Mastodon;USERNAME=@jo@x.org:https://x.org/@jo", "mastodon", "@jo@x.org"),
        ("X-SOCIALPROFILE;type=twitter;x-user=jo:http://twitter.com/jo", "twitter", "jo"),
        ("X-SOCIALPROFILE;type=pref:http://a.example/jo", "", "http://a.example/jo"),
    ],
)
def test_every_spelling_tells_service_and_name(line: str, service: str, name: str) -> None:
    item = a_line(line)
    assert (handle_service(item), handle_address(item)) == (service, name)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("X-JABBER;HOME:jo@x.org", "X-JABBER;HOME:ann b"),
        ("IMPP;X-SERVICE-TYPE=Skype:skype:jo", "IMPP;X-SERVICE-TYPE=Skype:skype:ann%20b"),
        (
            "X-SOCIALPROFILE;x-user=jo:http://t.example/jo",
            "X-SOCIALPROFILE;x-user=ann b:http://t.example/ann b",
        ),
        ("SOCIALPROFILE:https://t.example/jo", "SOCIALPROFILE:ann b"),
    ],
)
def test_a_new_name_is_spelled_as_the_line_spells_it(line: str, after: str) -> None:
    assert written(a_contact(line).mapped(lambda item: (with_handle(item, "ann b"),))) == [after]


def test_the_same_name_changes_nothing() -> None:
    item = a_line("IMPP:skype:jo%20x")
    assert with_handle(item, "jo x") is item


@pytest.mark.parametrize(
    ("service", "name", "value"),
    [
        ("Jabber", "jo@x.org", "xmpp:jo@x.org"),
        ("Telegram", "jo", "tg:jo"),
        ("Ferry", "jo x", "x-apple:jo%20x"),
        ("", "xmpp:jo@x.org", "xmpp:jo@x.org"),
    ],
)
def test_a_new_line_reads_back(service: str, name: str, value: str) -> None:
    item = handle_line(service, name)
    assert item.value == value
    assert handle_address(item) in {name, name.partition(":")[2]}
