"""The only reader of the environment: every setting has the prefix ``COACH_``."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings with safe defaults; the app runs with none set.

    max_characters: the longest text read at once, in code points.
    batch_size: how many lines `coach batch` hands to the parser together.
    database_url: a PostgreSQL database to keep rooms and own things in; empty means a file in the user's data folder.
    public_url: the address by which others open the app, where it stands behind a proxy.
    """

    model_config = SettingsConfigDict(env_prefix="COACH_", frozen=True)

    max_characters: int = Field(default=10_000, ge=1)
    batch_size: int = Field(default=64, ge=1)
    database_url: SecretStr = SecretStr("")
    public_url: str = Field(default="", pattern=r"^(?:https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~/-]*)?)?$")
