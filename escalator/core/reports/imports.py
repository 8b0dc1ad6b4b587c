"""What came of an import in numbers: clocks, ladder runs, who was asked on which step, who got how much mail."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from escalator.core.dossier import Dossier
from escalator.core.sla.cycle import MET, Cycle


@dataclass(frozen=True, slots=True)
class MailLoad:
    """Letters over the days (UTC) on which there were any; `busiest` is the day with the most."""

    letters: int
    days: int
    fewest: int
    median: float
    most: int
    busiest: date


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts, each with its key in words; `breached` beats everything else that a clock is."""

    tickets: Mapping[str, int]
    clocks: Mapping[str, Mapping[str, int]]
    runs: Mapping[tuple[str, str], int]
    steps: Mapping[tuple[str, int, str], int]
    mails: Mapping[str, MailLoad]
    all_mails: MailLoad | None
    mail_kinds: Mapping[str, int]


def summarize(
    dossiers: Iterable[Dossier],
    runs: Iterable[tuple[str, str, str]],
    asked: Iterable[tuple[str, int, str]],
    letters: Iterable[tuple[str, str, datetime]],
    steps_of: Mapping[str, int],
) -> ImportReport:
    """Counts rows: `runs` as (reason, state, why ended), `asked` as (ladder, rung, action), `letters` as (recipient,
    kind, at). `steps_of` says how many steps a ladder has, since rungs count on through its repeats."""
    tickets: Counter[str] = Counter()
    clocks: dict[str, Counter[str]] = {}
    for dossier in dossiers:
        tickets[str(dossier.ticket.status)] += 1
        for cycle in dossier.cycles:
            clocks.setdefault(cycle.metric, Counter())[_outcome(cycle)] += 1
    posted = list(letters)
    return ImportReport(
        tickets=tickets,
        clocks=clocks,
        runs=Counter((reason, f"{state}: {why}" if why else state) for reason, state, why in runs),
        steps=Counter((ladder, rung % steps_of.get(ladder, rung + 1) + 1, action) for ladder, rung, action in asked),
        mails=_by_person(posted),
        all_mails=_load(at.date() for _, _, at in posted) if posted else None,
        mail_kinds=Counter(kind for _, kind, _ in posted),
    )


def _outcome(cycle: Cycle) -> str:
    if cycle.breached_at is not None:
        return "breached"
    if cycle.is_live:
        return "running"
    return "met" if cycle.state == MET else "cancelled"


def _by_person(posted: Iterable[tuple[str, str, datetime]]) -> dict[str, MailLoad]:
    days: dict[str, list[date]] = {}
    for recipient, _, at in posted:
        days.setdefault(recipient, []).append(at.date())
    loads = {person: _load(got) for person, got in days.items()}
    return dict(sorted(loads.items(), key=lambda pair: -pair[1].letters))


def _load(days: Iterable[date]) -> MailLoad:
    """The load of at least one letter."""
    by_day = Counter(days)
    busiest, most = by_day.most_common(1)[0]
    counts = sorted(by_day.values())
    return MailLoad(sum(counts), len(counts), counts[0], median(counts), most, busiest)
