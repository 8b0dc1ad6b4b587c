"""People who do things at the very same moment."""

import threading
from collections.abc import Callable

from escalator.core.errors import EscalatorError

Deed = Callable[[], object]


def at_once(*deeds: Deed) -> list[str]:
    """Starts all deeds together; gives for each "done" or the code of its refusal, in their order."""
    start, outcomes = threading.Barrier(len(deeds)), [""] * len(deeds)

    def run(number: int, deed: Deed) -> None:
        start.wait()
        try:
            deed()
            outcomes[number] = "done"
        except EscalatorError as refused:
            outcomes[number] = refused.code

    threads = [threading.Thread(target=run, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
