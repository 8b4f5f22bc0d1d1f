"""What an operator can set: environment variables `KINONAH_…`, each with a default that serves one machine."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.errors import WrongSettingsError
from service.sentences import sentence_for

PREFIX = "KINONAH_"


def _web_address(written: object) -> object:
    """Refuse what is no plain address of a server, without a word about what it is: it may hold a password."""
    if written and not (isinstance(written, str) and re.fullmatch(r"https?://[^\s/@?#]+(/[^\s@?#]*)?", written)):
        raise PydanticCustomError("web_address", "This is no web address.")
    return written


WebAddress = Annotated[str, BeforeValidator(_web_address)]


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
    geocoder_url: WebAddress = Field(
        default="", description="Who is asked for house numbers, such as https://nominatim.example.org; empty: nobody."
    )
    geocoder: Literal["nominatim", "photon", "pelias"] = Field(
        default="nominatim", description="How that one is asked: as nominatim, photon or pelias."
    )
    geocoder_attribution: str = Field(
        default="© OpenStreetMap contributors", description="Whose data its answers are, to be shown beside them."
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
