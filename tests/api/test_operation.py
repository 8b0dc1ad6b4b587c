"""Alive, ready, counted; and what callers hear when the database does not answer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.app import create_app
from escalator.bootstrap import build
from tests.api.house import A_REQUEST, Caller, House, refusal
from tests.story import settings


@pytest.fixture(params=["sqlite", "postgresql"])
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Caller]:
    """A caller of a service whose database is not there."""
    urls = {
        "sqlite": f"sqlite:///{tmp_path}/no/such/folder/db.sqlite",
        "postgresql": "postgresql://escalator@127.0.0.1:1/escalator",
    }
    app = build(replace(settings(""), database_url=urls[request.param]))
    yield Caller(create_app(app), "esc_a-key-that-nobody-can-look-up")
    app.close()


def test_without_a_database_callers_are_asked_to_come_again(broken: Caller) -> None:
    for answer in (broken.gets("/v1/tickets"), broken.posts("/v1/tickets", A_REQUEST), broken.gets("/metrics")):
        assert refusal(answer) == (503, "unavailable")
        assert answer.headers["Retry-After"] == "5"


def test_without_a_database_the_process_is_alive_and_not_ready(broken: Caller) -> None:
    assert broken.gets("/healthz").status_code == 200
    assert refusal(broken.gets("/readyz")) == (503, "unavailable")


def test_without_a_database_the_page_behind_a_mail_says_so(broken: Caller) -> None:
    page = broken.gets("/take/token")
    assert (page.status_code, page.mimetype, page.headers["Cache-Control"]) == (503, "text/html", "no-store")


def test_ready_means_that_somebody_sweeps_and_sends(house: House) -> None:
    waiting = house.passer_by.gets("/readyz")
    assert refusal(waiting) == (503, "not_ready")
    assert [trouble[:20] for trouble in waiting.json["troubles"]] == [
        "no sign of the sweep",
        "no sign of the maile",
        "no sign of the reade",
    ]
    house.story.app.deadlines.beat()
    house.story.drains()
    house.story.app.incoming.work()
    assert house.passer_by.gets("/readyz").json == {"ready": True, "held_mails": 0, "quarantined_mails": 0}


def test_metrics_count_what_is_late_and_say_nothing_of_customers(house: House) -> None:
    house.sam.opens()
    house.story.sleeps(hours=2, seconds=1)
    told = house.passer_by.gets("/metrics")
    assert told.content_type.startswith("text/plain; version=0.0.4")
    numbers = dict(line.rsplit(" ", 1) for line in told.text.splitlines() if not line.startswith("#"))
    assert numbers["escalator_deadlines_overdue"] == "1"
    assert float(numbers["escalator_deadlines_oldest_overdue_timestamp_seconds"]) == 1794823200.0
    assert numbers["escalator_deadlines_quarantined"] == "0"
    assert "dana" not in told.text


def test_mail_that_nobody_reads_is_a_trouble_and_mail_that_nobody_can_read_is_a_number(house: House) -> None:
    house.story.app.deadlines.beat()
    house.story.drains()
    house.quarantines()
    assert house.passer_by.gets("/readyz").json == {"ready": True, "held_mails": 0, "quarantined_mails": 1}
    mail = {"data": b"From: dana@city.example\r\n\r\nhello", "content_type": "message/rfc822"}
    house.form.calls("POST", "/v1/inbound/email", **mail)
    house.story.sleeps(minutes=2, seconds=1)
    told = house.passer_by.gets("/readyz").json["troubles"]
    assert [trouble for trouble in told if trouble.startswith("mail has waited to be read since 2026-11-16T08:00")]
    assert "dana" not in str(told)
    metrics = house.passer_by.gets("/metrics").text
    assert 'escalator_inbound_mails{state="quarantined"} 1' in metrics
    assert 'escalator_inbound_mails{state="waiting"} 1' in metrics


def test_a_wrong_schema_is_a_trouble_that_names_the_remedy(tmp_path: Path) -> None:
    app = build(settings(f"sqlite:///{tmp_path}/empty.sqlite"))
    answer = Caller(create_app(app)).gets("/readyz")
    assert refusal(answer) == (503, "not_ready")
    assert "run `escalator migrate`" in answer.json["detail"]
    app.close()
