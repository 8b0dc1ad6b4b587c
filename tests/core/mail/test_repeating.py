"""Words of the desk are known again, however they were quoted; words of others are left alone."""

import pytest

from escalator.core.mail.repeating import gives_away, repeats

NOTE = "Known since Monday. This customer is a nuisance, but pay them.\nHe lies.\nNever believe him."
REPLY = "Dear Dana,\n\nit is back.\n\n"


@pytest.mark.parametrize(
    "quoted",
    [
        NOTE,
        "> > This customer is a\n> > nuisance, but\n> > pay them.",
        "THIS  CUSTOMER is a nuisance,\u00a0but pay",
        "| *This* customer _is_ a nuisance, but pay them",
        "He lies.\nNever believe him.",
        "(He lies.)\n\n- Never believe him",
    ],
)
def test_what_is_quoted_is_found_whatever_became_of_its_lines(quoted: str) -> None:
    assert repeats(REPLY + quoted, [NOTE], [])


@pytest.mark.parametrize("own", ["", "He lies in bed.", "This customer is happy.", "Known since then."])
def test_own_words_are_no_quote(own: str) -> None:
    assert not repeats(REPLY + own, [NOTE], [])


def test_what_was_said_outside_may_be_said_again() -> None:
    asked = "The page of the city has been gone since Monday."
    letter = f"Dana waits.\n{asked}\nTake it"
    assert repeats(f"You wrote: {asked}", [letter], [])
    assert not repeats(f"You wrote: {asked}", [letter], [f"Hello!\n{asked}"])


def test_links_and_addresses_for_the_desk_alone_are_found() -> None:
    def found(words: str) -> bool:
        return gives_away(words, "https://desk.harbour.example", "help@harbour.example")

    assert found("see HTTPS://desk.harbour.example/take/abc")
    assert found("https://links.example/?url=https%3A%2F%2Fdesk.harbour.example%2Ftake%2Fabc&data=1")
    assert found("write to <Help+r-42-20807-x@harbour.example>.")
    assert found("mailto:help%2Bn-42-x@harbour.example")
    assert not found("write to help@harbour.example, or see https://desk.harbour.example/status")
    assert not found("write to dana+help@harbour.example or help+r@other.example")


def test_hostile_text_takes_no_time() -> None:
    hostile = "help+" * 20_000 + "\n" * 50_000
    assert not gives_away(hostile, "https://desk.harbour.example", "help@harbour.example")
    assert not repeats("+" * 100_000, [hostile], [])
