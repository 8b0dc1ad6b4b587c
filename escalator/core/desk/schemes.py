"""The addresses of chat, SMS and pagers: which beginnings the apprise library knows, and which of them we refuse."""

# A list of our own, because asking the library loads some hundred modules. A test holds it to the library.
_KNOWN = """
46elks aprs atalk azure bark barks betterstack bluesky brevo bsky bulksms bulkvs burstsms chanify clickatell
clicksend cliq cm d7sms dapnet deltachat deltachats dingtalk discord dot eight00com elks emby embys enigma2
enigma2s evolution evolutions exotel feishu firehydrant flock flowtriq flowtriqs fluxer fluxers freemobile
gchat github goalert goalerts gorush gorushs gotify gotifys groundmail groupme guilded gupshup hassio
hassios httpsms humhub humhubs ifttt ilert incidentio infobip irc ircs jellyfin jellyfins jira join kakao
kakaotalk kaleyra kavenegar klr kodi kodis kook kudosity kumulos lametric lametrics lark lauther lfg line
mailersend mailgun mastodon mastodons matrix matrixs misskey misskeys mmost mmosts mobilemessage mobilemsg
msg91 msgbird ncloud nclouds nctalk nctalks nexmo nostr notica noticas notifiarr notifico notificos notifyre
ntfy ntfys o365 octopush onebot onebots onesignal opsgenie pagerduty pagertree parsep parseps pbul pinglet
pinglets pingram pjet pjets plivo postmark pover prowl psafer psafers push pushdeer pushdeers pushed pushme
pushplus pushward pushy qq reddit resend revolt ringc rocket rockets ryver schan sendgrid sendpulse
serwersms ses seven sfr signal signalgrid signals signl4 simplepush sinch slack smsc smseagle smseagles
smsmanager smsmgr smstunnel smtp2go sns sparkpost spike splunk spugpush spush squadcast stackfield strmlabs
synology synologys telesign telnyx tgram threema toot toots trigv trigvs tweet twilio twist twitter viber
victorops voipms vonage webex wechat wecom wecombot whapi whatsapp workflow workflows wpush wxpusher wxteams
x xbmc xbmcs xmatters youlmk zalo zcliq zohocliq zoom zulip
"""
KNOWN = frozenset(_KNOWN.split())

_WEBHOOK = "Write {webhook: https://...}: that is signed, and goes to public addresses only."
_MAIL = "Write mail: that goes to the person's own address."
_LOCAL = "Choose a service that reaches a person: this one ends on a machine."

REFUSED = {
    **dict.fromkeys(("json", "jsons", "xml", "xmls", "form", "forms", "apprise", "apprises"), _WEBHOOK),
    **dict.fromkeys(("http", "https"), _WEBHOOK),
    **dict.fromkeys(("mailto", "mailtos"), _MAIL),
    **dict.fromkeys(
        ("syslog", "rsyslog", "amqp", "amqps", "dbus", "gnome", "kde", "qt", "windows", "macosx"), _LOCAL
    ),
}
"""What is no pager, by its beginning, with what to write instead."""
