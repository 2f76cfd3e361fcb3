"""One card into properties: limits, damage, places, remarks."""

import base64
import struct

import pytest

from relate_desktop.domain.draft import Accounting, RemarkKind
from relate_desktop.formats.vcard import card
from tests.unit.formats.vcard.reading import a_card, drafts, read, remarks, the_draft, value, whole_card

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 300, 200) + bytes(9)


def a_photo(content: bytes, name: str = "PHOTO") -> str:
    return f"{name};ENCODING=b:" + base64.b64encode(content).decode()


class TestLimits:
    def test_properties_beyond_five_thousand_are_counted_and_kept_in_the_card(self) -> None:
        content = a_card(*["TEL:1"] * 200_000)
        draft = the_draft(content)
        assert len(draft.properties) == card.PROPERTY_LIMIT
        assert draft.accounting.refused == 200_002 - card.PROPERTY_LIMIT
        (remark,) = draft.remarks
        assert remark.kind is RemarkKind.TOO_MANY_PROPERTIES
        assert remark.line == card.PROPERTY_LIMIT + 3
        assert draft.source.skeleton == content

    def test_parameters_beyond_sixty_four_are_remarked(self) -> None:
        draft = the_draft(a_card("TEL" + ";A=B" * 100_000 + ":1", "TEL:2"))
        assert [item.value for item in draft.properties[2:]] == ["1", "2"]
        assert remarks(a_card("TEL" + ";A=B" * 100 + ":1")) == [RemarkKind.TOO_MANY_PARAMETERS]

    def test_long_text_is_cut_in_the_value_only(self) -> None:
        content = a_card("NOTE:" + "ä" * 2_000_000)
        draft = the_draft(content)
        assert len(draft.properties[2].value) == card.TEXT_LIMIT
        assert draft.source.skeleton == content
        assert remarks(content) == [RemarkKind.TEXT_TOO_LONG]

    def test_line_beyond_sixteen_megabytes_is_refused_alone(self) -> None:
        content = a_card("NOTE:" + "x" * (17 << 20), "TEL:2")
        draft = the_draft(content)
        assert [item.name for item in draft.properties] == ["N", "FN", "TEL"]
        assert (draft.remarks[0].kind, draft.remarks[0].line) == (RemarkKind.LINE_TOO_LONG, 5)
        assert draft.accounting == Accounting(3, 0, 1)

    def test_large_photograph_is_read(self) -> None:
        content = PNG + bytes(9 << 20)
        draft = the_draft(a_card(a_photo(content)))
        assert draft.media[0].content == content
        assert len(draft.source.skeleton) < 200
        assert draft.remarks == ()

    def test_remarks_end_somewhere(self) -> None:
        assert len(remarks(a_card(*["no line", "TEL:1"] * 1000))) == card.REMARK_LIMIT


class TestHostileLines:
    @pytest.mark.parametrize("commas", [26, 40, 100_000])
    def test_commas_that_hang_others_are_just_commas(self, commas: int) -> None:
        line = "TEL;TYPE=C" + "," * commas + ";"
        assert remarks(a_card(line)) == [RemarkKind.LINE_WITHOUT_NAME]
        assert [item.value for item in read(line + ":1")] == ["1"]

    @pytest.mark.parametrize(
        "line",
        [
            b"\r" * 200_000,
            b"NOTE:" + b"\r\n a" * 200_000,
            b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\r\n" * 200_000,
            b"NOTE:" + b"\\," * 200_000,
            b"NOTE:x" + b"\r\nstray" * 50_000,
            b"x" * 200 + (b"\r\n" + b"x" * 200) * 20_000,
            b"AGENT:" + b"\r\nAGENT:" * 20_000,
            b'TEL;X="' + b'a""' * 100_000 + b":1",
            b"VERSION" + b";" * 80 + (b"\r\nVERSION" + b";" * 80) * 10_000,
            b"PHOTO;ENCODING=b:" + b"\r\nA" * 200_000,
            b"PHOTO:data:" + b";" * 200_000 + b",x",
            b"X-" + b"A" * 200_000 + b":1",
            b"a." * 100_000 + b":1",
        ],
        ids=range(13),
    )
    def test_endless_repetition_ends(self, line: bytes) -> None:
        content = a_card(line, "TEL:7") + a_card("TEL:8")
        found = drafts(content)
        assert found[0].properties[-1].value == "7" or len(found[0].properties) >= card.PROPERTY_LIMIT
        assert found[1].properties[-1].value == "8"


class TestDamage:
    def test_stays_in_its_line(self) -> None:
        found = read(
            "TEL:1", b"\x00\xff\xfe", "NOTE;ENCODING=QUOTED-PRINTABLE:=ZZ", "PHOTO;ENCODING=b:?", "TEL:2"
        )
        assert [item.value for item in found] == ["1", "=ZZ", "?", "2"]

    def test_nul_and_other_controls_stay_in_the_value(self) -> None:
        assert value(b"NOTE:a\x00b\x07") == "a\x00b\x07"

    def test_frame_of_something_else_is_refused(self) -> None:
        draft = the_draft(a_card("BEGIN:VCALENDAR", "END:VCALENDAR", "TEL:1"))
        assert [remark.kind for remark in draft.remarks] == [RemarkKind.NOT_A_CARD] * 2
        assert draft.accounting == Accounting(3, 0, 2)

    def test_remark_tells_the_line_in_the_file(self) -> None:
        content = b"\n\n" + a_card("NOTE:one\r\n two", "TEL:1", "no name")
        assert [remark.line for remark in the_draft(content).remarks] == [10]


class TestPlaces:
    def test_line_broken_by_hand_belongs_to_its_property(self) -> None:
        content = a_card("NOTE:one\r\ntwo", "TEL:1")
        draft = the_draft(content)
        start, length = draft.spans[2]
        assert content[start : start + length] == b"NOTE:one\r\ntwo\r\n"

    def test_soft_breaks_and_unindented_base64_belong_to_their_property(self) -> None:
        content = a_card(
            "NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb",
            "KEY;ENCODING=BASE64:\r\nQUJD\r\nREVG",
            "",
            "TEL:1",
            version="2.1",
        )
        draft = the_draft(content)
        pieces = [content[start : start + length] for start, length in draft.spans[2:]]
        assert pieces == [
            b"NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb\r\n",
            b"KEY;ENCODING=BASE64:\r\nQUJD\r\nREVG\r\n",
            b"TEL:1\r\n",
        ]

    def test_embedded_content_is_cut_out_of_the_skeleton(self) -> None:
        content = a_card(a_photo(PNG), a_photo(b"ABC", "KEY"), "KEY;ENCODING=b:QUI", "TEL:1")
        draft = the_draft(content)
        assert (
            draft.source.skeleton.count(b"PHOTO;ENCODING=b:\r\nKEY;ENCODING=b:\r\nKEY;ENCODING=b:QUI\r\n")
            == 1
        )
        assert whole_card(draft) == content
        assert [media.content for media in draft.media] == [PNG, b"ABC", b"AB"]
        assert draft.properties[2].media == draft.media[0].hash

    def test_same_picture_twice_is_one_content(self) -> None:
        draft = the_draft(a_card(a_photo(PNG), a_photo(PNG, "LOGO")))
        assert (len(draft.media), len(draft.source.spans)) == (1, 2)


class TestPictures:
    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (PNG[:16] + struct.pack(">II", 30_000, 30_000) + PNG[24:], RemarkKind.PICTURE_TOO_LARGE),
            (PNG[:16] + struct.pack(">II", 0, 0) + PNG[24:], RemarkKind.PICTURE_NOT_SHOWN),
            (PNG + bytes(10 << 20), RemarkKind.PICTURE_TOO_LARGE),
            (b"<svg><image href='/etc/passwd'/></svg>", RemarkKind.PICTURE_NOT_SHOWN),
            (b"%PDF-1.4 ...", RemarkKind.PICTURE_NOT_SHOWN),
            (b"\x00\x00\x01\x00\x01\x00\x10\x10", RemarkKind.PICTURE_NOT_SHOWN),
            (b"just text", RemarkKind.PICTURE_NOT_SHOWN),
        ],
        ids=["pixels", "no size", "bytes", "svg", "pdf", "ico", "text"],
    )
    def test_what_will_not_be_shown_is_kept_and_told(self, content: bytes, kind: RemarkKind) -> None:
        card_bytes = a_card(a_photo(content))
        draft = the_draft(card_bytes)
        assert [remark.kind for remark in draft.remarks] == [kind]
        assert draft.media[0].content == content
        assert whole_card(draft) == card_bytes

    def test_declared_type_does_not_decide(self) -> None:
        draft = the_draft(a_card("PHOTO;TYPE=SVG;ENCODING=b:" + base64.b64encode(PNG).decode()))
        assert draft.media[0].media_type == "image/png"
        assert draft.remarks == ()


def test_card_without_a_version_is_read_as_it_looks() -> None:
    draft = the_draft(b"BEGIN:VCARD\nFN:Jo\nLABEL;HOME;QUOTED-PRINTABLE:=C3=A4\nEND:VCARD\n")
    assert (draft.source.version, draft.properties[1].value) == ("2.1", "ä")


def test_version_may_stand_anywhere() -> None:
    assert the_draft(b"BEGIN:VCARD\nN:a,b\nVERSION:2.1\nEND:VCARD\n").properties[0].value == "a\\,b"
