"""Turn what has waited for a person into one mail: a subject line that counts it, and a line for each thing."""

import logging
from pathlib import Path

from escalator.core.mail.compose import one_line
from escalator.core.notify import wording
from escalator.core.notify.digests import KIND, Digest, DigestCase

from .rendering import STAFF_LANGUAGE
from .sandbox import Words
from .stationery import NONE, TEMPLATES, Order, Own, Rendered, Stationery

_log = logging.getLogger(__name__)


class DigestTemplates:
    """One file, `digest.txt`; `order` lists what it knows. In it, a case has a `ticket`, lines and a `take_url`."""

    def __init__(self, folder: Path = TEMPLATES) -> None:
        self.stationery = Stationery(folder)

    def render(self, digest: Digest, own: Own = NONE) -> Rendered:
        """The words of `digest`, on the desk's `own` template if it has one. Never raises."""
        try:
            wanted = order(digest)
        except Exception as error:  # noqa: BLE001 - a zone that there is none of, say
            _log.error("To word a digest has failed (%s): plain words are sent", type(error).__name__)
            return plain_words(digest)
        rendered = self.stationery.write(wanted, own)
        whole = rendered is not None and all(case.take_url in rendered.text for case in digest.cases)
        return rendered if rendered is not None and whole else plain_words(digest)


def order(digest: Digest) -> Order:
    """What is to be written: `things` and `matters` are counted in words, `count` is the number of things."""
    name = one_line(digest.to_name, 80)
    words: Words = {
        "you": f"{name}, " if name else "",
        "things": _counted(digest.things, "thing"),
        "matters": _counted(len(digest.cases), "case"),
        "count": digest.things,
        "cases": [_case(case, digest) for case in digest.cases],
        "offers": any(case.take_url for case in digest.cases),
    }
    return Order(kind=KIND, languages=[(STAFF_LANGUAGE, f"{KIND}.txt")], words=words, above="What has waited for you")


def plain_words(digest: Digest) -> Rendered:
    """What must be said, without a template, a time zone or anything else that could fail."""
    lines: list[str] = []
    for case in digest.cases:
        lines += [one_line(case.ticket, 40), *(f"- {one_line(line.headline)}" for line in case.said)]
        lines += [f"  Take it: {case.take_url}", ""] if case.take_url else [""]
    count = f"{_counted(digest.things, 'thing')} about {_counted(len(digest.cases), 'case')}"
    return Rendered(count, "\n".join(lines))


def _case(case: DigestCase, digest: Digest) -> Words:
    said = [
        f"{wording.clock(line.at, digest.tz, digest.at)}: {_without_number(line.headline, case.ticket)}"
        for line in case.said
    ]
    return {"ticket": one_line(case.ticket, 40), "said": said, "take_url": case.take_url}


def _without_number(headline: str, ticket: str) -> str:
    """The number stands above the lines; each subject begins with it."""
    return one_line(headline.removeprefix(f"[{ticket}]"))


def _counted(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else word + 's'}"
