"""Legal forms of companies, and family names that look like them."""

import pytest

from relate_desktop.domain.company_forms import has_legal_form, without_legal_form


@pytest.mark.parametrize(
    "name", ["Harbour Bakery GmbH", "Acme Inc.", "Foo s.r.o.", "Bar S.p.A.", "Baz AG", "Qux Ltd"]
)
def test_a_legal_form_is_known(name: str) -> None:
    assert has_legal_form(name)


@pytest.mark.parametrize("name", ["Anna Sa", "ANNA SA", "Kim Se", "GmbH", "Anna Lindqvist", "Van As", ""])
def test_family_names_and_single_words_are_none(name: str) -> None:
    assert not has_legal_form(name)


def test_a_legal_form_is_left_off_a_name_of_several_words() -> None:
    assert without_legal_form("Autohaus Vetter GmbH & Co. KG") == "Autohaus Vetter"
    assert without_legal_form("Vetter GmbH") == "Vetter GmbH"
    assert without_legal_form("Ada King") == "Ada King"
