"""Turn what a customer is told into the mail they read, in their language and zone, with nothing internal in it."""

import logging
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from escalator.core.mail.compose import SUBJECT_LENGTH, one_line
from escalator.core.notify import wording
from escalator.core.notify.customers import CustomerNotice, CustomerNoticeKind

from .rendering import TEMPLATES, Rendered

OUR_LANGUAGE = "en"
_QUESTION_LINES, _LINE_LENGTH = 60, 500
_log = logging.getLogger(__name__)

Words = dict[str, object]

# What must be said when a template cannot: constant words, and the instant that matters in UTC.
_PLAIN = {
    CustomerNoticeKind.TAKEN: "One of our colleagues has your case now. You will hear from us{}.",
    CustomerNoticeKind.CALL_BACK: "One of our colleagues will call you{}.",
    CustomerNoticeKind.REMINDER: "We asked you something. If we hear nothing, we close your case for now{}.",
    CustomerNoticeKind.UNANSWERED_CLOSE: "We asked you something and had no answer: your case is closed for now{}.",
}


class CustomerTemplates:
    """One file for each kind of letter in the folder of each language, `en/customer_taken.txt`; it is the text only.

    A language is added by adding its folder: the words for days and months stand in its files too. Who reads a
    language (`de-AT`) that has no such file gets the wider one (`de`), else ours. Templates get plain text and
    plain dates, so what stands in a ticket can name nothing and call nothing.
    """

    def __init__(self, folder: Path = TEMPLATES) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=False,  # plain text, no HTML
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, notice: CustomerNotice, desk: str, question: str = "") -> Rendered:
        """The words of `notice`, signed by `desk`; `question` is what we asked. Never raises."""
        try:
            text = self._from_template(notice, desk, question)
        except Exception as error:  # noqa: BLE001 - a template can fail in any way
            # The message of the error may quote the ticket: its class is what the log may know.
            _log.error("The template of %s failed (%s): plain words are sent", notice.kind, type(error).__name__)
            text = _plain_words(notice, desk)
        return Rendered(_subject(notice), text)

    def _from_template(self, notice: CustomerNotice, desk: str, question: str) -> str:
        names = [f"{language}/{notice.kind}.txt" for language in _languages(notice.language)]
        text = self._environment.select_template(names).render(_words(notice, desk, question)).strip()
        if not text:
            raise TemplateNotFound(names[0])
        return f"{text}\n"


def _languages(asked: str) -> list[str]:
    wanted = asked.casefold()
    return [*dict.fromkeys(filter(None, (wanted, wanted.partition("-")[0], OUR_LANGUAGE)))]


def _subject(notice: CustomerNotice) -> str:
    """`Re: A page under our name [T-12]`: the number stays, however long the rest is."""
    tag = f" [{notice.ticket}]"
    said = one_line(notice.subject) or "your request"
    answer = said if said[:3].casefold() == "re:" else f"Re: {said}"
    return one_line(answer, SUBJECT_LENGTH - len(tag)) + tag


def _plain_words(notice: CustomerNotice, desk: str) -> str:
    at = notice.opens or notice.back_until or notice.by
    when = f" (by {at:%Y-%m-%d %H:%M} UTC)" if at else ""
    lines = (_PLAIN[notice.kind].format(when), "To answer, just reply to this mail.", one_line(desk))
    return "\n\n".join(lines) + "\n"


def _words(notice: CustomerNotice, desk: str, question: str) -> Words:
    moments = {name: getattr(notice, name) for name in ("by", "opens", "closes", "asked_at", "back_until")}
    return {
        "name": one_line(notice.to_name, 80),
        "person": one_line(notice.person, 80),
        "phone": one_line(notice.phone, 40),
        "replaces": notice.replaces,
        "ticket": one_line(notice.ticket, 40),
        "desk": one_line(desk, 80),
        "question": [one_line(line, _LINE_LENGTH) for line in question.splitlines()[:_QUESTION_LINES]],
        **{name: _date(at, notice) if at else None for name, at in moments.items()},
    }


def _date(at: datetime, notice: CustomerNotice) -> Words:
    """An instant in numbers, which every language puts in its own order; of `time` there is one way."""
    zone = ZoneInfo(notice.tz)
    local = at.astimezone(zone)
    return {
        "date": local.date().isoformat(),
        "weekday": local.weekday(),
        "day": local.day,
        "month": local.month,
        "year": local.year,
        "other_year": local.year != notice.at.astimezone(zone).year,
        "time": wording.time_of_day(local),
        "zone": notice.tz,
    }
