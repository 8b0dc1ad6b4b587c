"""Whatever the specification lets a caller send: no answer is a 5xx, and none is off the record."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.api.house import A_REQUEST, House
from tests.story import LEE, MIA, SAM, Story

schemathesis = pytest.importorskip("schemathesis")
_openapi = pytest.importorskip("schemathesis.specs.openapi.checks")

# That valid data is taken is not promised: a ticket's state may be against it.


@schemathesis.serializer("message/rfc822")
def _as_it_is(_: Any, mail: Any) -> Any:
    return mail if isinstance(mail, bytes) else str(mail).encode("utf-8", "surrogatepass")


_CHECKS = [
    schemathesis.checks.not_a_server_error,
    _openapi.status_code_conformance,
    _openapi.content_type_conformance,
    _openapi.response_schema_conformance,
]


def test_no_request_brings_the_service_down(postgres_database_url: str) -> None:
    # PostgreSQL, since it is the stricter one: it refuses NUL, and numbers that SQLite would swallow.
    with Story(postgres_database_url) as story:
        house = House(story)
        house.sam.opens()
        specification = schemathesis.openapi.from_wsgi("/openapi.json", house.web)
        # /readyz says 503 by design while no worker runs.
        for found in specification.exclude(path="/readyz").get_all_operations():
            _throw_at(found.ok(), {"Authorization": f"Bearer {house.mia.key}"}, house.quarantines())
        # A test button, a held reply, a promised call: nobody else has anything to do with what is thrown here.
        assert set(story.told) <= {SAM, LEE, MIA, A_REQUEST["requester"]["email"]}


def _throw_at(operation: Any, headers: dict[str, str], mail: int) -> None:
    everything = list(HealthCheck)

    @given(case=operation.as_strategy())
    @settings(max_examples=20, phases=[Phase.explicit, Phase.generate], suppress_health_check=everything)
    def throw(case: Any) -> None:
        # By chance alone it would never name a ticket, nor guess a key.
        case.path_parameters |= {"ref": "T-1"} if "ref" in case.path_parameters else {}
        case.path_parameters |= {"mail": mail} if "mail" in case.path_parameters else {}
        case.headers.update(headers)
        case.validate_response(case.call(), checks=_CHECKS)

    throw()
