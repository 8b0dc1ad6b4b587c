"""Whatever people do to a few tickets in whatever order: after each deed every row is the fold of its timeline."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from escalator.core.errors import Forbidden, Invalid, NotAllowedNow, NotFound, StaleVersion, TooOften
from escalator.service.recalculation import RecalculationService
from tests import invariants
from tests.servers.databases import Databases
from tests.service.test_machine_mail import machine_says
from tests.story import DANA, EXAMPLE_DESK, KIM, LEE, MIA, NOOR, SAM, Story, principal

# Kim and Mia see every ticket, Sam and Noor those of the first line.
LEADS = st.sampled_from([LEE, KIM, MIA])
MOVES = ("begin", "ask", "hold", "resume", "escalate", "acknowledge", "resolve", "reopen", "close", "spam", "wake")
MOVES += ("undo", "log_call", "call_back", "withdraw_call_back")
WHICH = st.integers(0, 3)
TEAMS = st.sampled_from(["first-line", "second-line"])
ADDRESSES = (DANA.email, "erin@city.example", "frank@else.example", "noreply@else.example")
SPANS = st.sampled_from(
    [*(timedelta(minutes=m) for m in (1, 20, 90)), *(timedelta(hours=h) for h in (5, 30)), timedelta(days=8)]
)
DESK = EXAMPLE_DESK.read_text(encoding="utf-8")
DESKS = (
    DESK,
    DESK.replace("any: {first_reply: 4h,", "any: {age: 3d, update: 2h, first_reply: 1h,"),
    DESK.replace("resolution: 16h}", "requester_wait: 8h}").replace(
        "      resolution: pending\n    warnings: [50%, 80%]", "      next_reply: on_hold\n    warnings: [50%, 80%]"
    ),
    DESK.replace('mon-fri: "09:00-17:00"', 'mon-sat: ["08:00-12:00", "13:00-20:00"]'),
)


class Desk(RuleBasedStateMachine):
    """The example desk with up to four tickets, its sweep, its mailer, and people who do what comes to their mind."""

    def __init__(self, databases: Databases) -> None:
        super().__init__()
        self.story = Story(databases.fresh())
        self.refs: list[str] = []

    @initialize()
    def somebody_needs_help(self) -> None:
        self.opens("normal", vip=False, channel="email")

    @rule(
        priority=st.sampled_from(["normal", "urgent"]), vip=st.booleans(), channel=st.sampled_from(["api", "email"])
    )
    def opens(self, priority: str, vip: bool, channel: str) -> None:
        if len(self.refs) < 4:
            tags = ("vip",) if vip else ()
            self.refs.append(self.story.opened("a question", priority=priority, tags=tags, channel=channel))

    @rule(which=WHICH)
    def writes(self, which: int) -> None:
        self._known(self.story.writes(self._ref(which)))

    @rule(which=WHICH)
    def machine_writes(self, which: int) -> None:
        """Whatever the status: it is noted."""
        machine_says(self.story, self._ref(which))

    @rule(which=WHICH, by=LEADS)
    def replies(self, which: int, by: str) -> None:
        self._tries(lambda: self.story.replies(self._ref(which), by=by))

    @rule(which=WHICH, by=LEADS)
    def notes(self, which: int, by: str) -> None:
        self.story.notes(self._ref(which), by=by)

    @rule(which=WHICH, email=st.sampled_from(ADDRESSES), by=LEADS, comes=st.booleans())
    def comes_or_goes(self, which: int, email: str, by: str, comes: bool) -> None:
        action = "add_participant" if comes else "remove_participant"
        self._tries(lambda: self.story.does(self._ref(which), action, by=by, email=email))

    @rule(email=st.sampled_from(ADDRESSES))
    def cannot_be_reached(self, email: str) -> None:
        self.story.channel.bounces ^= {email}

    @rule(which=WHICH, action=st.sampled_from(MOVES), by=LEADS)
    def does(self, which: int, action: str, by: str) -> None:
        self._tries(lambda: self.story.does(self._ref(which), action, by=by))

    @rule(which=WHICH, hours=st.integers(1, 30), by=LEADS)
    def promises_a_call(self, which: int, hours: int, by: str) -> None:
        closes = self.story.clock.now + timedelta(hours=hours)
        self._tries(lambda: self.story.does(self._ref(which), "call_back", by=by, to=closes))

    @rule(which=WHICH, by=LEADS)
    def has_a_reply_read(self, which: int, by: str) -> None:
        self._tries(lambda: self.story.replies(self._ref(which), by=by, hold=True))

    @rule(which=WHICH, by=LEADS, goes_out=st.booleans())
    def reads_a_reply(self, which: int, by: str, goes_out: bool) -> None:
        ref = self._ref(which)
        number = next((held.id for held in self.story.ticket(ref).held), 0)
        deed, note = ("release", {}) if goes_out else ("return", {"note": f"not in these words, {invariants.CANARY}"})
        self._tries(lambda: self.story.does(ref, deed, by=by, reply=number, **note))

    @rule(which=WHICH, template=st.sampled_from(["invoice-number", "which-page"]), by=LEADS)
    def asks(self, which: int, template: str, by: str) -> None:
        self._tries(lambda: self.story.does(self._ref(which), "ask", by=by, template=template))

    @rule(which=WHICH, to=st.sampled_from([SAM, NOOR, KIM]), team=TEAMS | st.none())
    def assigns(self, which: int, to: str, team: str | None) -> None:
        options = {"team": team} if team else {"assignee": to}
        self._tries(lambda: self.story.does(self._ref(which), "assign", by=MIA, **options))

    @rule(which=WHICH, priority=st.sampled_from(["low", "normal", "urgent"]), vip=st.booleans())
    def changes(self, which: int, priority: str, vip: bool) -> None:
        tags = ("vip",) if vip else ()
        self._tries(lambda: self.story.changes(self._ref(which), by=MIA, priority=priority, tags=tags))

    @rule(which=WHICH, other=WHICH)
    def merges(self, which: int, other: int) -> None:
        self._tries(lambda: self.story.does(self._ref(which), "merge", by=MIA, into=self._ref(other)))

    @rule(which=WHICH, span=SPANS)
    def snoozes(self, which: int, span: timedelta) -> None:
        until = self.story.clock.now + span
        self._tries(lambda: self.story.does(self._ref(which), "snooze", by=MIA, until=until))

    @rule(span=SPANS)
    def passes(self, span: timedelta) -> None:
        self.story.comes(self.story.clock.now + span)

    @rule(span=SPANS)
    def sleeps(self, span: timedelta) -> None:
        """The service is down: people meet what fell due before the sweep does."""
        self.story.clock.now += span

    @rule()
    def sweeps(self) -> None:
        self.story.app.deadlines.sweep()

    @rule(desk=st.sampled_from(DESKS))
    def applies(self, desk: str) -> None:
        """A new desk; what runs keeps the old one."""
        self.story.applies(desk)

    @rule()
    def recalculates(self) -> None:
        app = self.story.app
        RecalculationService(app.database, app.handling).run(principal(MIA), lambda *_: None)

    @invariant()
    def every_row_is_the_fold_of_its_timeline(self) -> None:
        invariants.check(self.story.app)

    @invariant()
    def nothing_that_is_done_has_a_clock_that_runs(self) -> None:
        for ref in self.refs:
            ticket = self.story.ticket(ref)
            if ticket.status in ("resolved", "closed"):
                assert {clock.state for clock in ticket.clocks} <= {"met", "cancelled", "breached"}

    def teardown(self) -> None:
        self.story.app.close()

    def _ref(self, which: int) -> str:
        return self.refs[which % len(self.refs)]

    def _known(self, ref: str) -> None:
        if ref not in self.refs:
            self.refs.append(ref)

    def _tries(self, deed: Callable[[], object]) -> None:
        """Does it, or finds that it is refused; a refusal changes nothing."""
        with suppress(NotAllowedNow, StaleVersion, Forbidden, Invalid, NotFound, TooOften):
            deed()


@pytest.mark.hypothesis
def test_every_history_on_a_real_database_keeps_the_books(databases: Databases) -> None:
    profile = settings.get_current_profile_name()
    many = 1000 if profile == "proof" else 8
    run_state_machine_as_test(
        lambda: Desk(databases), settings=settings(max_examples=many, stateful_step_count=20, deadline=None)
    )
