"""Templates that stand in a desk: they may do little, so that none runs for ever or fills the memory."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import Template, TemplateSyntaxError, meta, nodes

from escalator.core.mail.marks import MARKS

from .sandbox import Room, Words

LONGEST_MADE = 100_000
"""Characters that a template may make."""
_MOST_LOOPS = 2
_MOST_KEPT = 500

# Without variables, macros, methods and sums nothing can grow, and a loop over what is given ends.
_MAY_STAND = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.List),
    *(nodes.If, nodes.For, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand),
    *(nodes.Concat, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.FilterBlock, nodes.Test, nodes.Call),
    *(nodes.Include, nodes.FromImport),
)
_FILTERS = frozenset({"default", "lower", "upper", "capitalize", "trim", "length", "first", "last", *MARKS})


class OwnTemplates:
    """They run in the same room as ours, and may include those."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._ready: dict[str, Template] = {}

    def fill(self, source: str, words: Words) -> str:
        """What the template makes; raises what Jinja raises, and `ValueError` when it makes too much."""
        made: list[str] = []
        size = 0
        for piece in self._compiled(source).generate(words):
            made.append(piece)
            size += len(piece)
            if size > LONGEST_MADE:
                raise ValueError(f"it makes more than {LONGEST_MADE} characters")
        return "".join(made)

    def unknown_words(self, source: str, words: Words) -> list[str]:
        """The names that nobody gives it, in any of its branches; raises what is wrong with the template itself."""
        # Judged first: who looks for names works out the sums of constants on the way, however large they are.
        used = meta.find_undeclared_variables(self._harmless(source))
        return sorted(used - words.keys() - MARKS.keys())

    def _compiled(self, source: str) -> Template:
        if source not in self._ready:
            if len(self._ready) >= _MOST_KEPT:
                self._ready.clear()
            self._ready[source] = self._room.from_string(self._harmless(source))
        return self._ready[source]

    def _harmless(self, source: str) -> nodes.Template:
        tree = self._room.parse(source)
        imported = {name for node in tree.find_all(nodes.FromImport) for name in node.names if isinstance(name, str)}
        rules = _rules(imported | MARKS.keys(), self._room.files)
        for node in _below(tree):
            if not isinstance(node, _MAY_STAND):
                raise TemplateSyntaxError(f"a template of a desk has no {type(node).__name__.lower()}", node.lineno)
            complaint = rules.get(type(node), _no_complaint)(node)
            if complaint:
                raise TemplateSyntaxError(complaint, node.lineno)
        if _depth(tree) > _MOST_LOOPS:
            raise TemplateSyntaxError(f"loops stand at most {_MOST_LOOPS} deep in each other", tree.lineno)
        return tree


def _below(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _below(child)


def _depth(tree: nodes.Node) -> int:
    """How deep its loops stand in each other."""
    inside = max(map(_depth, tree.iter_child_nodes()), default=0)
    return inside + isinstance(tree, nodes.For)


def _no_complaint(_: nodes.Node) -> str:
    return ""


def _rules(may_call: set[str], files: frozenset[str]) -> Mapping[type[nodes.Node], Callable[[Any], str]]:
    """What is asked of those that may stand here, but not in every form; each answers with a complaint or nothing."""
    calls, filters = (", ".join(sorted(names)) for names in (may_call, _FILTERS))

    def loop(node: nodes.For) -> str:
        given = isinstance(node.iter, (nodes.Name, nodes.Getattr)) and not node.recursive
        return "" if given else "a loop goes over what the letter knows, like `question`, and nothing else"

    def call(node: nodes.Call) -> str:
        known = isinstance(node.node, nodes.Name) and node.node.name in may_call
        known = known and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        return "" if known else f"only these can be called: {calls}"

    def filtered(node: nodes.Filter) -> str:
        return "" if node.name in _FILTERS else f"there is no filter {node.name}; known are {filters}"

    def tested(node: nodes.Test) -> str:
        return "" if node.name == "defined" else f"there is no test {node.name}"

    def taken_in(node: nodes.Include | nodes.FromImport) -> str:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        return "" if name in files else "only files that Escalator ships can be included, by their names"

    return {
        nodes.For: loop,
        nodes.Call: call,
        nodes.Filter: filtered,
        nodes.Test: tested,
        nodes.Include: taken_in,
        nodes.FromImport: taken_in,
    }
