"""Plays a case end to end: people act, time moves, the sweep and the mailer run, and every mail is accounted for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.bootstrap import Application, build
from escalator.core.access import Principal, Role
from escalator.core.mail.incoming import IncomingMail
from escalator.core.mail.limits import check
from escalator.core.mail.reading import read
from escalator.core.sla.reading import Reading
from escalator.core.ticket.ticket import Requester
from escalator.service.delivery import Round
from escalator.service.opening import NewTicket
from escalator.service.views import TicketView
from escalator.settings import Settings
from escalator.store.tables import outbox
from tests import invariants

EXAMPLE_DESK = Path(__file__).parents[1] / "escalator" / "example" / "desk.yaml"

_LOOPS = "loops:\n  calendar: office\n"
assert EXAMPLE_DESK.read_text(encoding="utf-8").count(_LOOPS) == 1
# For cases about something else that stand still for days.
WITHOUT_SILENCE = EXAMPLE_DESK.read_text(encoding="utf-8").replace(_LOOPS, f"{_LOOPS}  weights: {{silence: 0}}\n")

# The fixed cast. Dana is a customer, Sam an agent of the first line, Lee leads it, Kim leads the second line,
# Ravi is in it, Mia runs support.
DANA = Requester("dana@city.example", "Dana Fox", "+1 555 0100", "City of Example")
SAM, NOOR, LEE, KIM, RAVI, MIA = (f"{name}@harbour.example" for name in ("sam", "noor", "lee", "kim", "ravi", "mia"))
_ROLES = {LEE: Role.LEAD, KIM: Role.LEAD, MIA: Role.ADMIN}

# A Monday morning in the office of the example desk.
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
BLINK = timedelta(milliseconds=1)


def settings(database_url: str) -> Settings:
    return Settings(
        database_url=database_url,
        redis_url="redis://127.0.0.1:1/0",
        smtp_url="smtp://127.0.0.1:1?tls=none",
        base_url="https://support.harbour.example",
        secret_key="not a secret in a test",
        desk_file=None,
        log_level="INFO",
    )


def principal(person: str) -> Principal:
    """What `person` may do, by the key they would have."""
    return Principal(_ROLES.get(person, Role.AGENT), person, person)


@dataclass(slots=True)
class MovedClock:
    """Time as the story tells it."""

    now: datetime = MONDAY

    def __call__(self, _: Connection) -> datetime:
        return self.now


@dataclass(slots=True)
class RememberingChannel:
    """Takes every letter and keeps it, what agents wrote apart; `bounces` says who cannot be reached."""

    mails: list[EmailMessage] = field(default_factory=list)
    answers: list[tuple[str, EmailMessage]] = field(default_factory=list)
    bounces: set[str] = field(default_factory=set)
    sent: list[tuple[Sending, EmailMessage]] = field(default_factory=list)

    def deliver(self, sending: Sending) -> Delivery:
        if sending.address in self.bounces:
            return Delivery(Outcome.UNREACHABLE, "rcpt", 550, "no such user")
        mail = message_from_bytes(sending.payload, policy=policy.default)
        self.sent.append((sending, mail))
        if mail["Auto-Submitted"] is None:
            self.answers.append((sending.address, mail))
        else:
            self.mails.append(mail)
        return Delivery(Outcome.SENT, "dot", 250, "")


class OpenReader:
    """Reads mail in this process: stories are not about hostile octets."""

    def read(self, raw: bytes, own: Collection[str] = ()) -> IncomingMail:
        check(raw)
        return read(raw, own)

    def close(self) -> None:
        """Holds nothing."""


def text_of(mail: EmailMessage) -> str:
    """What it says, as plain text."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


class Story:
    """A desk on a real database with a clock that the story moves. Use it as a context: it checks at the end."""

    def __init__(self, database_url: str, desk: str | None = None) -> None:
        self.clock, self.channel = MovedClock(), RememberingChannel()
        self.app: Application = build(
            settings(database_url), {"mail": self.channel}, self.clock, ring=lambda: None, reader=OpenReader()
        )
        self.applies(desk or EXAMPLE_DESK.read_text(encoding="utf-8"))
        self._read = 0
        self.mails_since: datetime | None = None

    def __enter__(self) -> "Story":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                assert not self.unread, f"mails that nobody expected: {[mail['Subject'] for mail in self.unread]}"
                invariants.check(self.app, self.mails_since)
        finally:
            self.app.close()

    # What people do.

    def applies(self, desk: str) -> int:
        return self.app.desk.apply(principal(MIA), desk).version

    def opened(self, subject: str, by: Requester = DANA, **details: object) -> str:
        words = {"body": f"{subject}, please help", **details}
        new = NewTicket(subject=subject, requester=by, **words)  # type: ignore[arg-type]
        return self.app.tickets.create(Principal(Role.INGEST, "form"), new).id

    def writes(self, ref: str, body: str = "one more thing") -> str:
        """The customer writes; gives the ticket in which their words stand."""
        return self.app.tickets.say(Principal(Role.INGEST, "form"), ref, None, body, "public", "customer")[0].ticket

    def replies(self, ref: str, by: str, body: str = "we are on it", hold: bool = False) -> None:
        self.app.tickets.say(principal(by), ref, None, body, "public", "agent", hold)

    def notes(self, ref: str, by: str, body: str = f"between us, {invariants.CANARY}") -> None:
        self.app.tickets.say(principal(by), ref, None, body, "internal", "agent")

    def does(self, ref: str, action: str, by: str, **options: object) -> TicketView:
        return self.app.tickets.act(principal(by), ref, self.ticket(ref).version, action, options)

    def changes(self, ref: str, by: str, **changes: object) -> TicketView:
        return self.app.tickets.change(principal(by), ref, self.ticket(ref).version, changes)

    # What time does.

    def passes(self, **span: float) -> None:
        """Time goes by; whatever falls due meanwhile fires at its time, and mail goes out."""
        self.comes(self.clock.now + timedelta(**span))

    def comes(self, moment: datetime) -> None:
        self.drains()
        while (due := self._next_due()) is not None and due < moment:
            self.clock.now = max(self.clock.now, due + BLINK)
            assert not self.app.deadlines.sweep().failed
            self.drains()
        self.clock.now = moment

    def _next_due(self) -> datetime | None:
        """When the next deadline fires or the next digest comes."""
        with self.app.database.reading() as tx:
            waits = (outbox.c.state == "pending", outbox.c.digest_at > tx.now)
            digest = tx.conn.execute(select(func.min(outbox.c.digest_at)).where(*waits)).scalar_one()
        return min(filter(None, (digest, self.app.deadlines.next_due())), default=None)

    def sleeps(self, **span: float) -> None:
        """The whole service is down for this long; nothing is swept."""
        self.clock.now += timedelta(**span)

    def drains(self) -> None:
        self.app.digests.fold()
        while any(self.app.delivery.deliver(round_=round_).tried for round_ in Round):
            pass

    # What can be seen.

    def ticket(self, ref: str) -> TicketView:
        return self.app.tickets.get(principal(MIA), ref)

    def clock_of(self, ref: str, metric: str) -> Reading:
        """The latest cycle of a metric."""
        return [reading for reading in self.ticket(ref).clocks if reading.metric == metric][-1]

    def happened(self, ref: str) -> list[str]:
        return [event.type for event in self.app.tickets.timeline(principal(MIA), ref)]

    def facts(self, ref: str, kind: str) -> list[Mapping[str, object]]:
        return [event.data for event in self.app.tickets.timeline(principal(MIA), ref) if event.type == kind]

    @property
    def unread(self) -> Sequence[EmailMessage]:
        return self.channel.mails[self._read :]

    @property
    def answers(self) -> list[tuple[str, EmailMessage]]:
        """What agents have written to customers so far: to whose address, and the mail."""
        self.drains()
        return self.channel.answers

    @property
    def told(self) -> list[str]:
        """Who got mail of our machine since this was last asked, in order; what agents write is in `answers`."""
        self.drains()
        people = [str(mail["To"].addresses[0].addr_spec) for mail in self.unread]
        self._read = len(self.channel.mails)
        return people
