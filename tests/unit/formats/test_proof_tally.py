from relate_desktop.domain.exporting import FaultKind, LimitCount, ProofFault, ProofLimit
from relate_desktop.formats.proof_tally import ProofTally


def test_everything_is_counted_and_a_hundred_faults_are_kept() -> None:
    tally = ProofTally()
    for _ in range(120):
        tally.card(2, [("TEL", FaultKind.VALUE_DIFFERS)], [ProofLimit.DATA_URI, ProofLimit.DATA_URI])
    tally.missing()

    report = tally.report()

    assert (report.cards, report.facts, report.fault_count) == (120, 240, 121)
    assert len(report.faults) == 100
    assert report.faults[0] == ProofFault(1, "TEL", FaultKind.VALUE_DIFFERS)
    assert report.limits == (LimitCount(ProofLimit.DATA_URI, 120),)


def test_steps_tell_at_least_as_many_as_are_done() -> None:
    told: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        told.append((done, total))

    tally = ProofTally(1, step)
    tally.card(0)
    tally.card(0)
    tally.step()

    assert told == [(2, 2)]
