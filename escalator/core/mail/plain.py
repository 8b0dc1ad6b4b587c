"""Make plain text of HTML: cleaned first, then read in one pass; quotes keep their `>` and links their address."""

import re
from html import unescape

import nh3

HTML_CHARACTERS = 256 * 1024
HTML_DEPTH = 200

_BLOCKS = {"p", "div", "tr", "ul", "ol", "table", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
_TAGS = _BLOCKS | {"br", "li", "td", "th", "a"}
_APART = {"p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
# As nh3 writes them: names in small letters, values in double quotes.
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*)>')
_HREF = re.compile(r' href="([^"]*)"')
_ANY_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_VOID = {"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "source", "wbr", "p", "li", "td", "tr"}
_SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
_GAPS = re.compile(r"\n{3,}")


def is_too_big(html: str) -> bool:
    """Whether `html` is longer, or nested deeper, than is cleaned (mail.md, 7)."""
    return len(html) > HTML_CHARACTERS or _depth(html) > HTML_DEPTH


def plain(html: str) -> str:
    """The text that a person would see. Takes what is not `is_too_big`."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "title"},
        attributes={"a": {"href"}},
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    return _Page(clean).text()


class _Page:
    """Lines that grow while the tags go by."""

    def __init__(self, clean: str) -> None:
        self._clean = clean
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes, self._literal = 0, 0
        self._href, self._link_text = "", ""

    def text(self) -> str:
        at = 0
        for tag in _TOKEN.finditer(self._clean):
            self._say(self._clean[at : tag.start()])
            (self._close if tag[1] else self._open)(tag[2], tag[3])
            at = tag.end()
        self._say(self._clean[at:])
        self._end_line()
        return _GAPS.sub("\n\n", "\n".join(self._lines)).strip("\n")

    def _say(self, escaped: str) -> None:
        said = unescape(escaped)
        if self._literal:
            *whole, last = said.split("\n")
            for line in whole:
                self._line.append(line)
                self._end_line(keep=True)
            self._line.append(last)
            return
        said = _SPACES.sub(" ", said)
        self._link_text += said
        if said.strip() or (said and self._line):
            self._line.append(said if self._line else said.lstrip())

    def _open(self, name: str, attributes: str) -> None:
        if name in _BLOCKS or name in ("li", "br"):
            self._end_line(keep=name == "br")
        if name in _APART:
            self._gap()
        if name == "blockquote":
            self._quotes += 1
        elif name == "pre":
            self._literal += 1
        elif name == "li":
            self._line.append("- ")
        elif name in ("td", "th") and self._line:
            self._line.append(" ")
        elif name == "a":
            href = _HREF.match(attributes)
            self._href, self._link_text = (unescape(href[1]) if href else ""), ""

    def _close(self, name: str, _: str) -> None:
        if name == "a":
            self._name_the_link()
        if name in _BLOCKS or name == "li":
            self._end_line()
        if name == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif name == "pre":
            self._literal = max(0, self._literal - 1)
        if name in _APART:
            self._gap()

    def _name_the_link(self) -> None:
        said = self._link_text.strip().removesuffix("/")
        address = self._href.removeprefix("mailto:").removesuffix("/")
        if address and said != address and said not in (address.removeprefix("https://"), address[7:]):
            self._line.append(f" <{self._href}>" if said else f"<{self._href}>")
        self._href = ""

    def _end_line(self, keep: bool = False) -> None:
        line = "".join(self._line).rstrip()
        if line or keep:
            self._lines.append("> " * min(self._quotes, 20) + line)
        self._line = []

    def _gap(self) -> None:
        if self._lines and self._lines[-1].strip("> "):
            self._lines.append("> " * min(self._quotes, 20))


def _depth(html: str) -> int:
    """How deep the tags are nested at most, taking it that each one is closed that has to be."""
    depth = deepest = 0
    for tag in _ANY_TAG.finditer(html):
        if tag[2].lower() not in _VOID:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest
