"""Speech written down by a server: the words come, and every fault is one of ours with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from coach.errors import BadInput, ModelError
from coach.llm.speech import Transcriber
from coach.settings import Settings
from coach.wiring import transcriber

if TYPE_CHECKING:
    from conftest import Serve

SOUND = b"RIFF----WAVE"


def test_what_was_said_comes_back_as_words(serve: Serve) -> None:
    """The recording goes to the one path, with the model's name and the key; the answer is plain words."""
    server = serve(lambda wire, n: wire.reply(200, {"text": "  I felt lonely\n on Sunday. "}))
    settings = Settings(model_url=server.address, model_key=SecretStr("sk-canary"), speech_model="whisper-1")
    writer = transcriber(settings)
    assert writer is not None
    assert writer.text(SOUND) == "I felt lonely on Sunday."
    assert [asked.path for asked in server.asked] == ["/v1/audio/transcriptions"]
    assert server.asked[0].headers["authorization"] == "Bearer sk-canary"


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (401, {"error": {}}, "key"),
        (404, {}, "missing"),
        (500, {}, "server"),
        (200, {"text": ""}, "empty"),
        (200, {"no": 1}, "unreadable"),
    ],
)
def test_every_fault_has_a_reason(serve: Serve, status: int, body: dict[str, object], reason: str) -> None:
    """Nothing becomes an empty text in silence, and each is asked once."""
    server = serve(lambda wire, n: wire.reply(status, body))
    with pytest.raises(ModelError) as caught:
        Transcriber(server.address, "whisper-1", "", 3.0).text(SOUND)
    assert caught.value.reason == reason
    assert len(server.asked) == 1


def test_a_recording_has_a_limit() -> None:
    """A very long one is not sent."""
    with pytest.raises(BadInput, match="too long"):
        Transcriber("http://127.0.0.1:9/v1", "whisper-1", "", 3.0).text(b"x" * 10_000_001)


def test_without_a_model_nobody_is_asked_to_speak() -> None:
    """The setting is empty at first."""
    assert transcriber(Settings()) is None
