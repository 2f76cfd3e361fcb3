"""Who knows whom around the busiest person of a large book, and a look at all of its names."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from tests.bench.measure import run
from tests.bench.table import Figure
from tests.bench.today import opened
from tests.bench.together import lived_book

RELATED = 2_000
"""People of the book who are given relations, each to somebody near."""
LIMITS = {"around": 0.05, "graph": 0.25, "layout": 0.75, "relate": 0.05, "names": 20.0}
"""Seconds: a page, a picture of two hundred read and laid out, one more relation, all names."""
WORDS = {
    "around": "who is around somebody, s",
    "graph": "who knows whom, 200 people, s",
    "layout": "where 200 people stand, s",
    "relate": "one more relation, s",
    "names": "names to get right in the whole book, s",
}


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """How long relations and names take in the large book."""
    book = lived_book(folder, environment, large)
    found = json.loads(run([sys.executable, "-m", "tests.bench.relations", str(book)], environment).output)
    for name, words in WORDS.items():
        yield Figure(words, found[name], LIMITS[name], 1.0, "the limit")


def measure(folder: Path, seed: int = 1) -> dict[str, Any]:
    """Median seconds of each; the relations stay in the book, which nobody else measures by them."""
    from relate_desktop.domain.graph_layout import laid_out  # noqa: PLC0415 - measured
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane  # noqa: PLC0415

    found: dict[str, float] = {}
    chance = Random(seed)
    with opened(folder) as book:
        people = [ContactId(number) for number in chance.sample(list(book.contacts.ids()), RELATED)]
        busiest = people[0]

        def timed(name: str, act: Callable[[], Any], times: int = 9) -> Any:
            taken = []
            for _time in range(times):
                start = time.perf_counter()
                answer = act()
                taken.append(time.perf_counter() - start)
            found[name] = median(taken)
            return answer

        for place, contact in enumerate(people[1:400], start=1):
            other = busiest if place % 4 == 0 else people[chance.randrange(place)]
            book.relations.relate(other, contact, chance.choice(("friend", "colleague", "sibling")))
        rest = iter(people[400:])
        timed("relate", lambda: book.relations.relate(busiest, next(rest), "friend"))
        timed("around", lambda: book.relations.around(busiest))
        graph = timed("graph", lambda: book.acquaintances.around(busiest))
        timed("layout", lambda: laid_out(graph, ((140, 86), (116, 80), (108, 64))), 3)
        runner = InlineRunner()
        timed(
            "names",
            lambda: runner.submit(Lane.READ, book.names.look, JobKind.NAMES, lambda _job: None).result(),
            1,
        )
    return found


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
