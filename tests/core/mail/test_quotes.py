"""What somebody wrote in a reply: above a quote, below it or between, in the languages of many mail programs."""

import pytest

from escalator.core.mail.quotes import reply_of

ANSWER = "Thanks, that works.\nIt prints again."

ANNOUNCEMENTS = [
    "On Mon, Apr 2, 2012 at 6:26 PM, Sam Agent <sam@example.com> wrote:",
    "On 22 Aug 2015, at 19:21, Sam Agent <sam@example.com> wrote:",
    "On 04/02/2012 06:26 PM, Sam Agent wrote:",
    "On Monday, January 1, 2019, 12:00:00 PM GMT+1, Sam Agent <sam@example.com> wrote:",
    "Sam Agent <sam@example.com> wrote:",
    '"Sam Agent" <sam@example.com> wrote on 01/02/2012 10:00:00 AM:',
    "---- On Tue, 01 Jan 2019 12:00:00 +0530 Sam <sam@example.com> wrote ----",
    "Am Di., 1. Jan. 2019 um 12:00 Uhr schrieb Sam Agent <sam@example.com>:",
    "Am 01.01.2019 um 12:00 schrieb Sam Agent:",
    "Sam Agent <sam@example.com> hat am 1. Januar 2019 um 12:00 geschrieben:",
    "Le mar. 1 janv. 2019 à 12:00, Sam Agent <sam@example.com> a écrit :",
    "Le 01/01/2019 à 12:00, Sam Agent a écrit :",
    "El mar., 1 ene. 2019 a las 12:00, Sam (<sam@example.com>) escribió:",
    "Em ter., 1 de jan. de 2019 às 12:00, Sam <sam@example.com> escreveu:",
    "Il giorno mar 1 gen 2019 alle ore 12:00 Sam <sam@example.com> ha scritto:",
    "Op di 1 jan. 2019 om 12:00 schreef Sam <sam@example.com>:",
    "Op 1 jan. 2019, om 12:00 heeft Sam <sam@example.com> het volgende geschreven:",
    "Den tis 1 jan. 2019 kl 12:00 skrev Sam <sam@example.com>:",
    "tir. 1. jan. 2019 kl. 12:00 skrev Sam <sam@example.com>:",
    "Den 1. jan. 2019 kl. 12.00 skrev Sam <sam@example.com>:",
    "ti 1. tammik. 2019 klo 12.00 Sam (sam@example.com) kirjoitti:",
    "wt., 1 sty 2019 o 12:00 Sam <sam@example.com> napisał(a):",
    "W dniu 01.01.2019 o 12:00, Sam pisze:",
    "вт, 1 янв. 2019 г. в 12:00, Sam <sam@example.com>:",
    "1 янв. 2019 г., в 12:00, Sam <sam@example.com> написал(а):",
    "вт, 1 січ. 2019 о 12:00 Sam <sam@example.com> пише:",
    "在 2019年1月1日，12:00，Sam <sam@example.com> 写道：",
    "Sam <sam@example.com> 于2019年1月1日周二 12:00写道：",
    "2019年1月1日(火) 12:00 Sam <sam@example.com>:",
    "2019/01/01 12:00、Sam <sam@example.com>のメール:",
    "út 1. 1. 2019 v 12:00 odesílatel Sam <sam@example.com> napsal:",
    "Dne 01.01.2019 v 12:00 Sam napsal(a):",
    "Sam <sam@example.com> ezt írta (időpont: 2019. jan. 1., K, 12:00):",
    "Sam <sam@example.com>, 1 Oca 2019 Sal, 12:00 tarihinde şunu yazdı:",
    "2019년 1월 1일 (화) 오후 12:00, Sam <sam@example.com>님이 작성:",
    "În mar., 1 ian. 2019 la 12:00, Sam <sam@example.com> a scris:",
    "Στις Τρί, 1 Ιαν 2019 στις 12:00 μ.μ., ο/η Sam <sam@example.com> έγραψε:",
    "Þann þri., 1. jan. 2019 kl. 12:00 reit Sam <sam@example.com>:",  # no verb of ours: date, address and colon do
]

WRAPPED = [
    "On Thu, Jun 20, 2013 at 4:18 PM, Sam Agent via the Desk <\nsam@example.com> wrote:",
    "On Wed, 27 Jan 2016 10:48:00 +0100\nSam <sam@example.com> wrote:",
    "On Mon, Feb 1, 2016 at\n6:32 PM, Sam <sam@example.com> wrote:",
    "Sam Agent <sam@example.com> schrieb am Fr., 28.\nApr. 2017 um 11:53 Uhr:",
    'Am 21.04.2016 17:48 schrieb "Sam Agent" <sam@example.com\n>:',
    'Le 4 janv. 2016 19:03, "Sam Agent"\n<sam@example.com>\na écrit :',
    'Op 16 aug. 2014 05:13 schreef "Sam" <sam@example.com> het\nvolgende geschreven:',
    "On Thu, 31 Mar 2016 at 11:16 Sam\n\n<\nmailto:Sam <sam@example.com>\n> wrote:",
]

HEADERS = [
    "From: Sam <sam@example.com>\nSent: Tuesday, January 1, 2019 12:00 PM\nTo: Dana\nSubject: RE: Printer",
    "*From:* Sam [mailto:sam@example.com]\n*Sent:* Tuesday\n*To:* Dana\n*Subject:* Printer",
    "**From:** Sam\n\n**Sent:** Tuesday\n\n**To:** Dana\n\n**Subject:** Printer",
    "Von: Sam\nGesendet: Dienstag, 1. Januar 2019 12:00\nAn: Dana\nBetreff: AW: Drucker",
    "De : Sam\nEnvoyé : mardi 1 janvier 2019 12:00\nÀ : Dana\nObjet : RE: Imprimante",
    "De: Sam\nEnviado el: martes, 1 de enero de 2019 12:00\nPara: Dana\nAsunto: RE: Impresora",
    "De: Sam\nEnviada em: terça-feira, 1 de janeiro de 2019 12:00\nPara: Dana\nAssunto: RES: Impressora",
    "Da: Sam\nInviato: martedì 1 gennaio 2019 12:00\nA: Dana\nOggetto: R: Stampante",
    "Van: Sam\nVerzonden: dinsdag 1 januari 2019 12:00\nAan: Dana\nOnderwerp: RE: Printer",
    "Från: Sam\nSkickat: den 1 januari 2019 12:00\nTill: Dana\nÄmne: SV: Skrivare",
    "Fra: Sam\nSendt: tirsdag 1. januar 2019 12:00\nTil: Dana\nEmne: SV: Skriver",
    "Lähettäjä: Sam\nLähetetty: tiistai 1. tammikuuta 2019 12:00\nVastaanottaja: Dana\nAihe: VS: Tulostin",
    "Od: Sam\nWysłano: wtorek, 1 stycznia 2019 12:00\nDo: Dana\nTemat: RE: Drukarka",
    "От: Sam\nОтправлено: 1 января 2019 г. 12:00\nКому: Dana\nТема: RE: Принтер",
    "发件人: Sam\n发送时间: 2019年1月1日 12:00\n收件人: Dana\n主题: 回复: 打印机",
    "差出人: Sam\n送信日時: 2019年1月1日 12:00\n宛先: Dana\n件名: RE: プリンター",
    "Od: Sam\nOdesláno: úterý 1. ledna 2019 12:00\nKomu: Dana\nPředmět: RE: Tiskárna",
    "Feladó: Sam\nElküldve: 2019. január 1., kedd 12:00\nCímzett: Dana\nTárgy: RE: Nyomtató",
    "From: Sam <sam@example.com>\nDate: Tue, 1 Jan 2019 12:00",
    "Von: Sam Agent <sam@example.com> Gesendet: Montag An: Dana Betreff: AW: Drucker",
    "Kimden: Sam\nGönderildi: 1 Ocak 2019 Salı 12:00\nKime: Dana\nKonu: YNT: Yazıcı",
]

MARKERS = [
    "-----Original Message-----",
    "*-------- Original Message --------*",
    "-----Ursprüngliche Nachricht-----",
    "-------- Message d'origine --------",
    "-----Mensaje original-----",
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "Anfang der weitergeleiteten Nachricht:",
    "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐",
    ">>> Sam Agent <sam@example.com> 03.02.2020 10:00 >>>",
    "------------------ 原始邮件 ------------------",
    "--- Please reply above this line ---",
    "##- Bitte antworten Sie oberhalb dieser Linie -##",
]

SIGNATURES = [
    "Sent from my iPhone",
    "Sent from Outlook Mobile<https://example.com/app>",
    "Get Outlook for iOShttps://aka.ms/o0ukef",
    "Von meinem iPhone gesendet",
    "Diese Nachricht wurde von meinem Android-Mobiltelefon mit K-9 Mail gesendet.",
    "Envoyé depuis mon iPhone",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Skickat från min iPhone",
    "Sendt fra min iPad",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Отправлено с iPhone",
    "Odesláno z iPhonu",
    "iPhone'umdan gönderildi",
    "iPhoneから送信",
    "發自我的 iPhone",
    "(sent from a phone)",
]


@pytest.mark.parametrize("announcement", ANNOUNCEMENTS + WRAPPED)
def test_an_announced_quote_is_cut_in_any_language(announcement: str) -> None:
    reply = reply_of(f"{ANSWER}\n\n{announcement}\n\n> Is it on?\n> Sam\n")
    assert (reply.text, reply.sure) == (ANSWER, True)


@pytest.mark.parametrize("announcement", ANNOUNCEMENTS + WRAPPED)
def test_an_announced_text_is_cut_even_where_no_line_is_marked(announcement: str) -> None:
    reply = reply_of(f"{ANSWER}\n\n{announcement}\n\nIs it on?\n\nSam\n")
    assert (reply.text, reply.sure) == (ANSWER, True)


@pytest.mark.parametrize("announcement", ANNOUNCEMENTS)
def test_an_answer_below_the_quote_is_found_and_never_sure(announcement: str) -> None:
    reply = reply_of(f"{announcement}\n> Is it on?\n> Sam\n\n{ANSWER}\n")
    assert (reply.text, reply.sure) == (ANSWER, False)


@pytest.mark.parametrize("headers", HEADERS)
def test_copied_headers_and_all_below_them_are_cut_in_any_language(headers: str) -> None:
    reply = reply_of(f"{ANSWER}\n\n{headers}\n\nIs it on?\n\nSam\n")
    assert (reply.text, reply.sure) == (ANSWER, True)


@pytest.mark.parametrize("marker", MARKERS)
def test_what_stands_below_a_marker_is_cut(marker: str) -> None:
    reply = reply_of(f"{ANSWER}\n\n{marker}\n\nIs it on?\n")
    assert (reply.text, reply.sure) == (ANSWER, True)


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_telephone_does_not_sign(signature: str) -> None:
    reply = reply_of(f"{ANSWER}\n\n{signature}\n\nOn 3 May 2019, Sam wrote:\n> Is it on?\n")
    assert (reply.text, reply.sure) == (ANSWER, True)


def test_a_signature_below_dashes_is_cut() -> None:
    assert reply_of("It works.\n-- \nDana Customer\n+49 40 123\n").text == "It works."


def test_a_mail_without_any_quote_is_the_reply_and_sure() -> None:
    text = "Hello,\n\n  the printer prints.\n- twice\n\nDana\nEmail: dana@example.com"
    reply = reply_of(f"\n{text}\n\n")
    assert (reply.text, reply.sure) == (text, True)


def test_a_box_around_the_first_words_is_no_end() -> None:
    assert reply_of("######\n## Please read ##\n######\n\nIt is on fire.\n").text.endswith("It is on fire.")


def test_answers_between_quotes_keep_what_they_answer() -> None:
    reply = reply_of("On 3 May 2019, Sam wrote:\n> Is it on?\n\nYes.\n\n> Is it full?\n\nNo.\n\n> Sam\n")
    assert (reply.text, reply.sure) == ("> Is it on?\n\nYes.\n\n> Is it full?\n\nNo.", False)


def test_a_greeting_above_the_quote_leaves_the_answer_below_it() -> None:
    reply = reply_of("Dear Sam,\n\nOn 3 May 2019, Sam wrote:\n> Is it on?\n\nYes, it is.\n")
    assert (reply.text, reply.sure) == ("Dear Sam,\n\nYes, it is.", False)


def test_few_words_below_a_quote_are_taken_for_a_footer_but_not_surely() -> None:
    reply = reply_of("It works.\n\nOn 3 May 2019, Sam wrote:\n> Is it on?\n\nDana Customer\n")
    assert (reply.text, reply.sure) == ("It works.", False)


def test_many_words_below_a_quote_stay() -> None:
    below = "\n".join(f"Then I tried door {number}." for number in range(9))
    reply = reply_of(f"It works.\n\nOn 3 May 2019, Sam wrote:\n> Is it on?\n\n{below}\n")
    assert below in reply.text
    assert not reply.sure


def test_a_forward_without_a_word_of_its_own_stays() -> None:
    reply = reply_of(
        "---------- Forwarded message ----------\n"
        "From: Sam <sam@example.com>\nDate: 3 May\nSubject: a\n b\nTo: d\n\nOn fire.\n"
    )
    assert (reply.text, reply.sure) == ("On fire.", False)


def test_a_mail_of_nothing_but_a_quote_is_kept_whole() -> None:
    reply = reply_of("> Is it on?\n")
    assert (reply.text, reply.sure) == ("> Is it on?", False)


def test_a_mail_of_nothing_but_a_signature_is_kept_whole() -> None:
    assert reply_of("Sent from my iPhone\n").text == "Sent from my iPhone"


def test_an_empty_mail_is_an_empty_reply() -> None:
    assert reply_of(" \n\n").text == ""


def test_code_between_fences_is_not_cut() -> None:
    text = "See:\n\n```\nOn 3 May 2019, Sam wrote:\n----\n> x\n```\n\nIt fails."
    reply = reply_of(text)
    assert (reply.text, reply.sure) == (text, False)


@pytest.mark.parametrize(
    "text",
    [
        "Steps\n=====\n1. Switch it on",
        "The log says\n-----\nTraceback\n-----\nWhat now?",
        "mysql> select 1;\n| a | b |\n| 1 | 2 |\nStill broken",
        "We travel.\n\nFrom: Berlin\nTo: Munich\nDate: 3 May\n\nPlease book",
        "On this day\n\nI wrote something.",
        "This is -------- no rule",
        "The log:\n2016-03-03 17:21 GMT+01:00 disk full\n2016-03-03 17:22 GMT+01:00 disk fuller",
        "I asked support@example.com, who wrote:\nSwitch it off.",
        "Please sign above this line and send it back.\nThank you",
        "We have:\n* Original message\n* Forwarded by post\nthanks",
    ],
)
def test_what_people_paste_and_draw_stays(text: str) -> None:
    assert reply_of(text).text == text


@pytest.mark.parametrize(
    "left",
    [
        "Sam Agent wrote:\n\nHe is rude, do not tell him.",
        "Kim skrifaði 3. maí 2019:\n\nHe is rude, do not tell him.",
        "From: Sam\nHe is rude, do not tell him.",
        "Subject: rude customer\nHe is rude, do not tell him.",
        "----- Xyz zyx -----\nHe is rude, do not tell him.",
        "Frá: sam@example.com\nHe is rude, do not tell him.",
        "Sam <sam@example.com>\nHe is rude, do not tell him.",
        "| He is rude, do not tell him.",
        "Sam> He is rude, do not tell him.",
        "Here is what they say:",
    ],
)
def test_where_others_may_speak_in_what_remains_it_is_not_sure(left: str) -> None:
    assert not reply_of(f"Done.\n\n{left}\n").sure


def test_a_quoted_line_that_lost_its_mark_is_not_sure() -> None:
    reply = reply_of("Done.\n\nOn 3 May 2019, Sam wrote:\n> He is rude and will\nnot listen\n> to us\n")
    assert not reply.sure
