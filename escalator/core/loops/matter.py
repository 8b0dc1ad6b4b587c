"""Whether two tickets are about one matter, so that they are one case."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from escalator.core.desk.loops import LoopRules
from escalator.core.ticket.ticket import Requester

from .likeness import LEAST, core
from .references import MOST_READ, references

_TICKET = re.compile(r"\bT-(\d{1,12})\b")
_THEIRS = 3
"""A thing that stands in so many earlier matters of a customer is theirs: a number of theirs, not of a matter."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What one ticket is about: its `ref` (T-12), who asks, and in what words (subject and first message).

    `organization` is what the desk calls the customer's firm, else what they call it. `case` tells tickets that are
    linked already from those that are not.
    """

    ref: str
    requester: Requester
    organization: str
    subject: str
    text: str
    case: int | None = None


def same_matters(new: Matter, earlier: Sequence[Matter], rules: LoopRules) -> list[tuple[Matter, str]]:
    """Those of the `earlier` ones that are one case with the new one, each with the reason as a sentence."""
    named = {matter.ref: _references(matter) for matter in (new, *earlier)}
    names = named[new.ref] - _of_the_customer(new, earlier, named)
    found = [(other, _same(new, other, names & named[other.ref], rules)) for other in earlier]
    return [(other, why) for other, why in found if why is not None]


def same_matter(one: Matter, other: Matter, rules: LoopRules) -> str | None:
    """Why the two are one case, as a sentence; None when they are not."""
    return next((why for _, why in same_matters(one, [other], rules)), None)


def _of_the_customer(new: Matter, earlier: Sequence[Matter], named: Mapping[str, set[str]]) -> set[str]:
    """What the customer names whatever they write about."""
    theirs = [matter for matter in earlier if _is_same(matter.requester.email, new.requester.email)]
    matters: dict[str, set[str | int]] = {}
    for matter in theirs:
        for thing in named[matter.ref]:
            matters.setdefault(thing, set()).add(matter.ref if matter.case is None else matter.case)
    return {thing for thing, told in matters.items() if len(told) >= _THEIRS}


def _same(one: Matter, other: Matter, shared: set[str], rules: LoopRules) -> str | None:
    who = _in_common(one, other)
    if who is None:
        return None
    if one.ref in _tickets(other) or other.ref in _tickets(one):
        return f"{who} names the other ticket"
    if shared:
        return f"{who} names {min(shared)} in both"
    if _is_like(one, other, rules):
        return f"{who} wrote nearly the same in both"
    return None


def _in_common(one: Matter, other: Matter) -> str | None:
    if _is_same(one.requester.email, other.requester.email):
        return "the same customer"
    return "the same organization" if _is_same(one.organization, other.organization) else None


def _is_same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()


def _is_like(one: Matter, other: Matter, rules: LoopRules) -> bool:
    said, before = core(f"{one.subject}\n{one.text}"), core(f"{other.subject}\n{other.text}")
    # Customers tell their story anew: its words count, not their order.
    return min(len(said), len(before)) >= LEAST and fuzz.token_sort_ratio(said, before) >= rules.likeness


def _tickets(matter: Matter) -> set[str]:
    return {f"T-{number}" for number in _TICKET.findall(f"{matter.subject}\n{matter.text[:MOST_READ]}")}


def _references(matter: Matter) -> set[str]:
    who = matter.requester
    return references(f"{matter.subject}\n{matter.text}", who.name, who.phone, matter.organization)
