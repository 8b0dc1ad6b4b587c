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


TRAPS = [
    ("dana", "Mailbox full", "I can't send you the documents, your mailbox is full. Where can I upload?"),
    (
        "dana",
        "Re: Undelivered Mail Returned to Sender",
        "Hi, still not working. See below.\n\n> 550 5.1.1 unknown user\n",
    ),
    (
        "dana",
        "Undelivered Mail Returned to Sender",
        "This is what I get all the time:\n\n<lee@x.example>: host mx said: 550 5.1.1 User unknown\n\nPlease help",
    ),
    ("dana", "Delivery failed", "Delivery failed again. lee@x.example\n\nDana"),
    ("dana", "Error", "Error: cannot log in. my address is\n\ndana@c.example\n\nthe site says invalid user"),
    ("dana", "Message not received", "The message I sent was rejected:\n\nlee@x.example\n\nWhy?"),
    (
        "dana",
        "Your mail",
        "Your mail to me could not be delivered? I saw nothing.\nPlease send to\ndana@other.example",
    ),
    ("dana", "Warning: message delayed", "The message of Sam failed?"),
    ("dana", "Rejected", "Your message was rejected by our boss. Write to\n\nboss@c.example\n"),
    ("dana", "Delivery status", "Delivery of parcel 17 has failed.\n\ndana@c.example\n"),
    (
        "dana",
        "Zustellung fehlgeschlagen",
        "Die Zustellung an meine Adresse ist fehlgeschlagen, die Hausnummer war falsch.\n\ndana@c.example",
    ),
    ("dana", "Abwesenheit", "Ich bin im Urlaub bis Montag, bitte stoppt die Lieferung!"),
    ("dana", "Absence", "Je serai en vacances du 3 au 10, pouvez-vous suspendre mon abonnement?"),
    ("dana", "Out of office: who covers?", "Who covers while Sam is away?"),
    ("dana", "Away next week", "I am away next week, please suspend the delivery of the paper."),
    ("dana", "Urlaub", "Ich bin nächste Woche im Urlaub. Bitte das Ticket so lange offen lassen."),
    ("dana", "Auto-reply: how do I set it up?", "Where is the setting?"),
    ("dana", "Automatic reply - how to switch it off", "How?"),
    ("info", "Problems delivering to your office", "The courier could not find you."),
    (
        "info",
        "Mail delivery to our office",
        "Your mail carrier cannot deliver to info@courier.example, he says 404 not found",
    ),
    ("info", "Returned mail", "We have returned mail for you at the reception. 3 letters. Ask sam@c.example."),
    ("postmaster", "Postmaster here", "We blocked you: 550 5.7.1. Please fix and write to abuse@small.example.\nJo"),
    (
        "postmaster",
        "Question",
        "We are the postmaster team. Could not deliver to lee@desk.example, can you check the account?",
    ),
    ("dana", "Bounced cheque", "The cheque bounced. The bank says the account is unknown."),
    ("dana", "NDR report for Q3", "see attachment"),
    ("bounceteam", "Bounce rate", "Our bounce rate of mails to lee@x.example is 550 per day"),
    ("dana", "", "Hi"),
    ("dana", "Fwd: Automatic reply: Hello", "Why do I get this?"),
]


@pytest.mark.parametrize(("who", "subject", "text"), TRAPS)
def test_a_person_may_use_the_words_of_a_machine(who: str, subject: str, text: str) -> None:
    raw = raw_mail(text, subject=subject, **{"from": f"{who}@customer.example"})
    assert class_of(raw)[0] is MailClass.HUMAN, class_of(raw)


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
        raw_mail(
            "Delivery to the following recipient failed:\n  lee@x.example\n550 5.1.1 no", subject="Delivery Failure"
        ),
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
    "a subject in German": (
        raw_mail("Danke.", subject="Automatische Antwort: Frage", in_reply_to="<1@d>"),
        MailClass.AUTOMATED,
    ),
    "a subject in Japanese": (raw_mail("不在です", subject="自動応答: 質問"), MailClass.AUTOMATED),
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
