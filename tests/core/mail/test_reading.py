"""A mail as it is read: text, files, names and addresses, from what real programs send."""

from base64 import b64encode
from datetime import UTC, datetime

import pytest

from escalator.core.mail.incoming import Mailbox
from escalator.core.mail.mailboxes import mailboxes
from escalator.core.mail.reading import read

from .mails import multipart, raw_mail

ZIP = b"PK\x03\x04\x00\xff"


def test_a_plain_mail_is_read_whole() -> None:
    mail = read(
        raw_mail("Is the harbour open?\n", cc="Lee <lee@x.example>", in_reply_to="<b@d>", references="<a@d> <b@d>")
    )
    assert mail.sender == Mailbox("dana@customer.example", "Dana Tran")
    assert (mail.to, mail.cc) == ((Mailbox("help@desk.example"),), (Mailbox("lee@x.example", "Lee"),))
    assert mail.date == datetime(2026, 11, 20, 13, tzinfo=UTC)
    assert (mail.message_id, mail.references) == ("<1@customer.example>", ("<a@d>", "<b@d>"))
    assert (mail.subject, mail.text, mail.reply, mail.sure) == (
        "A question",
        "Is the harbour open?",
        "Is the harbour open?",
        True,
    )
    assert mail.remarks == ()


SUBJECTS = {
    "=?utf-8?B?R3LDvMOfZQ==?=": "Grüße",
    "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= aus =?iso-8859-1?q?K=F6ln?=": "Grüße aus Köln",
    "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=": "Grüße",
    "=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=": "テスト",
    "=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=": "Grüße",
    "=?utf-8?Q?a=0D=0ABcc:_x@y?=": "a Bcc: x@y",
    "=?utf-8?Q?with spaces?=": "with spaces",
    "=?nonsense?Q?Gr=C3=BC=C3=9Fe?=": "Grüße",
    "=?utf-8?B?R3LDvMOfZQ?=": "Grüße",
    "=?utf-8?X?what?= =?": "=?utf-8?X?what?= =?",
    "=?utf-8?B?!?= ok": "=?utf-8?B?!?= ok",
    "Grüße": "Grüße",
    "Gr\udcfc\udcdfe": "Grüße",
    "a\tb\x00\x07c\u202ed": "a b c d",
}


@pytest.mark.parametrize("sent", SUBJECTS)
def test_a_subject_is_read_as_it_was_meant(sent: str) -> None:
    assert read(raw_mail(subject=sent)).subject == SUBJECTS[sent]


ADDRESSES = {
    "dana@x": [("dana@x", "")],
    "Dana <dana@x>, lee@x (Lee)": [("dana@x", "Dana"), ("lee@x", "Lee")],
    '"Tran, Dana (CEO)" <dana@x>': [("dana@x", "Tran, Dana (CEO)")],
    '"a \\"b\\"" <dana@x>': [("dana@x", 'a "b"')],
    "alice@a <bob@b>": [("bob@b", "alice@a")],
    "friends: dana@x, lee@x;, kim@x": [("dana@x", ""), ("lee@x", ""), ("kim@x", "")],
    "<@a,@b:dana@x>": [("dana@x", "")],
    "Dana <dana@x": [("dana@x", "Dana")],
    "=?utf-8?Q?D=C3=A4na=2C_T?= <dana@x>": [("dana@x", "Däna, T")],
    "Dana dana@x": [("dana@x", "")],
    "'dana@x' <dana@x>": [("dana@x", "dana@x")],
    "mailer-daemon": [("mailer-daemon", "")],
    "<>": [],
    "": [],
    "(((((": [],
}


@pytest.mark.parametrize("sent", ADDRESSES)
def test_addresses_are_found_as_people_write_them(sent: str) -> None:
    assert [(box.address, box.name) for box in mailboxes(sent)] == ADDRESSES[sent]


BODIES = [
    ("", "Grüße".encode(), "Grüße"),
    ("text/plain; charset=utf-8", "Grüße".encode("latin-1"), "Grüße"),
    ("text/plain; charset=us-ascii", "Grüße".encode(), "Grüße"),
    ("text/plain; charset=iso-8859-1", b"5 \x80", "5 €"),
    ("text/plain; charset=klingon", "Grüße".encode(), "Grüße"),
    ("text/plain; charset=gb2312", "邮件㐀".encode("gb18030"), "邮件㐀"),
    ("text/plain; charset=ks_c_5601-1987", "스티해".encode("cp949"), "스티해"),
    ("text/plain", "テスト".encode("iso-2022-jp"), "テスト"),
    ("text/plain; charset=zlib", b"abc", "abc"),
    ("text/plain; charset=unicode_escape", b"\\x41", "\\x41"),
    ("nonsense", b"abc", "abc"),
    ("text/plain; format=flowed", b"one \r\ntwo\r\n\r\n> a \r\n> b\r\n-- \r\nDana", "one two\n\n> a b\n-- \nDana"),
]


@pytest.mark.parametrize(("kind", "octets", "text"), BODIES)
def test_the_text_is_read_whatever_its_charset_claims(kind: str, octets: bytes, text: str) -> None:
    assert read(raw_mail(octets, content_type=kind)).text == text


def test_a_wrong_charset_is_remarked() -> None:
    [remark] = read(raw_mail("Grüße".encode("latin-1"), content_type="text/plain; charset=utf-8")).remarks
    assert "utf-8 is not what it is written in" in remark


def test_of_two_forms_the_plain_one_is_read_unless_it_is_empty() -> None:
    html = "Content-Type: text/html\n\n<p>The <b>page</b></p><script>x</script>"
    assert read(multipart("Content-Type: text/plain\n\nplain", html, kind="alternative")).text == "plain"
    assert read(multipart("Content-Type: text/plain\n\n \n", html, kind="alternative")).text == "The page"


def test_html_keeps_its_lines_its_links_and_who_is_quoted() -> None:
    page = '<div>Hi</div><ul><li>one<li>two</ul><a href="https://x.example/a">here</a><blockquote>said</blockquote>'
    mail = read(raw_mail(page, content_type="text/html"))
    assert mail.text == "Hi\n\n- one\n- two\n\nhere <https://x.example/a>\n\n> said"


@pytest.mark.parametrize("page", ["<b>" * 300 + "deep", "x" * 300_000])
def test_html_beyond_its_caps_is_attached_and_not_cleaned(page: str) -> None:
    mail = read(raw_mail(page, content_type="text/html"))
    assert (mail.text, mail.attachments[0].size) == ("", len(page))
    assert "too long or too deep" in mail.remarks[0]


FILE_NAMES = {
    'filename="report.zip"': "report.zip",
    'filename="../../etc/passwd"': "passwd",
    'filename="C:\\\\temp\\\\x.exe"': "x.exe",
    "filename*=utf-8''%C3%BCber.zip": "über.zip",
    "filename*0*=utf-8''%C3%BC; filename*1=ber; filename*2=.zip": "über.zip",
    'filename="=?utf-8?Q?=C3=BCber.zip?="': "über.zip",
    'filename="a\x00b\x1bc.zip"': "a b c.zip",
    'filename=""': "attachment-1",
    'filename=".."': "attachment-1",
    f'filename="{"x" * 500}.zip"': "x" * 116 + ".zip",
    "filename*=klingon''%41.zip": "A.zip",
}


@pytest.mark.parametrize("said", FILE_NAMES)
def test_a_file_has_a_safe_name_and_its_own_octets(said: str) -> None:
    part = b"Content-Type: Application/Zip\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; "
    part += said.encode() + b"\n\n" + b64encode(ZIP)
    mail = read(multipart("Content-Type: text/plain\n\nhere", part))
    [file] = mail.attachments
    assert (mail.text, file.name, file.type, file.content) == ("here", FILE_NAMES[said], "application/zip", ZIP)


def test_a_mail_in_the_mail_is_a_file_and_not_its_text() -> None:
    inner = "Content-Type: message/rfc822\n\nFrom: kim@x\nSubject: inner\n\ninner words"
    mail = read(multipart("Content-Type: text/plain\n\nsee this", inner))
    assert (mail.text, mail.subject) == ("see this", "A question")
    assert mail.attachments[0].name == "attachment-1.eml"
    assert b"inner words" in mail.attachments[0].content


def test_pictures_in_the_text_and_outlook_s_own_files_come_along() -> None:
    html = "Content-Type: text/html\n\n<img src='cid:1'>Look"
    picture = "Content-Type: image/png\nContent-Disposition: inline\nContent-ID: <1>\n\nxx"
    tnef = "Content-Type: application/ms-tnef; name=winmail.dat\n\nyy"
    mail = read(multipart(html, picture, tnef, kind="related"))
    assert (mail.text, [file.name for file in mail.attachments]) == ("Look", ["attachment-1.png", "winmail.dat"])


def test_a_file_in_the_text_as_before_mime_is_taken_out() -> None:
    mail = read(raw_mail("Here:\n\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye\nbegin 644 broken\nno end"))
    assert [(file.name, file.content) for file in mail.attachments] == [("cat.txt", b"Cat")]
    assert mail.text == "Here:\n\n\nBye\nbegin 644 broken\nno end"


def test_a_very_long_text_is_shown_in_part_and_attached_whole() -> None:
    mail = read(raw_mail("abc\n" * 200_000))
    assert (len(mail.text) <= 500_000, mail.attachments[0].size) == (True, 1_000_000)


def test_a_mail_beyond_the_caps_is_read_simply_with_itself_attached() -> None:
    raw = b"X: y\n" * 1000 + raw_mail("Hello", subject="=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", cc="p@x," * 200)
    mail = read(raw)
    assert (mail.subject, mail.text, mail.sure) == ("Grüße", "Hello", False)
    assert [(file.name, file.content) for file in mail.attachments] == [("original.eml", raw)]
    assert "200 recipients" in mail.remarks[0] or "recipients" in mail.remarks[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Could you please tell me what the opening hours are and whether you have parking?", "en"),
        ("Guten Tag, ich habe die Rechnung nicht bekommen und bitte um eine Kopie für mich.", "de"),
        ("Bonjour, je ne trouve pas la facture dans votre message et je vous prie de la renvoyer.", "fr"),
        ("Hola, no encuentro la factura que está en el mensaje y por favor es muy urgente para mi empresa.", "es"),
        ("Olá, não encontro a fatura que está no site e é muito urgente, obrigado por você responder.", "pt"),
        ("OK", ""),
        ("Dziękuję bardzo, proszę o fakturę za ostatni miesiąc.", ""),
    ],
)
def test_the_language_is_told_when_it_can_be(text: str, language: str) -> None:
    assert read(raw_mail(text)).language == language


def test_what_the_mail_says_of_its_language_counts_first() -> None:
    assert read(raw_mail("Could you please tell me what the hours are?", content_language="de-AT")).language == "de"
