"""How many mails a second `escalator mail listen` takes for good: `python -m bench.inbound DATABASE_URL [MAILS]`.

The database must be migrated, with a desk in use; the mails stay in it, unread.
"""

import os
import smtplib
import socket
import subprocess
import sys
import threading
import time

from escalator.embedded.valkey import free_port

MAILBOX = "support@harbour.example"
CLIENTS = (1, 4, 16)
WORDS = "The printer on the second floor is on fire again, and nobody answers the phone.\r\n" * 25


def mail(name: str) -> bytes:
    return f"From: dana@city.example\r\nSubject: {name}\r\nMessage-ID: <{name}@city.example>\r\n\r\n{WORDS}".encode()


def hand_in(port: int, name: str, count: int) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as client:
        for number in range(count):
            client.sendmail("dana@city.example", [MAILBOX], mail(f"{name}-{number}"))


def rate(port: int, clients: int, mails: int) -> float:
    """Mails a second, with each client on a connection that it keeps."""
    run = f"{os.getpid()}-{clients}"
    threads = [
        threading.Thread(target=hand_in, args=(port, f"{run}-{number}", mails // clients))
        for number in range(clients)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return mails // clients * clients / (time.perf_counter() - began)


def main(database_url: str, mails: str = "400") -> None:
    port = free_port()
    needed = {"REDIS_URL": "redis://127.0.0.1:1/0", "SMTP_URL": "smtp://127.0.0.1:1?tls=none"}
    needed |= {"BASE_URL": "http://127.0.0.1", "SECRET_KEY": "bench", "DATABASE_URL": database_url}
    command = [sys.executable, "-m", "escalator", "mail", "listen", "--port", str(port)]
    listener = subprocess.Popen(command, env=os.environ | needed, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        for clients in CLIENTS:
            print(f"{clients:3} connections: {rate(port, clients, int(mails)):7.0f} mails a second")
    finally:
        listener.terminate()
        listener.wait()


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("it does not listen")


if __name__ == "__main__":
    main(*sys.argv[1:])
