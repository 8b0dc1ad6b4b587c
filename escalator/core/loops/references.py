"""What a text names: pages, orders, accounts, names in quotes; and what looks like that and names something else.

Who writes stands below what they write: their phone, customer number and homepage are the same under every letter,
whatever it is about. So are dates, times, prices, versions and towns within it.
"""

import re
import unicodedata

from .likeness import without_signature

MOST_READ = 8_000
"""Characters of a text that are looked at."""
_MOST = 40

_PATH = r"(?:/[^\s<>\"'?#]{1,100})+"
_PAGE = re.compile(rf"(?i:https?://(?:www\.)?)([^\s/<>\"'?#]{{3,100}}{_PATH})")
# Without a scheme what stands before the slash must look like a site: `and/or` and `St.Pauli/Altona` do not.
_SITE = re.compile(rf"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9_-]{{2,63}}\.){{1,5}}[a-z]{{2,24}}{_PATH})")
_ORDER = re.compile(r"(?:#[ ]?|\b[A-Za-z]{1,6}[-_/]?)(\d{4,20}(?:-\d{1,12}){0,3})\b")
_PARTED = re.compile(r"(?<![\w.,/)+-])(?<!\d )([1-9]\d{3,11})[-/](\d{4,12})(?![\w/-]|[.,]\d)")
_LONG = re.compile(r"(?<![\d+.,/-])[1-9]\d{5,19}(?![\d.,/-]?\d)")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]{6,60})[\"”“»]")
_SINGLE = re.compile(r"(?<![\w'])['‘‚]((?:[^'‘’‚\n]|(?<=\w)['’](?=\w)){6,60})['’‘](?![\w'])")
_HANDLE = re.compile(r"(?<![\w.@])@(\w{4,40})")

_AMOUNT = r"\d[\d.,' ]{0,20}"
_CURRENCY = r"(?:€|\$|£|EUR|USD|GBP|CHF|BRL)"
# Words before a number that is somebody's own, and what stands between them and it.
_WHOSE = (
    r"t[eé]l(?:[eé](?:fon[eo]?|phone)|efonnummer)?|phone|fon|rufnummer|mobile?|m[oó]vil|telem[oó]vel|celular|cell"
    r"|handy|portable|whats ?app|(?:tele)?fax|customer|client[ea]?|kunden?|kd|account|konto|compte|cuenta|conta"
    r"|member|mitglied|contract|vertrag|contrat|contrato|vat|ust|tva|iva|nif|cif|nipc|cnpj|cpf|siren|siret|tax"
    r"|steuer|iban|bic|hrb|abn"
)
_NUMBER_OF = r"(?:n[or°ºª]s?|num(?:ber|mer|ero)|n[uú]mero|num[eé]ro|id|idnr|idno|reg|s|is|ist|est|[eé]s|é|do|de|du)"
_CALL = r"call|ring|reach|phone|erreichbar|erreichen|anrufen|zur[uü]ckrufen|appeler|appelez|joindre|ll[aá]m\w{1,6}|"
_CALL += r"lig\w{1,6}"
_TO_CALL = r"(?:me|us|mich|uns|moi|nous|back|on|at|under|unter|au|al|en|para|o|der|nummer|number)"
_GAP = r"[^\w\n@]{0,5}"
_ELSE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[\w.+-]{1,64}@[\w.-]{1,253}",
        rf"\b(?:{_WHOSE})(?:{_GAP}{_NUMBER_OF}(?![^\W\d_])){{0,3}}{_GAP}(?:[A-Z]{{1,4}}[- ]?)?\d[\d ()/.-]{{2,30}}",
        rf"\b(?:{_CALL})(?:{_GAP}{_TO_CALL}\b){{0,5}}{_GAP}\d[\d ()/.-]{{4,30}}",
        r"(?:\+|\b00)\d[\d ()/.-]{6,30}|\(\d{1,5}\) ?\d[\d -]{4,15}",
        rf"(?<!\w){_CURRENCY} ?{_AMOUNT}",
        rf"(?<![\w.,/-]){_AMOUNT}(?:-{_AMOUNT})?(?:{_CURRENCY}|(?:euro|dollar|pound)s?\b|reais\b)",
        r"\b(?:v|version|build|release|rev)[^\w\n]{0,3}\d[\d.-]{0,30}",
        r"\b(?:[A-Z]|AT|BE|CH|DE|DK|ES|FI|FR|IT|LU|NL|PT|SE|US)-\d{4,5}(?=[ ,]+[^\W\d_])",
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_TIME = re.compile(r"(?:[01]?\d|2[0-4])[0-5]\d")


def references(text: str, name: str = "", phone: str = "", organization: str = "") -> set[str]:
    """What the text names beside who writes it: `name`, `phone` and `organization` are theirs."""
    words = without_signature(unicodedata.normalize("NFC", text[:MOST_READ]), name)
    pages = {page.rstrip("/.,;:!)").lower() for page in (*_PAGE.findall(words), *_SITE.findall(words))}
    for other in (_PAGE, _SITE, *_ELSE):
        words = other.sub(" ", words)
    quoted = [*_QUOTED.findall(words), *_SINGLE.findall(words), *_HANDLE.findall(words)][:_MOST]
    names = {said.strip().casefold() for said in quoted} - {name.casefold(), organization.casefold()}
    return pages | names | {number for number in _numbers(words) if not _is_of(number, phone)}


def _numbers(words: str) -> set[str]:
    parted = {f"{one}-{two}" for one, two in _PARTED.findall(words) if not _is_span(one, two)}
    alone = [*_ORDER.findall(words), *_LONG.findall(words)]
    return parted | {number for number in alone if not _is_plain(number)}


def _is_plain(number: str) -> bool:
    """A year, a day, or a round sum: things of which two letters may speak by chance."""
    return bool(_YEAR.fullmatch(number) or _DAY.fullmatch(number)) or number.endswith("000")


def _is_span(one: str, two: str) -> bool:
    """From a year, a time or a sum to another; or how a postal code or a telephone number is written."""
    both = (one, two)
    years_or_times = any(all(map(kind.fullmatch, both)) for kind in (_YEAR, _TIME))
    return years_or_times or (len(one), len(two)) == (5, 4) or all(part.endswith("00") for part in both)


def _is_of(number: str, phone: str) -> bool:
    digits = "".join(filter(str.isdigit, number))
    return len(digits) > 5 and digits in "".join(filter(str.isdigit, phone))
