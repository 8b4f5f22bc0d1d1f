"""What an operator can set: environment variables `KINONAH_…`, each with a default that serves one machine."""

from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.errors import WrongSettingsError
from service.sentences import sentence_for

PREFIX = "KINONAH_"


class Settings(BaseSettings):
    """All settings, read once at the start and handed in from there on."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    database_url: str = Field(
        default="sqlite:///var/kinonah.db", description="Where the database is, as a SQLAlchemy URL."
    )
    host: str = Field(default="127.0.0.1", description="The address to listen at; 0.0.0.0 is every one.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port to listen at; 0 takes a free one.")
    workers: int = Field(default=1, ge=1, le=256, description="How many processes answer.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="From which level on log lines are written: debug, info, warning or error."
    )
    language: str = Field(
        default="de",
        min_length=2,
        max_length=35,
        description="The language (BCP 47) of film titles where an answer knows no viewer.",
    )
    public_url: str = Field(
        default="auto",
        pattern=r"^(auto|https?://[^\s/?#]+)/?$",
        description="The address under which people know the service, such as https://kinonah.example; search engines "
        "are told it. auto takes the one that was asked for.",
    )
    indexable: Literal["auto", "yes", "no"] = Field(
        default="auto",
        description="Whether search engines may list the pages, yes or no. auto: all but an invented programme.",
    )
    imprint_file: str = Field(
        default="var/imprint.txt", description="A text file that says who runs the service: the page /imprint."
    )
    feeds_agent: str = Field(
        default="Kinonah", min_length=1, description="What reads feeds calls itself: name an address to reach you at."
    )
    feeds_allowed: str = Field(
        default="",
        description="HOST:PORT, between spaces, that feeds may be read from though they are not public.",
    )


def read_settings() -> Settings:
    """Read the settings from the environment; raises WrongSettingsError with a sentence for each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        sentences = (f"{variable_of(str(found['loc'][0]))}: {sentence_for(found)}" for found in error.errors())
        raise WrongSettingsError("\n".join(sentences)) from None


def variable_of(field: str) -> str:
    """Name the environment variable of a field."""
    return PREFIX + field.upper()
