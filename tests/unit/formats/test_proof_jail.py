"""The other reader in its process, and each limit of it that the proof tells apart."""

import sys

import pytest

from relate_desktop.formats.proof_jail import DIED, SWITCH, Told, command, read_by_other

HANGING = b"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=C" + b"," * 40 + b";\r\nEND:VCARD\r\n"


def card(*lines: str, version: str = "3.0", name: bool = True) -> bytes:
    frame = ["BEGIN:VCARD", f"VERSION:{version}", *(["N:Doe;Jo;;;", "FN:Jo Doe"] if name else [])]
    return "\r\n".join((*frame, *lines, "END:VCARD", "")).encode()


def told(*lines: str, version: str = "3.0") -> Told:
    (answer,) = read_by_other([card(*lines, version=version)])
    return answer


def test_every_card_is_answered_in_order() -> None:
    answers = read_by_other([card(f"TEL:{number}") for number in range(50)])

    assert [answer.facts["TEL"] for answer in answers] == [[str(number)] for number in range(50)]
    assert {answer.error for answer in answers} == {None}
    assert {answer.cards for answer in answers} == {1}


def test_facts_and_line_counts_are_told() -> None:
    born = "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12"
    answer = told(r"ADR;TYPE=HOME:;;1\, Main;Town;;;", "ORG:Acme;Sales", born)

    assert answer.facts["N"] == [[["Doe"], ["Jo"], [""], [""], [""]]]
    assert answer.facts["ADR"] == [[[""], [""], ["1, Main"], ["Town"], [""], [""], [""]]]
    assert answer.facts["ORG"] == [[["Acme"], ["Sales"]]]
    assert answer.facts["BDAY"] == [["1604-04-12", "1604"]]
    assert answer.lines == {"VERSION": 1, "N": 1, "FN": 1, "ADR": 1, "ORG": 1, "BDAY": 1}


def test_a_card_that_hangs_the_reader_costs_itself_alone() -> None:
    for deadline in (1.0, 4.0, 16.0):  # a busy machine may need more to begin with
        answers = read_by_other([card("TEL:1"), HANGING, card("TEL:2")], deadline)
        if answers[0] is not DIED and answers[2] is not DIED:
            break

    assert answers[1] is DIED
    assert [answers[0].facts["TEL"], answers[2].facts["TEL"]] == [["1"], ["2"]]


def test_a_reader_that_dies_again_and_again_is_given_up() -> None:
    assert read_by_other([HANGING] * 9, deadline=0.05) == [DIED] * 9


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_reader_has_little_memory() -> None:
    answers = read_by_other([card("NOTE:" + "x" * 12_000_000), card("TEL:2")])

    assert answers[0].error in {"MemoryError", "Died"}
    assert answers[1].facts["TEL"] == ["2"]


def test_nothing_at_all_is_an_error() -> None:
    assert read_by_other([b"\r\n", b"\xff\xfe"]) == [Told(error="NothingFound")] * 2
    assert read_by_other([]) == []


def test_the_reader_runs_isolated_and_a_frozen_program_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command()[:2] == [sys.executable, "-I"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, SWITCH]


class TestKnownLimits:
    """What vobject does to right cards; if one of these fails, vobject has become better."""

    def test_it_cuts_a_text_at_an_unescaped_comma(self) -> None:
        assert told("NOTE:Hello, world").facts["NOTE"] == ["Hello"]

    def test_it_cuts_a_data_uri(self) -> None:
        assert "PHOTO" not in told("PHOTO:data:image/gif;base64,R0lG", version="4.0").facts

    def test_it_doubles_the_backslash_of_an_escaped_colon(self) -> None:
        assert told(r"NOTE:http\://a").facts["NOTE"] == [r"http\://a"]

    def test_it_appends_to_a_backslash_at_the_end(self) -> None:
        assert told("NOTE:C:\\").facts["NOTE"] == [r"C:\eof"]

    def test_it_drops_surplus_parts_of_an_address(self) -> None:
        assert len(told("ADR:a;b;c;d;e;f;g;h").facts["ADR"][0]) == 7

    def test_it_stops_at_a_profile(self) -> None:
        assert told("PROFILE:other").error == "VObjectError"
        assert "PROFILE" not in told("PROFILE:VCARD").lines

    def test_it_renames_and_skips_lines_with_odd_names(self) -> None:
        answer = told("X_A:1", "X-B C:1", "X/D:1")
        assert set(answer.lines) == {"VERSION", "N", "FN", "X-A"}

    def test_it_stops_at_base64_that_is_damaged(self) -> None:
        assert told("PHOTO;ENCODING=b:/9j/4AAQ=SkZ").error == "Error"

    def test_it_loses_base64_that_is_not_indented(self) -> None:
        assert told("PHOTO;ENCODING=BASE64:", "/9j/", "", version="2.1").facts["PHOTO"] != ["/9j/"]

    def test_it_loses_what_follows_a_soft_break(self) -> None:
        answer = told("NOTE;ENCODING=QUOTED-PRINTABLE:a=", "b", version="2.1")
        assert answer.facts.get("NOTE") != ["ab"]

    def test_it_does_not_read_other_charsets(self) -> None:
        (answer,) = read_by_other([card("NOTE:x").replace(b"NOTE:x", b"NOTE:caf\xe9")])
        assert answer.facts["NOTE"] == ["caf\ufffd"]

    def test_it_stops_at_a_card_without_end(self) -> None:
        (answer,) = read_by_other([card("TEL:1").replace(b"END:VCARD\r\n", b"")])
        assert answer.error == "ParseError"

    def test_it_does_not_know_rfc_6868(self) -> None:
        assert told("TEL;X-P=a^nb:1", version="4.0").facts["TEL"] == ["1"]
