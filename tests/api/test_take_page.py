"""The page behind the button in a mail, as its reader and as a mail scanner meet it."""

import re

import pytest

from tests.api.house import House
from tests.story import LEE, SAM, text_of

NOT_KEPT = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}


@pytest.fixture
def links(house: House) -> list[str]:
    """Where the mails to Lee (a warning, a second one) and Sam (the breach) lead."""
    house.sam.opens(subject="<script>alert(1)</script> & a page")
    house.story.passes(hours=4, minutes=1)
    assert house.story.told == [LEE, LEE, SAM]
    found = [re.search(r"/take/\S+", text_of(mail)) for mail in house.story.channel.mails]
    return [match[0] for match in found if match]


def test_the_page_shows_who_waits_since_when_and_one_button(house: House, links: list[str]) -> None:
    page = house.passer_by.gets(links[-1])
    assert page.status_code == 200
    assert "Dana Fox is waiting" in page.text
    assert "4 h 1 min" in page.text
    assert page.text.count("<button") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; a page" in page.text


def test_the_page_runs_no_script_and_is_not_kept_framed_or_passed_on(house: House, links: list[str]) -> None:
    for page in (house.passer_by.gets(links[-1]), house.passer_by.gets("/take/nonsense")):
        policy = page.headers["Content-Security-Policy"]
        assert {"default-src 'none'", "style-src 'self'", "frame-ancestors 'none'"} <= set(policy.split("; "))
        assert "unsafe" not in policy
        assert {name: page.headers[name] for name in NOT_KEPT} == NOT_KEPT
        assert "<script" not in page.text
        assert "style=" not in page.text


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_looking_changes_nothing(house: House, links: list[str], method: str) -> None:
    before = house.story.ticket("T-1").version
    assert house.passer_by.calls(method, links[-1]).status_code == 200
    assert house.story.ticket("T-1").version == before


def test_pressing_the_button_takes_the_case_and_pressing_twice_changes_nothing_more(
    house: House, links: list[str]
) -> None:
    pressed = house.passer_by.calls("POST", links[-1], headers={"Sec-Fetch-Site": "same-origin", "Origin": "null"})
    assert (pressed.status_code, "You have this case." in pressed.text, "<button" in pressed.text) == (
        200,
        True,
        False,
    )
    version = house.story.ticket("T-1").version
    assert "You have this case." in house.passer_by.calls("POST", links[-1]).text
    assert (house.story.ticket("T-1").owner, house.story.ticket("T-1").version) == (SAM, version)


def test_the_button_of_a_step_that_has_passed_says_who_is_asked_now(house: House, links: list[str]) -> None:
    pressed = house.passer_by.calls("POST", links[0])
    assert pressed.status_code == 200
    assert "This step has passed; Sam Seidel is asked now." in pressed.text
    assert house.story.ticket("T-1").owner is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://other.harbour.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost.evil.example"},
    ],
)
def test_a_button_on_another_site_is_refused(house: House, links: list[str], headers: dict[str, str]) -> None:
    refused = house.passer_by.calls("POST", links[-1], headers=headers)
    assert (refused.status_code, "another site" in refused.text) == (403, True)
    assert house.story.ticket("T-1").owner is None


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}, {"Origin": "null"}])
def test_an_old_browser_that_says_less_can_press_the_button(
    house: House, links: list[str], headers: dict[str, str]
) -> None:
    assert "You have this case." in house.passer_by.calls("POST", links[-1], headers=headers).text


def test_an_unknown_link_is_a_page_that_says_so(house: House, links: list[str]) -> None:
    for method in ("GET", "POST"):
        refused = house.passer_by.calls(method, "/take/" + "x" * 43)
        assert (refused.status_code, refused.mimetype) == (404, "text/html")
        assert "unknown or has expired" in refused.text
