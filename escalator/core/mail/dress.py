"""Turn what a template has made into the plain text and the HTML of one mail; nobody's words become markup in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from .marks import Line, Shape, is_web_address
from .paper import FONT, LIGHT, Look, page, plain_page

Parts = tuple[str, ...]

_GAP, _GAPS, _BETWEEN = "\n\n", re.compile(r"\n{3,}"), re.compile(r"\n\s*\n")
_GROWING = (Shape.PARAGRAPH, Shape.FACT, Shape.LINK)
_BREAK = "<br>\n"


def as_text(said: Iterable[Line]) -> str:
    """The plain text: what stands in the template, its marks as a typewriter would set them."""
    typed = "\n".join(_TYPED[shape](parts) for shape, parts in said)
    return f"{_GAPS.sub(_GAP, typed).strip()}\n"


def as_html(said: Sequence[Line], look: Look) -> str:
    """The same as a page: in ASCII, without pictures, scripts or anything from elsewhere."""
    return _ascii(page("\n".join(_blocks(said)), _preview(said), look))


def words_as_html(text: str, language: str) -> str:
    """What a person wrote, as paragraphs and nothing else."""
    paragraphs = [block for block in _BETWEEN.split(text.strip()) if block]
    body = "\n".join(f"<p>{_BREAK.join(map(escape, block.splitlines()))}</p>" for block in paragraphs)
    return _ascii(plain_page(body, language))


def _ascii(html: str) -> str:
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _preview(said: Sequence[Line]) -> str:
    """What a mail client shows beside the subject: the second line, because the subject has said the first."""
    rows = [parts[0] for shape, parts in said if shape in (Shape.LEAD, Shape.PARAGRAPH)]
    return escape(" ".join(rows[1:2]))


def _blocks(said: Sequence[Line]) -> Iterator[str]:
    """Lines that belong together grow into one block; a gap or another shape ends it."""
    for (shape, _), group in groupby(enumerate(said), _one_block):
        if shape is not Shape.GAP:
            yield _SET[shape]([parts for _, (_, parts) in group])


def _one_block(numbered: tuple[int, Line]) -> tuple[Shape, int]:
    number, (shape, _) = numbered
    return shape, 0 if shape in _GROWING else number


def _paragraph(rows: Sequence[Parts]) -> str:
    said = _BREAK.join(escape(parts[0]) for parts in rows)
    return f'<p style="margin:0 0 18px">{said}</p>'


def _lead(rows: Sequence[Parts]) -> str:
    return f'<h1 style="margin:0 0 10px;font:700 22px/30px {FONT}">{escape(rows[0][0])}</h1>'


def _heading(rows: Sequence[Parts]) -> str:
    return f'<h2 style="margin:26px 0 8px;font:700 16px/24px {FONT}">{escape(rows[0][0])}</h2>'


def _small(rows: Sequence[Parts]) -> str:
    style = f"margin:0 0 12px;font-size:13px;line-height:20px;color:{LIGHT['faint']}"
    return f'<p class="faint" style="{style}">{escape(rows[0][0])}</p>'


def _quote(rows: Sequence[Parts]) -> str:
    style = (
        f"margin:0 0 14px;padding:12px 16px;border-left:4px solid {LIGHT['edge']};"
        f"background-color:{LIGHT['quote']};color:{LIGHT['ink']}"
    )
    said = _BREAK.join(map(escape, rows[0]))
    return f'<blockquote class="quote" dir="auto" style="{style}">{said}</blockquote>'


def _items(rows: Sequence[Parts]) -> str:
    said = "\n".join(f'<li style="margin:0 0 4px">{escape(item)}</li>' for item in rows[0])
    return f'<ul style="margin:0 0 18px;padding-left:22px">\n{said}\n</ul>'


def _facts(rows: Sequence[Parts]) -> str:
    said = "\n".join(_FACT % (escape(label), escape(value)) for label, value in rows)
    return f'<table class="facts" width="100%" cellpadding="0" cellspacing="0" style="{_TABLE}">\n{said}\n</table>'


_TABLE = "margin:0 0 18px;border-collapse:collapse;font-size:15px;line-height:22px"
_CELL = f"padding:8px 0;border-bottom:1px solid {LIGHT['line']};vertical-align:top"
_FACT = (
    f'<tr><th class="faint rule" scope="row" align="left" width="34%%" style="{_CELL};padding-right:16px;'
    f'font-weight:400;color:{LIGHT["faint"]}">%s</th>'
    f'<td class="rule" align="left" dir="auto" style="{_CELL}">%s</td></tr>'
)


def _button(rows: Sequence[Parts]) -> str:
    """A link that looks like a button where there is style, and is a link where there is none."""
    label, url = rows[0]
    if not is_web_address(url):
        return _paragraph([(label,), (url,)])
    style = f"display:inline-block;padding:13px 28px;font:600 16px/22px {FONT};color:#ffffff;text-decoration:none"
    return (
        '<table role="presentation" class="button" cellpadding="0" cellspacing="0" border="0" '
        f'style="margin:6px 0 26px"><tr><td class="calm" align="center" '
        f'style="border-radius:6px;background-color:{LIGHT["calm"]}">'
        f'<a href="{escape(url)}" style="{style}">{escape(label)}</a></td></tr></table>'
    )


def _links(rows: Sequence[Parts]) -> str:
    said = _BREAK.join(_link(text, url) for text, url in rows)
    return f'<p style="margin:0 0 18px">{said}</p>'


def _link(text: str, url: str) -> str:
    if not is_web_address(url):
        return escape(f"{text}: {url}")
    return f'<a class="link" href="{escape(url)}" style="color:{LIGHT["link"]}">{escape(text)}</a>'


_SET: Mapping[Shape, Callable[[Sequence[Parts]], str]] = {
    Shape.PARAGRAPH: _paragraph,
    Shape.LEAD: _lead,
    Shape.HEADING: _heading,
    Shape.SMALL: _small,
    Shape.QUOTE: _quote,
    Shape.ITEMS: _items,
    Shape.FACT: _facts,
    Shape.BUTTON: _button,
    Shape.LINK: _links,
}

_TYPED: Mapping[Shape, Callable[[Parts], str]] = {
    Shape.PARAGRAPH: lambda parts: parts[0],
    Shape.GAP: lambda _: "",
    Shape.LEAD: lambda parts: parts[0],
    Shape.HEADING: lambda parts: f"{parts[0]}:",
    Shape.SMALL: lambda parts: parts[0],
    Shape.QUOTE: lambda parts: "\n".join(f"> {line}".rstrip() for line in parts),
    Shape.ITEMS: lambda parts: "\n".join(f"- {item}" for item in parts),
    Shape.FACT: lambda parts: f"{parts[0]}: {parts[1]}",
    Shape.BUTTON: lambda parts: f"{parts[0]}:\n{parts[1]}",
    Shape.LINK: lambda parts: f"{parts[0]}: {parts[1]}",
}
