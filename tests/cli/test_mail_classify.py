"""`escalator mail classify` on raw mails: a line of JSON each, whatever is in them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from escalator.cli import main
from tests.core.mail.mails import multipart, raw_mail


def classified(*arguments: str, stdin: bytes = b"") -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["mail", "classify", *arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_file_is_told_on_a_line_of_its_own(tmp_path: Path) -> None:
    asked, bounced = tmp_path / "asked.eml", tmp_path / "bounced.eml"
    asked.write_bytes(
        multipart(
            "Content-Type: text/plain\n\nHello\n\nOn 1 May, Sam wrote:\n> Hi", "Content-Type: a/b; name=x\n\nyy"
        )
    )
    bounced.write_bytes(raw_mail("<lee@x.example>:\n550 5.1.1 unknown user", **{"from": "mailer-daemon@x.example"}))
    first, second = classified(str(asked), str(bounced))
    assert {key: first[key] for key in ("file", "class", "from", "subject", "date", "message_id", "bounce")} == {
        "file": str(asked),
        "class": "human",
        "from": "dana@customer.example",
        "subject": "A question",
        "date": "2026-11-20T13:00:00+00:00",
        "message_id": "<1@customer.example>",
        "bounce": None,
    }
    assert (first["reply_text"], first["attachments"]) == ("Hello", [{"name": "x", "type": "a/b", "size": 2}])
    assert (second["class"], second["why"]) == ("bounce", "a mail server sent it in its own name")
    assert second["bounce"] == {"recipient": "lee@x.example", "status": "5.1.1", "permanent": True}


def test_our_own_mail_is_known_by_our_addresses() -> None:
    raw = raw_mail(x_loop="help@two.example")
    [told] = classified("--own", "help@one.example", "--own", "help@two.example", "-", stdin=raw)
    assert (told["file"], told["class"]) == ("-", "own")


@pytest.mark.parametrize("raw", [b"", b"\0\xff" * 1000, b"Subject: x\n" + b"a: b\n" * 40_000, b"\xff: \xff\n\n\xff"])
def test_any_bytes_get_a_line(raw: bytes) -> None:
    [told] = classified("-", stdin=raw)
    assert told["why"]


def test_what_is_beyond_the_caps_is_told_by_its_header() -> None:
    [told] = classified("-", stdin=raw_mail("Hello", precedence="bulk", x="y" * 20_000))
    assert (told["class"], told["subject"]) == ("automated", "A question")
    assert told["why"].startswith(
        "Precedence says that it is bulk mail; only its header was looked at: the header x has"
    )
    assert "16 kB" in told["remarks"][0]


def test_every_real_mail_is_told(shared_data: Path) -> None:
    files = sorted(str(file) for file in (shared_data / "emails").glob("*/*.eml"))
    assert [told["file"] for told in classified(*files)] == files
