"""The people of the desk, and until when somebody is away."""

from datetime import datetime
from typing import Any

from escalator.core.access import Act

from . import examples
from .access import caller, services
from .routes import Routes
from .schemas.people import AwaySchema, PeopleSchema, PersonSchema, TrialsSchema

routes = Routes("people", "The people of the desk: who is there, who is away, who has how much to do.")


@routes.route("GET", "/v1/agents", needs=Act.AGENTS_READ, answers=PeopleSchema, example=examples.PEOPLE)
def list_agents() -> Any:
    """List the people of the desk."""
    return {"items": services().people.listing(caller())}


@routes.route(
    "PUT",
    "/v1/agents/<email>/away",
    needs=Act.AGENTS_CHANGE,
    takes=AwaySchema,
    sends=examples.AWAY,
    answers=PersonSchema,
    example=examples.PERSON,
)
def set_away(asked: dict[str, datetime | None], email: str) -> Any:
    """Say until when a person is away; ladders go past them. Agents say it for themselves, leads for anybody."""
    return services().people.set_away(caller(), email, asked["until"])


@routes.route(
    "POST",
    "/v1/agents/<email>/test",
    needs=Act.AGENTS_CHANGE,
    answers=TrialsSchema,
    example=examples.TRIALS,
    refuses={429},
)
def test_channels(email: str) -> Any:
    """Send a person a test message through each of their channels, now.

    Agents test their own channels, leads anybody's; each person at most once a minute (429).
    """
    return {"items": services().trials.reach(caller(), email)}
