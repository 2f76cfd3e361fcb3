import pytest

from relate_desktop.domain.lookup import FindingField
from relate_desktop.lookups.fediverse_profile import (
    FediverseProfile,
    TableRow,
    findings_of,
    of_account,
    of_actor,
    picture_of_account,
    source_page,
)
from relate_desktop.lookups.json_answer import JsonObject
from relate_desktop.lookups.origins import read_origin
from relate_desktop.lookups.webfinger import FediverseAccount

HOME = read_origin("https://example.org")
ACTOR = "https://example.org/users/misaki"
ACCOUNT = FediverseAccount("misaki@example.org", ACTOR, HOME, "https://example.org/@misaki")


@pytest.mark.parametrize(
    ("row", "field", "value", "detail"),
    [
        (
            TableRow("Site", '<a href="https://a.example/">a.example</a>'),
            FindingField.URL,
            "https://a.example/",
            "Site",
        ),
        (TableRow("Site", "https://a.example/x"), FindingField.URL, "https://a.example/x", "Site"),
        (TableRow("Mail", "misaki@example.org"), FindingField.EMAIL, "misaki@example.org", "Mail"),
        (TableRow("LOCATION", "<b>Sapporo</b>"), FindingField.PLACE, "Sapporo", ""),
        (TableRow("Job", "Cartographer"), FindingField.TITLE, "Cartographer", ""),
        (TableRow("", "rivers"), FindingField.ABOUT, "rivers", ""),
        (
            TableRow("See", 'my <a href="https://a.example/">maps</a>'),
            FindingField.ABOUT,
            "my maps",
            "See",
        ),
    ],
)
def test_rows_are_understood_by_what_stands_in_them(
    row: TableRow, field: FindingField, value: str, detail: str
) -> None:
    (found,) = findings_of(FediverseProfile(rows=(row,)), ACCOUNT, ())
    assert (found.field, found.value, found.detail) == (field, value, detail)


def test_an_empty_row_tells_nothing() -> None:
    rows = (TableRow("Mail", ""), TableRow("x", "<script>y</script>"), TableRow("Ort", " "))
    assert findings_of(FediverseProfile(rows=rows), ACCOUNT, ()) == ()


def test_the_source_is_a_page_on_the_accounts_own_host() -> None:
    assert source_page(FediverseProfile(page="https://example.org/@m"), ACCOUNT) == "https://example.org/@m"
    for page in ("https://evil.example.com/@m", "", "javascript:x"):
        assert source_page(FediverseProfile(page=page), ACCOUNT) == ACCOUNT.page


def test_a_name_is_told_without_the_pictures_in_it() -> None:
    said = {
        "username": "misaki",
        "display_name": ":a: Mi:b:saki :c:",
        "emojis": [{"shortcode": "a"}, {"shortcode": "c"}],
    }
    profile = of_account(JsonObject(said), ACCOUNT)
    assert profile is not None
    assert profile.name == "Mi:b:saki"


def test_who_is_not_the_account_is_not_read() -> None:
    assert of_account(JsonObject({"username": "other"}), ACCOUNT) is None
    assert of_account(JsonObject({"username": "misaki", "uri": f"{ACTOR}2"}), ACCOUNT) is None
    assert of_actor(JsonObject({"id": f"{ACTOR}2"}), ACCOUNT) is None
    assert of_actor(JsonObject({}), ACCOUNT) is None


def test_a_move_on_the_same_host_is_told_with_the_domain() -> None:
    profile = of_account(JsonObject({"username": "misaki", "moved": {"acct": "Ono"}}), ACCOUNT)
    assert profile is not None
    assert profile.moved_handle == "ono@example.org"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/avatars/original/missing.png",
        "https://example.org/static/default_avatar.webp",
        "x",
    ],
)
def test_the_picture_of_who_has_none_is_not_asked_for(address: str) -> None:
    assert picture_of_account(FediverseProfile(picture=address)) == ""
    assert picture_of_account(FediverseProfile(picture="https://example.org/m.png", less=True)) == ""
