"""The port of `reportlint serve`."""

from __future__ import annotations

import pytest

pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from linter.model.errors import ConfigError
from linter.surfaces.web.server import listen


def test_a_port_that_is_taken_is_said_to_be_in_either_language() -> None:
    taken = listen("127.0.0.1", 0)
    with taken.socket, pytest.raises(ConfigError) as refused:
        listen("127.0.0.1", taken.socket.getsockname()[1])
    assert "：端口已被占用。请换一个 --port" in refused.value.text.zh
    assert "in use" in refused.value.text.en
