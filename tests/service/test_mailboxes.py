"""Mail fetched from a mailbox of real IMAP servers: all of it, once, and nothing there is changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from escalator.adapters.imap import ImapFolder, Listed, MailboxUnavailable
from escalator.bootstrap import Application, build
from escalator.core.errors import Busy
from escalator.service import mailboxes
from escalator.service.mailboxes import MailboxService, Polled
from escalator.store import mailbox_cursors
from escalator.store.incoming import State
from escalator.store.tables import incoming_mail
from tests.servers.crew import ADMIN, hasty_desk, settings_on
from tests.servers.imap import Dovecot, ImapServer, PythonServer, dovecot
from tests.workers.conftest import Clock

pytestmark = pytest.mark.slow

LAST_YEAR = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)


def mail(number: int, words: str = "It is broken.") -> bytes:
    head = f"From: dana@city.example\r\nSubject: mail {number}\r\nMessage-ID: <{number}@city.example>\r\n"
    return f"{head}\r\n{words}\r\n".encode()


@pytest.fixture(scope="module", params=[Dovecot, PythonServer])
def running(request: pytest.FixtureRequest) -> Iterator[ImapServer]:
    if request.param is Dovecot and dovecot() is None:
        pytest.skip("Dovecot is not on this machine; the package is called dovecot-imapd")
    with request.param() as server:
        yield server


@pytest.fixture
def server(running: ImapServer) -> ImapServer:
    running.begins_anew()
    return running


@dataclass
class Inbox:
    """What has been kept, and the use case that fetches it."""

    app: Application

    @property
    def mailbox(self) -> MailboxService:
        return self.app.mailbox

    def kept(self) -> list[bytes]:
        with self.app.database.reading() as tx:
            return list(tx.conn.execute(select(incoming_mail.c.raw).order_by(incoming_mail.c.id)).scalars())


@pytest.fixture
def inbox(server: ImapServer, database_url: str) -> Iterator[Inbox]:
    app = build(replace(settings_on(database_url), imap_url=server.url))
    app.desk.apply(ADMIN, hasty_desk())
    yield Inbox(app)
    app.close()


def test_what_has_come_is_fetched_once_and_nothing_is_marked(server: ImapServer, inbox: Inbox) -> None:
    assert inbox.mailbox.poll() == Polled()
    server.puts(mail(1), mail(2))
    assert inbox.mailbox.poll() == Polled(new=2)
    assert inbox.mailbox.poll() == Polled()
    server.puts(mail(3))
    assert inbox.mailbox.poll() == Polled(new=1)
    assert inbox.kept() == [mail(1), mail(2), mail(3)]
    assert not any("Seen" in str(flags) for flags in server.flags())


def test_after_another_uidvalidity_all_is_read_and_nothing_is_doubled(server: ImapServer, inbox: Inbox) -> None:
    server.puts(mail(1), mail(2), mail(3))
    inbox.mailbox.poll()
    server.begins_anew()
    server.puts(mail(2), mail(4))
    assert inbox.mailbox.poll() == Polled(new=1)
    assert inbox.kept() == [mail(1), mail(2), mail(3), mail(4)]


def test_what_lay_there_for_years_is_left_there(server: ImapServer, inbox: Inbox) -> None:
    server.puts(mail(1), came=LAST_YEAR)
    server.puts(mail(2))
    server.puts(mail(3), came=LAST_YEAR)
    with capture_logs() as said:
        assert inbox.mailbox.poll() == Polled(new=1, older=2)
    assert [line["mails"] for line in said if line["event"] == "older_mail_left_in_mailbox"] == [2]
    assert inbox.mailbox.poll() == Polled()
    assert inbox.kept() == [mail(2)]


def test_after_another_uidvalidity_what_was_left_is_left_again(server: ImapServer, inbox: Inbox) -> None:
    server.puts(mail(1), came=LAST_YEAR)
    inbox.mailbox.poll()
    server.begins_anew()
    server.puts(mail(1), came=LAST_YEAR)
    server.puts(mail(2))
    assert inbox.mailbox.poll() == Polled(new=1, older=1)
    assert inbox.kept() == [mail(2)]


def test_after_weeks_without_a_look_nothing_is_too_old(server: ImapServer, database_url: str) -> None:
    clock = Clock(LAST_YEAR)
    app = build(replace(settings_on(database_url), imap_url=server.url), clock=clock)
    assert app.mailbox.poll() == Polled()
    clock.now += timedelta(weeks=3)
    server.begins_anew()
    server.puts(mail(1), came=LAST_YEAR + timedelta(weeks=1))
    assert app.mailbox.poll() == Polled(new=1)
    app.close()


def test_the_desk_may_take_another_mailbox_and_nothing_is_doubled(server: ImapServer, inbox: Inbox) -> None:
    server.puts(mail(1))
    inbox.mailbox.poll()
    inbox.app.desk.apply(ADMIN, hasty_desk().replace("support@harbour.example", "help@harbour.example"))
    server.begins_anew()
    server.puts(mail(1), mail(2))
    assert inbox.mailbox.poll() == Polled(new=1)
    assert inbox.kept() == [mail(1), mail(2)]


def test_many_mails_come_in_batches(server: ImapServer, inbox: Inbox) -> None:
    mails = [mail(number) for number in range(mailboxes.BATCH * 2 + 5)]
    server.puts(*mails)
    assert inbox.mailbox.poll() == Polled(new=len(mails))
    assert inbox.kept() == mails


def test_mails_and_how_far_we_are_are_written_together(
    server: ImapServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [mail(number) for number in range(mailboxes.BATCH + 5)]
    server.puts(*mails)
    moves = []

    def fails(*_: object) -> bool:
        moves.append(1)
        if len(moves) == 2:
            raise RuntimeError("killed here")
        return advance(*_)  # type: ignore[arg-type]

    advance = mailbox_cursors.advance
    monkeypatch.setattr(mailbox_cursors, "advance", fails)
    with pytest.raises(RuntimeError):
        inbox.mailbox.poll()
    assert inbox.kept() == mails[: mailboxes.BATCH]
    assert inbox.mailbox.poll() == Polled(new=5)
    assert inbox.kept() == mails


def test_a_mail_that_is_too_large_is_not_fetched_and_nobody_waits_for_it(
    server: ImapServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailboxes, "MAIL", 1000)
    server.puts(mail(1), mail(2, "x" * 2000), mail(3))
    assert inbox.mailbox.poll() == Polled(new=3, too_large=1)
    assert inbox.kept() == [mail(1), mail(2, "").removesuffix(b"\r\n"), mail(3)]
    [kept] = inbox.app.incoming.listing(ADMIN, ["quarantined"])  # type: ignore[list-item]
    assert kept.reason == mailboxes.TOO_LARGE
    assert inbox.mailbox.poll() == Polled()


def test_a_mail_that_vanishes_before_it_is_fetched_is_not_missed(
    server: ImapServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.puts(mail(1), mail(2), mail(3))
    listed = ImapFolder.listed_after

    def lists_and_loses(folder: ImapFolder, uid: int) -> dict[int, Listed]:
        there = listed(folder, uid)
        with server.client() as client:
            client.select('"Support desk"')
            client.store("2", "+FLAGS", r"(\Deleted)")
            client.expunge()
        monkeypatch.setattr(ImapFolder, "listed_after", listed)
        return there

    monkeypatch.setattr(ImapFolder, "listed_after", lists_and_loses)
    try:
        inbox.mailbox.poll()
    except MailboxUnavailable:
        inbox.mailbox.poll()
    # Some servers still have it for those who were there before.
    assert [raw for raw in inbox.kept() if raw != mail(2)] == [mail(1), mail(3)]


def withholds(monkeypatch: pytest.MonkeyPatch, *uids: int) -> None:
    """From now on the server answers OK to who asks for these mails, and gives none of them."""
    mail, head = ImapFolder.mail, ImapFolder.header
    monkeypatch.setattr(ImapFolder, "mail", lambda folder, uid: None if uid in uids else mail(folder, uid))
    monkeypatch.setattr(ImapFolder, "header", lambda folder, uid: None if uid in uids else head(folder, uid))


def uids(server: ImapServer) -> list[int]:
    with server.client() as client:
        client.select('"Support desk"', readonly=True)
        return [int(uid) for uid in client.uid("SEARCH", "ALL")[1][0].split()]


def test_what_the_server_does_not_give_just_now_is_fetched_at_the_next_look(
    server: ImapServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.puts(mail(1), mail(2), mail(3))
    with monkeypatch.context() as hiccup:
        withholds(hiccup, uids(server)[1])
        for _ in range(2):
            with pytest.raises(MailboxUnavailable):
                inbox.mailbox.poll()
    assert inbox.kept() == [mail(1)]
    assert inbox.mailbox.poll() == Polled(new=2)
    assert inbox.kept() == [mail(1), mail(2), mail(3)]


def test_mails_that_are_never_given_stop_nothing_for_long_and_people_see_which_they_are(
    server: ImapServer, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    app = build(replace(settings_on(database_url), imap_url=server.url), clock=clock)
    app.desk.apply(ADMIN, hasty_desk())
    server.puts(mail(1), mail(2), mail(3))
    first, second, _ = uids(server)
    withholds(monkeypatch, first, second)
    for _ in range(2):
        with pytest.raises(MailboxUnavailable):
            app.mailbox.poll()
        clock.now += mailboxes.PATIENCE
    assert app.mailbox.poll() == Polled(new=2)
    stand_ins = app.incoming.listing(ADMIN, [State.QUARANTINED])
    reasons = [mailboxes.NOT_GIVEN.format(uid=uid, minutes=5) for uid in (second, first)]
    assert [kept.reason for kept in stand_ins] == reasons
    assert app.mailbox.poll() == Polled()
    app.close()


def test_two_looks_at_once_keep_each_mail_once(
    server: ImapServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.puts(mail(1), mail(2))
    listed = ImapFolder.listed_after

    def lists_while_another_looks(folder: ImapFolder, uid: int) -> dict[int, Listed]:
        there = listed(folder, uid)
        monkeypatch.setattr(ImapFolder, "listed_after", listed)
        assert inbox.mailbox.poll() == Polled(new=2)
        return there

    monkeypatch.setattr(ImapFolder, "listed_after", lists_while_another_looks)
    with pytest.raises(Busy):
        inbox.mailbox.poll()
    assert inbox.kept() == [mail(1), mail(2)]
    assert inbox.mailbox.poll() == Polled()


def test_a_wrong_password_is_said_without_it(
    server: ImapServer, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = build(replace(settings_on(database_url), imap_url=server.url.replace("secret", "s3cr3t")))
    with pytest.raises(MailboxUnavailable) as failure:
        app.mailbox.poll()
    assert "s3cr3t" not in f"{failure.value} {failure.value.__cause__} {caplog.text} {app.mailbox.name}"
    assert "seen to its end" not in str(app.health.look().troubles)
    app.close()


def test_a_mailbox_that_cannot_be_read_is_a_trouble_after_two_minutes(database_url: str) -> None:
    clock = Clock()
    settings = replace(settings_on(database_url), imap_url="imap://support:x@127.0.0.1:1/INBOX?tls=none")
    app = build(settings, clock=clock)
    with pytest.raises(MailboxUnavailable):
        app.mailbox.poll()
    clock.pass_seconds(121)
    [trouble] = [each for each in app.health.look().troubles if "seen to its end" in each]
    assert "support" not in trouble
    app.close()
