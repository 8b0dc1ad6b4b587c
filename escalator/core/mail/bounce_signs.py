"""Tell a bounce without a standard sign by who sends it and how such programs speak; a person may use their words."""

import re

from .seen import Seen

# Nobody's name: what sends from these is a mail server.
_DAEMONS = ("mailerdaemon", "maildaemon", "mdaemon", "maildeliverys", "daemonmailer", "mailerdemon", "mailersystem")
_DAEMON_NAMES = re.compile(
    r"mail(er)?[- ]?daemon|(e-?)?mail delivery (sub)?system|mail delivery (service|agent)|internet mail delivery"
    r"|mail transport agent|postfix|mailer administrator"
)
# Roles in which servers write, and now and then a person.
_SERVERS = (
    *("postmaster", "bounce", "daemon", "noreply", "donotreply", "autoreply", "mailmarshal", "emailscan", "listserv"),
    *("majordomo", "mailsystem", "mailgate", "systemattendant", "smtp"),
)
_SERVER_NAMES = re.compile(
    r"system administrator|mail system|postmaster|mail(er)? admin|message transfer|mail delivery|mail server"
    r"|mail gateway|interscan|mailsweeper|listserv|smtp|automated response|surfcontrol|mimecast"
)

_TOPICS = re.compile(
    r"(?:undeliver(?:able|ed)\b|unable to deliver|unsent mail"
    r"|delivery (?:status )?notifi"
    r"|delivery (?:failure|failed|error|problem|report|has failed|delayed|delay|unsuccessful)\b"
    r"|delivery status|mail delivery|mail (?:system )?error"
    r"|mail (?:failed|failure|undeliverable|not delivered|returned)"
    r"|mail status report|mail message (?:failed|could)"
    r"|message (?:delivery|status|undeliver|not delivered|could not)"
    r"|message (?:to .{1,80} )?(?:was )?(?:rejected|blocked|returned)\b"
    r"|e-?mail (?:delivery|not delivered|could not)"
    r"|failure (?:notice|delivery|notification|to deliver)|failed (?:mail|delivery|to deliver|message)"
    r"|returned (?:mail|to sender|message|e-?mail)|return(?:ed)? to sender|non[- ]?deliver(?:y|able|ed)"
    r"|permanent (?:delivery )?(?:failure|error)|warning: (?:could not send|message|e-?mail|mail)"
    r"|could(?: not|n't) (?:send|deliver)"
    r"|automatically rejected mail|rejected(?: mail|:| posting|$)|there was an error sending your mail"
    r"|sorry,? your (?:message|mail|e-?mail)|(?:e-?mail )?bounce(?:d|:| notif| message|$)"
    r"|postmaster notify|nd[nr]\b"
    r"|invalid (?:recipient|address|user)|user unknown|unknown (?:user|recipient)"
    r"|mailbox (?:full|unavailable|is full)"
    r"|you(?:r account)? .{1,120} (?:is|are) not (?:a )?member"
    r"|notice: mail delivery|notice of (?:undeliver|failed|mail delivery)|mail could not be"
    r"|problems? delivering|notification of (?:failed|failure|non)|transient|deferred"
    r"|unzustellbar|nicht zustellbar|zustellung|fehler bei der|nicht zugestellt|mailzustellung"
    r"|non remis|message non|échec|impossible de remettre|non distribu|retour"
    r"|no entregad|mensaje no|error de entrega|devuelto|no se (?:pudo|puede)|correo devuelto"
    r"|não entregue|mensagem não|falha na entrega|falha no|retorno|devolvid"
    r"|mancata consegna|non recapitabile|impossibile recapitare|onbestelbaar|niet bezorgd|olevererbart"
    r"|kunde inte levereras"
    r"|недостав|не доставлен|ваше сообщение не|сообщение не|ошибка доставки|niedostarczon"
    r"|メッセージを配信でき|配信でき|メール.{0,12}(?:送信|配信|エラー|お届け)|送信エラー|エラーメール"
    r"|不達|未配信|宛先不明"
    r"|系统退信|退信|邮件.{0,6}(?:退回|失败)|無法傳遞|无法投递|郵件.{0,6}(?:退回|失敗))"
)
_FAILURES = re.compile(
    r"(?:could|can|did|was|has|have|were) ?(?:not|n't)(?: yet)? (?:been |be )?"
    r"(?:success\w+ )?(?:deliver|sent|send|reach|receive)"
    r"|cannot be deliver|(?:un|not )able to (?:be )?deliver|undeliver(?:able|ed)"
    r"|not (?:be )?deliver(?:ed|able)|failed permanently"
    r"|deliver(?:y|ing) (?:to|of|has|was|error|problem|failed|failure|attempt|your message|temporarily|unsuccessful)"
    r"|failed to deliver|trouble delivering|to deliver (?:the|your|this|a) (?:mail|message)"
    r"|returned to (?:the )?sender|being returned|permanent (?:fatal|delivery|error)|fatal error"
    r"|transcript of session"
    r"|unsent message"
    r"|(?:mail ?box|mail ?folder|inbox|account|quota)[^.]{0,60}(?:full|exceed|limit|quota|disabled|suspended)"
    r"|(?:exceed|over)[^.]{0,40}quota"
    r"|(?:user|recipient|address|account|mailbox|host|domain)[^.<]{0,30}(?:unknown|not found|invalid)"
    r"|(?:unknown|invalid|no such|bad|illegal)[^.<]{0,20}(?:user|recipient|address|mailbox|account|host|domain)"
    r"|(?:does not|doesn't) exist|no longer (?:exists|valid|available|in use|accept)"
    r"|not a (?:known|valid) (?:user|recipient)"
    r"|not recognized|name is not|not (?:a )?member of|rejected|undelivrable"
    r"|bounced? (?:e-?mail|message|notification)"
    r"|(?:address|recipient)(?:\(?e?s\)?)? (?:has |have )?fail|failed (?:address|recipient)"
    r"|failure reason|not listed in"
    r"|no valid recipients|did not (?:exactly )?match|will (?:be retried|keep trying|continue|try)"
    r"|been delayed|queue(?:d)? (?:too|for)"
    r"|(?:message|mail) (?:was )?(?:refused|blocked|discarded)|could not send|will not be"
    r"|nicht (?:erfolgreich )?zu(?:ge|zu)?stell|unzustellbar|nicht ausgeliefert|fehlgeschlagen"
    r"|n'a (?:pas )?(?:pu|été)|non remis|impossible de|n'ont pas|échou|inconnu"
    r"|no (?:se )?(?:ha |pudo |puede |fue )?(?:podido )?(?:ser )?(?:entreg|envia)|no existe|desconocid"
    r"|não (?:pôde|foi|pode) (?:ser )?(?:entreg|envia|possível)|não existe|desconhecid"
    r"|non (?:è stato|può|e' stato) (?:possibile )?|impossibile|kon niet|niet (?:worden )?(?:afgeleverd|bezorgd)"
    r"|не (?:может|могло|удалось|было|доставлен)|невозможно|недостав"
    r"|配信でき|配信され|送信でき|お届けでき|送れません|配達でき|届け|見つかりません|存在し|エラー|いっぱい"
    r"|无法(?:发送|投递|送达)|無法(?:傳遞|投遞|送達)|退信|退回|不存在"
)
# Whole sentences of mail programs, at their place.
_MACHINE_OPENINGS = re.compile(
    r"this (?:message|mail|e-?mail) was (?:created|generated) automatically by (?:the )?mail"
    r"|this is (?:the|a|an) "
    r"(?:postfix|qmail|mail system|mail delivery|machine[- ]generated|automatically generated|automated|exim)"
    r"|hi\. this is the|(?:i'm|i am|we are) (?:sorry|afraid) (?:to have to inform|i wasn't able to deliver|we)"
    r"|(?:the|this) original message was received at|----- ?(?:the )?(?:following|transcript)"
    r"|\W{3,} ?transcript of session"
    r"|your (?:mail |e-?mail )?message (?:to|was|has|could|did|cannot|subject|from|sent|with)"
    r"|your message( to:)? [^.]{0,200}(?:not delivered|did not reach)"
    r"|your (?:e-?mail|mail) (?:to|could|cannot|was|sent)|delivery to the following"
    r"|(?:the|a|an) (?:following|message|mail|e-?mail)[^.]{0,160}"
    r"(?:undeliver|not be deliver|failed|was rejected|unable)"
    r"|(?:an )?error (?:has )?occurred while|we (?:had|have) (?:had )?trouble delivering"
    r"|unable to deliver (?:the |your )?message"
    r"|sorry,? (?:we|i) (?:were|was|could|are|am)|message (?:from|not delivered|undelivered|delivery)"
    r"|undeliver(?:able|ed)"
    r"|could not deliver|failed (?:to deliver|addresses)|(?:this is an )?automatic bounce|#{5,} ?#* ?automatic"
    r"|delivery (?:failed|has failed|of|status)|you are not a member|unknown user|recipient unknown|error:"
    r"|reporting-mta|(?:the )?attached message|the user(?:'s)? (?:mailbox|account)|message could not"
)
# Two servers in conversation.
_DIALOGUE = re.compile(r"\b(?:rcpt to|mail from|final-recipient|reporting-mta|diagnostic-code) ?:")
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"})
_SMTP = r"\b(?:421|45[0-5]|50[0-4]|521|53\d|55[0-6]|571)[ -]"
_REPLY_CODE = re.compile(rf"{_SMTP}[a-z<'\"(-]|\b[45]\.\d\.\d{{1,3}}\b|\(#[45]\.\d\.\d\)")
# With the status behind it, as servers say it and hardly anybody repeats it (RFC 2034).
_ENHANCED = re.compile(rf"{_SMTP}[45]\.\d{{1,2}}\.\d{{1,3}}\b")
_ANSWERED = re.compile(r"(?:re|aw|sv|vs|antw|rif|res|odp|ynt|fw|fwd|wg|tr|rv|enc|i)\s?(?:\[\d+\])?:")
_SALUTATION = re.compile(
    r"(?:hi|hello|hey|hallo|dear|good (?:morning|afternoon|evening|day)|guten|liebe[rs]?|sehr geehrte[rs]?|moin"
    r"|bonjour"
    r"|bonsoir|salut|chère?s?|hola|buen[oa]s|estimad[oa]s?|olá|ola|oi|prezad[oa]s?|bom dia|boa|caro|ciao|buongiorno"
    r"|gentile|beste|hej|witam|dzień|здравствуйте|добрый|привет)\b(?!\. this is|[!.]* this is the"
    r"| (?:sender|user|e-?mail))"
)


def is_daemon(seen: Seen) -> bool:
    """Sent by a mail server in its own name."""
    path = "".join(filter(str.isalpha, seen.says("return-path").partition("@")[0]))
    return (
        seen.local_part.startswith(_DAEMONS)
        or path.startswith(_DAEMONS)
        or bool(_DAEMON_NAMES.search(seen.sender_name))
        or "<>" in seen.says("from")
    )


def is_failure_notice(seen: Seen) -> bool:
    """Reads like a bounce, in subject and text, and nothing speaks for a person.

    The less the sender is a server, the more signs it takes: people write about failed deliveries, too.
    """
    topic = bool(_TOPICS.match(seen.topic))
    if not seen.text.strip():
        return topic and _is_server(seen)
    if _is_from_a_person(seen) or not tells_of_failure(seen):
        return False
    opening = bool(_MACHINE_OPENINGS.match(seen.opening))
    if _is_server(seen):
        return (topic or opening or bool(_DIALOGUE.search(seen.notice))) and _names_a_mail(seen)
    return topic and opening and (_has_dialogue(seen) or bool(seen.types & _RETURNED))


def _is_from_a_person(seen: Seen) -> bool:
    """Greets, quotes, or answers; some servers, too, put a "Re:" in front of what they refuse."""
    answers = _ANSWERED.match(seen.topic) and not (_is_server(seen) and _has_dialogue(seen))
    return bool(_SALUTATION.match(seen.opening) or answers) or seen.opening.startswith(">")


def _is_server(seen: Seen) -> bool:
    role = any(role in seen.local_part for role in _SERVERS) or _SERVER_NAMES.search(seen.sender_name)
    return bool(role) or seen.has("x-mlserver")


def _has_dialogue(seen: Seen) -> bool:
    return bool(_DIALOGUE.search(seen.notice) or _ENHANCED.search(seen.notice))


def _names_a_mail(seen: Seen) -> bool:
    return "@" in seen.notice or bool(_REPLY_CODE.search(seen.notice)) or bool(seen.types & _RETURNED)


def tells_of_failure(seen: Seen) -> bool:
    """Whether the text itself says that something was not delivered; an answer to an empty sender need not."""
    return bool(_FAILURES.search(seen.notice) or _REPLY_CODE.search(seen.notice))
