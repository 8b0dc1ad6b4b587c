"""Groups whose commands are imported when somebody names them: whoever takes in a mail must not wait for the rest."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """`lazy` says where each command stands, like `mail_ingest:ingest`; the list of them all imports all."""

    def __init__(self, *words: Any, lazy: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*words, **settings)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *self._lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._lazy[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f".{module}", __package__), name)
        return command
