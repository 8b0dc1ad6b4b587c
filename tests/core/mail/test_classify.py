"""Who speaks: the rules in their order, and above all no person taken for a machine."""

import pytest

from escalator.core.mail.incoming import MailClass
from escalator.core.mail.reading import read

from .mails import DESK, multipart, raw_mail

OURS = f"<{'0a' * 20}@desk.example>"


def class_of(raw: bytes) -> tuple[MailClass, str]:
    mail = read(raw, (DESK,))
    return mail.kind, mail.why


PEOPLE = {
    "asks about an absence": raw_mail(
        "Hi,\nour out of office reply is broken. Can you look?", subject="Out of office"
    ),
    "has a delivery problem": raw_mail(
        "Hello team,\nI get 550 5.1.1 user unknown from mailer-daemon when I write to Lee.", subject="Delivery failed"
    ),
    "forwards a bounce": raw_mail(
        "What does this mean?\n\n> This message was created automatically by mail delivery software.",
        subject="Fwd: Undelivered Mail Returned to Sender",
    ),
    "pastes a bounce under its subject": raw_mail(
        "Hi, this came back:\n\nI'm sorry to have to inform you that your message could not be delivered.",
        subject="Undelivered Mail Returned to Sender",
    ),
    "attaches a bounce": multipart(
        "Content-Type: text/plain\n\nSee attached.",
        "Content-Type: message/rfc822\n\nContent-Type: multipart/report; boundary=R\n\n--R\n"
        "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; lee@x\n--R--\n",
    ),
    "is the postmaster, in person": raw_mail(
        "Hello,\nwe refuse your mails since Monday: 554 5.7.1 blocked. They are not delivered.\nJo",
        **{"from": "Jo Miller <postmaster@small.example>"},
        subject="Delivery failures from your server",
    ),
    "writes from an admin address": raw_mail(
        "The parcel was not delivered, and the courier says the address is unknown.",
        **{"from": "admin@shop.example"},
        subject="Where is my parcel",
    ),
    "misses a parcel": raw_mail(
        "The parcel could not be delivered because the address is unknown. Please ask sam@shop.example.",
        **{"from": "info@shop.example"},
        subject="Delivery problem with my order",
    ),
    "did not get our mail": raw_mail(
        "Your message could not be delivered to me. Please send it to dana@other.example again.",
        subject="Message not delivered",
    ),
    "runs a mailbox that is full": raw_mail(
        "My mailbox is full and I cannot delete anything. What is the limit?", subject="Mailbox full"
    ),
    "says Auto-Submitted: no": raw_mail(auto_submitted="no"),
    "answers an away message": raw_mail("Thanks, enjoy it!", subject="Re: Automatic reply: A question"),
    "is away and asks for something": raw_mail(
        "I am away on Friday. Please call before noon, the invoice is wrong.", subject="Invoice 17"
    ),
    "asks in German": raw_mail(
        "Guten Tag,\nmeine Mail konnte nicht zugestellt werden. Was tun?", subject="Zustellung"
    ),
    "asks in French": raw_mail("Bonjour,\nle message n'a pas pu être remis.", subject="Échec de la remise"),
    "asks in Spanish": raw_mail("Hola, mi mensaje no se ha podido entregar.", subject="Mensaje no entregado"),
    "asks in Russian": raw_mail("Добрый день, письмо не доставлено.", subject="Сообщение не доставлено"),
    "asks in Japanese": raw_mail("お世話になります。メールが届きません。", subject="メールエラーについて"),
    "is called Norep Lyman": raw_mail(**{"from": "Norep Lyman <n.lyman@x.example>"}),
    "names others in X-Loop": raw_mail(x_loop="list@freebsd.example"),
    "has the Message-ID of another Escalator": raw_mail(message_id=f"<{'0a' * 20}@other.example>"),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_a_person_is_not_taken_for_a_machine_who(who: str) -> None:
    assert class_of(PEOPLE[who])[0] is MailClass.HUMAN, class_of(PEOPLE[who])


MACHINES = {
    "our own Message-ID": (raw_mail(message_id=OURS), MailClass.OWN),
    "our own X-Loop": (raw_mail(x_loop=f"<{DESK.upper()}>"), MailClass.OWN),
    "ours before anything else": (raw_mail(message_id=OURS, return_path="<>"), MailClass.OWN),
    "an empty envelope sender": (raw_mail(return_path="<>"), MailClass.BOUNCE),
    "a bounce before what is automatic": (
        raw_mail(return_path="<>", auto_submitted="auto-replied"),
        MailClass.BOUNCE,
    ),
    "a report": (multipart("\nhello", kind="report"), MailClass.BOUNCE),
    "a status in another mail's clothes": (
        multipart("\nhello", "Content-Type: message/delivery-status\n\nStatus: 5.1.1"),
        MailClass.BOUNCE,
    ),
    "failed recipients": (raw_mail(x_failed_recipients="lee@x.example"), MailClass.BOUNCE),
    "a daemon": (raw_mail(**{"from": "Mailer_Daemon@x.example"}), MailClass.BOUNCE),
    "a daemon without a domain": (raw_mail(**{"from": "mailer-daemon"}), MailClass.BOUNCE),
    "a daemon by its name only": (raw_mail(**{"from": "Mail Delivery Subsystem <x@y.example>"}), MailClass.BOUNCE),
    "an author without an address": (raw_mail(**{"from": '"Jetmail System" <>'}), MailClass.BOUNCE),
    "a postmaster that is a program": (
        raw_mail(
            "Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  lee@x.example\n\nbecause:\n\n  unknown",
            **{"from": "Postmaster@x.example"},
            subject="DELIVERY FAILURE: User Lee (lee@x.example) not listed in Domino Directory",
        ),
        MailClass.BOUNCE,
    ),
    "a program under any name": (
        raw_mail("Delivery to the following recipient failed:\n  lee@x.example", subject="Delivery Failure"),
        MailClass.BOUNCE,
    ),
    "an automatic answer": (raw_mail(auto_submitted="auto-replied; owner-email=x"), MailClass.AUTOMATED),
    "suppression": (raw_mail(x_auto_response_suppress="OOF"), MailClass.AUTOMATED),
    "a responder's field": (raw_mail(x_autorespond="yes"), MailClass.AUTOMATED),
    "Apple's vacation": (raw_mail(x_apple_action="VACATION"), MailClass.AUTOMATED),
    "Exchange's inbox rule": (raw_mail(x_ms_exchange_inbox_rules_loop="dana@x"), MailClass.AUTOMATED),
    "bulk": (raw_mail(precedence="Bulk"), MailClass.AUTOMATED),
    "an auto_reply": (raw_mail(precedence="auto_reply"), MailClass.AUTOMATED),
    "a list": (raw_mail(list_unsubscribe="<mailto:x@y>"), MailClass.AUTOMATED),
    "no-reply": (raw_mail(**{"from": "Shop <no_reply-17@shop.example>"}), MailClass.AUTOMATED),
    "a subject in German": (raw_mail("Bis Montag.", subject="Automatische Antwort: Frage"), MailClass.AUTOMATED),
    "a subject in Japanese": (raw_mail("x", subject="自動応答: 質問"), MailClass.AUTOMATED),
    "an away message without a header": (
        raw_mail("I am out of the office until Monday.", subject="Out of Office: A question"),
        MailClass.AUTOMATED,
    ),
}


@pytest.mark.parametrize("sign", MACHINES)
def test_a_machine_is_known_by(sign: str) -> None:
    raw, kind = MACHINES[sign]
    found, why = class_of(raw)
    assert (found, bool(why)) == (kind, True), why


def test_without_own_addresses_nothing_is_ours() -> None:
    assert read(raw_mail(message_id=OURS, x_loop=DESK)).kind is MailClass.HUMAN
