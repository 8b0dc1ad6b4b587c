"""Who a customer belongs to decides what they were promised."""

import pytest

from escalator.core.desk import read
from escalator.core.desk.model import Desk, Organization
from escalator.core.sla.policies import policy_for
from escalator.core.ticket.ticket import Requester, Ticket

from .desk_texts import line_of, only_problem, problems, small_desk

FIRMS = """\
organizations:
  City of Harbour: {tier: gold, domains: [city.example, harbour.city]}
  City Library: {tier: silver, domains: library.city.example}
  Passers-by: {}
"""


def desk_text(when: str = "{organization: City of Harbour}", firms: str = FIRMS, second: str = "") -> str:
    """The small desk with `firms`, whose loud policy is for `when`; a policy "second" follows for `second`."""
    policies = f"""\
    when: {when}
    calendar: office
    targets: {{any: {{first_reply: 1h}}}}
    ladders: {{breach: climb}}
"""
    policies += f"  - name: second\n{policies.replace(when, second, 1)}" if second else ""
    old = """\
    when: {priority: urgent, team: first-line}
    calendar: office
    targets: {urgent: {first_reply: 1h}}
    ladders: {breach: climb}
"""
    return small_desk(old, policies).replace("routing:\n", f"{firms}routing:\n")


def under(text: str, email: str, organization: str = "") -> str:
    policy = policy_for(Ticket(id=1, requester=Requester(email, organization=organization)), read(text))
    assert policy is not None
    return policy.name


@pytest.fixture
def desk() -> Desk:
    return read(desk_text())


def test_an_organization_is_read_with_its_tier_and_domains(desk: Desk) -> None:
    assert desk.organizations["City of Harbour"] == Organization(
        "City of Harbour", "gold", ("city.example", "harbour.city")
    )
    assert desk.organizations["Passers-by"] == Organization("Passers-by")


@pytest.mark.parametrize(
    ("email", "organization", "known_as"),
    [
        ("dana@elsewhere.example", "City of Harbour", "City of Harbour"),
        ("dana@elsewhere.example", "CITY OF harbour", "City of Harbour"),
        ("Dana@City.Example", "", "City of Harbour"),
        ("dana@parks.city.example", "", "City of Harbour"),
        ("dana@harbour.city", "a name that we do not know", "City of Harbour"),
        ("dana@library.city.example", "", "City Library"),
        ("dana@city.example", "City Library", "City Library"),
        ("dana@notcity.example", "", None),
        ("dana@example", "", None),
        ("", "", None),
    ],
)
def test_a_customer_is_known_by_the_firm_they_name_else_by_the_closest_domain(
    desk: Desk, email: str, organization: str, known_as: str | None
) -> None:
    found = desk.organization_of(Requester(email, organization=organization))
    assert (found.name if found else None) == known_as


def test_a_policy_for_an_organization_holds_for_its_name_in_any_case_and_for_its_domain() -> None:
    text = desk_text("{organization: city of HARBOUR}")
    assert under(text, "dana@elsewhere.example", "City of Harbour") == "loud"
    assert under(text, "dana@parks.city.example") == "loud"
    assert under(text, "dana@library.city.example") == "standard"
    assert under(text, "dana@elsewhere.example") == "standard"


def test_a_policy_for_an_organization_needs_no_list_of_organizations() -> None:
    text = desk_text(firms="")
    assert problems(text) == ()
    assert under(text, "dana@elsewhere.example", "city of harbour") == "loud"
    assert under(text, "dana@city.example") == "standard"


def test_a_policy_for_a_tier_holds_for_every_organization_of_it() -> None:
    text = desk_text("{organization_tier: [gold, silver]}")
    assert under(text, "dana@city.example") == "loud"
    assert under(text, "dana@library.city.example") == "loud"
    assert under(text, "dana@elsewhere.example", "Passers-by") == "standard"
    assert under(text, "dana@elsewhere.example") == "standard"


def test_a_policy_for_a_requester_holds_for_the_address_or_all_of_a_domain() -> None:
    text = desk_text('{requester: [dana@city.example, "@library.example"]}')
    assert under(text, "Dana@city.example") == "loud"
    assert under(text, "sue@city.example") == "standard"
    assert under(text, "sue@library.example") == "loud"
    assert under(text, "sue@reading.library.example") == "loud"
    assert under(text, "sue@otherlibrary.example") == "standard"


def test_two_organizations_cannot_claim_one_domain() -> None:
    text = desk_text(firms=FIRMS.replace("library.city.example", "[library.example, city.example]"))
    problem = only_problem(text)
    assert (problem.path, problem.severity) == ("organizations.City Library.domains[1]", "error")
    assert problem.message == '"City of Harbour" claims the domain "city.example" too'
    assert problem.line == line_of(text, "  City Library")


def test_two_organizations_cannot_differ_by_large_letters_only() -> None:
    problem = only_problem(desk_text(firms=FIRMS.replace("City Library", "city of harbour")))
    assert (problem.path, problem.severity) == ("organizations.city of harbour", "error")
    assert problem.message == '"city of harbour" and "City of Harbour" are the same name'


@pytest.mark.parametrize(
    ("when", "path", "message", "remedy"),
    [
        (
            "{organization: City of Harbor}",
            "sla[0].when.organization[0]",
            'there is no organization "City of Harbor"',
            'Did you mean "City of Harbour"?',
        ),
        (
            "{organization_tier: [gold, golden]}",
            "sla[0].when.organization_tier[1]",
            'no organization has the tier "golden"',
            'Did you mean "gold"?',
        ),
    ],
)
def test_a_condition_that_nobody_meets_is_doubted(when: str, path: str, message: str, remedy: str) -> None:
    problem = only_problem(desk_text(when))
    assert (problem.path, problem.severity) == (path, "warning")
    assert (problem.message, problem.remedy) == (message, remedy)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("{organization: City of Harbour}", "{organization: city of harbour, priority: high}"),
        ("{organization_tier: gold}", "{organization_tier: gold, channel: mail}"),
        ("{organization_tier: [gold, silver]}", "{organization: [City of Harbour, City Library]}"),
        ('{requester: "@city.example"}', '{requester: [dana@city.example, "@parks.city.example"]}'),
    ],
)
def test_a_policy_below_one_that_takes_all_its_customers_is_never_reached(wide: str, narrow: str) -> None:
    problem = only_problem(desk_text(wide, second=narrow))
    assert problem.message == 'the policy "second" is never reached: "loud" above it takes its tickets'


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("{organization: City of Harbour}", "{organization: [City of Harbour, City Library]}"),
        ("{organization: City of Harbour}", "{organization_tier: gold}"),
        ("{organization_tier: gold}", "{organization: [City of Harbour, City Library]}"),
        ("{organization_tier: gold}", "{channel: mail}"),
        ('{requester: "@parks.city.example"}', '{requester: "@city.example"}'),
        ("{requester: dana@city.example}", '{requester: "@city.example"}'),
        ('{requester: "@city.example"}', "{organization: City of Harbour}"),
    ],
)
def test_a_policy_below_one_that_leaves_it_some_customers_is_reached(wide: str, narrow: str) -> None:
    assert problems(desk_text(wide, second=narrow)) == ()
