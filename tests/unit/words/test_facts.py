from relate_desktop.words.facts import count, named, somebody


def test_one_person_is_named_and_several_are_counted() -> None:
    assert somebody({"name": "Ada", "contacts": 1}) == "\u2068Ada\u2069"
    assert somebody({"contacts": 3}) == "three people"
    assert somebody({}) == "one person"


def test_what_is_not_there_is_empty_or_zero() -> None:
    assert named({"title": "  "}, "title") == ""
    assert named({"title": 3}, "title") == ""
    assert count({}, "entries") == 0
    assert count({"entries": "many"}, "entries") == 0
