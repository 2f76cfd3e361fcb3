from tests.unit.formats.vcard.lines import a_property, written

HOME = a_property("ADR;TYPE=HOME", ";;1 Main St;Town;;;")
WORK = a_property("ADR;TYPE=WORK", ";;2 High St;Town;;;")


def test_a_label_joins_the_address_of_its_types() -> None:
    assert written("4.0", HOME, WORK, a_property("LABEL;WORK;PREF", r"2 High St\nTown\, X")) == [
        "ADR;TYPE=HOME:;;1 Main St;Town;;;",
        'ADR;TYPE=WORK;LABEL="2 High St^nTown, X":;;2 High St;Town;;;',
    ]


def test_a_label_joins_the_address_of_its_group() -> None:
    address = a_property("item1.ADR;TYPE=HOME", ";;a;;;;")

    assert written("4.0", address, a_property("ITEM1.LABEL;TYPE=WORK", "x")) == [
        "item1.ADR;TYPE=HOME;LABEL=x:;;a;;;;"
    ]


def test_the_only_label_joins_the_only_address() -> None:
    assert written("4.0", HOME, a_property("LABEL", "x")) == ["ADR;TYPE=HOME;LABEL=x:;;1 Main St;Town;;;"]


def test_a_label_of_no_address_is_one_of_its_own() -> None:
    assert written("4.0", a_property("LABEL;TYPE=HOME", "x")) == ["ADR;TYPE=HOME;LABEL=x:;;;;;;"]


def test_two_labels_share_no_address() -> None:
    assert written("4.0", HOME, a_property("LABEL;TYPE=HOME", "x"), a_property("LABEL;TYPE=HOME", "y")) == [
        "ADR;TYPE=HOME;LABEL=x:;;1 Main St;Town;;;",
        "ADR;TYPE=HOME;LABEL=y:;;;;;;",
    ]


def test_a_label_parameter_is_a_line_of_its_own_in_30() -> None:
    assert written("3.0", a_property("g.ADR;TYPE=home;LABEL=a b", ";;x;;;;")) == [
        "g.ADR;TYPE=home:;;x;;;;",
        "g.LABEL;TYPE=home:a b",
    ]


def test_an_address_that_is_only_a_label_is_only_a_label_in_30() -> None:
    assert written("3.0", a_property("ADR;LABEL=x", ";;;;;;")) == ["LABEL:x"]
