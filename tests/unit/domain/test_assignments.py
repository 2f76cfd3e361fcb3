import pytest

from relate_desktop.domain.assignments import read_assignments, with_assignments
from relate_desktop.domain.channels import addresses, emails, phones
from relate_desktop.domain.circle import circles_of
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.name import call_them, display_name, name_of, phonetic
from relate_desktop.domain.property import Parameter, Property


def a_contact(*lines: Property) -> Contact:
    return Contact((Property("FN", "Ada"), *lines))


def edited(contact: Contact, *words: str) -> Contact:
    return with_assignments(contact, read_assignments(words))


def pref(name: str, value: str) -> Property:
    return Property(name, value, (Parameter("PREF", ("1",)), Parameter("X-OWN", ("kept",))))


def values(contact: Contact, name: str) -> list[str]:
    return [item.value for item in contact.all(name)]


def test_the_full_name_is_set_and_nothing_else_touched() -> None:
    contact = edited(a_contact(Property("X-OWN", "a;b\\,c")), "fn=Ada, Countess; Lovelace")
    assert display_name(contact) == "Ada, Countess; Lovelace"
    assert values(contact, "X-OWN") == ["a;b\\,c"]


def test_a_name_in_parts_is_family_then_given() -> None:
    name = name_of(edited(a_contact(), "n=van der Berg;Ada"))
    assert name is not None
    assert (name.family, name.given) == (("van der Berg",), ("Ada",))


def test_one_part_of_a_name_leaves_the_others() -> None:
    name = name_of(edited(a_contact(Property("N", "Byron;Ada;;;")), "family=Lovelace"))
    assert name is not None
    assert (name.family, name.given) == (("Lovelace",), ("Ada",))


def test_what_to_call_them_comes_and_goes() -> None:
    contact = edited(a_contact(), "call=Countess")
    assert call_them(contact) == "Countess"
    assert call_them(edited(contact, "call=")) is None


def test_how_a_name_sounds_is_set() -> None:
    assert phonetic(edited(a_contact(), "sounds-like=AY-da")) == "AY-da"


def test_a_value_goes_to_the_preferred_line_and_keeps_what_else_it_says() -> None:
    contact = edited(a_contact(Property("EMAIL", "a@x"), pref("EMAIL", "b@x")), "email=c@x")
    assert values(contact, "EMAIL") == ["a@x", "c@x"]
    assert contact.all("EMAIL")[1].parameter("X-OWN") == ("kept",)


def test_several_values_go_to_lines_in_order_and_beyond() -> None:
    contact = edited(a_contact(Property("TEL", "1"), pref("TEL", "2")), "phone=21", "phone=11", "tel=31")
    assert [phone.number for phone in phones(contact)] == ["11", "21", "31"]


def test_a_plus_adds_a_line() -> None:
    contact = edited(a_contact(Property("EMAIL", "a@x")), "email+=b@x")
    assert [email.address for email in emails(contact)] == ["a@x", "b@x"]


def test_nothing_removes_all_lines_of_the_name() -> None:
    contact = edited(a_contact(Property("EMAIL", "a@x"), Property("EMAIL", "b@x")), "email=")
    assert values(contact, "EMAIL") == []


def test_an_address_has_parts_or_is_a_street() -> None:
    contact = edited(a_contact(), "address=;;12 St James, Flat 2;London;;SW1;UK")
    assert addresses(contact)[0].parts.street == "12 St James, Flat 2"
    assert addresses(contact)[0].parts.country == "UK"
    assert addresses(edited(a_contact(), "adr=12 St James"))[0].parts.street == "12 St James"


def test_a_chat_handle_names_its_service() -> None:
    contact = edited(a_contact(), "chat=xmpp:ada@example.com")
    assert "ada@example.com" in contact.properties[-1].value


def test_circles_are_exactly_those() -> None:
    contact = a_contact(Property("CATEGORIES", "Old,Clients"))
    assert set(circles_of(edited(contact, "circle=Clients", "circle=Family"))) == {"Clients", "Family"}
    assert set(circles_of(edited(contact, "circle+=Family"))) == {"Old", "Clients", "Family"}
    assert circles_of(edited(contact, "circle=")) == ()


@pytest.mark.parametrize(
    ("text", "value"), [("1815-12-10", "18151210"), ("--04-15", "--0415"), ("1985", "1985")]
)
def test_a_birthday_may_miss_parts(text: str, value: str) -> None:
    assert values(edited(a_contact(), f"bday={text}"), "BDAY") == [value]
    assert values(edited(a_contact(Property("BDAY", "20000101")), f"birthday={text}"), "BDAY") == [value]


def test_no_birthday_is_no_line() -> None:
    assert values(edited(a_contact(Property("BDAY", "20000101")), "bday="), "BDAY") == []
    assert edited(a_contact(), "bday=") == a_contact()


def test_a_company_may_have_departments() -> None:
    assert values(edited(a_contact(), "org=Analytical Society, Ltd;Engines"), "ORG") == [
        "Analytical Society\\, Ltd;Engines"
    ]


def test_a_note_is_plain_text() -> None:
    contact = edited(a_contact(), "note=Likes tea; not, coffee\nat all")
    assert contact.all("NOTE")[0].text == "Likes tea; not, coffee\nat all"


def test_any_other_line_is_set_as_it_is() -> None:
    assert values(edited(a_contact(), "x-shoe-size=41;wide"), "X-SHOE-SIZE") == ["41;wide"]
    assert values(edited(a_contact(Property("X-A", "1")), "X-A="), "X-A") == []


def test_setting_what_is_there_changes_nothing() -> None:
    contact = a_contact(pref("EMAIL", "a@x"), Property("NOTE", "b"))
    assert edited(contact, "fn=Ada", "email=a@x", "note=b") == contact


@pytest.mark.parametrize(
    "words",
    [
        ["fn"],
        ["=x"],
        ["a b=c"],
        ["bday=soon"],
        ["fn=a", "fn=b"],
        ["n=1;2;3;4;5;6"],
        ["address=1;2;3;4;5;6;7;8"],
        ["x-own=a\nb"],
        ["uid=1", "uid=2"],
        ["anniversary=x"],
        ["deathdate=x"],
    ],
)
def test_what_makes_no_sense_is_refused_in_the_users_words(words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        edited(a_contact(), *words)
    assert caught.value.kind is ErrorKind.ASSIGNMENT_MALFORMED
    assert caught.value.facts["text"] in words
