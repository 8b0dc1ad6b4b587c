"""The desk as those may read it who may not know its secrets: without the addresses of channels and webhooks."""

from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

HIDDEN = "(hidden)"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def without_addresses(document: str) -> str:
    """`document`, which was checked, with `(hidden)` where a channel's or a webhook's address or secret stands."""
    root = yaml.compose(document, Loader=_LOADER)
    shown, end = "", 0
    for node in sorted(_secrets(root), key=lambda node: node.start_mark.index):
        shown += document[end : node.start_mark.index] + f'"{HIDDEN}"'
        end = node.end_mark.index
        # A block of text ends with its line.
        shown += "\n" if document[end - 1] == "\n" else ""
    return shown + document[end:]


def _secrets(root: Node | None) -> Iterator[ScalarNode]:
    for agent in _values(_at(root, "agents")):
        channels = _at(agent, "channels")
        entries = channels.value if isinstance(channels, SequenceNode) else []
        for entry in entries:
            yield from _texts(entry if isinstance(entry, MappingNode) else None)
    yield from _texts(_at(root, "webhooks"))


def _at(node: Node | None, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else []
    return next((value for said, value in pairs if said.value == key), None)


def _values(node: Node | None) -> list[Node]:
    return [value for _, value in node.value] if isinstance(node, MappingNode) else []


def _texts(node: Node | None) -> Iterator[ScalarNode]:
    """All texts below `node`, but no keys."""
    if isinstance(node, ScalarNode):
        yield node
    for inner in _values(node):
        yield from _texts(inner)
