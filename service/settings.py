"""What an operator can set: environment variables `KINONAH_…`, each with a default that serves one machine."""

import re
from ipaddress import ip_network
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
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


def _public_url(text: str) -> str:
    if text != "auto" and re.fullmatch(r"https?://[^/\s?#]+", text.rstrip("/")) is None:
        raise PydanticCustomError("no_public_url", "no address")
    return text.rstrip("/")


def _proxies(text: str) -> str:
    try:
        networks = [str(ip_network(part.strip())) for part in text.split(",") if part.strip()]
    except ValueError:
        raise PydanticCustomError("no_proxies", "no networks") from None
    return ",".join(networks)


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
    public_url: Annotated[str, AfterValidator(_public_url)] = Field(
        default="auto",
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
    trusted_proxies: Annotated[str, AfterValidator(_proxies)] = Field(
        default="",
        description="Whose X-Forwarded-For and -Proto are believed: addresses or networks, between commas. Nobody's.",
    )
    file_days: int = Field(
        default=400, ge=31, le=36500, description="For how many days the files of published schedules are kept."
    )
    audit_days: int = Field(
        default=365, ge=1, le=36500, description="For how many days it is kept who of the staff did what."
    )
    address_days: int = Field(
        default=30,
        ge=1,
        le=36500,
        description="For how many days an address is kept that was invited and never came, or whose link is used.",
    )
    feeds_agent: str = Field(
        default="Kinonah", min_length=1, description="What reads feeds calls itself: name an address to reach you at."
    )
    feeds_allowed: str = Field(
        default="",
        description="HOST:PORT, between spaces, that feeds may be read from though they are not public.",
    )
    widget_sites: str = Field(
        default="",
        description="The sites whose pages may show the programme, between spaces, such as magazine.example "
        "*.library.example. Empty: all.",
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
