"""The only reader of the environment: every setting has the prefix ``COACH_``."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings with safe defaults; the app runs with none set.

    max_characters: the longest text read at once, in code points.
    batch_size: how many lines `coach batch` hands to the parser together.
    leave_to: where "Leave this page" goes: a site that tells nothing about who opens it.
    """

    model_config = SettingsConfigDict(env_prefix="COACH_", frozen=True)

    max_characters: int = Field(default=10_000, ge=1)
    batch_size: int = Field(default=64, ge=1)
    leave_to: str = Field(
        default="https://www.wikipedia.org/", pattern=r"^https://[A-Za-z0-9.-]+/[A-Za-z0-9._~/%?=&+-]*$"
    )
