"""The tests' own PostgreSQL: it survives crashes as a real one does, and leaves nothing behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.servers.postgres import Postgres
from tests.servers.processes import ends_by_itself, is_gone


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with Postgres() as server:
        yield server


def rows(server: Postgres, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(server.url, autocommit=True) as connection:
        done = connection.execute(query)
        return done.fetchall() if done.description else []


def test_what_was_committed_survives_a_crash(server: Postgres) -> None:
    rows(server, "CREATE TABLE promise (id int)")
    rows(server, "INSERT INTO promise VALUES (1042)")

    server.stop_immediately()
    server.start()

    assert rows(server, "SELECT id FROM promise") == [(1042,)]


def test_it_does_not_run_with_the_rights_of_root(server: Postgres) -> None:
    assert Path(f"/proc/{server.pid}").stat().st_uid != 0


def test_nothing_is_left_of_it() -> None:
    with Postgres() as server:
        pid, folder = server.pid, server.folder

    assert is_gone(pid)
    assert not folder.exists()


STARTER = """
import time
from tests.servers.postgres import Postgres
server = Postgres().start()
print(server.pid, server.folder, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent has died")
def test_it_dies_with_the_test_run_even_by_kill_9() -> None:
    with subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout
        pid, folder = starter.stdout.readline().split()
        assert not is_gone(int(pid))

        os.kill(starter.pid, signal.SIGKILL)

    ended = ends_by_itself(int(pid))
    shutil.rmtree(folder)
    assert ended
