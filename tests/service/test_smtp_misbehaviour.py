"""Whatever a mail server does: what becomes of the letter, of its person, of all other mail, and of the copies.

The rules are mail.md, 11 and 12. Each row of the table is a real server on a real socket, a real letter in a real
outbox, and the real mailer; on PostgreSQL a few rows, because the rules are the same.
"""

import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes

import pytest
from sqlalchemy import select, update

from escalator.adapters.smtp import SmtpChannel
from escalator.adapters.smtp_dialog import Timeouts
from escalator.service.mailbag import OUTBOUND_HOLD
from escalator.store import heartbeats, people
from escalator.store.tables import outbox
from tests.adapters.scripted_server import ANSWERS, DRIP, DROP, GONE, HANG, ScriptedServer
from tests.servers.databases import Databases
from tests.story import LEE, Story

pytestmark = pytest.mark.enable_socket

SHORT = Timeouts(connect=2, command=0.3, after_dot=0.3, wall=1)
GARBAGE = "hello there"
TLS, SIGNED_IN = "?tls=starttls", "sam:secret@"
STARTTLS = {"EHLO": "250-desk.example\r\n250 STARTTLS"}


@dataclass(frozen=True)
class Fate:
    """How things stand after one try. `copies` is what the server has, `lost` how many answers were lost."""

    state: str
    reason: str
    copies: int = 0
    lost: int = 0
    unreached: bool = False
    held: bool = False


def again(reason: str, **more: int) -> Fate:
    return Fate("pending", reason, **more)


def held(reason: str) -> Fate:
    return Fate("pending", f"misconfigured at {reason}", held=True)


def dead(reason: str) -> Fate:
    return Fate("dead", f"rejected at {reason}")


UNREACHED = Fate("dead", "unreachable at rcpt: 550", unreached=True)
SENT = Fate("sent", "", copies=1)
IN_DOUBT = "ambiguous at after_dot"

# What the server says where; how things stand then.
TABLE: list[tuple[str, Mapping[str, str | list[str]], Fate]] = [
    ("banner: not now", {"banner": "421 4.3.2 full"}, again("temporary at banner: 421")),
    ("banner: not ever", {"banner": "554 5.7.1 not you"}, held("banner: 554")),
    ("banner: closed", {"banner": DROP}, again("temporary at banner")),
    ("banner: silence", {"banner": HANG}, again("temporary at banner")),
    ("banner: dripped", {"banner": DRIP}, again("temporary at banner")),
    ("banner: no SMTP", {"banner": GARBAGE}, again("temporary at banner")),
    ("EHLO: not now", {"EHLO": "421 4.3.2 later"}, again("temporary at ehlo: 421")),
    ("EHLO: not ever", {"EHLO": "550 5.7.1 no"}, held("ehlo: 550")),
    ("EHLO: closed", {"EHLO": DROP}, again("temporary at ehlo")),
    ("EHLO: silence", {"EHLO": HANG}, again("temporary at ehlo")),
    ("STARTTLS: not offered", {"url": TLS}, held("tls")),
    ("STARTTLS: not now", STARTTLS | {"STARTTLS": "454 4.7.0 no", "url": TLS}, again("temporary at tls: 454")),
    ("STARTTLS: not ever", STARTTLS | {"STARTTLS": "502 5.5.1 no", "url": TLS}, held("tls: 502")),
    ("STARTTLS: closed", STARTTLS | {"STARTTLS": DROP, "url": TLS}, again("temporary at tls")),
    (
        "STARTTLS: more words in the clear",
        STARTTLS | {"STARTTLS": "220 go\r\n250 x", "url": TLS},
        again("temporary at tls"),
    ),
    ("STARTTLS: no handshake", STARTTLS | {"STARTTLS": "220 go", "url": TLS}, again("temporary at tls")),
    ("AUTH: not now", {"AUTH": "454 4.7.0 later", "url": SIGNED_IN}, again("temporary at auth: 454")),
    ("AUTH: not ever", {"AUTH": "535 5.7.8 wrong", "url": SIGNED_IN}, held("auth: 535")),
    ("AUTH: closed", {"AUTH": DROP, "url": SIGNED_IN}, again("temporary at auth")),
    ("AUTH: silence", {"AUTH": HANG, "url": SIGNED_IN}, again("temporary at auth")),
    ("MAIL: not now", {"MAIL": "451 4.3.0 later"}, again("temporary at mail: 451")),
    ("MAIL: not ever", {"MAIL": "553 5.7.1 not you"}, held("mail: 553")),
    ("MAIL: closed", {"MAIL": DROP}, again("temporary at mail")),
    ("MAIL: silence", {"MAIL": HANG}, again("temporary at mail")),
    ("RCPT: not now", {"RCPT": "450 4.2.1 grey"}, again("temporary at rcpt: 450")),
    ("RCPT: not ever", {"RCPT": "550 5.1.1 nobody"}, UNREACHED),
    ("RCPT: going", {"RCPT": "421 4.3.2 going"}, again("temporary at rcpt: 421")),
    ("RCPT: closed", {"RCPT": DROP}, again("temporary at rcpt")),
    ("RCPT: silence", {"RCPT": HANG}, again("temporary at rcpt")),
    ("RCPT: dripped", {"RCPT": DRIP}, again("temporary at rcpt")),
    ("DATA: not now", {"DATA": "451 4.3.0 later"}, again("temporary at data: 451")),
    ("DATA: not ever", {"DATA": "554 5.6.0 no"}, dead("data: 554")),
    ("DATA: closed", {"DATA": DROP}, again("temporary at data")),
    ("DATA: silence", {"DATA": HANG}, again("temporary at data")),
    ("DATA: nonsense", {"DATA": "250 fine, no need"}, again("temporary at data")),
    ("the mail: refused while it comes", {"DATA": "354 go\r\n552 5.3.4 too big"}, dead("data: 552")),
    ("the mail: put off while it comes", {"DATA": "354 go\r\n452 4.3.1 disk"}, again("temporary at data: 452")),
    ("the dot: taken, for later", {".": "451 4.3.0 later"}, again("temporary at after_dot: 451")),
    ("the dot: going", {".": "421 4.3.2 going"}, again("temporary at after_dot: 421")),
    ("the dot: not ever", {".": "554 5.7.1 spam"}, dead("after_dot: 554")),
    ("the dot: closed", {".": DROP}, again(IN_DOUBT, copies=1, lost=1)),
    ("the dot: silence", {".": HANG}, again(IN_DOUBT, copies=1, lost=1)),
    ("the dot: dripped", {".": DRIP}, again(IN_DOUBT, copies=1, lost=1)),
    ("the dot: no SMTP", {".": GARBAGE}, again(IN_DOUBT, copies=1, lost=1)),
    ("QUIT: silence", {"QUIT": HANG}, SENT),
    ("all well", {}, SENT),
]
ROWS = [pytest.param("sqlite_databases", script, fate, id=name) for name, script, fate in TABLE]
# One for each way to settle.
ALSO_ON_POSTGRES = (
    "AUTH: not ever",
    "RCPT: not now",
    "RCPT: not ever",
    "the dot: not ever",
    "the dot: closed",
    "all well",
)
ROWS += [
    pytest.param("postgres_databases", script, fate, id=f"{name} (postgresql)")
    for name, script, fate in TABLE
    if name in ALSO_ON_POSTGRES
]


class Desk:
    """A story whose mail goes through a real server. One letter waits in it: the warning to Lee."""

    def __init__(self, story: Story, url: str) -> None:
        self.story = story
        story.opened("a question")
        story.sleeps(hours=2, minutes=1)
        story.app.deadlines.sweep()
        self.turn_to(url)

    def turn_to(self, url: str) -> None:
        self._channel = SmtpChannel(url, SHORT)
        self.story.app.delivery._channels = {"mail": self._channel}

    def goes_round(self) -> None:
        self.story.app.delivery.deliver()

    def close(self) -> None:
        self._channel.close()

    def mend(self, server: ScriptedServer) -> None:
        """Somebody mends the server, or our settings, and lets mail go again."""
        server.answers = dict(ANSWERS)
        self.close()
        self.turn_to(server.url)
        self.story.app.outbox.release()

    def fate(self, copies: int = 0) -> Fate:
        with self.story.app.database.reading() as tx:
            row = tx.conn.execute(select(outbox).order_by(outbox.c.id)).first()
            held = heartbeats.thrown(tx, OUTBOUND_HOLD) is not None
            return Fate(row.state, row.reason, copies, row.ambiguous, LEE in people.unreachable(tx), held)

    def wait(self) -> timedelta:
        """How long until the letter is tried again."""
        with self.story.app.database.reading() as tx:
            return tx.conn.execute(select(outbox.c.next_try_at).order_by(outbox.c.id)).scalars().first() - tx.now


def url_of(server: ScriptedServer, how: str) -> str:
    if how == TLS:
        return server.url.replace("?tls=none", how)
    return server.url.replace("//", f"//{how}")


@pytest.fixture
def story_on(request: pytest.FixtureRequest) -> Iterator[Story]:
    databases: Databases = request.getfixturevalue(request.param)
    with Story(databases.fresh()) as story:
        yield story


@pytest.fixture
def story(sqlite_database_url: str) -> Iterator[Story]:
    with Story(sqlite_database_url) as story:
        yield story


@pytest.mark.parametrize(("story_on", "script", "fate"), ROWS, indirect=["story_on"])
def test_whatever_the_server_does(story_on: Story, script: Mapping[str, str | list[str]], fate: Fate) -> None:
    answers = {command: said for command, said in script.items() if command != "url"}
    with ScriptedServer(answers) as server, closing(Desk(story_on, url_of(server, script.get("url", "")))) as desk:
        desk.goes_round()
        assert desk.fate(len(server.mails)) == fate
        if fate.state == "pending":
            it_is_tried_again(desk, server, fate)
        else:
            it_is_not_tried_again(desk, server, fate)


def it_is_tried_again(desk: Desk, server: ScriptedServer, before: Fate) -> None:
    """Soon, but not at once; the same bytes, and the server has one copy more."""
    assert timedelta(seconds=11) < desk.wait() < timedelta(seconds=19)
    desk.mend(server)
    desk.goes_round()
    assert len(server.mails) == before.copies
    desk.story.sleeps(seconds=20)
    desk.goes_round()
    assert desk.fate(len(server.mails)) == Fate("sent", "", before.copies + 1, before.lost)
    assert len(set(server.mails)) == 1
    assert len({message_from_bytes(mail)["Message-ID"] for mail in server.mails}) == 1


def it_is_not_tried_again(desk: Desk, server: ScriptedServer, before: Fate) -> None:
    """Whoever is asked instead has letters of their own."""
    desk.mend(server)
    desk.story.sleeps(days=6)
    desk.goes_round()
    desk.goes_round()
    with desk.story.app.database.reading() as tx:
        warning = tx.conn.execute(select(outbox.c.message_id).order_by(outbox.c.id)).scalars().first()
    copies = sum(message_from_bytes(mail)["Message-ID"] == warning for mail in server.mails)
    assert desk.fate(copies) == before


def test_nobody_at_the_port_is_tried_again(story: Story) -> None:
    with ScriptedServer() as server:
        url = server.url
    with closing(Desk(story, url)) as desk:
        desk.goes_round()
        assert desk.fate() == again("temporary at connect")


def test_a_server_that_takes_no_connection_is_tried_again(story: Story) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf, ExitStack() as queue:
        for _ in range(3):
            waiting = queue.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(deaf.getsockname())
        with closing(Desk(story, f"smtp://127.0.0.1:{deaf.getsockname()[1]}?tls=none")) as desk:
            desk.goes_round()
            assert desk.fate().reason in ("temporary at connect", "temporary at banner")


def test_a_server_whose_name_nobody_knows_is_tried_again(story: Story) -> None:
    with closing(Desk(story, "smtp://mail.invalid:25?tls=none")) as desk:
        desk.goes_round()
        assert desk.fate() == again("temporary at connect")


def test_a_server_that_leaves_in_the_middle_of_a_long_mail_has_no_copy(story: Story) -> None:
    with ScriptedServer({"DATA": GONE}) as server, closing(Desk(story, server.url)) as desk:
        with story.app.database.transaction() as tx:
            long = (b"x" * 70 + b"\r\n") * 200_000
            payload = tx.conn.execute(select(outbox.c.payload)).scalar_one()
            tx.conn.execute(update(outbox).values(payload=payload + long))
        desk.goes_round()
        assert desk.fate(len(server.mails)) == again("temporary at data")
        assert server.mails == []


@pytest.mark.parametrize("last_word", ["421 4.4.2 idle for too long", "452 4.5.3 one mail is enough", DROP, HANG])
def test_a_server_that_takes_one_mail_a_connection_gets_the_next_on_another(story: Story, last_word: str) -> None:
    story.opened("another question")
    script = {"MAIL": ["250 ok", last_word, "250 ok"]}
    with ScriptedServer(script) as server, closing(Desk(story, server.url)) as desk:
        desk.goes_round()
        assert states(story) == ["sent", "sent"]
        assert (len(set(server.mails)), len(server.connections)) == (2, 2)


def test_a_server_that_closes_between_two_rounds_costs_nothing(story: Story) -> None:
    with ScriptedServer() as server, closing(Desk(story, server.url)) as desk:
        desk.goes_round()
        server.drop_idle()
        story.opened("another question")
        story.sleeps(hours=2, minutes=1)
        story.app.deadlines.sweep()
        desk.goes_round()
        assert len(server.mails) == len(set(server.mails)) == states(story).count("sent") > 1
        assert "pending" not in states(story)


def states(story: Story) -> list[str]:
    with story.app.database.reading() as tx:
        return list(tx.conn.execute(select(outbox.c.state).order_by(outbox.c.id)).scalars())
