"""The page on which customers end what they do not need, as they, their mail reader and a scanner meet it."""

import re

import pytest

from tests.api.house import House
from tests.story import SAM, text_of

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def link(house: House) -> str:
    """Where the acknowledgement of Dana's first mail leads."""
    house.story.opened("a page under our name", channel="email")
    house.story.drains()
    [mail] = house.story.channel.mails
    assert house.story.told == ["dana@city.example"]
    assert "unsubscribe" not in text_of(mail)
    match = re.fullmatch(r"<https://support\.harbour\.example(/unsubscribe/\S+)>", mail["List-Unsubscribe"])
    assert match
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return match[1]


def opens_another(house: House) -> list[str]:
    house.story.sleeps(days=2)
    house.story.opened("another page", channel="email")
    return [person for person in house.story.told if person == "dana@city.example"]


def test_one_click_in_a_mail_reader_ends_it_from_any_site_and_twice_is_once(house: House, link: str) -> None:
    for _ in range(2):
        from_reader = {"Sec-Fetch-Site": "cross-site", "Origin": "https://webmail.example"}
        assert house.passer_by.calls("POST", link, data=ONE_CLICK, headers=from_reader).status_code == 200
    assert opens_another(house) == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_looking_ends_nothing(house: House, link: str, method: str) -> None:
    assert house.passer_by.calls(method, link).status_code == 200
    assert opens_another(house) == ["dana@city.example"]


def test_the_page_shows_one_button_and_then_how_to_undo_it(house: House, link: str) -> None:
    page = house.passer_by.gets(link)
    assert (page.text.count("<button"), "no more of these" in page.text) == (1, True)
    ended = house.passer_by.calls("POST", link)
    assert "You get no more of these" in ended.text
    assert "Send them again" in ended.text
    again = house.passer_by.calls("POST", link, data={"again": "yes"})
    assert "Mail that you can do without" in again.text
    assert opens_another(house) == ["dana@city.example"]


def test_what_people_write_still_arrives(house: House, link: str) -> None:
    house.passer_by.calls("POST", link, data=ONE_CLICK)
    house.story.replies("T-1", by=SAM, body="The page is gone.")
    [(address, mail)] = house.story.answers
    assert (address, mail["List-Unsubscribe"]) == ("dana@city.example", None)


@pytest.mark.parametrize("token", ["nonsense", "", "A" * 24 + "ZGFuYUBjaXR5LmV4YW1wbGU", "%C3%A9", "x" * 3000])
def test_a_made_up_link_ends_nothing(house: House, token: str) -> None:
    for method in ("GET", "POST"):
        assert house.passer_by.calls(method, f"/unsubscribe/{token}").status_code == 404


def test_the_page_is_not_kept_framed_or_passed_on(house: House, link: str) -> None:
    for page in (house.passer_by.gets(link), house.passer_by.gets("/unsubscribe/nonsense")):
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
        assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
        assert "<script" not in page.text
