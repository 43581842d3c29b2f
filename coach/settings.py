"""The only reader of the environment: every setting has the prefix ``COACH_``, and the key its usual name besides."""

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings with safe defaults; the app runs with none set.

    max_characters: the longest text read at once, in code points.
    batch_size: how many lines `coach batch` hands to the parser together.
    database_url: a PostgreSQL database to keep rooms and own things in; empty means a file in the user's data folder.
    public_url: the address by which others open the app, where it stands behind a proxy.
    leave_to: where "Leave this page" goes: a site that tells nothing about who opens it.
    model: the language model's name; empty means that there is none, whatever else is set.
    model_url: the address of its server, which speaks as OpenAI's does.
    model_key: the key for that server, from COACH_MODEL_KEY or OPENAI_API_KEY; never printed.
    model_seconds: how long a model may take for a whole answer, all tries together.
    model_masks: put stand-ins for names and places before a text is sent.
    model_streams: ask for the answer piece by piece; turn it off for a server that cannot.
    speech_model: the model on the same server that writes down speech; empty means that nobody is asked to speak.
    """

    model_config = SettingsConfigDict(env_prefix="COACH_", frozen=True, populate_by_name=True)

    max_characters: int = Field(default=10_000, ge=1)
    batch_size: int = Field(default=64, ge=1)
    database_url: SecretStr = SecretStr("")
    public_url: str = Field(default="", pattern=r"^(?:https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~/-]*)?)?$")
    leave_to: str = Field(
        default="https://www.wikipedia.org/", pattern=r"^https://[A-Za-z0-9.-]+/[A-Za-z0-9._~/%?=&+-]*$"
    )
    model: str = ""
    model_url: str = "https://api.openai.com/v1"
    model_key: SecretStr = Field(
        default=SecretStr(""), validation_alias=AliasChoices("COACH_MODEL_KEY", "OPENAI_API_KEY")
    )
    model_seconds: float = Field(default=12.0, gt=0, le=600)
    model_masks: bool = True
    model_streams: bool = True
    speech_model: str = ""
