"""The loop laboratory: eight peers that answer every mail, for two days; nobody talks himself into a frenzy.

mail.md, 8; the issue's bounds: at most three automatic mails a peer and day, and one ticket a peer.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import count

import pytest

from escalator.core.mail.addresses import base_of
from escalator.core.mail.floods import TICKETS
from escalator.core.ticket.ticket import Requester
from escalator.service.tickets import Filters
from tests.post import DESK, Mail, Post
from tests.servers.databases import Databases
from tests.story import EXAMPLE_DESK, MIA, SAM, Story, principal

HOURS = 48
A_DAY = 3

Answering = Callable[["Peer", EmailMessage, str], Iterator[tuple[bytes, str, str]]]


@dataclass(slots=True)
class Peer:
    """Somebody's mailbox with a program behind it; `answers` gives mails with their envelopes for one that came."""

    address: str
    answers: Answering
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    answered: int = 0

    def reply(self, mail: EmailMessage, text: str, **details: object) -> Mail:
        usual = {
            "sender": self.address,
            "to": parseaddr(str(mail["Reply-To"] or mail["From"]))[1],
            "subject": f"Re: {mail['Subject']}",
            "answers": str(mail["Message-ID"]),
            "text": f"{text} ({next(self.numbers)})",
        }
        return Mail(**{**usual, **details})  # type: ignore[arg-type]


def on_vacation(peer: Peer, mail: EmailMessage, envelope: str) -> Iterator[tuple[bytes, str, str]]:
    """As RFC 3834 asks for."""
    headers = [("Auto-Submitted", "auto-replied")]
    yield bytes(peer.reply(mail, "I am away until Monday.", to=envelope, headers=headers)), envelope, ""


def on_vacation_rudely(peer: Peer, mail: EmailMessage, _: str) -> Iterator[tuple[bytes, str, str]]:
    """Says nothing of being a machine, and names nothing that it answers."""
    rude = peer.reply(mail, "I am away until Monday.", answers="", subject="Away from my desk")
    yield bytes(rude), rude.to, peer.address


def bounces(peer: Peer, mail: EmailMessage, envelope: str) -> Iterator[tuple[bytes, str, str]]:
    report = (
        f"From: MAILER-DAEMON@mx.example\r\nTo: {envelope}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        f"Message-ID: <bounce-{next(peer.numbers)}@mx.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\n\r\nI could not deliver it.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Final-Recipient: rfc822; {peer.address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\n"
        f"Content-Type: message/rfc822\r\n\r\nMessage-ID: {mail['Message-ID']}\r\n\r\nx\r\n--b--\r\n"
    )
    yield report.encode(), envelope, ""


def another_ticket_system(peer: Peer, mail: EmailMessage, _: str) -> Iterator[tuple[bytes, str, str]]:
    """Old, and without a word in its headers."""
    answer = peer.reply(mail, "Your request has been received.", subject=f"[Ticket#4711] {mail['Subject']}")
    yield bytes(answer), answer.to, peer.address


def list_server(peer: Peer, mail: EmailMessage, _: str) -> Iterator[tuple[bytes, str, str]]:
    """Sends what it gets to all who are on the list, us among them; and one of them answers all."""
    returned = bytes(mail).replace(b"\n", b"\r\n")
    yield b"List-Id: <all.list.example>\r\nPrecedence: list\r\n" + returned, DESK, "all-bounces@list.example"
    headers = [("List-Id", "<all.list.example>"), ("Precedence", "list")]
    yield bytes(peer.reply(mail, "Please stop writing to the list.", headers=headers)), DESK, "all@list.example"


def changing_names(peer: Peer, mail: EmailMessage, _: str) -> Iterator[tuple[bytes, str, str]]:
    """Every answer comes from an address that was never seen before."""
    name = f"robot-{next(peer.numbers)}@rotating.example"
    answer = peer.reply(mail, "Thank you for your mail.", sender=name)
    yield bytes(answer), answer.to, name


def no_reply(peer: Peer, mail: EmailMessage, _: str) -> Iterator[tuple[bytes, str, str]]:
    answer = peer.reply(mail, "This mailbox is not read.")
    yield bytes(answer), answer.to, peer.address


PEERS = {
    "vacation": Peer("away@one.example", on_vacation),
    "vacation without headers": Peer("away@two.example", on_vacation_rudely),
    "bouncer": Peer("gone@three.example", bounces),
    "another ticket system": Peer("help@four.example", another_ticket_system),
    "list": Peer("all@list.example", list_server),
    "changing From": Peer("robot-0@rotating.example", changing_names),
    "no-reply": Peer("no-reply@seven.example", no_reply),
}


def _two_days(story: Story, peer: Peer) -> Counter[int]:
    """The peer writes once, or else we do; Sam answers in the second hour, asks in the third, and then nobody does.

    Gives how many automatic mails went to the peer's domain on each day.
    """
    post, domain, read = Post(story), peer.address.partition("@")[2], 0
    automatic: Counter[int] = Counter()
    if post.brings(Mail(sender=peer.address, text="Our page is gone."), sender=peer.address).ticket_id is None:
        story.opened("Your page is gone", by=Requester(peer.address))
    for hour in range(HOURS):
        story.passes(hours=1)
        new, read = story.channel.sent[read:], len(story.channel.sent)
        for sending, mail in new:
            if sending.address.endswith(domain):
                automatic[hour // 24] += mail["Auto-Submitted"] is not None
                for raw, to, sender in peer.answers(peer, mail, sending.sender):
                    peer.answered += 1
                    post.brings(raw, to, sender)
        _sam_works(story, hour)
    return automatic


def _sam_works(story: Story, hour: int) -> None:
    for ticket in story.app.tickets.listing(principal(MIA), Filters(), 100) if hour in (1, 2) else ():
        if hour == 1:
            story.replies(ticket.id, SAM, "Which page is it?")
        elif ticket.status in ("new", "open"):
            story.does(ticket.id, "ask", SAM, body="Which page is it, please?")


def _tickets(story: Story) -> int:
    return len(story.app.tickets.listing(principal(MIA), Filters(), 500))


@pytest.mark.parametrize("name", PEERS)
def test_no_peer_is_answered_into_a_loop(sqlite_database_url: str, name: str) -> None:
    peer = PEERS[name]
    with Story(sqlite_database_url) as story:
        assert max(_two_days(story, peer).values(), default=0) <= A_DAY
        assert _tickets(story) <= (TICKETS + 1 if name == "changing From" else 1)
        assert peer.answered
        _ = story.told  # what colleagues got is another matter


def test_two_desks_like_this_one_do_not_talk_each_other_into_a_loop(sqlite_databases: Databases) -> None:
    """The other desk writes to ours as a customer would; each answers each mail as it answers all."""
    other = "support@elsewhere.example"
    theirs = EXAMPLE_DESK.read_text(encoding="utf-8").replace(DESK, other)
    with Story(sqlite_databases.fresh()) as ours, Story(sqlite_databases.fresh(), theirs) as others:
        others.opened("Your network is down", by=Requester(DESK, "Harbour Support"))
        others.replies("T-1", SAM, "Your network is down for us, please help.")
        line = Line({DESK: ours, other: others})
        for hour in range(HOURS):
            line.carries(hour // 24)
            if hour == 1:
                ours.replies("T-1", SAM, "Which network is it?")
        assert 1 <= max(line.automatic.values()) <= A_DAY
        assert _tickets(ours) == _tickets(others) == 1
        assert line.carried >= 3  # their mail, our acknowledgement, our answer
        _ = ours.told, others.told


@dataclass(slots=True)
class Line:
    """Carries mail between desks, by the mailbox of each."""

    desks: Mapping[str, Story]
    automatic: Counter[tuple[str, int]] = field(default_factory=Counter)
    carried: int = 0
    read: Counter[str] = field(default_factory=Counter)

    def carries(self, day: int) -> None:
        for mailbox, story in self.desks.items():
            story.passes(hours=1)
            new = story.channel.sent[self.read[mailbox] :]
            self.read[mailbox] = len(story.channel.sent)
            for sending, mail in new:
                target = next((box for box in self.desks if base_of(sending.address) == box), None)
                if target is not None:
                    self.carried += 1
                    self.automatic[mailbox, day] += mail["Auto-Submitted"] is not None
                    Post(self.desks[target]).brings(sending.payload, sending.address, sending.sender)
