"""The paper that our mails are written on: one page that is calm and legible, light or dark, narrow or wide."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
LIGHT: Mapping[str, str] = {
    "page": "#eef1f5",
    "card": "#ffffff",
    "ink": "#1b2330",
    "faint": "#566171",
    "line": "#e0e5ec",
    "quote": "#f4f6f9",
    "edge": "#9aa8ba",
    "calm": "#1f5fbf",
    "urgent": "#b3261e",
    "link": "#1f5fbf",
}
DARK: Mapping[str, str] = {
    "page": "#12151a",
    "card": "#1c2129",
    "ink": "#e9edf3",
    "faint": "#aab4c2",
    "line": "#343c48",
    "quote": "#252c36",
    "edge": "#66758a",
    "calm": "#2f6bc9",
    "urgent": "#c2352b",
    "link": "#8ab6f9",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a mail comes along: `above` stands over its text in `language` (`de-at`); `urgent` is red, else blue."""

    subject: str
    above: str = ""
    language: str = "en"
    urgent: bool = False


def page(body: str, preview: str, look: Look) -> str:
    """A whole page around `body`; `preview`, markup like it, is what a mail client shows beside the subject."""
    tone = "urgent" if look.urgent else "calm"
    return f"""\
<!DOCTYPE html>
<html lang="{escape(look.language)}">
{_HEAD.replace(_TITLE, escape(look.subject))}
<body class="page" style="margin:0;padding:0;background-color:{LIGHT["page"]}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{preview}{_SPACER}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" \
style="background-color:{LIGHT["page"]}"><tr><td class="around" align="center" style="padding:28px 12px">
{_ONLY_OUTLOOK[0]}
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" \
style="max-width:600px;background-color:{LIGHT["card"]};border-radius:10px"><tr>
<td class="{tone} inside" align="left" style="background-color:{LIGHT[tone]};border-radius:10px 10px 0 0;\
padding:10px 32px;font:600 13px/20px {FONT};color:#ffffff">{escape(look.above) or "&#160;"}</td></tr><tr>
<td class="ink inside" align="left" style="padding:28px 32px 20px;font:16px/25px {FONT};color:{LIGHT["ink"]};\
overflow-wrap:anywhere">
{body}
</td></tr></table>
{_ONLY_OUTLOOK[1]}
</td></tr></table>
</body>
</html>
"""


def plain_page(body: str, language: str) -> str:
    """A page without anything of ours on it: what a person wrote looks as if they had written it."""
    return f"""\
<!DOCTYPE html>
<html lang="{escape(language)}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="font:16px/24px {FONT}">
{body}
</body>
</html>
"""


# Outlook for Windows knows no max-width: it gets a table that is as wide.
_ONLY_OUTLOOK = (
    '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
    "<!--[if mso]></td></tr></table><![endif]-->",
)
# Keeps mail clients from filling up the preview with what comes next.
_SPACER = f"{'&#847;&#8204;&#160;' * 20}\n" * 3
_TITLE = "TITLE"


def _dark_rules() -> str:
    fills = [f".{name}{{background-color:{DARK[name]}!important}}" for name in ("page", "card", "calm", "urgent")]
    return "\n".join(
        [
            *fills,
            f".ink{{color:{DARK['ink']}!important}}",
            f".faint{{color:{DARK['faint']}!important}}",
            f".link{{color:{DARK['link']}!important}}",
            f".rule{{border-color:{DARK['line']}!important}}",
            f".quote{{background-color:{DARK['quote']}!important;border-color:{DARK['edge']}!important;"
            f"color:{DARK['ink']}!important}}",
        ]
    )


_HEAD = f"""\
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{_TITLE}</title>
<style>
:root{{color-scheme:light dark;supported-color-schemes:light dark}}
@media (max-width:480px){{.around{{padding:0!important}}.card,.inside{{border-radius:0!important}}\
.inside{{padding-left:20px!important;padding-right:20px!important}}\
.facts th,.facts td{{display:block!important;width:auto!important;box-sizing:border-box}}\
.facts th{{padding-bottom:0!important;border:0!important}}.facts td{{padding-top:0!important}}\
.button,.button tbody,.button tr,.button td,.button a{{display:block!important;text-align:center!important}}}}
@media (prefers-color-scheme:dark){{{_dark_rules()}}}
</style>
</head>"""
