"""What a program of the desk is told of a step: codes, numbers and names of the desk, no word of anybody."""

from escalator.core.desk.channels import ChannelKind
from escalator.service.calls import calls
from tests.core.case import DESK, Case

STEP = "      - {action: notify, whom: {agent: sam@desk.example}, acknowledge_within: 15m}\n"
HOOKED = (
    DESK.replace(STEP, "      - {action: webhook, hook: ops}\n" + STEP) + "webhooks: {ops: https://ops.example/}\n"
)


def test_a_program_is_told_which_step_of_which_ladder_was_reached_and_why() -> None:
    case = Case("2026-11-23 09:00", HOOKED).opened().at("2026-11-23 13:00:01")
    [call] = calls(case.ticket, case.dossier.run, case.events)
    assert (call.hook, call.type) == ("ops", "escalation.step")
    assert call.data == {
        "ticket": "T-1",
        "priority": "normal",
        "team": "first-line",
        "ladder": "climb",
        "step": 1,
        "reason": "breach",
        "detail": "first_reply",
    }
    assert case.desk.webhooks["ops"].kind is ChannelKind.WEBHOOK
