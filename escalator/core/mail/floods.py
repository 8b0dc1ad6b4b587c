"""How much of one sender's mail does what it asks; the rest is kept together, or shown to an agent (mail.md, 8)."""

from datetime import timedelta

TICKETS = 20
"""New tickets of one sender in `TICKETS_WITHIN`; what comes beyond goes into one ticket that says so."""
TICKETS_WITHIN = timedelta(hours=1)

REOPENINGS = 5
"""Times that mail brings a ticket back in `REOPENINGS_WITHIN`; what comes beyond waits for an agent."""
REOPENINGS_WITHIN = timedelta(days=1)

NOTED = 20
"""Machine mails that stand on one ticket in `NOTED_WITHIN`; what comes beyond is laid aside."""
NOTED_WITHIN = timedelta(hours=1)

HELD = 20
"""Mails that wait for a word about one ticket in `HELD_WITHIN`; of what comes beyond nobody is told."""
HELD_WITHIN = timedelta(hours=1)

FLOOD_TAG = "mail-flood"
"""Marks the one ticket that takes what is too much."""
FLOOD_LASTS = timedelta(days=1)
