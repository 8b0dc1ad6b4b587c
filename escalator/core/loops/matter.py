"""Whether two tickets are about one matter, so that they are one case."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from escalator.core.desk.loops import LoopRules

from .likeness import LEAST, core

_MOST_READ = 8_000
_MOST_NAMES = 40
_URL = re.compile(r"https?://(?:www\.)?([^\s/<>\"'?#]{3,100}(?:/[^\s<>\"'?#]{1,100})+)", re.IGNORECASE)
_TICKET = re.compile(r"\bT-(\d{1,12})\b")
_ORDER = re.compile(r"(?:#[ ]?|\b[A-Za-z]{1,6}[-_/]?)(\d{4,20}(?:-\d{1,12}){0,3})\b")
_LONG_NUMBER = re.compile(r"(?<![\d+.,/-])[1-9]\d{5,19}(?![\d.,/-]?\d)")
_PHONE = re.compile(r"(?:\+|\b00)\d[\d ()/.-]{6,30}")
_PAGE = re.compile(r"[\"“„«]([^\"“”„«»\n]{6,60})[\"”“»]|(?<![\w.])@(\w{4,40})")


@dataclass(frozen=True, slots=True)
class Matter:
    """What one ticket is about: its `ref` (T-12), who asks, and in what words (subject and first message)."""

    ref: str
    requester: str
    organization: str
    subject: str
    text: str


def same_matter(one: Matter, other: Matter, rules: LoopRules) -> str | None:
    """Why the two are one case, as a sentence; None when they are not."""
    who = _in_common(one, other)
    if who is None:
        return None
    if one.ref in _tickets(other) or other.ref in _tickets(one):
        return f"{who} names the other ticket"
    if shared := _references(one) & _references(other):
        return f"{who} names {min(shared)} in both"
    if _is_like(one, other, rules):
        return f"{who} wrote nearly the same in both"
    return None


def _in_common(one: Matter, other: Matter) -> str | None:
    if one.requester and one.requester.casefold() == other.requester.casefold():
        return "the same customer"
    if one.organization and one.organization.casefold() == other.organization.casefold():
        return "the same organization"
    return None


def _is_like(one: Matter, other: Matter, rules: LoopRules) -> bool:
    said, before = core(f"{one.subject}\n{one.text}"), core(f"{other.subject}\n{other.text}")
    # Customers tell their story anew: its words count, not their order.
    return min(len(said), len(before)) >= LEAST and fuzz.token_sort_ratio(said, before) >= rules.likeness


def _tickets(matter: Matter) -> set[str]:
    return {f"T-{number}" for number in _TICKET.findall(_words(matter))}


def _references(matter: Matter) -> set[str]:
    """What names a thing: addresses of pages, order numbers, names in quotes, accounts."""
    words = _words(matter)
    pages = {url.rstrip("/.,)").lower() for url in _URL.findall(words)}
    numbers = {*_ORDER.findall(words), *_LONG_NUMBER.findall(words)}
    names = {(quoted or account).strip().casefold() for quoted, account in _PAGE.findall(words)[:_MOST_NAMES]}
    return pages | numbers | names


def _words(matter: Matter) -> str:
    """Without phone numbers, which stand below everything that somebody writes."""
    return _PHONE.sub(" ", f"{matter.subject}\n{matter.text[:_MOST_READ]}")
