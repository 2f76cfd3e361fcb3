from relate_desktop.domain.lookup_gate import Gate, Missing


def test_what_is_missing_closes_the_gate_until_it_is_overruled_in_words() -> None:
    assert Gate().open
    assert not Gate((Missing.MET,)).open
    assert Gate((Missing.MET,), "He is on stage tonight").open


def test_never_is_never_whatever_was_overruled() -> None:
    assert not Gate(never=True).open
    assert not Gate((Missing.MET,), "He is on stage tonight", never=True).open
