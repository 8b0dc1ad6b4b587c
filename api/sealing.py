"""What the pages behind links in mails have in common: nobody keeps, finds or frames them, and they run nothing."""

from flask import Response

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Frame-Options": "DENY",
}


def seal(response: Response) -> Response:
    """The address of such a page is a secret."""
    response.headers.update(_HEADERS)
    return response
