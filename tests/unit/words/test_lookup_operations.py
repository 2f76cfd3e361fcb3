from relate_desktop.domain.change import OperationKind
from relate_desktop.words.operations import operation_name, summary

KINDS = [kind for kind in OperationKind if kind.value.startswith("lookup_")]


def test_every_change_about_look_ups_has_a_sentence_and_a_name_of_its_own() -> None:
    facts: dict[str, str | int] = {"contact": 1, "name": "Ada", "facts": 2, "provider": "github"}
    assert len({summary(kind, facts) for kind in KINDS}) == len(KINDS)
    assert len({operation_name(kind) for kind in KINDS}) == len(KINDS)
    assert "2 facts" in summary(OperationKind.LOOKUP_KEEP, facts)


def test_a_provider_nobody_knows_any_more_is_told_of_as_somebody() -> None:
    assert "somebody" in summary(OperationKind.LOOKUP_FORGET, {"facts": 1, "provider": "myspace"})


def test_the_reason_for_not_waiting_is_told_until_the_person_is_erased() -> None:
    told = summary(OperationKind.LOOKUP_OVERRULE, {"contact": 1, "name": "Ada", "reason": "we meet\ntoday"})
    assert told.startswith("\u2068Ada\u2069 may be looked up all the same: \u2068we meet")
    assert "\n" not in told
    assert summary(OperationKind.LOOKUP_OVERRULE, {"contact": 1}).endswith("all the same.")


def test_a_provider_of_whom_nothing_was_kept_is_forgotten_with_what_was_not_wanted() -> None:
    told = summary(OperationKind.LOOKUP_FORGET, {"facts": 0, "provider": "github"})
    assert told == "What you did not want of all that GitHub said is forgotten."
