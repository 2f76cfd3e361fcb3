from relate_desktop.words.self_test import part_words


def test_parts_have_words_and_others_keep_their_name() -> None:
    assert part_words("search") == "Search in every script"
    assert part_words("engine room") == "engine room"
