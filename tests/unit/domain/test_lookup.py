from relate_desktop.domain.lookup import Provider


def test_only_pictures_by_mail_address_give_an_address_away() -> None:
    assert {provider for provider in Provider if provider.discloses_address} == {
        Provider.GRAVATAR,
        Provider.LIBRAVATAR,
    }
