from relate_desktop.words.file_looks import looks_sentence


def test_only_what_is_known_is_said() -> None:
    assert looks_sentence("pdf") == "It looks like a PDF."
    assert looks_sentence("unknown") == ""
