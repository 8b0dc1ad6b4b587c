"""How people are reached, as the desk says it: three kinds of channels, whose addresses nobody reads who need not."""

import apprise
import pytest

from escalator.core.desk import read
from escalator.core.desk.channels import MAIL, ChannelKind, filled, kind_of
from escalator.core.desk.hiding import without_addresses
from escalator.core.desk.schemes import KNOWN, REFUSED

from .desk_texts import SMALL, only_problem, problems, small_desk

SAM = "sam@harbour.example"
SECRET = "Zk3-not-for-everybody"


def _with(channels: str) -> str:
    return small_desk("Sam, manager", f"Sam, channels: {channels}, manager")


def test_who_says_nothing_of_channels_is_reached_by_mail() -> None:
    assert read(SMALL).agents[SAM].channels == (MAIL,)


def test_a_person_may_have_channels_of_every_kind_and_several_of_one() -> None:
    second = "{webhook: https://a.example/2, secret: '${A}'}"
    ways = f"[mail, {{webhook: https://a.example/1}}, {{apprise: 'ntfy://sam'}}, {second}]"
    channels = read(_with(ways)).agents[SAM].channels
    assert [channel.label for channel in channels] == ["mail", "webhook", "apprise", "webhook-2"]
    assert [kind_of(channel.label) for channel in channels] == [channel.kind for channel in channels]
    assert channels[3].secret == "${A}"


def test_a_desk_names_the_programs_that_it_calls() -> None:
    wall = "{webhook: 'https://b.example', secret: '${WALL}'}"
    hooks = read(f"{SMALL}webhooks:\n  ops: https://a.example/x\n  wall: {wall}\n").webhooks
    assert (hooks["ops"].address, hooks["wall"].secret) == ("https://a.example/x", "${WALL}")
    assert {hook.kind for hook in hooks.values()} == {ChannelKind.WEBHOOK}


@pytest.mark.parametrize(
    ("channel", "message", "remedy"),
    [
        ("post", "there is no such channel", "Write mail, {webhook"),
        ("{fax: 'x'}", "this must name one channel", "Write mail, {webhook"),
        ("{webhook: https://a.example, apprise: 'ntfy://x'}", "this must name one channel", "Write mail"),
        ("{webhook: [1]}", "the address must be text", "Write mail"),
        (f"{{webhook: http://a.example/{SECRET}}}", "a webhook without TLS can be read", "Write https://."),
        (f"{{webhook: ftp://a.example/{SECRET}}}", "this is no address of the form https://", "Write it like"),
        (f"{{webhook: https://sam:{SECRET}@a.example}}", "a name or password stands before", "Write it like"),
        (f"{{webhook: 'https://a.example/${{{SECRET}}}'}}", "this is no address of the form", "Write it like"),
        (f"{{webhook: https://a.example, secret: {SECRET}}}", "a secret of its own", 'Write it like "${OPS_HOOK}"'),
        (f"{{apprise: 'ntfy://x', secret: '${{A}}', {SECRET}: x}}", "this must name one channel", "Write mail"),
        (f"{{apprise: 'json://a.example/{SECRET}'}}", "json:// is no pager", "Write {webhook: https://...}: that is"),
        (f"{{apprise: 'mailtos://{SECRET}@a.example'}}", "mailtos:// is no pager", "Write mail: that goes"),
        (f"{{apprise: 'ntfyy://{SECRET}'}}", "no service is known by ntfyy://", 'Did you mean "ntfy"?'),
        (f"{{apprise: '{SECRET}'}}", "this is no address of a chat, SMS or pager", "Write it like ntfy://topic"),
        (f"{{apprise: 'ntfy://${{small}}{SECRET}'}}", "this is no address of a chat", "Write it like ntfy://topic"),
    ],
)
def test_a_channel_that_cannot_be_is_refused_without_quoting_its_address(
    channel: str, message: str, remedy: str
) -> None:
    problem = only_problem(_with(f"[mail, {channel}]"))
    assert (problem.path, problem.severity) == (f"agents.{SAM}.channels[1]", "error")
    assert problem.message.startswith(message)
    assert problem.remedy.startswith(remedy)
    assert SECRET not in str(problem)


def test_an_address_may_come_from_the_environment_in_part_or_whole() -> None:
    webhooks = "{webhook: 'https://a.example/${TOKEN}/x'}, {webhook: '${HOOK}'}"
    ways = f"[{webhooks}, {{apprise: '${{PAGER}}'}}, {{apprise: 'tgram://${{BOT}}/1'}}]"
    assert problems(_with(ways)) == ()


def test_a_name_is_filled_from_the_settings_and_an_unknown_one_is_said() -> None:
    assert filled("tgram://${BOT}/${CHAT}", {"BOT": "1:a", "CHAT": "7"}) == "tgram://1:a/7"
    with pytest.raises(LookupError, match="ESCALATOR_CHANNEL_CHAT is not set"):
        filled("tgram://${BOT}/${CHAT}", {"BOT": "1:a"})


def test_a_person_with_no_channel_is_warned_about() -> None:
    problem = only_problem(_with("[]"))
    assert (problem.path, problem.severity) == (f"agents.{SAM}.channels", "warning")
    assert problem.message == "Sam is a person with no channel: no step reaches them"


def test_a_last_resort_with_no_channel_is_an_error() -> None:
    problem = only_problem(small_desk("{name: Mia, calendar", "{name: Mia, channels: [], calendar"))
    assert (problem.path, problem.severity) == ("agents.mia@harbour.example.channels", "error")
    assert "the last call reaches nobody" in problem.message


def test_the_same_channel_twice_is_an_error() -> None:
    problem = only_problem(_with("[mail, mail]"))
    assert (problem.path, problem.message) == (f"agents.{SAM}.channels[1]", "this mail is listed twice")


def test_more_channels_than_anybody_needs_are_refused() -> None:
    nine = ", ".join(f"{{apprise: 'ntfy://t{number}'}}" for number in range(9))
    assert only_problem(_with(f"[{nine}]")).message == "9 entries are too many"


def test_a_webhook_to_the_own_machine_is_for_development_and_said_to_be() -> None:
    problem = only_problem(_with("[mail, {webhook: 'http://127.0.0.1:8080/x'}]"))
    assert problem.severity == "warning"
    assert "ESCALATOR_WEBHOOK_ALLOW" in problem.message


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of its own modules
def test_every_pager_that_the_library_knows_is_either_known_to_us_or_refused() -> None:
    details = apprise.Apprise().details()["schemas"]
    library = {name for each in details for kind in ("protocols", "secure_protocols") for name in each[kind] or ()}
    assert library >= KNOWN
    assert library - KNOWN <= set(REFUSED)
    assert not KNOWN & set(REFUSED)


def test_who_may_not_know_them_reads_the_desk_without_addresses() -> None:
    named = "{webhook: '${HOOK}'}"
    ways = f"[mail, {{webhook: https://a.example/{SECRET}}}, {{apprise: 'ntfy://{SECRET}'}}, {named}]"
    text = _with(ways).replace("name: Small desk", "name: Kleine Hafen-Auskunft für Grüße ☃ 😀")
    text += f"webhooks:\n  ops: >-\n    https://a.example/{SECRET}\n  wall: https://b.example/{SECRET}\n# the end\n"
    assert SECRET in text
    shown = without_addresses(text)
    assert SECRET not in shown
    assert "a.example" not in shown
    assert shown.count('"(hidden)"') == 5
    assert shown.splitlines()[-1] == "# the end"
    assert "first-line" in shown
    assert without_addresses(SMALL) == SMALL
