"""``relate``, ``unrelate``, ``relations`` and ``household``."""

import pytest

from tests.command_line import run


@pytest.fixture(autouse=True)
def _three_people() -> None:
    for name in ("Ada", "Byron", "Grace"):
        assert run("add", name).status == 0


def relations(contact: str) -> list[tuple[str, str]]:
    return [(one["name"], one["kind"]) for one in run("relations", contact, "--json").json["relations"]]


def test_a_relation_is_noted_listed_and_taken_away() -> None:
    answer = run("relate", "Ada", "Byron", "--as", "father", "--json").json
    assert (answer["kind"], answer["changed"], answer["other"]) == ("father", True, "2")
    assert relations("Ada") == [("Byron", "father")]
    assert relations("Byron") == [("Ada", "child")]
    assert not run("relate", "Byron", "Ada", "--as", "child", "--json").json["changed"]
    assert "child" in run("relations", "Byron").out
    assert run("unrelate", "Byron", "Ada", "--as", "friend", "--json").error["code"] == "relation_unknown"
    assert len(run("unrelate", "Byron", "Ada", "--json").json["removed"]) == 1
    assert relations("Ada") == []
    assert run("undo").status == 0
    assert relations("Ada") == [("Byron", "father")]


def test_words_of_ones_own_and_names_not_in_the_book() -> None:
    run("relate", "1", "2", "--as", "Landlord", "--inverse", "Tenant")
    assert relations("2") == [("Ada", "Tenant")]
    run("relate", "1", "--name", "Emi", "--as", "sister")
    assert ("Emi", "sister") in relations("1")
    assert run("unrelate", "1", "emi").status == 0
    assert ("Emi", "sister") not in relations("1")


def test_one_has_to_say_whom_one_means() -> None:
    assert run("relate", "1", "--as", "friend").status == 2
    assert run("relate", "1", "2", "--name", "Emi").status == 2
    assert run("relate", "1", "1").status == 2
    assert run("relate", "1", "Nobody").status != 0


def test_households_come_together_and_apart() -> None:
    assert "No household" in run("household").out
    made = run("household", "Ada", "Byron", "--name", "The Kings", "--json").json
    assert made["members"] == ["1", "2"]
    assert "The Kings" in run("household").out
    assert run("relations", "Ada", "--json").json["household"]["name"] == "The Kings"
    assert "Byron" in run("relations", "Ada").out
    assert run("household", "Byron", "--leave", "--json").json == {"left": ["2"]}
    assert run("household", "--json").json["households"][0]["members"] == ["1"]


def test_how_one_met_is_set_like_any_value() -> None:
    run("edit", "Ada", "--set", "met=At a fair")
    assert "At a fair" in run("relations", "Ada").out
    assert run("relations", "Ada", "--json").json["how_met"] == "At a fair"


def test_who_introduced_whom_is_told_from_either_side() -> None:
    assert run("relate", "Ada", "Byron", "--as", "introduced by", "--json").json["kind"] == "referred-by"
    assert relations("Ada") == [("Byron", "referred-by")]
    assert relations("Byron") == [("Ada", "referred")]


def test_a_household_that_is_none_is_not_proposed_again_until_asked() -> None:
    for name in ("Cy", "Dee"):
        run("add", name, "--property", "ADR:;;Gasse 5;Bonn;;;")
    cy, dee = (run("show", name, "--json").json["contact"] for name in ("Cy", "Dee"))
    told = run("household", "Cy", "Dee", "--apart", "--json").json
    assert (told["contact"], told["living_apart"], told["changed"]) == (cy, [dee], True)
    assert run("household", "Dee", "Cy", "--apart", "--json").json["operation"] is None
    assert run("relations", "Dee", "--json").json["same_address"] == []
    assert "Not one household with Dee." in run("relations", "Cy").out
    assert run("household", "Dee", "--ask-again", "--json").json["living_apart"] == []
    assert run("relations", "Dee", "--json").json["same_address"] == [cy]
    assert run("household", "Cy", "--apart").status == 2


def test_a_household_is_proposed_where_an_address_is_shared() -> None:
    for name in ("Cy", "Dee"):
        run("add", name, "--property", "ADR:;;Gasse 5;Bonn;;;")
    cy, dee = (run("show", name, "--json").json["contact"] for name in ("Cy", "Dee"))
    assert run("relations", "Cy", "--json").json["same_address"] == [dee]
    assert (
        f"Dee has the same address. If they live together: household {cy} {dee}" in run("relations", "Cy").out
    )
    run("household", cy, dee)
    assert run("relations", "Cy", "--json").json["same_address"] == []
