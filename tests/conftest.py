"""What holds for every test: no window, no network, no file outside the test's folder, no stray log line."""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import pytest
from hypothesis import HealthCheck, settings

# The same examples every time: a test that fails only sometimes is a bug in the test.
settings.register_profile(
    "wangfund", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("wangfund")

_HOMES: Final = (
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "LOCALAPPDATA",
)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the tests' own input files; read only."""
    return Path(__file__).parent / "data"


@pytest.fixture(autouse=True, scope="session")
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(home))
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    def refuse(_self: socket.socket, address: object) -> NoReturn:
        raise AssertionError(f"a test reached for the network: {address!r}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(autouse=True)
def _no_stray_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("logs") is not None:
        return
    stray = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not stray, f"log lines nobody expected: {stray}"
