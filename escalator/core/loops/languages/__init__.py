"""What customers say, language by language; a new language is one file and one line here."""

from collections.abc import Mapping

from . import english, french, german, portuguese, spanish

_SPOKEN = (english, german, french, spanish, portuguese)

NEGATIONS: tuple[str, ...] = tuple(phrase for language in _SPOKEN for phrase in language.NEGATIONS)


def says(code: str) -> tuple[str, ...]:
    """The phrases that mean `code`."""
    return tuple(phrase for language in _SPOKEN for phrase in language.SAYS.get(code, ()))


def words_for(topic: str) -> tuple[str, ...]:
    """The phrases that are shipped for a topic; none for one that is the desk's own."""
    shipped: list[Mapping[str, tuple[str, ...]]] = [language.TOPICS for language in _SPOKEN]
    return tuple(phrase for topics in shipped for phrase in topics.get(topic, ()))
