from relate_desktop.domain.exporting import Loss, LossCount, LossKind, ProofReport, counted


def test_losses_are_counted_with_the_most_frequent_first() -> None:
    dated = Loss("BDAY", LossKind.PARTIAL_DATE)
    gender = Loss("GENDER", LossKind.PROPERTY_UNKNOWN)

    assert counted([dated, gender, gender]) == (LossCount(gender, 2), LossCount(dated, 1))


def test_a_proof_with_a_fault_has_not_passed() -> None:
    assert ProofReport(cards=1, facts=3).passed
    assert not ProofReport(cards=1, facts=3, fault_count=1).passed
