from relate_desktop.domain.exporting import FaultKind, ProofLimit
from relate_desktop.formats.proof_facts import compared, embedded_hashes, line_name, plain
from relate_desktop.formats.proof_jail import Told
from tests.unit.formats.vcard.lines import a_property


def test_numbers_agree_with_and_without_their_scheme() -> None:
    told = Told(facts={"TEL": ["tel:+1", "+2"]}, lines={"TEL": 2})

    result = compared([a_property("TEL", "+1"), a_property("TEL;VALUE=uri", "tel:+2")], told)

    assert (result.facts, result.faults) == (2, ())


def test_what_a_uri_is_cut_at_is_a_limit() -> None:
    told = Told(facts={"TEL": ["sip:a"]}, lines={"TEL": 1})

    result = compared([a_property("TEL;VALUE=uri", "sip:a,b")], told)

    assert result.faults == ()
    assert result.limits == {ProofLimit.UNESCAPED_COMMA}


def test_empty_ends_of_names_and_addresses_say_nothing() -> None:
    told = Told(facts={"ADR": [[["a"], [""], [""]], [[""]]]}, lines={})

    assert compared([a_property("ADR", "a")], told).faults == ()


def test_lines_that_are_missing_or_too_many_are_found() -> None:
    result = compared([a_property("X-A", "1"), a_property("URL", "x")], Told(lines={"X-B": 1, "URL": 1}))

    assert result.faults == (("X-A", FaultKind.COUNT_DIFFERS), ("X-B", FaultKind.COUNT_DIFFERS))


def test_lines_that_were_cut_are_not_missed() -> None:
    assert compared([a_property("X-A", "1")], Told(), cut=["X-A"]).faults == ()


def test_content_has_its_hash() -> None:
    photo = a_property("PHOTO", "media:" + "a" * 64)

    assert embedded_hashes([photo, a_property("NOTE", photo.value)]) == {("PHOTO", "a" * 64): 1}
    told = Told(facts={"PHOTO": ["b" * 64]}, lines={"PHOTO": 1})
    assert compared([photo], told).faults == (("PHOTO", FaultKind.VALUE_DIFFERS),)


def test_names_and_texts_are_compared_as_any_version_carries_them() -> None:
    assert line_name("x_a b") == "X-A-B"
    assert line_name("end") == "X-END"
    assert line_name("名前") == "X-UNNAMED"
    assert plain("a\x00\r\nb\u2028c\ud800") == "a\nb\nc\ufffd"
