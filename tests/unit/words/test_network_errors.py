from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.words.errors import tell


def test_who_asked_to_slow_down_is_named_with_the_time() -> None:
    told = tell(NetworkError(ErrorKind.SLOW_DOWN, host="sketch.example", until="09:30"))
    assert told.message.startswith("\u2068sketch.example\u2069") or told.message.startswith("sketch.example")
    assert "09:30" in told.hint
