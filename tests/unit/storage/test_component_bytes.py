from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.storage.component_bytes import packed, unpacked
from tests.unit.storage.events import an_event


@given(st.binary(max_size=400))
def test_every_component_comes_back_byte_for_byte(content: bytes) -> None:
    assert unpacked(packed(content)) == content


def test_a_usual_event_takes_little_room() -> None:
    raw = an_event(addresses=["ada@example.com"]).raw
    assert len(packed(raw)) < len(raw) * 2 // 3


def test_what_an_older_program_kept_can_be_opened() -> None:
    assert unpacked(bytes.fromhex("c30c9344540500")) == b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n"
