from relate_desktop.domain.query import All, Any, InCircle, Not, Words, forgiving, words_in


def test_the_words_that_must_be_there_are_those_of_no_alternative_and_no_minus() -> None:
    query = All((Words("ada"), InCircle("x"), Not(Words("bob")), Words("love")))
    assert words_in(query) == "ada love"
    assert not words_in(Any((Words("ada"), Words("bob"))))


def test_only_what_must_be_there_is_forgiven() -> None:
    query = Any((All((Words("smiht"), Not(Words("smith")))), InCircle("smiht")))
    loose = Words("smiht", forgiving=True)
    assert forgiving(query) == Any((All((loose, Not(Words("smith")))), InCircle("smiht")))
    assert forgiving(forgiving(query)) == forgiving(query)


def test_words_are_cut_once_and_kept() -> None:
    assert Words("ada").terms is Words("ada").terms
    assert len(Words("lovelace", forgiving=True).terms[0].alternatives) > len(Words("lovelace").terms)
