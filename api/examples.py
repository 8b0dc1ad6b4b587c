"""What the documentation shows: one case of the desk of Harbour, as its people would send and see it."""

from collections.abc import Mapping
from typing import Any

Example = Mapping[str, Any]

_DANA = {
    "email": "dana@city.example",
    "name": "Dana Fox",
    "phone": "",
    "organization": "City of Fuchsberg",
    "timezone": "Europe/Berlin",
    "language": "",
}
_OPENED = "2026-11-20T14:00:00Z"
_BODY = "An ex-employee opened a page in our name. Please remove it."

NEW_TICKET: Example = {
    "subject": "A page under our name",
    "body": _BODY,
    "requester": {
        "email": "dana@city.example",
        "name": "Dana Fox",
        "organization": "City of Fuchsberg",
        "timezone": "Europe/Berlin",
    },
    "priority": "normal",
    "tags": ["pages"],
}

_FIRST_REPLY: Example = {
    "metric": "first_reply",
    "cycle": 1,
    "policy": "standard",
    "state": "running",
    "elapsed_seconds": 7200.0,
    "paused_seconds": 0.0,
    "target_seconds": 14400.0,
    "started_at": _OPENED,
    "due_at": "2026-11-23T10:00:00Z",
    "met_at": None,
    "breached_at": None,
    "detected_at": None,
    "cause": "",
    "warned": [{"label": "50%", "at": "2026-11-20T16:00:00Z"}],
    "why": "the first reply was promised within 4h of office time by policy standard; the clock runs",
}
_RESOLUTION: Example = {
    **_FIRST_REPLY,
    "metric": "resolution",
    "target_seconds": 57600.0,
    "due_at": "2026-11-24T14:00:00Z",
    "warned": [],
    "why": "the solution was promised within 16h of office time by policy standard; the clock runs",
}

CALL_BACK_WISH: Example = {"phone": "+1 555 0100", "timezone": "America/New_York"}
CALL_BACK_PROMISED: Example = {
    "opens": "2026-11-23T14:00:00Z",
    "closes": "2026-11-23T16:00:00Z",
    "timezone": "America/New_York",
}
_HELD: Example = {
    "reply": 1,
    "author": "sam@harbour.example",
    "at": "2026-11-20T14:20:00Z",
    "why": 'it says "refund"',
    "due_at": "2026-11-20T16:00:00Z",
    "overdue": False,
}
HELD_REPLIES: Example = {"items": [{**_HELD, "body": "We can refund the fee of this year."}]}

TICKET: Example = {
    "id": "T-1042",
    "subject": "A page under our name",
    "status": "new",
    "priority": "normal",
    "requester": _DANA,
    "channel": "api",
    "team": "first-line",
    "assignee": None,
    "owner": None,
    "level": 1,
    "tags": ["pages"],
    "version": 7,
    "created_at": _OPENED,
    "waiting_since": _OPENED,
    "snoozed_until": None,
    "merged_into": None,
    "case": None,
    "verdict": "",
    "signals": [],
    "follow_up_of": None,
    "clocks": [_FIRST_REPLY, _RESOLUTION],
    "escalation": {
        "state": "waiting",
        "ladder": "heads-up",
        "step": 1,
        "reason": "warning",
        "detail": "first_reply",
        "asked": "lee@harbour.example",
        "acknowledge_by": "2026-11-20T16:30:00Z",
    },
    "call_back": None,
    "held": [],
    "participants": [],
}

TICKETS: Example = {"items": [TICKET], "next": "/v1/tickets?status=new&limit=1&before=T-1042"}
CHANGES: Example = {"priority": "urgent", "tags": ["pages", "impersonation"]}
CLOCKS: Example = {"items": [_FIRST_REPLY, _RESOLUTION]}

NEW_MESSAGE: Example = {"body": "We have taken the page down.", "visibility": "public", "author": "agent"}
MESSAGE: Example = {
    "id": 2,
    "at": "2026-11-20T14:20:00Z",
    "author": "agent",
    "name": "sam@harbour.example",
    "visibility": "public",
    "body": "We have taken the page down.",
    "mail": None,
    "ticket": "T-1042",
}

ACTION: Example = {"action": "assign", "assignee": "sam@harbour.example"}

TIMELINE: Example = {
    "items": [
        {
            "seq": 1,
            "at": _OPENED,
            "type": "created",
            "actor": "customer",
            "name": "dana@city.example",
            "cause": "request:key esc_45IkwW",
            "data": {
                "subject": "A page under our name",
                "requester": _DANA,
                "channel": "api",
                "priority": "normal",
                "tags": ["pages"],
                "team": "first-line",
                "level": 1,
                "desk": 1,
                "message": 1,
            },
            "message": {
                "id": 1,
                "at": _OPENED,
                "author": "customer",
                "name": "dana@city.example",
                "visibility": "public",
                "body": _BODY,
                "mail": None,
                "whole": None,
            },
        }
    ],
    "next": None,
}

EXPLANATION: Example = {
    "sentences": [
        "T-1042 is new in team first-line, level 1",
        "nobody has it yet",
        "the customer has waited for an answer since 2026-11-20 14:00:00 UTC",
        "ladder heads-up was started for warning (first_reply, 2026-11-23 10:00:00 UTC) and is waiting",
        "2026-11-20 16:00:00 UTC: Lee Brandt was asked (notify): you lead first-line",
        _FIRST_REPLY["why"],
        _RESOLUTION["why"],
        "next: the time to take it ends at 2026-11-20 16:30:00 UTC",
    ]
}

DESK_DOCUMENT = (
    "name: Harbour Support\ncalendars:\n  office:\n    tz: Europe/Berlin\n# ... and all the rest of desk.yaml\n"
)
DESK: Example = {"version": 3, "document": DESK_DOCUMENT}
_REMARK = {
    "path": "agents.noor@harbour.example",
    "line": 58,
    "message": "Noor has no team and no calendar",
    "remedy": "Add them to a team.",
    "severity": "warning",
}
DESK_APPLIED: Example = {"version": 4, "problems": [_REMARK]}
DESK_CHECKED: Example = {"ok": True, "problems": [_REMARK]}

PERSON: Example = {
    "email": "sam@harbour.example",
    "name": "Sam Seidel",
    "teams": ["first-line"],
    "leads": [],
    "manager": "lee@harbour.example",
    "away_until": "2027-01-04T08:00:00Z",
    "reachable": True,
    "channels": ["mail", "apprise"],
    "open_tickets": 3,
    "skills": ["billing"],
    "on_shift": True,
    "on_call": ["night"],
}
PEOPLE: Example = {"items": [PERSON]}
TRIALS: Example = {
    "items": [
        {"channel": "mail", "reached": True, "said": "it was taken (250)"},
        {"channel": "apprise", "reached": False, "said": "it was not taken this time (it took too long)"},
    ]
}
AWAY: Example = {"until": "2199-01-04T08:00:00Z"}

ON_CALL: Example = {
    "at": _OPENED,
    "items": [
        {
            "schedule": "night",
            "zone": "Europe/Berlin",
            "person": "kim@harbour.example",
            "name": "Kim Vogel",
            "since": "2026-11-16T08:00:00Z",
            "until": "2026-11-23T08:00:00Z",
            "why": "in turn",
            "next_person": "lee@harbour.example",
            "next_at": "2026-11-23T08:00:00Z",
        }
    ],
}
NEW_OVERRIDE: Example = {
    "person": "ravi@harbour.example",
    "from": "2198-12-24T08:00:00Z",
    "to": "2198-12-27T08:00:00Z",
}
OVERRIDE: Example = {
    "id": 1,
    "schedule": "night",
    **NEW_OVERRIDE,
    "actor": "lee@harbour.example",
    "created_at": _OPENED,
}
OVERRIDES: Example = {"items": [OVERRIDE]}

OUTBOX: Example = {
    "items": [
        {
            "id": 12,
            "ticket": "T-1042",
            "kind": "warning",
            "channel": "mail",
            "recipient": "lee@harbour.example",
            "message_id": "<c381f3aa83f8d83ba61624037d52754ce49fab5f@harbour.example>",
            "state": "sent",
            "reason": "",
            "attempts": 1,
            "lost_answers": 0,
            "created_at": "2026-11-20T16:00:00Z",
            "held_until": None,
            "settled_at": "2026-11-20T16:00:01Z",
        }
    ],
    "next": None,
    "counts": {"sent": 12},
    "held_because": None,
}

READY: Example = {"ready": True, "held_mails": 0, "quarantined_mails": 0}
METRICS = "# TYPE escalator_deadlines_overdue gauge\nescalator_deadlines_overdue 0\n"

PROBLEM: Example = {
    "type": "about:blank",
    "title": "Precondition Failed",
    "status": 412,
    "code": "stale_version",
    "detail": "T-1042 has changed: you read version 7, it is at 8; read it again",
    "request_id": "5f0c7a52d1b94a1f8a1f0f1f3b1f4c7d",
}
