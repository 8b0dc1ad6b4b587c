"""What can be wrong with a request, each with a stable code and a sentence that says what to do."""

from collections.abc import Mapping, Sequence


class EscalatorError(Exception):
    """The root of all errors that a caller may see. `code` is stable; the message is for a person."""

    code = "error"


class NotFound(EscalatorError):
    """There is no such thing."""

    code = "not_found"


class Forbidden(EscalatorError):
    """The caller is known but may not do this."""

    code = "forbidden"


class ForeignTicket(Forbidden):
    """The ticket belongs to a team that the caller is not in."""

    code = "foreign_ticket"


class Unauthorized(EscalatorError):
    """No key, or one that is unknown, expired or revoked."""

    code = "unauthorized"


class StaleVersion(EscalatorError):
    """The ticket, or the desk in use, changed since the caller read it."""

    code = "stale_version"


class NotAllowedNow(EscalatorError):
    """The ticket's state does not allow the action."""

    code = "illegal_move"


class Invalid(EscalatorError):
    """The request has the right shape but asks for something that cannot be; `fields` maps paths to sentences."""

    code = "invalid"

    def __init__(self, message: str, fields: Mapping[str, Sequence[str]] | None = None) -> None:
        super().__init__(message)
        self.fields = dict(fields or {})


class Unavailable(EscalatorError):
    """The database or another part we need does not answer; nothing was changed."""

    code = "unavailable"


class TooLarge(EscalatorError):
    """More than is taken at once; nothing of it was kept."""

    code = "too_large"


class TooOften(EscalatorError):
    """The same was done a moment ago, and more of it would do no good."""

    code = "too_often"


class Busy(Unavailable):
    """The database answers, but not this time: others hold the same rows, or a limit was reached."""

    code = "busy"
