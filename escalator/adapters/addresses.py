"""Which addresses our requests may reach: those of the public internet, and nothing that leads elsewhere (C7)."""

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host, in numbers, the one to try first; raises OSError when there are none."""

# IANA's special-purpose registries, written down here: what `is_global` knows of them depends on the Python.
_NOT_PUBLIC = tuple(
    IPv4Network(net)
    for net in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # public by its number, and yet the inside of a cloud
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
# Of IPv6 only this is handed out to the public; mapped, compatible and translated (64:ff9b::) lie outside.
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(net)
    for net in (
        "2001::/23",  # Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "2002::/16",  # 6to4: an IPv4 address, whichever it may be
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(address: str) -> bool:
    """Whether packets to this number can only go to the public internet; whatever embeds another number cannot."""
    try:
        number = ip_address(address)
    except ValueError:
        return False  # with a zone behind it, or no number at all
    if isinstance(number, IPv4Address):
        return number.is_global and not any(number in net for net in _NOT_PUBLIC)
    embeds = (int(number) >> 32) & 0xFFFFFFFF in _ISATAP
    return number in _PUBLIC_6 and number.is_global and not embeds and not any(number in net for net in _NOT_PUBLIC_6)


def is_loopback(address: str) -> bool:
    return ip_address(address).is_loopback


def resolved(host: str, port: int) -> list[str]:
    """The addresses that the system finds for a host, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[4][0]) for where in found))


def resolved_within(seconds: float, resolver: Resolver, host: str, port: int) -> Sequence[str]:
    """What `resolver` answers, or TimeoutError: the system's own may take a minute, and cannot be told to hurry."""
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(host, port))
        except Exception as failure:  # noqa: BLE001 - it is raised again where it is waited for
            answers.put(failure)

    threading.Thread(target=ask, name="resolver", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("the name was not found in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer
