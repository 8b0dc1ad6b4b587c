"""The ports on which an embedded desk listens: free, or a sentence that says which one is not."""

import socket
import time
from collections.abc import Mapping

from escalator.core.errors import EscalatorError

HOST = "127.0.0.1"
# Parts of a run that was killed a moment ago are still on their way out.
PATIENCE_SECONDS = 3.0


class PortTaken(EscalatorError):
    """Somebody else listens where we want to."""

    code = "port_taken"


def require_free(ports: Mapping[str, int]) -> None:
    """Raises `PortTaken` for the first port that stays busy; the keys are the variables that change them."""
    patience = time.monotonic() + PATIENCE_SECONDS
    for variable, port in ports.items():
        while not is_free(port):
            if time.monotonic() > patience:
                raise PortTaken(
                    f"port {port} on {HOST} is taken by another program;"
                    f" stop that one, or choose another port with {variable}={port + 1}"
                )
            time.sleep(0.05)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
