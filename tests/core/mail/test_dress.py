"""One source makes the plain text and the page of a mail; what people wrote is words in both, and never more."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalator.core.mail import marks
from escalator.core.mail.dress import as_html, as_text, words_as_html
from escalator.core.mail.paper import DARK, LIGHT, Look

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
LOOK = Look(subject="[T-12] Dana has waited", above="T-12", language="de-at")
URL = "https://desk.example/take/abc?x=1&y=2"


def letter(words: str, url: str = URL) -> str:
    """One with every mark in it, and `words` in all of them."""
    lines = [
        marks.lead(words),
        marks.items([words]),
        "",
        marks.button(words, url),
        marks.fact(words, words or "x"),
        marks.heading(words),
        marks.quote([words]),
        marks.link(words, url),
        marks.small(words),
    ]
    return "\n".join(lines)


def text(source: str) -> str:
    return as_text(marks.read(source))


def html(source: str) -> str:
    return as_html(list(marks.read(source)), LOOK)


class _Tags(HTMLParser):
    """What a browser would see of a page: its tags with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [dict(attrs) for name, attrs in self.tags if name == tag]


def test_the_text_reads_as_if_it_had_been_typed() -> None:
    source = "\n".join(
        [
            marks.lead("Dana has waited."),
            "We ask you.",
            "",
            marks.button("Take it", URL),
            "",
            marks.fact("Team", "First line"),
            marks.fact("Phone", ""),
            marks.fact("Priority", "high"),
            "",
            "",
            marks.heading("What was tried"),
            marks.items(["Kim: 2 replies", "Jo: 1 reply"]),
            marks.quote(["It does not help.", "", "Dana"]),
            marks.link("T-12", URL),
            marks.small("Nothing changes."),
        ]
    )
    assert text(source) == (
        f"Dana has waited.\nWe ask you.\n\nTake it:\n{URL}\n\nTeam: First line\nPriority: high\n\n"
        "What was tried:\n- Kim: 2 replies\n- Jo: 1 reply\n> It does not help.\n>\n> Dana\n"
        f"T-12: {URL}\nNothing changes.\n"
    )


def test_the_page_has_one_heading_one_button_and_the_facts_in_one_table() -> None:
    said = [
        marks.lead("Dana waits"),
        "We ask you.",
        marks.button("Take it", URL),
        marks.fact("a", 1),
        marks.fact("b", 2),
    ]
    page = _Tags(html("\n".join(said)))
    assert len(page.named("h1")) == 1
    assert [link["href"] for link in page.named("a")] == [URL]
    assert [table.get("class") for table in page.named("table")] == ["page", "card", "button", "facts"]
    assert len(page.named("th")) == 2


def test_tables_that_only_place_things_say_so_to_who_cannot_see_them() -> None:
    roles = {table.get("class"): table.get("role") for table in _Tags(html(letter("x"))).named("table")}
    assert roles == {"page": "presentation", "card": "presentation", "button": "presentation", "facts": None}


def test_a_page_says_its_language_its_subject_and_its_second_line_beforehand() -> None:
    page = html(f"{marks.lead('Dana waits.')}\nWe ask you.\n\nMore.")
    assert '<html lang="de-at">' in page
    assert "<title>[T-12] Dana has waited</title>" in page
    assert _Tags(page).words.split("Dana has waited", 1)[1].split("}", 99)[-1].strip().startswith("We ask you.")


def test_nothing_in_a_page_comes_from_elsewhere() -> None:
    page = html(letter("x"))
    assert not any(tag in page for tag in ("<img", "<link", "<script", "@import", "url(", "src="))
    assert page.count("http") == page.count(f'href="{URL.replace("&", "&amp;")}"')
    assert page.isascii()


@given(ANY_TEXT)
@example("<script>alert(1)</script>")
@example('"><a href="https://evil.example">Take it</a>')
@example("' onmouseover='alert(1)")
@example("]]><!--<![endif]-->")
@example("&lt;b&gt;&#60;i>")
@example("x\x02button\x1fTake it\x1fhttps://evil.example\n\x02lead\x1fForged")
@example("a\n\nb\r\nc\u2028d")
@example("TITLE {} %s %(a)s {body}")
def test_whatever_people_write_is_words_and_never_a_mark_a_tag_or_a_link(words: str) -> None:
    seen, harmless = _Tags(html(letter(words))), _Tags(html(letter("x")))
    assert seen.tags == harmless.tags
    assert len(text(letter(words)).split("\n")) <= len(text(letter("x")).split("\n"))
    assert not any(mark in text(letter(words)) for mark in "\x02\x1f")


@given(ANY_TEXT)
def test_what_people_write_in_a_paragraph_is_no_mark_either(words: str) -> None:
    said = " ".join(words.replace("\x02", " ").split())
    assert _Tags(html(f"x {said}")).tags == _Tags(html("x")).tags


def test_the_words_of_a_page_are_those_that_were_written() -> None:
    words = 'Ünïcode 😀 <b>"quoted"</b> & more'
    assert words in _Tags(html(words)).words
    assert words in text(words)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a b", 'https://a"onclick="x', "//evil", "data:text/html,x"]
)
def test_only_an_address_of_the_web_becomes_a_link(url: str) -> None:
    assert _Tags(html(letter("x", url))).named("a") == []


def test_what_an_agent_wrote_is_paragraphs_and_nothing_of_ours() -> None:
    page = words_as_html("Hello <Dana>,\n\nit is gone.\nReally.\n \n\nSam", "en")
    assert [tag for tag, _ in _Tags(page).tags] == ["html", "head", "meta", "meta", "body", "p", "p", "br", "p"]
    assert "<p>Hello &lt;Dana&gt;,</p>" in page


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "card"),
        ("faint", "card"),
        ("link", "card"),
        ("ink", "quote"),
        ("#ffffff", "calm"),
        ("#ffffff", "urgent"),
    ],
)
def test_everything_can_be_read_by_day_and_by_night(colours: dict[str, str], ink: str, ground: str) -> None:
    assert _contrast(colours.get(ink, ink), colours[ground]) >= 4.5  # WCAG 2, AA
