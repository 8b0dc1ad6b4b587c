"""Try a desk's own template on a case that never was: with all that can be known, and with next to nothing."""

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, UndefinedError

from escalator.core.desk.problems import did_you_mean, short
from escalator.core.notify import samples
from escalator.core.notify.customers import CustomerNoticeKind
from escalator.core.notify.digests import KIND as DIGEST
from escalator.core.notify.notices import NoticeKind

from . import customer_rendering, digest_rendering, rendering
from .stationery import Order, Stationery

STAFF_KINDS = frozenset({DIGEST, *map(str, NoticeKind)})
CUSTOMER_KINDS = frozenset(map(str, CustomerNoticeKind))
_DESK = "Harbour Support"
_REMEDY = "`escalator mail preview` shows what a letter says; docs/desk.md lists what it knows."


def complaints(stationery: Stationery, kind: str, source: str) -> Iterator[tuple[str, str]]:
    """What is wrong with `source` as the template of `kind`, each with its remedy; nothing when it works."""
    full, bare = sample_orders(kind)
    try:
        unknown = stationery.unknown_words(source, full)
        for word in unknown:
            yield f'this letter knows no "{short(word)}"', did_you_mean(word, full.words)
        if not unknown:
            stationery.try_own(source, full)
            stationery.try_own(source, bare)
    except TemplateSyntaxError as error:
        yield f"line {error.lineno} of this template: {short(error.message, 200)}", _REMEDY
    except (UndefinedError, ValueError) as error:
        yield f"this template fails: {short(error, 200)}", _REMEDY
    except Exception as error:  # noqa: BLE001 - a template can fail in any way
        yield f"this template fails ({type(error).__name__})", _REMEDY


def sample_orders(kind: str) -> tuple[Order, Order]:
    """Of a letter `kind`, one about which all is known, and one about which next to nothing is."""
    if kind == DIGEST:
        return digest_rendering.order(samples.digest()), digest_rendering.order(samples.bare_digest())
    if kind in STAFF_KINDS:
        of_staff = NoticeKind(kind)
        url = samples.TAKE_URL if of_staff.offers_case else ""
        full, bare = samples.notice(of_staff), samples.bare_notice(of_staff)
        return rendering.order(full, url), rendering.order(bare, url)
    to_customers = CustomerNoticeKind(kind)
    letters = samples.letter(to_customers), samples.bare_letter(to_customers)
    return (
        customer_rendering.order(letters[0], _DESK, samples.QUESTION),
        customer_rendering.order(letters[1], _DESK),
    )
