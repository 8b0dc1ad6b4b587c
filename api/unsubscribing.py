"""The page behind the link that ends what nobody needs to get (RFC 8058): its button does, or the mail reader's."""

from flask import Blueprint, render_template, request

from escalator.core.errors import EscalatorError
from escalator.service.unsubscribing import Wish

from .access import OPEN, declare, services
from .errors import status_of
from .sealing import seal

pages = Blueprint("unsubscribing", __name__)
pages.after_request(seal)


@pages.get("/unsubscribe/<token>")
def look(token: str) -> str:
    """Shows what holds, and a button; mail scanners fetch it too, so it changes nothing."""
    return _shown(services().unsubscribing.look(token))


@pages.post("/unsubscribe/<token>")
def change(token: str) -> str:
    """Ends it, or with `again` begins it again.

    A mail reader posts from wherever it is: the token is the proof, and all that it can do is this.
    """
    unsubscribing = services().unsubscribing
    return _shown(unsubscribing.undo(token) if "again" in request.form else unsubscribing.end(token))


for view in (look, change):
    declare(view, OPEN)


def _shown(wish: Wish) -> str:
    return render_template("unsubscribe.html", wish=wish)


@pages.errorhandler(EscalatorError)
def refuse(error: EscalatorError) -> tuple[str, int]:
    """The person at this page reads a page, not problem details."""
    return render_template("refused.html", sentence=str(error)), status_of(error)
