"""What holds for the reply in any mail whatever."""

from hypothesis import example, given
from hypothesis import strategies as st

from escalator.core.mail.quotes import reply_of
from escalator.core.mail.quotes.doubt import may_quote

LINES = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "Thanks, it works.",
            "Dear Sam,",
            "> quoted",
            ">> twice",
            "> On 3 May 2019, Sam <sam@example.com> wrote:",
            "On 3 May 2019, Sam <sam@example.com> wrote:",
            "On 3 May 2019 at 12:00 Sam <",
            "sam@example.com> wrote:",
            "> wrote:",
            "wrote:",
            "Sam wrote:",
            "-- ",
            "-----",
            "_______",
            "-----Original Message-----",
            "From: Sam <sam@example.com>",
            "Sent: today",
            "To: Dana",
            "Subject: Printer",
            "Sent from my iPhone",
            "Dana from mobile",
            "Sam> quoted",
            "| a | b |",
            "```",
        ]
    ),
    st.text(max_size=30).filter(lambda line: "\n" not in line),
)
MAILS = st.one_of(st.lists(LINES, max_size=25).map("\n".join), st.text(max_size=200))


@given(MAILS)
def test_the_lines_of_the_reply_stand_in_the_mail_in_this_order(text: str) -> None:
    lines = iter(text.split("\n"))
    assert all(line in lines for line in reply_of(text).text.split("\n") if line)


@given(MAILS)
def test_no_mail_is_emptied(text: str) -> None:
    assert bool(reply_of(text).text.strip()) == bool(text.strip())


@given(MAILS)
@example("Look\n```\n-- \n> On 3 May 2019, Sam <sam@example.com> wrote:\n```\n\n> wrote:\nHe is rude\n")
def test_a_sure_reply_is_the_reply_of_itself(text: str) -> None:
    reply = reply_of(text)
    if reply.sure:
        assert reply_of(reply.text) == reply


@given(MAILS)
def test_a_sure_reply_has_no_line_that_quotes_and_begins_where_the_mail_begins(text: str) -> None:
    reply = reply_of(text)
    if reply.sure:
        lines = reply.text.split("\n")
        assert not may_quote(lines)
        assert not any(line.lstrip().startswith(">") for line in lines)
        first = next((line for line in text.split("\n") if line.strip()), "")
        assert lines[0] == (first if text.strip() else "") or "Sent from" in first or "mobile" in first
