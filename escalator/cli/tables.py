"""Tables on a terminal, and the same without frames where the output goes into a file or a pipe."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 200


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """A table whose cells are shown as they are; columns behind the first are aligned by what they hold."""
    shown = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    cells = [list(row) for row in rows]
    for number, column in enumerate(columns):
        counts = bool(cells) and all(isinstance(row[number], int | float) for row in cells)
        shown.add_column(column, justify="right" if counts else "left")
    for row in cells:
        # As Text, so that what a customer wrote is never read as markup.
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    return shown


def show(*tables: Table) -> None:
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    for each in tables:
        console.print(each)
