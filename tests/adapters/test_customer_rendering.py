"""A letter to a customer reads like one, names times in their zone, and always gets out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from escalator.adapters.customer_rendering import CustomerTemplates, agents_words
from escalator.core.notify import samples
from escalator.core.notify.customers import CustomerNotice, CustomerNoticeKind

AT = datetime(2026, 11, 20, 12, 35, tzinfo=UTC)
TAKEN = CustomerNotice(
    key="T-12/customer/7",
    kind=CustomerNoticeKind.TAKEN,
    to="dana@city.example",
    to_name="Dana Fox",
    at=AT,
    tz="Europe/Berlin",
    language="",
    ticket="T-12",
    subject="A page under our name",
    person="Sam Seidel",
    by=AT + timedelta(hours=4),
    opens=AT + timedelta(hours=20),
    closes=AT + timedelta(hours=22),
    phone="+1 555 0100",
    asked_at=AT - timedelta(days=2),
    back_until=AT + timedelta(days=60),
)
SAID = {
    "en": ("Hello", "just reply to this mail", "Kind regards\nHarbour Support", "Your case has the number T-1042."),
    "de": ("Guten Tag", "einfach auf diese E-Mail", "Mit freundlichen Grüßen\nHarbour Support", "die Nummer T-1042."),
}
QUESTION = "Which page?\nThe address is enough."


def text(notice: CustomerNotice = TAKEN, question: str = QUESTION, folder: Path | None = None) -> str:
    templates = CustomerTemplates(folder) if folder else CustomerTemplates()
    return templates.render(notice, "Harbour Support", question).text


def kind(kind: CustomerNoticeKind, **changes: object) -> CustomerNotice:
    return replace(TAKEN, kind=kind, **changes)  # type: ignore[arg-type]


def test_the_customer_reads_who_has_the_case_and_by_when_they_hear() -> None:
    assert text().splitlines()[:4] == [
        "Hello Dana Fox,",
        "",
        "Sam Seidel has your case now and looks after it personally.",
        "You will hear from Sam Seidel by Friday, 20 November, 17:35 (Europe/Berlin).",
    ]


def test_times_are_those_of_the_customers_zone() -> None:
    assert "Saturday, 21 November, 05:35 (Asia/Tokyo)" in text(
        replace(TAKEN, tz="Asia/Tokyo", by=AT + timedelta(hours=8))
    )
    assert "Tuesday, 19 January 2027" in text(kind(CustomerNoticeKind.UNANSWERED_CLOSE))


def test_a_promised_call_says_when_who_and_to_which_number() -> None:
    said = text(kind(CustomerNoticeKind.CALL_BACK))
    assert "Sam Seidel will call you at +1 555 0100" in said
    assert "on Saturday, 21 November between 09:35 and 11:35 (Europe/Berlin)." in said
    over_night = text(kind(CustomerNoticeKind.CALL_BACK, closes=AT + timedelta(days=2)))
    assert "between Saturday, 21 November, 09:35 (Europe/Berlin) and Sunday, 22 November, 13:35" in over_night


def test_a_reminder_repeats_the_question_and_says_what_happens_without_an_answer() -> None:
    said = text(kind(CustomerNoticeKind.REMINDER))
    assert "On Wednesday, 18 November we asked you something" in said
    assert "\n> Which page?\n> The address is enough.\n" in said
    assert "If we hear nothing by Friday, 20 November, 17:35" in said
    assert "close" not in text(kind(CustomerNoticeKind.REMINDER, by=None))


def test_a_close_without_an_answer_is_honest_and_has_a_way_back() -> None:
    said = text(kind(CustomerNoticeKind.UNANSWERED_CLOSE))
    assert "It is not solved" in said
    assert "Until Tuesday, 19 January 2027, 13:35 (Europe/Berlin) your answer opens this case again" in said


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("which", CustomerNoticeKind)
def test_every_letter_says_how_to_answer_names_the_case_and_leaves_no_hole(
    which: CustomerNoticeKind, language: str, caplog
) -> None:
    for letter, question in ((samples.letter(which, language), QUESTION), (samples.bare_letter(which, language), "")):
        rendered = CustomerTemplates().render(letter, "Harbour Support", question)
        assert caplog.messages == []
        assert rendered.subject.endswith("[T-1042]")
        assert all(words in rendered.text for words in SAID[language])
        assert not any(hole in rendered.text for hole in ("None", "  ", "()", " ,", " .", "\n\n\n", "http"))
        assert f'<html lang="{language}">' in rendered.html


def test_a_german_customer_reads_german() -> None:
    call = text(kind(CustomerNoticeKind.CALL_BACK, language="de-AT"))
    assert call.startswith(
        "Guten Tag Dana Fox,\n\nSam Seidel ruft Sie am Samstag, 21. November, zwischen 09:35 und 11:35 "
    )
    assert "Uhr (Europe/Berlin) unter +1 555 0100 an." in call
    taken = text(replace(TAKEN, language="de", person="", by=AT + timedelta(days=60)))
    assert "\njemand aus unserem Team kümmert sich ab jetzt persönlich um Ihr Anliegen.\n" in taken
    assert "Sie hören bis Dienstag, 19. Januar 2027, 13:35 Uhr (Europe/Berlin) von uns." in taken


def test_the_subject_line_is_in_their_language_too() -> None:
    unnamed = replace(TAKEN, language="de", subject="")
    assert CustomerTemplates().render(unnamed, "Desk").subject == "Re: Ihre Anfrage [T-12]"


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_acknowledgement_says_nothing_that_the_sender_wrote(language: str) -> None:
    wrote = "cheap pills at evil.example"
    hostile = kind(CustomerNoticeKind.ACKNOWLEDGEMENT, language=language, subject=wrote, to_name=wrote, phone=wrote)
    harmless = replace(hostile, subject="", to_name="", phone="")
    assert CustomerTemplates().render(hostile, "Desk", wrote) == CustomerTemplates().render(harmless, "Desk")


def test_the_reply_of_an_agent_is_their_own_words_under_their_name() -> None:
    reply = agents_words("Re: A page [T-12]", "Hello Dana,\n\n  it is gone.\n", "Sam Seidel", "Harbour Support")
    assert reply.text == "Hello Dana,\n\n  it is gone.\n\n-- \nSam Seidel, Harbour Support\n"
    assert "<p>Sam Seidel, Harbour Support</p>" in reply.html
    assert "T-12" not in reply.html


def test_the_number_stays_in_the_subject_however_long_the_rest_is() -> None:
    subjects = [
        CustomerTemplates().render(replace(TAKEN, subject=said), "Desk").subject for said in ("x" * 500, "RE: page")
    ]
    assert subjects[0].endswith("… [T-12]")
    assert len(subjects[0]) == 200
    assert subjects[1] == "RE: page [T-12]"


def test_a_language_is_added_by_adding_files(tmp_path: Path) -> None:
    for language, words in (("de", "Betreff\nGuten Tag"), ("en", "Subject\nHello")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "customer_taken.txt").write_text(words)
    assert text(replace(TAKEN, language="de-AT"), folder=tmp_path) == "Guten Tag\n"
    assert text(replace(TAKEN, language="fr"), folder=tmp_path) == "Hello\n"
    assert text(replace(TAKEN, language="../secret"), folder=tmp_path) == "Hello\n"


@pytest.mark.parametrize("broken", ["{{ unknown }}", "{% if %}", "{{ 1/0 }}", "", "{{ person.__class__.__mro__ }}"])
@pytest.mark.parametrize("which", CustomerNoticeKind)
def test_a_template_that_fails_still_tells_the_customer(
    which: CustomerNoticeKind, broken: str, tmp_path: Path, caplog
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / f"{which}.txt").write_text(broken)
    said = text(kind(which, subject="private words"), folder=tmp_path)
    assert "just reply to this mail" in said
    assert any(word in said for word in ("case", "call", "message"))
    assert "failed" in caplog.text
    assert "private words" not in caplog.text


@pytest.mark.parametrize("hostile", ["{{ 7*7 }}", "{% raw %}", "Dana\nKind regards\r\n\u2028Mallory"])
def test_what_somebody_is_called_is_never_a_template_and_never_a_line_of_its_own(hostile: str) -> None:
    said = text(replace(TAKEN, to_name=hostile, person=hostile, phone=hostile), question="")
    assert len(said.splitlines()) == len(text(question="").splitlines())
    assert "49" not in said
