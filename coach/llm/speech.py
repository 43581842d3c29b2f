"""Speech → text, through the `/audio/transcriptions` of a server that speaks as OpenAI's does."""

from __future__ import annotations

import openai

from coach.errors import BadInput
from coach.llm.bounds import http_client
from coach.llm.openai_client import NO_KEY, checked_address, checked_name, translated
from coach.llm.reasons import model_error

_MOST = 10_000_000  # bytes: about five minutes as a browser records them


class Transcriber:
    """Writes down what was said. Sends the sound to one server, and keeps nothing of it."""

    def __init__(self, place: str, name: str, key: str, seconds: float) -> None:
        self.place, self._name, self._seconds = checked_address(place), checked_name(name), seconds
        self._client = openai.OpenAI(
            base_url=self.place, api_key=key or NO_KEY, max_retries=0, http_client=http_client()
        )

    def text(self, sound: bytes) -> str:
        """The words in a recording (WAV). Raises BadInput when it is too long, ModelError when the server fails."""
        if len(sound) > _MOST:
            raise BadInput("This recording is too long. Please say it in pieces of a few minutes, or type it.")
        try:
            answer = self._client.audio.transcriptions.create(
                model=self._name, file=("speech.wav", sound, "audio/wav"), timeout=self._seconds
            )
            words = " ".join(answer.text.split())
        except Exception as error:  # every fault of a server ends here and nowhere else
            raise translated(error) from error
        if not words:
            raise model_error("empty")
        return words
