"""Calls and held replies at the door: who may ask for what, and what each is told."""

from tests.api.house import House, refusal
from tests.story import DANA, LEE, SAM


def test_a_form_hands_on_the_wish_to_be_called_and_learns_when_and_nothing_else(house: House) -> None:
    ticket = house.sam.opens()
    answer = house.form.posts(f"/v1/tickets/{ticket['id']}/call-back", {"phone": DANA.phone})
    assert (answer.status_code, set(answer.json)) == (201, {"opens", "closes", "timezone"})
    assert "ETag" not in answer.headers
    shown = house.sam.gets(f"/v1/tickets/{ticket['id']}").json["call_back"]
    assert shown == answer.json | {"phone": DANA.phone, "person": None, "state": "promised"}


def test_a_form_never_learns_a_number_that_it_did_not_bring(house: House) -> None:
    new = {"subject": "the page", "body": "please call", "requester": {"email": DANA.email, "phone": "+1 555 7777"}}
    ref = house.sam.posts("/v1/tickets", new).json["id"]
    answer = house.form.posts(f"/v1/tickets/{ref}/call-back", {})
    assert answer.status_code == 201
    assert "7777" not in answer.get_data(as_text=True)
    promised = house.form.gets("/openapi.json").json["components"]["schemas"]["Promise"]["properties"]
    assert set(promised) == {"opens", "closes", "timezone"}


def test_too_many_wishes_are_refused(house: House) -> None:
    path = f"/v1/tickets/{house.sam.opens()['id']}/call-back"
    wishes = [house.form.posts(path, {"phone": f"+1 555 01{number}"}) for number in range(10, 21)]
    assert [wish.status_code for wish in wishes] == [201] * 10 + [429]
    assert refusal(wishes[-1]) == (429, "too_often")


def test_what_cannot_be_promised_is_refused_by_field(house: House) -> None:
    path = f"/v1/tickets/{house.sam.opens()['id']}/call-back"
    nowhere = house.form.posts(path, {})
    assert (refusal(nowhere), list(nowhere.json["fields"])) == ((422, "invalid"), ["phone"])
    past = house.form.posts(path, {"phone": "+1 555", "from": "2020-01-01T00:00:00Z"})
    assert (refusal(past), list(past.json["fields"])) == ((422, "invalid"), ["from"])
    wordy = house.form.posts(path, {"phone": "hello"})
    assert refusal(wordy) == (422, "invalid")
    assert wordy.json["fields"] == {"phone": ["must be a phone number, like +49 30 1234567 or +1 (555) 0100 x12"]}
    unsaid = house.form.posts(path, {"phone": "+1 555", "from": "tomorrow"})
    assert (refusal(unsaid), list(unsaid.json["fields"])) == ((422, "invalid"), ["from"])


def test_an_agent_promises_a_call_by_an_action_with_its_options(house: House) -> None:
    ticket = house.sam.opens()
    answer = house.sam.acts(ticket, "call_back", phone="+1 555", timezone="Asia/Tokyo", to="2199-01-01T00:00:00Z")
    assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["to"])
    done = house.sam.acts(ticket, "call_back", phone="+1 555", timezone="Asia/Tokyo")
    assert (done.status_code, done.json["call_back"]["timezone"]) == (200, "Asia/Tokyo")
    wrong = house.sam.acts(done.json, "resolve", phone="+1 555")
    assert wrong.json["fields"] == {"phone": ["goes with call_back only"]}


def test_a_reply_on_hold_is_read_by_colleagues_and_let_go_by_a_lead(house: House) -> None:
    ticket = house.sam.opens()
    path = f"/v1/tickets/{ticket['id']}"
    said = house.sam.posts(f"{path}/messages", {"body": "a word", "hold": True})
    assert (said.status_code, said.json["visibility"]) == (201, "held")
    (held,) = house.sam.gets(f"{path}/held").json["items"]
    assert (held["reply"], held["body"], held["author"]) == (said.json["id"], "a word", SAM)
    shown = house.sam.gets(path).json
    assert shown["held"] == [{name: held[name] for name in held if name != "body"}]
    assert refusal(house.sam.acts(shown, "release", reply=held["reply"])) == (403, "forbidden")
    assert refusal(house.lee.acts(shown, "release", reply=held["reply"] + 1)) == (404, "not_found")
    released = house.lee.acts(shown, "release", reply=held["reply"], body="a better word")
    assert (released.status_code, released.json["held"]) == (200, [])
    assert house.sam.gets(f"{path}/held").json["items"] == []
    last = [event for event in house.sam.gets(f"{path}/timeline").json["items"] if event["type"] == "agent_message"]
    assert (last[0]["message"]["body"], last[0]["name"], last[0]["data"]["released_by"]) == (
        "a better word",
        SAM,
        LEE,
    )


def test_what_is_held_is_foreign_to_outsiders_and_closed_to_forms(house: House) -> None:
    ticket = house.sam.opens()
    path = f"/v1/tickets/{ticket['id']}/held"
    assert refusal(house.kim.gets(path)) == (403, "foreign_ticket")
    assert refusal(house.form.gets(path)) == (403, "forbidden")
