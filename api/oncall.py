"""Who is on call now, or at any moment, and who is next; and who stands in for them."""

from typing import Any

from flask import url_for

from escalator.core.access import Act

from . import examples
from .access import caller, services
from .routes import Routes
from .schemas.oncall import (
    NewOverrideSchema,
    OnCallListSchema,
    OnCallPageSchema,
    OverrideSchema,
    OverridesSchema,
)

routes = Routes("oncall", "The on-call schedules of the desk: who is on call, who is next, who stands in.")


@routes.route(
    "GET",
    "/v1/oncall",
    needs=Act.AGENTS_READ,
    asks=OnCallPageSchema,
    answers=OnCallListSchema,
    example=examples.ON_CALL,
)
def list_on_call(asked: dict[str, Any]) -> Any:
    """List who is on call for every schedule, and who is next.

    It is reckoned by the desk that is in use and by what is known now of overrides and of people who are away.
    """
    at, items = services().oncall.listing(caller(), asked["at"])
    return {"at": at, "items": items}


@routes.route(
    "GET",
    "/v1/oncall/<schedule>/overrides",
    needs=Act.AGENTS_READ,
    answers=OverridesSchema,
    example=examples.OVERRIDES,
)
def list_overrides(schedule: str) -> Any:
    """List who stands in, now and later."""
    return {"items": services().oncall.overrides(caller(), schedule)}


@routes.route(
    "POST",
    "/v1/oncall/<schedule>/overrides",
    needs=Act.ONCALL_CHANGE,
    takes=NewOverrideSchema,
    sends=examples.NEW_OVERRIDE,
    answers=OverrideSchema,
    example=examples.OVERRIDE,
    status=201,
)
def add_override(new: dict[str, Any], schedule: str) -> Any:
    """Let somebody stand in, whoever's turn it is."""
    made = services().oncall.stand_in(caller(), schedule, **new)
    return made, {"Location": url_for("oncall.withdraw_override", schedule=schedule, override=made.id)}


@routes.route(
    "DELETE",
    "/v1/oncall/<schedule>/overrides/<override>",
    needs=Act.ONCALL_CHANGE,
    answers=OverrideSchema,
    example=examples.OVERRIDE,
)
def withdraw_override(schedule: str, override: str) -> Any:
    """Withdraw an override: it ends now, or never begins."""
    return services().oncall.withdraw(caller(), schedule, override)
