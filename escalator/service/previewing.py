"""Letters about a case that never was, as they would look: for whoever writes templates or picks words."""

from collections.abc import Mapping

from escalator.adapters.customer_rendering import CustomerTemplates
from escalator.adapters.digest_rendering import DigestTemplates
from escalator.adapters.rendering import Templates
from escalator.adapters.stationery import Rendered
from escalator.core.desk.model import Desk
from escalator.core.errors import NotFound
from escalator.core.notify import samples
from escalator.core.notify.customers import CustomerNoticeKind
from escalator.core.notify.digests import KIND as DIGEST
from escalator.core.notify.notices import NoticeKind

_SIGNED = "Harbour Support"

KINDS: Mapping[str, str] = {
    **dict.fromkeys((*map(str, NoticeKind), DIGEST), "to a colleague"),
    **dict.fromkeys(map(str, CustomerNoticeKind), "to a customer"),
}
"""Every kind of letter that has a template, and whom it is for."""


def preview(kind: str, language: str = "en", desk: Desk | None = None) -> Rendered:
    """The letter `kind`, in the desk's own words where it has them; raises `NotFound` when there is no such kind."""
    if kind not in KINDS:
        raise NotFound(f'there is no letter "{kind}"; `escalator mail preview` alone lists them')
    own = desk.own_templates if desk else {}
    if kind == DIGEST:
        return DigestTemplates().render(samples.digest(), own)
    if kind in list(CustomerNoticeKind):
        letter = samples.letter(CustomerNoticeKind(kind), language)
        return CustomerTemplates().render(letter, desk.mail.name if desk else _SIGNED, samples.QUESTION, own)
    notice = samples.notice(NoticeKind(kind))
    return Templates().render(notice, samples.TAKE_URL if notice.kind.offers_case else "", own)
