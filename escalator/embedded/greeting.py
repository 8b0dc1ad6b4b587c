"""What `escalator up` says: where everything is, with which key, and what to try first."""

from dataclasses import asdict, dataclass

from .home import Home

_GREETING = """
Escalator is ready.

  Web and API   {web}     (what it can do: {web}/docs)
  Flower        {flower}     (workers and tasks)
  Mail          {mail}
  Logs          {logs}/*.log
  API key       {key}
                (an admin's; kept in {key_file})

Try a fire drill. Open a ticket that breaks its promise within twenty seconds:

  curl -s -X POST {web}/v1/tickets -H 'Authorization: Bearer {key}' -H 'Content-Type: application/json' \\
    -d '{{"subject": "Fire drill", "body": "The light is out.", "requester": {{"email": "dana@city.example"}}, \
"tags": ["drill"]}}'

After half a minute there is a mail. See why (if the answer said another id than T-1, use that one; /clocks shows its
clocks, /timeline the whole story):

  curl -s {web}/v1/tickets/T-1/explain -H 'Authorization: Bearer {key}'

Take it, before the ladder asks the next person:

  curl -s -X POST {web}/v1/tickets/T-1/actions -H 'Authorization: Bearer {key}' -H 'Content-Type: application/json' \\
    -H "If-Match: $(curl -sI {web}/v1/tickets/T-1 -H 'Authorization: Bearer {key}' \\
    | sed -n 's/^ETag: *//Ip' | tr -d '\\r')" -d '{{"action": "acknowledge"}}'

Write to it by mail:

  printf 'From: dana@city.example\\nTo: {mailbox}\\nSubject: Lights out\\n\\nHelp!\\n' | curl -s --crlf \\
    smtp://{inbox} --mail-from dana@city.example --mail-rcpt {mailbox} --upload-file -

Ctrl-C stops everything; what it knows stays in {home}.
"""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a desk are: `mail` is where its letters lie, `inbox` where those to `mailbox` are taken."""

    web: str
    flower: str
    mail: str
    inbox: str
    mailbox: str


def greeting(places: Places, key: str, home: Home) -> str:
    """All that a newcomer needs, ready to be copied."""
    return _GREETING.format(**asdict(places), key=key, key_file=home.first_key, logs=home.logs, home=home.path)
