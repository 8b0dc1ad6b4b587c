"""The specification says what the API does: every operation is in it, and its examples are taken as they stand."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.house import House
from tests.story import DANA, SAM

Operation = tuple[str, str, dict[str, Any]]


@pytest.fixture
def operations(door: House) -> list[Operation]:
    document = door.passer_by.gets("/openapi.json").json
    return list(_operations(document))


def _operations(document: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        yield from ((method, path, methods[method]) for method in methods if method != "parameters")


def test_every_route_is_documented(door: House, operations: list[Operation]) -> None:
    pages = {"/docs", "/openapi.json", "/take/<token>", "/unsubscribe/<token>", "/static/<path:filename>"}
    routes = {
        (method.lower(), rule.rule.replace("<", "{").replace(">", "}"))
        for rule in door.web.url_map.iter_rules()
        if rule.rule not in pages
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert {(method, path) for method, path, _ in operations} == routes


def test_every_operation_says_who_may_call_it_what_comes_back_and_how_it_fails(operations: list[Operation]) -> None:
    for method, path, operation in operations:
        where = f"{method} {path}"
        assert operation["summary"], where
        answers = operation["responses"]
        (done,) = [answers[status] for status in answers if status.startswith("2")]
        assert all(content["example"] for content in done["content"].values()), where
        assert {"500", "503"} <= set(answers), where
        is_open = operation["security"] == []
        assert is_open is not ({"401", "403"} <= set(answers)), where
        reads = "requestBody" in operation or any(each["in"] == "query" for each in operation.get("parameters", ()))
        assert reads is ("422" in answers), where


def test_a_change_is_documented_with_its_version(operations: list[Operation]) -> None:
    needed = {
        (method, path)
        for method, path, operation in operations
        for parameter in operation.get("parameters", [])
        if parameter["name"] == "If-Match" and parameter["required"]
    }
    assert needed == {("patch", "/v1/tickets/{ref}"), ("post", "/v1/tickets/{ref}/actions")}


def test_every_example_of_a_request_is_taken_and_answered_in_the_documented_shape(
    house: House, operations: list[Operation]
) -> None:
    ticket_with_file, file = house.gets_a_file()
    schemas = house.passer_by.gets("/openapi.json").json["components"]["schemas"]
    for number, (method, path, operation) in enumerate(operations):
        if (path == "/v1/desk" and method == "put") or path == "/readyz":
            continue  # Their examples are cut short, or wait for a worker.
        ticket = house.lee.opens()
        mail = house.quarantines(number)
        answer = house.mia.calls(
            method.upper(),
            path.format(
                ref=ticket_with_file if "{attachment}" in path else ticket["id"],
                email="sam@harbour.example",
                schedule="night",
                override=1,
                mail=mail,
                attachment=file,
            ),
            version=ticket["version"],
            **_example(operation),
        )
        status = next(status for status in operation["responses"] if status.startswith("2"))
        assert answer.status_code == int(status), (method, path, answer.text)
        if answer.is_json:
            schema = operation["responses"][status]["content"]["application/json"]["schema"]
            known = schemas[schema["$ref"].rpartition("/")[2]]["properties"]
            assert set(answer.json) == set(known), (method, path)
    # The test button, and the promised call.
    assert set(house.story.told) == {SAM, DANA.email}


def _example(operation: dict[str, Any]) -> dict[str, Any]:
    content = operation.get("requestBody", {}).get("content", {})
    if "message/rfc822" in content:
        return {"data": content["message/rfc822"]["example"], "content_type": "message/rfc822"}
    return {"json": content["application/json"]["example"] if content else None}


def test_refusals_are_documented_as_problem_details(door: House, operations: list[Operation]) -> None:
    responses = door.passer_by.gets("/openapi.json").json["components"]["responses"]
    referred = {
        answer["$ref"].rpartition("/")[2]
        for _, _, operation in operations
        for answer in operation["responses"].values()
        if "$ref" in answer
    }
    assert referred == set(responses)
    assert all(set(response["content"]) == {"application/problem+json"} for response in responses.values())


def test_the_page_for_people_shows_every_operation_and_runs_no_script(
    door: House, operations: list[Operation]
) -> None:
    page = door.passer_by.gets("/docs")
    assert page.status_code == 200
    assert page.text.count("<summary>") == len(operations)
    assert "<script" not in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    with door.passer_by.gets("/static/page.css") as style:
        assert style.mimetype == "text/css"
