"""Turn what a customer is told into the mail they read, in their language and zone, with nothing internal in it."""

import logging
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from escalator.core.mail.compose import SUBJECT_LENGTH, one_line
from escalator.core.mail.dress import words_as_html
from escalator.core.notify import wording
from escalator.core.notify.customers import CustomerNotice, CustomerNoticeKind

from .sandbox import Words
from .stationery import NONE, TEMPLATES, Order, Own, Rendered, Stationery

OUR_LANGUAGE = "en"
_QUESTION_LINES, _LINE_LENGTH = 60, 500
_log = logging.getLogger(__name__)

# What must be said when a template cannot: constant words, and the instant that matters in UTC.
_PLAIN = {
    CustomerNoticeKind.ACKNOWLEDGEMENT: "Your message has arrived. Somebody of our team reads it and answers you{}.",
    CustomerNoticeKind.TAKEN: "One of our colleagues has your case now. You will hear from us{}.",
    CustomerNoticeKind.CALL_BACK: "One of our colleagues will call you{}.",
    CustomerNoticeKind.REMINDER: "We asked you something. If we hear nothing, we close your case for now{}.",
    CustomerNoticeKind.UNANSWERED_CLOSE: "We asked you something and had no answer: your case is closed for now{}.",
}


class CustomerTemplates:
    """One file for each kind of letter in the folder of each language, `en/customer_taken.txt`.

    A language is added by adding its folder: the words for days and months stand in its files too. Who reads a
    language (`de-AT`) that has no such file gets the wider one (`de`), else ours. Templates get plain text and
    plain dates, so what stands in a ticket can name nothing and call nothing.
    """

    def __init__(self, folder: Path = TEMPLATES) -> None:
        self.stationery = Stationery(folder)

    def render(self, notice: CustomerNotice, desk: str, question: str = "", own: Own = NONE) -> Rendered:
        """The words of `notice`, signed by `desk`, on its `own` templates where it has them. Never raises.

        `question` is what we asked.
        """
        try:
            wanted = order(notice, desk, question)
        except Exception as error:  # noqa: BLE001 - a zone that there is none of, say
            _log.error("To word %s has failed (%s): plain words are sent", notice.kind, type(error).__name__)
            return _plain_words(notice, desk)
        return self.stationery.write(wanted, own) or _plain_words(notice, desk)


def order(notice: CustomerNotice, desk: str, question: str = "") -> Order:
    """What is to be written for `notice`."""
    return Order(
        kind=str(notice.kind),
        languages=[(language, f"{language}/{notice.kind}.txt") for language in _languages(notice.language)],
        words=_words(notice, desk, question),
        above=one_line(desk, 80),
        finish=lambda subject: tagged(subject, notice.ticket),
    )


def agents_words(subject: str, body: str, person: str, desk: str, language: str = "") -> Rendered:
    """The reply of an agent: their own words under their name and the desk's, and nothing else of ours."""
    written, signed = body.strip(), ", ".join(filter(None, (one_line(person, 80), one_line(desk, 80))))
    page = words_as_html(f"{written}\n\n{signed}", language or OUR_LANGUAGE)
    return Rendered(subject, f"{written}\n\n-- \n{signed}\n", page)


def reply_subject(subject: str, ticket: str) -> str:
    """`Re: A page under our name [T-12]`."""
    return tagged(_answering(subject) or "Re: your request", ticket)


def _languages(asked: str) -> list[str]:
    wanted = asked.casefold()
    return [*dict.fromkeys(filter(None, (wanted, wanted.partition("-")[0], OUR_LANGUAGE)))]


def _answering(subject: str) -> str:
    """`Re: A page under our name`; empty when they wrote no subject."""
    said = one_line(subject)
    return said if not said or said[:3].casefold() == "re:" else f"Re: {said}"


def tagged(subject: str, ticket: str) -> str:
    """`Re: A page under our name [T-12]`: the number stays, however long the rest is."""
    tag = f" [{one_line(ticket, 40)}]"
    return one_line(subject, SUBJECT_LENGTH - len(tag)) + tag


def _plain_words(notice: CustomerNotice, desk: str) -> Rendered:
    at = notice.opens or notice.back_until or notice.by
    when = f" (by {at:%Y-%m-%d %H:%M} UTC)" if at else ""
    lines = (_PLAIN[notice.kind].format(when), "To answer, just reply to this mail.", one_line(desk))
    subject = reply_subject(notice.subject, notice.ticket)
    return Rendered(subject, "\n\n".join(lines) + "\n")


def _words(notice: CustomerNotice, desk: str, question: str) -> Words:
    ours: Words = {"ticket": one_line(notice.ticket, 40), "desk": one_line(desk, 80)}
    if notice.kind is CustomerNoticeKind.ACKNOWLEDGEMENT:
        return ours  # nothing that the sender wrote: such mail has been used to bomb others (mail.md, 9)
    moments = {name: getattr(notice, name) for name in ("by", "opens", "closes", "asked_at", "back_until")}
    return {
        **ours,
        "name": one_line(notice.to_name, 80),
        "person": one_line(notice.person, 80),
        "phone": one_line(notice.phone, 40),
        "replaces": notice.replaces,
        "answering": _answering(notice.subject),
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
