"""168 real mails that programs and people have sent, and what is known of them."""

import csv
from pathlib import Path

import pytest

from escalator.core.mail.incoming import IncomingMail, MailClass
from escalator.core.mail.reading import read

Row = dict[str, str]


@pytest.fixture(scope="module")
def known(shared_data: Path) -> list[tuple[Row, IncomingMail]]:
    folder = shared_data / "emails"
    with (folder / "index.csv").open(encoding="utf-8", newline="") as index:
        return [(row, read((folder / row["file"]).read_bytes())) for row in csv.DictReader(index)]


def test_machine_or_person_is_told_right_on_nearly_all(known: list[tuple[Row, IncomingMail]]) -> None:
    judged = [(row, mail) for row, mail in known if row["expect_auto"] and row["basis"] != "reader"]
    wrong = [row["file"] for row, mail in judged if (mail.kind is not MailClass.HUMAN) != (row["expect_auto"] == "1")]
    assert len(judged) > 100
    assert len(wrong) <= 0.02 * len(judged), wrong


def test_every_bounce_is_known_for_one(known: list[tuple[Row, IncomingMail]]) -> None:
    missed = [row["file"] for row, mail in known if row["expect_bounce"] == "1" and mail.kind is not MailClass.BOUNCE]
    assert missed == []


def test_who_was_not_reached_is_found(known: list[tuple[Row, IncomingMail]]) -> None:
    judged = [(row, mail) for row, mail in known if row["bounce_recipients"]]
    wrong = [
        row["file"]
        for row, mail in judged
        if {one.recipient.lower() for one in mail.bounced} != set(row["bounce_recipients"].lower().split("|"))
    ]
    assert judged
    assert wrong == []


def test_no_address_is_given_up_that_may_recover(known: list[tuple[Row, IncomingMail]]) -> None:
    """`hard_bounce` is the judgement of another library, which sees a mailbox behind some 5.1.1 and 5.2.1."""
    judged = [(row, mail) for row, mail in known if row["bounce_status"] and mail.bounced]
    told = [
        (row["hard_bounce"].split("|"), [str(one.permanent).lower() for one in mail.bounced]) for row, mail in judged
    ]
    assert sum(ours == theirs for theirs, ours in told) >= 0.8 * len(told)


def test_nearly_every_mail_is_taken_apart(known: list[tuple[Row, IncomingMail]]) -> None:
    read_simply = [
        row["file"] for row, mail in known if any(file.name == "original.eml" for file in mail.attachments)
    ]
    assert len(read_simply) <= 1, read_simply


def test_no_text_is_emptied_and_no_file_is_lost(known: list[tuple[Row, IncomingMail]]) -> None:
    fewer = [
        row["file"]
        for row, mail in known
        if len(mail.attachments) < int(row["attachments_python"] or 0) and mail.remarks == ()
    ]
    assert fewer == []
    assert [row["file"] for row, mail in known if mail.text.strip() and not mail.reply.strip()] == []
