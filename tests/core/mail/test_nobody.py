"""Mailboxes that nobody reads, in the languages of those who set them up: one list for all who ask."""

import pytest

from escalator.core.mail.incoming import MailClass
from escalator.core.mail.nobody import is_nobody, takes_no_replies
from escalator.core.mail.reading import read

from .mails import raw_mail

UNREAD = [
    *("no-reply@shop.example", "NoReply42@shop.example", "do_not_reply@shop.example", "noreply+17@shop.example"),
    *("nichtantworten@bank.example", "bitte-nicht-antworten@bank.example", "keine.antwort@bank.example"),
    *("ne-pas-repondre@mairie.example", "ne-pas-répondre@mairie.example", "nepasrepondre@mairie.example"),
    *("no-responder@banco.example", "nao-responda@loja.example", "não-responder@loja.example"),
    *("non-rispondere@banca.example", "niet-beantwoorden@winkel.example", "svara-inte@butik.example"),
]
READ = [
    "dana@city.example",
    "nora.reply@city.example",
    "leonore@city.example",
    "antworten@bank.example",
    "noreply",
    "",
]


@pytest.mark.parametrize("address", UNREAD)
def test_a_mailbox_that_nobody_reads_is_known_by_its_name(address: str) -> None:
    assert takes_no_replies(address)
    assert is_nobody(address)
    assert read(raw_mail(**{"from": address}), ()).kind is MailClass.AUTOMATED


@pytest.mark.parametrize("address", READ)
def test_a_persons_mailbox_is_none_of_them(address: str) -> None:
    assert not is_nobody(address)


@pytest.mark.parametrize("address", ["postmaster@small.example", "Mailer-Daemon@small.example"])
def test_a_mail_server_is_nobody_to_write_to_and_may_be_a_person_who_writes(address: str) -> None:
    assert is_nobody(address)
    assert not takes_no_replies(address)
