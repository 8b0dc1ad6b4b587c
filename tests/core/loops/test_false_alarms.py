"""Ordinary conversations raise no alarm; the stories that must be seen are seen."""

import pytest

from .ordinary import conversations
from .told import Told

CANNED = "Thank you for contacting us. Pages can be reported with the form in our help area. The case is closed."

# What the customer of the first story wrote in two years, in five languages.
TWO_YEARS = {
    "English": (
        "Please remove the page that was opened in our name.",
        "This did not help.",
        "May I talk to a human being?",
    ),
    "German": ("Bitte löschen Sie die Seite.", "Das hat nicht geholfen.", "Kann ich mit einem Menschen sprechen?"),
    "French": ("Supprimez cette page.", "Cela n'aide pas.", "Puis-je parler à une vraie personne ?"),
    "Spanish": ("Borren la página.", "No me ayuda en nada.", "¿Puedo hablar con una persona?"),
    "Portuguese": ("Apaguem a página.", "Não me ajudou em nada.", "Posso falar com uma pessoa?"),
}
# The fourth: nobody asks for anything, but each says that it was no use.
COMPLAINTS = {
    "English": "That did not help.",
    "German": "Das hilft mir nicht.",
    "French": "Ça ne m'aide pas.",
    "Spanish": "Eso no me sirve para nada.",
    "Portuguese": "Isso não me ajuda em nada.",
}
# The fifth: other people's private data.
PRIVATE = {
    "English": "I can see other people's messages in my inbox.",
    "German": "Ich sehe fremde Nachrichten in meinem Postfach.",
    "French": "Je vois les messages privés d'autres utilisateurs.",
    "Spanish": "Veo los mensajes privados de otras personas.",
    "Portuguese": "Vejo as mensagens privadas de outras pessoas.",
}


def verdicts(told: Told, moments: object) -> set[str]:
    """Every verdict on the way, silences included."""
    reached = set()
    for moment in moments:  # type: ignore[attr-defined]
        before = told.silent_at
        moment(told)
        reached |= {told.verdict.word, "escalate" if before and before < told.now else ""}
    return reached - {""}


def test_at_most_two_in_a_hundred_ordinary_conversations_are_flagged() -> None:
    flagged, count = [], 0
    for name, moments in conversations():
        count += 1
        if reached := verdicts(Told(), moments):
            flagged.append((name, reached))
    assert count >= 200
    assert len(flagged) <= 0.02 * count, flagged


def test_no_ordinary_conversation_touches_a_guarded_topic() -> None:
    for name, moments in conversations():
        told = Told()
        for moment in moments:
            moment(told)
        assert told.known.talk.topics is None, name


@pytest.mark.parametrize("language", TWO_YEARS)
def test_two_years_in_the_loop_are_seen(language: str) -> None:
    opens, again, asks = TWO_YEARS[language]
    case = Told().opened(opens).replies(CANNED).resolved().reopened().writes(again)
    assert case.verdict.word == ""
    case.goes_to("second-line").replies(f"Hello Dana,\n{CANNED}").goes_to("first-line").resolved().reopened().writes(
        again
    )
    assert case.verdict.word == "escalate"
    assert {"same_reply", "reopened", "ping_pong", "no_help"} <= case.found.keys()
    assert "wants_person" in case.writes(asks).found


@pytest.mark.parametrize("language", TWO_YEARS)
def test_who_asks_for_a_human_being_is_heard_at_once(language: str) -> None:
    assert Told().opened(TWO_YEARS[language][2]).verdict.word == "escalate"


@pytest.mark.parametrize("language", COMPLAINTS)
def test_a_pattern_of_complaints_moves_a_case_up(language: str) -> None:
    case = Told().opened()
    reached = [case.replies(f"Please try this: {n}.").writes(COMPLAINTS[language]).verdict.word for n in range(4)]
    assert reached == ["", "watch", "watch", "escalate"]


@pytest.mark.parametrize("language", PRIVATE)
def test_private_data_of_others_is_recognized_in_the_first_message(language: str) -> None:
    assert list(Told().opened(PRIVATE[language]).known.talk.topics or ()) == ["privacy"]
