"""IMAP servers of the tests' own: Dovecot where this machine has it, and one in Python; thrown away afterwards."""

import grp
import imaplib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from escalator.embedded.leash import leashed
from escalator.embedded.valkey import free_port
from tests.servers.processes import eventually

FOLDER = "Support desk"

_DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{folder}/mail
first_valid_uid = 1
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class ImapServer:
    """One server with one mailbox, `FOLDER`, in which `puts` leaves mail as a mail client would."""

    user, password = "demouser", "secret"

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="imap-", dir="/tmp"))
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"imap://{self.user}:{self.password}@127.0.0.1:{self.port}/{FOLDER.replace(' ', '%20')}?tls=none"

    def command(self) -> list[str]:
        raise NotImplementedError

    def __enter__(self) -> Self:
        with (self.folder / "said").open("wb") as said:
            self._process = subprocess.Popen(self.command(), stdout=said, stderr=said, start_new_session=True)
        assert eventually(self._answers, 30), (self.folder / "said").read_text()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def puts(self, *mails: bytes, came: datetime | None = None) -> None:
        """`came` is when they did; now, if not said."""
        with self.client() as client:
            for mail in mails:
                assert client.append(f'"{FOLDER}"', "", came or "", mail)[0] == "OK"

    def begins_anew(self) -> None:
        """An empty folder of the same name: UIDs begin again, with another UIDVALIDITY."""
        with self.client() as client:
            client.delete(f'"{FOLDER}"')
            assert client.create(f'"{FOLDER}"')[0] == "OK"

    def flags(self) -> list[object]:
        with self.client() as client:
            client.select(f'"{FOLDER}"', readonly=True)
            return client.fetch("1:*", "(FLAGS)")[1]

    def client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        client.login(self.user, self.password)
        return client

    def _answers(self) -> bool:
        try:
            self.client().logout()
        except (OSError, imaplib.IMAP4.error):
            return False
        return True


class Dovecot(ImapServer):
    """Dovecot without the rights of root, and with a configuration of its own."""

    def command(self) -> list[str]:
        account = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        as_user = (account.pw_uid, account.pw_gid) if os.getuid() == 0 else None
        user, group = account.pw_name, grp.getgrgid(account.pw_gid).gr_name
        file = self.folder / "dovecot.conf"
        file.write_text(_DOVECOT.format(folder=self.folder, user=user, group=group, port=self.port))
        return leashed([str(dovecot()), "-F", "-c", str(file)], signal.SIGTERM, as_user)


class PythonServer(ImapServer):
    """pymap, which keeps its mails in memory."""

    def command(self) -> list[str]:
        address = ("--host", "127.0.0.1", "--port", str(self.port), "--no-tls")
        demo = ("--demo-data", "--demo-user", self.user, "--demo-password", self.password)
        run = "from pymap.main import main; main()"
        return leashed([sys.executable, "-c", run, *address, "dict", *demo])


def dovecot() -> str | None:
    """Where Dovecot is, if it is here; a package manager puts it where only root looks."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
