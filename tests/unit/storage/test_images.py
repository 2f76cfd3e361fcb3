from relate_desktop.storage.images import field_of, place_of


def test_a_column_is_found_by_its_place_without_the_id() -> None:
    assert place_of("participants", "entry_id") == "$[0]"
    assert field_of("participants", "contact_id") == "json_extract(before,'$[1]')"
