"""Phrases as a tree of words: a text is searched for all of them at once, in time that grows only with its length.

Shipped phrases have choices in brackets: `(speak|talk) to a (real|) person`; an empty choice may be left out, and a
full stop means that the sentence ends there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .words import PAUSE, STOP, words_of

_PART = re.compile(r"\(([^()]*)\)|([^()]+)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_Tree = dict[str, Any]
_Options = list[list[str]]

_MEANINGS = ""
"""The key of a node that ends a phrase; no word is empty."""
_TURNS = frozenset({STOP, PAUSE, "but", "aber", "sondern", "mais", "pero", "sino", "mas"})
"""Behind these a negation denies nothing any more."""
_REACH = 4
"""How many words after it a negation denies."""


class Phrasebook:
    """Phrases by what they mean, and `negations` that deny those right behind them in the same sentence.

    `certain` meanings are never denied: their phrases say no themselves. `written` phrases are taken as they stand.
    """

    def __init__(
        self,
        shipped: Mapping[str, Iterable[str]],
        written: Mapping[str, Iterable[str]],
        negations: Iterable[str] = (),
        certain: Iterable[str] = (),
    ) -> None:
        self._tree: _Tree = {}
        self._negations: _Tree = {}
        self._certain = frozenset(certain)
        for meaning, phrases in shipped.items():
            _plant(self._tree, meaning, map(_parts, phrases))
        for meaning, phrases in written.items():
            _plant(self._tree, meaning, ([_spellings(phrase)] for phrase in phrases))
        _plant(self._negations, "no", map(_parts, negations))

    def meanings(self, text: str) -> set[str]:
        """What the text says."""
        words = [*words_of(text), STOP]
        found: set[str] = set()
        denied_until = -1
        for place, word in enumerate(words):
            denied_until = -1 if word in _TURNS else denied_until
            if word in self._negations:
                for end, _ in _phrases_at(self._negations, words, place):
                    denied_until = end + _REACH
            if word in self._tree:
                for _, said in _phrases_at(self._tree, words, place):
                    found |= said & self._certain if place <= denied_until else said
        return found


def _parts(phrase: str) -> list[_Options]:
    """The parts of a shipped phrase, each with the words that may stand there."""
    return [
        [said for option in (plain or options).split("|") for said in _spellings(option)]
        for options, plain in _PART.findall(phrase)
    ]


def _spellings(written: str) -> _Options:
    """Its words; who has no umlauts on the keyboard writes two letters."""
    return [words_of(spelt) for spelt in {written, written.translate(_UMLAUTS)}]


def _plant(tree: _Tree, meaning: str, phrases: Iterable[Iterable[_Options]]) -> None:
    for parts in phrases:
        ends = [tree]
        for options in parts:
            ends = [_grown(node, words) for node in ends for words in options]
        for node in ends:
            if node is not tree:
                node.setdefault(_MEANINGS, set()).add(meaning)


def _grown(node: _Tree, words: Iterable[str]) -> _Tree:
    for word in words:
        node = node if word == PAUSE else node.setdefault(word, {})
    return node


def _phrases_at(tree: _Tree, words: Sequence[str], start: int) -> Iterator[tuple[int, set[str]]]:
    """Where the phrases that begin at `start` end, and what they mean; the longest comes last."""
    node = tree
    for place in range(start, len(words)):
        if words[place] == PAUSE:
            continue
        if words[place] not in node:
            return
        node = node[words[place]]
        if _MEANINGS in node:
            yield place, node[_MEANINGS]
