"""People are reached through all their channels, each for itself; who is reached by none is passed over."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.core.access import Principal, Role
from escalator.core.errors import Forbidden, NotAllowedNow, NotFound, TooOften
from escalator.service.calls import HookCall
from escalator.service.delivery import Round
from escalator.store.tables import outbox
from tests.story import EXAMPLE_DESK, KIM, LEE, MIA, NOOR, SAM, Story, principal

SECRET = "Zk3-not-for-everybody"
LEES = (
    f'[mail, {{apprise: "tgram://${{BOT}}/1"}}, {{webhook: "https://lee.example/{SECRET}", secret: "${{LEES_KEY}}"}}]'
)
SETTINGS = {"BOT": f"123:{SECRET}", "LEES_KEY": "whsec_x"}


def desk(channels: Mapping[str, str]) -> str:
    """The example desk, with these channels; and a webhook of its own."""
    text = EXAMPLE_DESK.read_text(encoding="utf-8")
    for email, said in channels.items():
        text = text.replace(f"  {email}:\n", f"  {email}:\n    channels: {said}\n", 1)
    return f"{text}\nwebhooks:\n  ops: https://ops.example/{SECRET}\n"


@dataclass
class Wire:
    """A channel that remembers, and answers as told; then it accepts."""

    outcomes: list[Outcome] = field(default_factory=list)
    sendings: list[Sending] = field(default_factory=list)

    def deliver(self, sending: Sending) -> Delivery:
        self.sendings.append(sending)
        outcome = self.outcomes.pop(0) if self.outcomes else Outcome.SENT
        return Delivery(outcome, "call", None if outcome is Outcome.TEMPORARY else 410, "")


@dataclass
class Office:
    """A story whose people have more than mail."""

    story: Story
    webhook: Wire = field(default_factory=Wire)
    apprise: Wire = field(default_factory=Wire)

    def __post_init__(self) -> None:
        channels = {"mail": self.story.channel, "webhook": self.webhook, "apprise": self.apprise}
        for service in (self.story.app.delivery, self.story.app.trials):
            service._channels, service._settings = channels, SETTINGS

    def rows(self) -> list[tuple[str, str, str, str, str]]:
        """Kind, channel, person, state and reason of all letters."""
        shown = (outbox.c.kind, outbox.c.channel, outbox.c.recipient, outbox.c.state, outbox.c.reason)
        with self.story.app.database.reading() as tx:
            return [tuple(row) for row in tx.conn.execute(select(*shown).order_by(outbox.c.id))]  # type: ignore[misc]


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    with Story(database_url, desk({LEE: LEES})) as story:
        yield Office(story)


def asks_lee(office: Office) -> str:
    """A ticket whose ladder has just asked Lee, after the team had its quarter of an hour."""
    ref = office.story.opened("a page under our name")
    office.story.passes(hours=4, minutes=15, seconds=1)
    assert office.story.facts(ref, "step_asked")[-1]["person"] == LEE
    return ref


def test_what_asks_a_person_goes_to_all_their_channels_and_the_rest_by_mail(office: Office) -> None:
    asks_lee(office)
    told = office.story.told
    to_lee = [(kind, channel, state) for kind, channel, person, state, _ in office.rows() if person == LEE]
    assert to_lee == [
        ("warning", "mail", "sent"),
        ("warning", "mail", "sent"),
        ("escalation", "mail", "sent"),
        ("escalation", "apprise", "sent"),
        ("escalation", "webhook", "sent"),
    ]
    assert told.count(LEE) == 3
    [page] = office.apprise.sendings
    assert json.loads(page.payload)["title"] == "T-1: a page under our name"


def test_an_address_is_filled_from_the_settings_when_it_is_used_and_never_stored(office: Office) -> None:
    asks_lee(office)
    assert office.story.told
    assert office.apprise.sendings[0].address == f"tgram://123:{SECRET}/1"
    assert (office.webhook.sendings[0].address, office.webhook.sendings[0].secret) == (
        f"https://lee.example/{SECRET}",
        "whsec_x",
    )
    with office.story.app.database.reading() as tx:
        stored = [str(dict(row._mapping)) for row in tx.conn.execute(select(outbox))]
    assert SECRET not in "".join(stored)
    assert SECRET not in str(office.story.app.people.listing(principal(SAM)))


def test_each_channel_has_a_link_of_its_own_and_any_of_them_takes_the_case(office: Office) -> None:
    ref = asks_lee(office)
    assert office.story.told
    link = json.loads(office.webhook.sendings[0].payload)["data"]["take_url"]
    assert link not in json.loads(office.apprise.sendings[0].payload)["text"]
    office.story.app.taking.take(link.rpartition("/")[2])
    assert office.story.ticket(ref).owner == LEE


def test_a_slow_receiver_is_asked_again_with_the_same_bytes_and_id_and_keeps_no_mail_waiting(office: Office) -> None:
    office.webhook.outcomes = [Outcome.TEMPORARY]
    asks_lee(office)
    assert office.story.told.count(LEE) == 3
    office.story.sleeps(minutes=1)
    office.story.app.delivery.deliver(round_=Round.CALLS)
    first, second = office.webhook.sendings
    assert (first.payload, first.message_id) == (second.payload, second.message_id)
    assert first.at < second.at


def test_mail_and_calls_are_claimed_apart(office: Office) -> None:
    office.story.opened("a page under our name")
    office.story.sleeps(hours=4, minutes=15, seconds=1)
    office.story.app.deadlines.sweep()
    office.story.sleeps(minutes=16)
    office.story.app.deadlines.sweep()
    waiting = [channel for _, channel, _, state, _ in office.rows() if state == "pending"]
    assert {"mail", "apprise", "webhook"} == set(waiting)
    assert office.story.app.delivery.deliver(round_=Round.CALLS).tried == waiting.count("apprise") + waiting.count(
        "webhook"
    )
    assert office.story.channel.mails == []
    assert office.story.app.delivery.deliver().tried == waiting.count("mail")
    assert office.story.told


def test_whoever_one_channel_reaches_is_reached(office: Office) -> None:
    office.webhook.outcomes = [Outcome.REJECTED]
    ref = office.story.opened("a page under our name")
    office.story.passes(hours=4, minutes=10)
    office.story.channel.bounces.add(LEE)
    office.story.passes(minutes=5, seconds=1)
    office.story.drains()
    assert [state for _, _, person, state, _ in office.rows() if person == LEE][-3:] == ["dead", "sent", "dead"]
    assert office.story.facts(ref, "step_unreached") == []
    assert office.story.ticket(ref).escalation is not None
    # From now on mail does not reach Lee; and they are asked all the same, where they can be.
    person = next(person for person in office.story.app.people.listing(principal(MIA)) if person.email == LEE)
    assert (person.reachable, person.mail_comes_back) == (True, True)
    assert office.story.told


def test_whoever_no_channel_reaches_is_passed_over_at_once(office: Office) -> None:
    office.webhook.outcomes, office.apprise.outcomes = [Outcome.REJECTED], [Outcome.REJECTED]
    ref = office.story.opened("a page under our name")
    office.story.passes(hours=4, minutes=10)
    assert office.story.told
    office.story.channel.bounces.add(LEE)

    office.story.passes(minutes=5, seconds=1)

    assert office.story.facts(ref, "step_unreached")[-1]["verdicts"][0][0] == LEE  # type: ignore[index]
    # Kim is asked instead, and Mia hears that a step of her desk reaches nobody.
    assert office.story.told == [KIM, MIA]


def test_who_has_no_channel_is_not_asked_and_the_timeline_says_why(database_url: str) -> None:
    with Story(database_url, desk({SAM: "[]"})) as story:
        ref = story.opened("a page under our name")
        story.passes(hours=4, seconds=1)
        assert [SAM, "has no channel"] in story.facts(ref, "step_asked")[-1]["verdicts"]  # type: ignore[operator]
        assert SAM not in story.told


def test_a_person_without_mail_gets_none_and_reads_the_rest_on_their_first_channel(database_url: str) -> None:
    with Story(database_url, desk({LEE: "[{apprise: 'ntfy://lee'}, {webhook: https://lee.example}]"})) as story:
        office = Office(story)
        asks_lee(office)
        assert LEE not in story.told
        kinds = [(kind, channel) for kind, channel, person, _, _ in office.rows() if person == LEE]
        assert kinds == [
            ("warning", "apprise"),
            ("warning", "apprise"),
            ("escalation", "apprise"),
            ("escalation", "webhook"),
        ]


def test_a_setting_that_is_missing_ends_the_letter_with_a_reason_and_no_address(office: Office) -> None:
    office.story.app.delivery._settings = {}
    asks_lee(office)
    assert office.story.told
    dead = [(channel, reason) for _, channel, _, state, reason in office.rows() if state == "dead"]
    assert dead == [
        ("apprise", "rejected at address: ESCALATOR_CHANNEL_BOT is not set"),
        ("webhook", "rejected at address: ESCALATOR_CHANNEL_LEES_KEY is not set"),
    ]


def test_a_channel_that_has_left_the_desk_meanwhile_ends_with_a_reason(office: Office) -> None:
    office.story.opened("a page under our name")
    for minutes in (4 * 60 + 1, 16):
        office.story.sleeps(minutes=minutes)
        office.story.app.deadlines.sweep()
    office.story.applies(desk({LEE: "[mail]"}))
    office.story.drains()
    dead = {reason for *_, state, reason in office.rows() if state == "dead"}
    assert dead == {"rejected at address: the desk does not name this channel any more"}
    assert office.story.told


def test_a_webhook_that_stays_away_is_given_up_after_three_days_and_is_no_trouble_of_ours(office: Office) -> None:
    office.webhook.outcomes = [Outcome.TEMPORARY] * 9
    tell(office)
    office.story.app.delivery.deliver(round_=Round.CALLS)
    office.story.sleeps(days=2, hours=23)
    office.story.app.delivery.deliver(round_=Round.CALLS)
    assert not [trouble for trouble in office.story.app.health.look().troubles if "letter" in trouble]
    office.story.sleeps(hours=2)
    office.story.app.delivery.deliver(round_=Round.CALLS)
    assert office.rows()[0][3:] == ("dead", "given up after 3 days; temporary at call")


def test_a_call_that_nobody_tries_is_seen(office: Office) -> None:
    tell(office)
    office.story.sleeps(minutes=3)
    assert any("has not been sent" in trouble for trouble in office.story.app.health.look().troubles)


def tell(office: Office, key: str = "T-1/run-1/step-2") -> None:
    """What a step of a ladder tells the desk's webhook `ops`."""
    office.story.opened("a page under our name")
    with office.story.app.database.transaction() as tx:
        call = HookCall(key=key, hook="ops", type="escalation.step", at=tx.now, data={"ticket": "T-1"})
        office.story.app.handling.letter_desk.call(tx, [(1, call)])


def test_a_program_is_called_by_its_name_in_the_desk(office: Office) -> None:
    tell(office)
    office.story.drains()
    [sending] = office.webhook.sendings
    assert sending.address == f"https://ops.example/{SECRET}"
    assert json.loads(sending.payload)["data"] == {"ticket": "T-1"}
    assert office.rows() == [("escalation.step", "webhook", "ops", "sent", "")]


def test_each_letter_of_a_round_is_on_its_way_at_its_own_time_however_slow_the_others_were(office: Office) -> None:
    tell(office)
    tell(office, "T-1/run-1/step-3")
    carried: list[datetime] = []

    class Slow(Wire):
        def deliver(self, sending: Sending) -> Delivery:
            carried.append(office.story.clock.now)
            office.story.sleeps(minutes=6)
            return super().deliver(sending)

    slow = Slow()
    office.story.app.delivery._channels = {"webhook": slow}  # type: ignore[dict-item]
    assert office.story.app.delivery.deliver(round_=Round.CALLS).sent == 2
    assert [sending.at for sending in slow.sendings] == carried


def test_a_hold_holds_every_channel_and_the_test_button(office: Office) -> None:
    office.story.app.outbox.hold("a release is under way", "mia")
    tell(office)
    office.story.drains()
    assert office.webhook.sendings == []
    with pytest.raises(NotAllowedNow, match="is held"):
        office.story.app.trials.reach(principal(MIA), LEE)


def test_the_test_button_says_for_each_channel_how_it_went(office: Office) -> None:
    office.webhook.outcomes = [Outcome.REJECTED]
    trials = office.story.app.trials.reach(principal(LEE), LEE)
    assert [(trial.channel, trial.reached, trial.said) for trial in trials] == [
        ("mail", True, "it was taken (250)"),
        ("apprise", True, "it was taken (410)"),
        ("webhook", False, "it was refused for good (410)"),
    ]
    assert SECRET not in str(trials)
    assert office.story.told == [LEE]
    assert office.rows() == []


def test_one_channel_that_breaks_does_not_hide_how_the_others_went(office: Office) -> None:
    office.story.app.trials._channels = {"mail": office.story.channel}  # type: ignore[dict-item]
    trials = office.story.app.trials.reach(principal(MIA), LEE)
    assert [trial.reached for trial in trials] == [True, False, False]
    assert trials[1].said == "it failed here (KeyError)"
    assert office.story.told == [LEE]


def test_a_person_is_tested_at_most_once_a_minute(office: Office) -> None:
    office.story.app.trials.reach(principal(MIA), SAM)
    with pytest.raises(TooOften):
        office.story.app.trials.reach(principal(SAM), SAM)
    office.story.app.trials.reach(principal(MIA), NOOR)
    office.story.clock.now += timedelta(minutes=1)
    office.story.app.trials.reach(principal(SAM), SAM)
    assert office.story.told == [SAM, NOOR, SAM]


def test_an_agent_tests_nobody_else(office: Office) -> None:
    with pytest.raises(Forbidden):
        office.story.app.trials.reach(principal(SAM), LEE)
    with pytest.raises(Forbidden):
        office.story.app.trials.reach(Principal(Role.READ, "reader"), LEE)
    with pytest.raises(NotFound):
        office.story.app.trials.reach(principal(LEE), "who@else.example")


def test_only_an_admin_reads_addresses_in_the_desk(office: Office) -> None:
    assert SECRET in office.story.app.desk.current(principal(MIA))[1]
    for person in (SAM, LEE):
        shown = office.story.app.desk.current(principal(person))[1]
        assert SECRET not in shown
        assert "${BOT}" not in shown
