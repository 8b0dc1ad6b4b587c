"""Replies that real mail programs wrote, with the text that people say should remain."""

import csv
import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

from escalator.core.mail.quotes import reply_of

RIGHT = 0.85


def test_most_reply_bodies_are_cut_exactly_and_none_is_emptied(shared_data: Path) -> None:
    bodies = sorted((shared_data / "reply_bodies" / "emails").glob("*.txt"))
    wrong, emptied = [], []
    for body in bodies:
        text = body.read_text(encoding="utf-8")
        expected = (shared_data / "reply_bodies" / "trimmed" / body.name).read_text(encoding="utf-8")
        reply = reply_of(text).text
        if reply.strip() != expected.strip():
            wrong.append(body.name)
        if text.strip() and not reply.strip():
            emptied.append(body.name)
    assert bodies
    assert not emptied
    assert len(bodies) - len(wrong) >= RIGHT * len(bodies), f"not exactly right, of {len(bodies)}: {wrong}"
    # Nothing but announcements: nobody said anything, but a message is not emptied.
    assert wrong == ["spam_1.txt"]


def test_most_replies_of_the_mail_collection_are_cut_exactly(shared_data: Path) -> None:
    wrong, rows = [], _rows_with_reply(shared_data)
    for row in rows:
        mail = email.message_from_bytes(
            (shared_data / "emails" / row["file"]).read_bytes(), policy=email.policy.default
        )
        assert isinstance(mail, EmailMessage)
        part = mail.get_body(("plain",))
        assert part is not None
        reply = reply_of(part.get_content().replace("\r\n", "\n")).text
        if reply.strip() != row["reply_text"].strip():
            wrong.append(row["file"])
    # It expects the signature below "-- " to stay, which we cut (rule 6).
    assert wrong == ["replies_with_quotes/talon__sparrow.eml"], f"not exactly right, of {len(rows)}: {wrong}"


def _rows_with_reply(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "emails" / "index.csv").open(encoding="utf-8", newline="") as index:
        return [row for row in csv.DictReader(index) if row["reply_text"]]
