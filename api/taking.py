"""The page behind the button in a mail: it shows who waits, and only pressing the button takes the case."""

from flask import Blueprint, Response, make_response, render_template, request

from escalator.core.errors import EscalatorError
from escalator.core.notify import wording
from escalator.service.taking import Offer

from .access import OPEN, declare, services
from .errors import CrossSite, status_of
from .sealing import seal

pages = Blueprint("taking", __name__)
pages.after_request(seal)


@pages.get("/take/<token>")
def look(token: str) -> Response:
    """Shows what the link is worth now; mail scanners fetch it too, so it changes nothing."""
    return _shown(services().taking.look(token))


@pages.post("/take/<token>")
def take(token: str) -> Response:
    """Takes the case, if the link's step is still the one that waits for this person."""
    _refuse_other_sites()
    return _shown(services().taking.take(token))


for view in (look, take):
    declare(view, OPEN)


def _refuse_other_sites() -> None:
    """The token in the address is the secret; beside it, a browser that says that another site sent it is believed.

    With Referrer-Policy no-referrer a browser gives `Origin: null` for our own form too, so null says nothing.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    foreign = site not in (None, "same-origin", "none")
    if foreign or (site is None and origin not in (None, "null", request.host_url.rstrip("/"))):
        raise CrossSite("this button was pressed on another site; open the link from your mail")


def _shown(offer: Offer) -> Response:
    start = offer.waiting_since or offer.opened_at
    waited, since = wording.span(offer.at - start), wording.moment(start, offer.tz, offer.at)
    return make_response(render_template("take.html", offer=offer, waited=waited, since=since))


@pages.errorhandler(EscalatorError)
def refuse(error: EscalatorError) -> tuple[str, int]:
    """The person at this page reads a page, not problem details."""
    return render_template("refused.html", sentence=str(error)), status_of(error)
