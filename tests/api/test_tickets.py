"""A case over HTTP, from the customer's words to the end."""

from tests.api.house import A_REQUEST, House, refusal
from tests.story import LEE, SAM


def test_a_new_ticket_is_answered_with_its_place_its_version_and_its_clocks(house: House) -> None:
    answer = house.sam.posts("/v1/tickets", A_REQUEST | {"tags": ["pages"], "priority": "urgent", "channel": "chat"})
    ticket = answer.json
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/v1/tickets/{ticket['id']}")
    assert answer.headers["ETag"] == f'"{ticket["version"]}"'
    assert ticket["id"].startswith("T-")
    assert (ticket["status"], ticket["priority"], ticket["team"]) == ("new", "urgent", "first-line")
    assert ticket["requester"]["email"] == "dana@city.example"
    assert (ticket["tags"], ticket["channel"], ticket["owner"], ticket["escalation"]) == (
        ["pages"],
        "chat",
        None,
        None,
    )
    assert {clock["metric"]: clock["state"] for clock in ticket["clocks"]} == {
        "first_reply": "running",
        "resolution": "running",
    }


def test_instants_are_utc_with_a_z_and_spans_are_seconds(house: House) -> None:
    ticket = house.sam.opens()
    (clock, _) = house.sam.gets(f"/v1/tickets/{ticket['id']}/clocks").json["items"]
    assert ticket["created_at"] == "2026-11-16T08:00:00Z"
    assert (clock["started_at"], clock["due_at"]) == ("2026-11-16T08:00:00Z", "2026-11-16T12:00:00Z")
    assert (clock["target_seconds"], clock["elapsed_seconds"], clock["paused_seconds"]) == (14400, 0, 0)
    assert clock["met_at"] is clock["breached_at"] is clock["detected_at"] is None


def test_an_agent_takes_answers_and_resolves(house: House) -> None:
    sam, ticket = house.sam, house.sam.opens()
    taken = sam.acts(ticket, "acknowledge").json
    assert (taken["status"], taken["owner"]) == ("open", SAM)
    said = sam.posts(f"/v1/tickets/{ticket['id']}/messages", {"body": "We have removed it."})
    assert (said.status_code, said.json["author"], said.json["name"]) == (201, "agent", SAM)
    answered = sam.gets(f"/v1/tickets/{ticket['id']}")
    assert answered.headers["ETag"] == said.headers["ETag"]
    assert (answered.json["waiting_since"], answered.json["clocks"][0]["state"]) == (None, "met")
    assert sam.acts(answered.json, "resolve").json["status"] == "resolved"


def test_who_hands_on_words_for_another_teams_ticket_learns_its_name_and_no_more(house: House) -> None:
    sam, source, survivor = house.sam, house.sam.opens(), house.sam.opens(subject="Spam", body="It goes on.")
    sam.acts(source, "merge", into=survivor["id"])
    survivor = house.lee.gets(f"/v1/tickets/{survivor['id']}").json
    house.lee.acts(survivor, "assign", team="second-line")
    path, words = f"/v1/tickets/{source['id']}/messages", {"body": "They called me: still there."}
    said = sam.posts(path, words | {"author": "customer"})
    assert (said.status_code, said.json["ticket"], "ETag" in said.headers) == (201, survivor["id"], False)
    assert refusal(sam.posts(path, words)) == (403, "foreign_ticket")
    assert "ETag" in house.lee.posts(path, words).headers


def test_spam_that_was_none_is_undone(house: House) -> None:
    ticket = house.sam.opens()
    spam = house.sam.acts(ticket, "spam").json
    assert (spam["status"], spam["clocks"][0]["state"]) == ("closed", "cancelled")
    undone = house.sam.acts(spam, "undo").json
    assert (undone["status"], undone["clocks"][0]["due_at"]) == ("new", ticket["clocks"][0]["due_at"])
    assert refusal(house.sam.acts(undone, "undo")) == (409, "illegal_move")
    timeline = house.sam.gets(f"/v1/tickets/{ticket['id']}/timeline?after={spam['version']}").json["items"]
    assert timeline[0]["type"] == "undone"


def test_a_change_of_subject_tags_and_priority_is_seen_at_once(house: House) -> None:
    ticket = house.sam.opens()
    changes = {"subject": " A page in our name ", "tags": ["legal"], "priority": "high"}
    answer = house.sam.calls("PATCH", f"/v1/tickets/{ticket['id']}", version=ticket["version"], json=changes)
    assert answer.status_code == 200
    assert answer.headers["ETag"] == f'"{answer.json["version"]}"'
    assert (answer.json["subject"], answer.json["tags"]) == ("A page in our name", ["legal"])
    assert answer.json["version"] > ticket["version"]


def test_a_lead_assigns_a_ticket_to_a_person(house: House) -> None:
    ticket = house.sam.opens()
    assigned = house.lee.acts(ticket, "assign", assignee=SAM).json
    assert (assigned["assignee"], assigned["owner"]) == (SAM, None)


def test_what_a_breach_starts_is_seen_in_the_ticket(house: House) -> None:
    ticket = house.sam.opens()
    house.story.passes(hours=4, minutes=1)
    seen = house.sam.gets(f"/v1/tickets/{ticket['id']}").json
    assert seen["clocks"][0]["breached_at"] == "2026-11-16T12:00:00Z"
    assert seen["clocks"][0]["state"] == "breached"
    ladder = seen["escalation"]
    assert (ladder["state"], ladder["ladder"], ladder["step"], ladder["reason"]) == ("waiting", "climb", 1, "breach")
    assert ladder["acknowledge_by"].endswith("Z")
    assert house.story.told == [LEE, LEE, SAM]


def test_the_timeline_tells_what_happened_page_by_page(house: House) -> None:
    ticket = house.sam.opens()
    house.sam.posts(f"/v1/tickets/{ticket['id']}/messages", {"body": "careful with them", "visibility": "internal"})
    seen, path = [], f"/v1/tickets/{ticket['id']}/timeline?limit=2"
    while path:
        page = house.sam.gets(path)
        assert len(page.json["items"]) <= 2
        seen += page.json["items"]
        path = page.json["next"]
        assert ("Link" in page.headers) is (path is not None)
    assert [event["seq"] for event in seen] == list(range(1, len(seen) + 1))
    assert (seen[0]["type"], seen[0]["actor"], seen[0]["message"]["body"]) == (
        "created",
        "customer",
        A_REQUEST["body"],
    )
    assert (seen[-1]["type"], seen[-1]["message"]["visibility"]) == ("internal_note", "internal")


def test_a_ticket_says_in_sentences_why_it_is_where_it_is(house: House) -> None:
    ticket = house.sam.opens()
    sentences = house.sam.gets(f"/v1/tickets/{ticket['id']}/explain").json["sentences"]
    assert sentences[0] == f"{ticket['id']} is new in team first-line, level 1"


def test_a_list_comes_newest_first_in_pages_that_lead_on(house: House) -> None:
    sam = house.sam
    refs = [sam.opens(requester={"email": f"dana@{city}.example"})["id"] for city in "abcde"]
    seen, path = [], "/v1/tickets?limit=2&status=new"
    while path:
        page = sam.gets(path)
        seen += [ticket["id"] for ticket in page.json["items"]]
        assert len(page.json["items"]) <= 2
        path = page.json["next"]
        assert page.headers.get("Link") == (f'<{path}>; rel="next"' if path else None)
    assert seen == refs[::-1]


def test_a_list_can_be_narrowed(house: House) -> None:
    sam = house.sam
    plain, urgent = sam.opens()["id"], sam.opens(priority="urgent", subject="Everything is down")["id"]

    def found(query: str) -> list[str]:
        return [ticket["id"] for ticket in sam.gets(f"/v1/tickets?{query}").json["items"]]

    assert found("priority=urgent") == [urgent]
    assert found("status=resolved") == []
    assert found("team=first-line") == [urgent, plain]
    assert found(f"assignee={SAM}") == []
    assert found("q=everything") == [urgent]
    assert found("q=DANA@city") == [urgent, plain]
    assert found("breaching_before=2026-11-16T08:30:01Z") == [urgent]
    assert found("breaching_before=2026-11-16T13:00:00%2B01:00") == [urgent]


def test_who_knows_the_version_is_not_sent_the_ticket_again(house: House) -> None:
    sam, ticket = house.sam, house.sam.opens()
    path, tag = f"/v1/tickets/{ticket['id']}", f'"{ticket["version"]}"'
    known = sam.gets(path, headers={"If-None-Match": tag})
    assert (known.status_code, known.data, known.headers["ETag"]) == (304, b"", tag)
    assert sam.gets(path, headers={"If-None-Match": f'W/{tag}, "99"'}).status_code == 304
    assert sam.gets(path, headers={"If-None-Match": '"99"'}).status_code == 200
    sam.acts(ticket, "acknowledge")
    assert sam.gets(path, headers={"If-None-Match": tag}).status_code == 200


def test_leads_list_what_is_watched_and_what_climbs_as_a_loop(house: House) -> None:
    quiet, stuck = house.sam.opens(), house.sam.opens(requester={"email": "ann@city.example"})
    complaint = {"body": "I want to make a formal complaint about this", "author": "customer"}
    house.sam.posts(f"/v1/tickets/{stuck['id']}/messages", complaint)
    assert house.sam.gets(f"/v1/tickets/{stuck['id']}").json["verdict"] == "watch"
    listed = house.lee.gets("/v1/tickets?verdict=watch").json["items"]
    assert [ticket["id"] for ticket in listed] == [stuck["id"]]
    assert house.lee.gets("/v1/tickets?verdict=escalate").json["items"] == []
    assert quiet["id"] in {ticket["id"] for ticket in house.lee.gets("/v1/tickets").json["items"]}
    assert refusal(house.lee.gets("/v1/tickets?verdict=loop")) == (422, "invalid")
