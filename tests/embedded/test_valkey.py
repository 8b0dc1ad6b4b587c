"""The embedded Valkey: it keeps what it was given, sees through stubs, and never stays behind."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from escalator.embedded.valkey import Valkey, ValkeyError, find_binary, free_port
from tests.servers.processes import ends_by_itself, is_gone


def client_of(valkey: Valkey) -> redis.Redis:
    return redis.Redis.from_url(valkey.url)


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[Valkey]:
    with Valkey(tmp_path / "broker") as server:
        yield server


def test_what_was_queued_is_there_after_a_restart_on_the_same_address(valkey: Valkey) -> None:
    with client_of(valkey) as client:
        client.rpush("sweep", "T-1")
    url = valkey.url

    valkey.stop()
    valkey.start()

    assert valkey.url == url
    with client_of(valkey) as client:
        assert client.lrange("sweep", 0, -1) == [b"T-1"]


def test_after_a_crash_it_starts_again(valkey: Valkey) -> None:
    valkey.stop_immediately()
    valkey.start()

    with client_of(valkey) as client:
        assert client.ping()


def test_it_listens_on_this_machine_only(valkey: Valkey) -> None:
    with client_of(valkey) as client:
        assert client.config_get("bind") == {"bind": "127.0.0.1"}


def test_a_stopped_server_leaves_no_process(valkey: Valkey) -> None:
    pid = valkey.pid

    valkey.stop()

    assert is_gone(pid)


def test_a_port_that_is_taken_is_an_error_and_not_somebody_elses_server(valkey: Valkey, tmp_path: Path) -> None:
    second = Valkey(tmp_path / "second", port=valkey.port)

    with pytest.raises(ValkeyError, match=f"did not start on port {valkey.port}"):
        second.start()


def test_a_free_port_can_be_listened_on() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", free_port()))


def test_a_program_that_does_not_run_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = tmp_path / "valkey-server"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    (tmp_path / "redis-server").write_bytes(b"")
    (tmp_path / "redis-server").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_binary().parent != tmp_path


def test_an_installed_server_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "redis-server"
    installed.write_text("#!/bin/sh\nexit 0\n")
    installed.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_binary() == installed


STARTER = """
import sys, time
from pathlib import Path
from escalator.embedded.valkey import Valkey
print(Valkey(Path(sys.argv[1])).start().pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent has died")
def test_it_dies_with_its_starter_even_by_kill_9(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", STARTER, tmp_path], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout
        pid = int(starter.stdout.readline())
        assert not is_gone(pid)

        os.kill(starter.pid, signal.SIGKILL)

    assert ends_by_itself(pid)
