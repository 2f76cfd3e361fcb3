"""The table of short forms."""

from relate_desktop.domain.short_forms import SHORT_FORMS


def test_every_entry_has_names_and_what_people_make_of_them() -> None:
    for entry in SHORT_FORMS.split("/"):
        whole, colon, short = entry.partition(":")
        assert all((whole.split(), colon, short.split())), entry


def test_no_couple_is_one_person() -> None:
    entries = [
        tuple(set(part.split()) for part in entry.partition(":")[::2]) for entry in SHORT_FORMS.split("/")
    ]
    couples = [
        ("franz", "franziska"),
        ("sepp", "josefine"),
        ("tina", "martin"),
        ("patrick", "trish"),
        ("ulla", "ulrich"),
    ]
    for one, other in couples:
        assert not any(one in short and other in whole for whole, short in entries), (one, other)
        assert not any(other in short and one in whole for whole, short in entries), (one, other)
