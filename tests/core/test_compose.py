"""A mail is the same bytes for the same inputs, and nobody's name or subject can write its headers."""

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalator.core.desk.model import MailIdentity
from escalator.core.errors import Invalid
from escalator.core.mail.compose import NAME_LENGTH, SUBJECT_LENGTH, compose, message_id, one_line, root_id
from escalator.core.mail.incoming import Mailbox

DESK = MailIdentity("help@desk.example", "City Help")
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ANY_TEXT = st.text(st.characters(codec=None), max_size=400)
MACHINE_HEADERS = {"Auto-Submitted", "X-Auto-Response-Suppress", "X-Loop"}
UNSUBSCRIBE = "https://desk.example/unsubscribe/abc"


def composed(**changes: Any) -> bytes:
    mail: dict[str, Any] = {
        "sender": DESK,
        "to": "sam@desk.example",
        "to_name": "Sam Agent",
        "subject": "[T-1042] Dana Fox has waited 5 h 12 min",
        "body": "Sam, Dana Fox has waited.\n",
        "message_id": "<a@desk.example>",
        "at": AT,
    }
    return compose(**mail | changes)


def read(mail: bytes) -> EmailMessage:
    return message_from_bytes(mail, policy=SMTP)


def raw_headers(mail: bytes) -> list[bytes]:
    """The names of the headers as a server would see them, folded lines left out."""
    lines = mail.partition(b"\r\n\r\n")[0].split(b"\r\n")
    return [line.partition(b":")[0] for line in lines if not line.startswith(b" ")]


def test_a_mail_says_what_it_was_given() -> None:
    mail = read(composed(body="Grüße\n.\nFrom here\n", references=["<q@customer.example>"]))
    assert mail["From"] == "City Help <help@desk.example>"
    assert mail["To"] == "Sam Agent <sam@desk.example>"
    assert mail["Subject"] == "[T-1042] Dana Fox has waited 5 h 12 min"
    assert mail["Date"].datetime == AT
    assert mail["Message-ID"] == "<a@desk.example>"
    assert mail["References"] == "<q@customer.example>"
    assert mail.get_content() == "Grüße\r\n.\r\nFrom here\r\n"


def test_every_kind_of_line_end_in_a_text_is_one() -> None:
    mail = read(composed(body="a\x0bb\x0cc\x85d\u2028e\rf\r\ng\x00"))
    assert mail.get_content().split() == ["a", "b", "c", "d", "e", "f", "g�"]


def test_the_same_inputs_give_the_same_bytes() -> None:
    assert composed(body="ä" * 5000) == composed(body="ä" * 5000)


def test_what_the_machine_wrote_says_so() -> None:
    mail = read(composed())
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["X-Loop"] == "help@desk.example"


def test_an_answer_of_the_machine_says_that_it_is_one() -> None:
    assert read(composed(automatic="auto-replied"))["Auto-Submitted"] == "auto-replied"


def test_what_an_agent_wrote_carries_no_sign_of_a_machine() -> None:
    mail = read(composed(automatic="", references=["<q@customer.example>"]))
    assert not MACHINE_HEADERS & set(mail.keys())


@pytest.mark.parametrize("automatic", ["auto-generated", ""])
def test_an_answer_stands_in_the_thread_of_what_it_answers(automatic: str) -> None:
    mail = read(composed(automatic=automatic, references=["<first@customer.example>", "<last@customer.example>"]))
    assert mail["In-Reply-To"] == "<last@customer.example>"
    assert mail["References"] == "<first@customer.example> <last@customer.example>"


def test_an_answer_comes_to_an_address_of_ours() -> None:
    mail = read(composed(reply_to="help+abc@desk.example"))
    assert mail["Reply-To"] == "City Help <help+abc@desk.example>"


def test_everybody_sees_who_else_reads() -> None:
    cc = [Mailbox("kim@city.example", "Kim Fiel\u202ed, Mayor"), Mailbox("no address"), Mailbox("jo@city.example")]
    mail = read(composed(cc=cc))
    assert [str(address) for address in mail["Cc"].addresses] == [
        '"Kim Fiel d, Mayor" <kim@city.example>',
        "jo@city.example",
    ]


def test_mail_that_can_be_ended_is_ended_with_one_click() -> None:
    mail = read(composed(unsubscribe=UNSUBSCRIBE))
    assert mail["List-Unsubscribe"] == f"<{UNSUBSCRIBE}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_is_not_offered_over_a_line_that_others_can_read() -> None:
    mail = read(composed(unsubscribe="http://localhost:8000/unsubscribe/abc"))
    assert mail["List-Unsubscribe"] == "<http://localhost:8000/unsubscribe/abc>"
    assert mail["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://a>,<b", "https://a\r\nBcc: k@x", "https://", "https://ä"]
)
def test_what_is_no_web_address_ends_no_mail(address: str) -> None:
    with pytest.raises(Invalid):
        composed(unsubscribe=address)


def test_a_mail_with_html_has_the_text_first_and_both_say_what_they_were_given() -> None:
    mail = read(composed(body="Grüße\n.\nFrom here ", html="<p>Grüße</p>\n.\n<p>\n</p> "))
    text, html = mail.iter_parts()
    assert (mail.get_content_type(), text.get_content_type()) == ("multipart/alternative", "text/plain")
    assert html.get_content_type() == "text/html"
    assert text.get_content() == "Grüße\r\n.\r\nFrom here \r\n"
    assert html.get_content() == "<p>Grüße</p>\r\n.\r\n<p>\r\n</p> \r\n"


def test_who_guesses_the_boundary_still_ends_no_part_with_it() -> None:
    boundary = read(composed(html="<p>")).get_boundary()
    mail = read(
        composed(body=f"--{boundary}--\n--{boundary}\nContent-Type: text/html\n\n<b>", html=f"--{boundary}--")
    )
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert mail.defects == []


# The standard library wrote "Bcc" into the mail for the first two, and split the third into two recipients.
@given(subject=ANY_TEXT, name=ANY_TEXT, body=ANY_TEXT)
@example(subject="=?utf-8?q?hi=0d=0aBcc:kim@x.example?=", name="", body="")
@example(subject="", name="=?utf-8?q?=0d=0aBcc:kim@x.example?=", body="")
@example(subject="", name="kim@x.example, " * 9, body="")
@example(subject="\r\nBcc: kim@x.example\r\n\r\n", name='"\r\n <kim@x.example>', body="\r\n.\r\n")
@example(subject="x" * 10_000, name="x" * 10_000, body="x" * 10_000)
@example(subject="😀" * 10_000, name="👩‍👩‍👧" * 100, body="😀" * 1000)
@example(subject="\udcff\ud83d", name="\u202egnp.exe", body="\udcff\x00\x85\u2028")
def test_nothing_that_people_write_reaches_another_header(subject: str, name: str, body: str) -> None:
    mail = composed(subject=subject, to_name=name, body=body, cc=[Mailbox("kim@city.example", name)])
    assert raw_headers(mail) == raw_headers(composed(cc=[Mailbox("kim@city.example")]))
    assert [address.addr_spec for address in read(mail)["To"].addresses] == ["sam@desk.example"]
    assert [address.addr_spec for address in read(mail)["Cc"].addresses] == ["kim@city.example"]
    assert fits_any_server(mail)


@given(text=ANY_TEXT, html=ANY_TEXT)
@example(text="x" * 10_000, html="ä" * 10_000)
@example(text="a \n b\t\n.\n=\n", html=" \n")
def test_both_parts_are_read_as_they_were_written_however_strange(text: str, html: str) -> None:
    mail = composed(body=text, html=f"<p>{html}")
    assert fits_any_server(mail)
    read_text, read_html = (part.get_content() for part in read(mail).iter_parts())
    assert read_text == read(composed(body=text)).get_content()
    assert read_html == read(composed(body=f"<p>{html}")).get_content()


def fits_any_server(mail: bytes) -> bool:
    short = max(len(line) for line in mail.split(b"\r\n")) <= 998
    return mail.isascii() and short and mail.count(b"\r\n") == mail.count(b"\r") == mail.count(b"\n")


@given(ANY_TEXT)
def test_a_readable_subject_is_read_as_it_was_written(text: str) -> None:
    subject = one_line(text)
    assert read(composed(subject=subject))["Subject"] == subject


def test_names_and_subjects_are_cut_to_what_a_reader_shows() -> None:
    mail = read(composed(subject="😀" * 10_000, to_name="y" * 10_000))
    assert mail["Subject"] == "😀" * (SUBJECT_LENGTH - 1) + "…"
    # Between two encoded words of a name, this reader puts a space that nobody wrote.
    shown = mail["To"].addresses[0].display_name.replace(" ", "")
    assert shown == "y" * (NAME_LENGTH - 1) + "…"


def test_one_line_turns_every_line_break_and_bidi_trick_into_a_space() -> None:
    assert one_line(" a\r\n\tb\x00c\u2028d\x85e\u202ef ") == "a b c d e f"


def test_a_long_thread_keeps_its_root_and_its_latest_mails() -> None:
    references = [f"<{number}@customer.example>" for number in range(100)]
    kept = read(composed(references=references))["References"].split()
    assert (len(kept), kept[0], kept[-1]) == (20, references[0], references[-1])


def test_a_long_message_id_of_a_customer_is_not_broken_apart() -> None:
    reference = f"<{'a' * 300}@customer.example>"
    assert reference.encode() in composed(references=[reference])


def test_a_reference_that_is_none_is_left_out() -> None:
    assert read(composed(references=["no id", "<a b>", "<a>\r\nBcc: kim@x.example"]))["References"] is None


def test_an_international_domain_is_written_in_ascii() -> None:
    assert b"To: Sam Agent <sam@xn--bcher-kva.example>" in composed(to="sam@bücher.example")


def test_only_an_international_name_before_the_at_leaves_ascii() -> None:
    mail = composed(to="jürgen@desk.example", subject="Grüße")
    assert "To: Sam Agent <jürgen@desk.example>".encode() in mail
    assert b"Subject: =?utf-8?" in mail


@pytest.mark.parametrize(
    "address",
    [
        "",
        "sam",
        "@desk.example",
        "sam@",
        "a@b\r\nBcc: k@x",
        "a@b, k@x",
        "<a@b>",
        "a@" + "ü" * 80,
        "a\u2028@b",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Invalid):
        composed(to=address)


def test_the_same_effect_has_the_same_message_id() -> None:
    made = message_id("T-1042/reply/2", "desk.example", "ours")
    assert made == message_id("T-1042/reply/2", "desk.example", "ours")
    assert made != message_id("T-1042/reply/3", "desk.example", "ours")


def test_who_has_not_our_secret_cannot_compute_a_message_id() -> None:
    made = message_id("T-1042/reply/2", "desk.example", "ours")
    assert made not in (
        message_id("T-1042/reply/2", "desk.example", "theirs"),
        root_id("T-1042/reply/2", "desk.example"),
    )


def test_a_message_id_says_nothing_about_the_ticket() -> None:
    made = message_id("escalation-of-dana:run", "desk.example", "ours")
    assert re.fullmatch(r"<[0-9a-f]{40}@desk\.example>", made)
