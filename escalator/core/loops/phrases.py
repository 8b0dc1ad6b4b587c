"""Phrases as a net of words: a text is searched for all of them at once, in time that grows only with its length.

Shipped phrases have choices in brackets, which a question mark makes optional: `(speak|talk) to a (real)? person`.
`~` stands for none to three words of any kind; a full stop means that the sentence begins or ends there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from .words import PAUSE, STOP, words_of

_PART = re.compile(r"\(([^()]*)\)(\??)|(~)|([^()~]+)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_Options = list[list[str]]

_ANY = "~"
"""Any word that says no more than itself; no text has this among its words."""
_MOST_ANY = 3
_NEVER_ANY = frozenset(
    f"{STOP} not no dont doesnt didnt never without nobody nicht kein keine keinen keinem keiner ohne nie niemand"
    " pas plus aucun aucune sans inutile jamais sin nunca ningun ninguna nao sem nenhum nenhuma".split()
)
"""What turns a sentence round is not skipped: whoever wants *no* call wants none."""
_TURNS = frozenset({STOP, PAUSE, "but", "aber", "sondern", "mais", "pero", "sino", "mas"})
"""Behind these a negation denies nothing any more."""
_REACH = 4
"""How many words after it a negation denies."""


class _Node:
    """A place within phrases: which words lead on from here, and what has been said if nothing more is needed."""

    __slots__ = ("meanings", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, list[_Node]] = {}
        self.meanings: set[str] = set()

    def leads(self, word: str, to: "_Node") -> None:
        self.steps.setdefault(word, []).append(to)

    def after(self, word: str, *, any_may: bool) -> Iterable["_Node"]:
        exact = self.steps.get(word, ())
        return (*exact, *self.steps[_ANY]) if any_may and _ANY in self.steps else exact


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
        self._net = _Node()
        self._negations = _Node()
        self._certain = frozenset(certain)
        for meaning, phrases in shipped.items():
            _plant(self._net, meaning, map(_parts, phrases))
        for meaning, phrases in written.items():
            _plant(self._net, meaning, ([_spellings(phrase)] for phrase in phrases))
        _plant(self._negations, "no", map(_parts, negations))
        _join_beginnings(self._net)

    def meanings(self, text: str) -> set[str]:
        """What the text says."""
        words = [STOP, *words_of(text), STOP]
        found: set[str] = set()
        denied_until = -1
        for place, word in enumerate(words):
            denied_until = -1 if word in _TURNS else denied_until
            if word == PAUSE:
                continue
            if word in self._net.steps:
                for _, said in _phrases_at(self._net, words, place):
                    found |= said & self._certain if place <= denied_until else said
            # Only now: a phrase that says no itself may begin with the same word and is not denied by it.
            if word in self._negations.steps:
                for end, _ in _phrases_at(self._negations, words, place):
                    denied_until = end + _REACH
        return found


def _parts(phrase: str) -> list[_Options]:
    """The parts of a shipped phrase, each with the words that may stand there, none of them if it is optional."""
    parts = []
    for choices, optional, gap, plain in _PART.findall(phrase):
        options = [said for option in (plain or choices).split("|") for said in _spellings(option)]
        if gap:
            parts += [[[_ANY], []]] * _MOST_ANY
        elif plain.strip() or choices:
            parts.append([*options, []] if optional else options)
    return parts


def _spellings(written: str) -> _Options:
    """Its words; who has no umlauts on the keyboard writes two letters."""
    return [[word for word in words_of(spelt) if word != PAUSE] for spelt in {written, written.translate(_UMLAUTS)}]


def _plant(net: _Node, meaning: str, phrases: Iterable[Iterable[_Options]]) -> None:
    for parts in phrases:
        ends = [net]
        for options in parts:
            ends = _grown(ends, options)
        for node in ends:
            if node is not net:
                node.meanings.add(meaning)


def _grown(ends: list[_Node], options: _Options) -> list[_Node]:
    """Where a phrase that came to `ends` may stand after one part more."""
    after = _Node()
    for words in filter(None, options):
        step = after
        for word in reversed(words[1:]):
            step, behind = _Node(), step
            step.leads(word, behind)
        for node in ends:
            node.leads(words[0], step)
    return [after, *ends] if [] in options else [after]


def _join_beginnings(net: _Node) -> None:
    """One node for all phrases that begin with the same word: at most words of a text no other is looked at."""
    for word, nodes in net.steps.items():
        joined = _Node()
        for node in nodes:
            joined.meanings |= node.meanings
            for following, after in node.steps.items():
                joined.steps.setdefault(following, []).extend(after)
        net.steps[word] = [joined]


def _phrases_at(net: _Node, words: Sequence[str], start: int) -> Iterator[tuple[int, set[str]]]:
    """Where the phrases that begin at `start` end, and what they mean; the longest comes last."""
    nodes: Collection[_Node] = (net,)
    paused = False
    for place in range(start, len(words)):
        word = words[place]
        if word == PAUSE:
            paused = True
            continue
        any_may = not paused and word not in _NEVER_ANY
        paused = False
        reached = [after for node in nodes for after in node.after(word, any_may=any_may)]
        if not reached:
            return
        nodes = reached if len(reached) == 1 else set(reached)
        for node in nodes:
            if node.meanings:
                yield place, node.meanings
