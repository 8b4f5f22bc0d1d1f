"""A label stands in the notation of the cinema's country, and says what it is read as."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.versions.countries.register import COUNTRIES
from data.versions.label import label_of
from data.versions.language_names import names_in
from data.versions.notation import read_notation
from data.versions.understood import language_without_region
from data.versions.version import UNKNOWN_LANGUAGE, Version

CODES = [country.codes[0] for country in COUNTRIES] + ["XX"]
COMMON = ["de", "en", "fr", "it", "es", "ca", "nl", "pl", "cs", "sk", "ja", "uk", "ko", "pt-BR", "zh-Hant", "fr-CA"]
TAGS = st.sampled_from([*COMMON, UNKNOWN_LANGUAGE]) | st.sampled_from(sorted(names_in("en"))) | st.just("qaa")


def version_of(tags: st.SearchStrategy[str]) -> st.SearchStrategy[Version]:
    return st.builds(
        Version,
        audio=st.lists(tags, min_size=1, max_size=3).map(tuple),
        is_original=st.none() | st.booleans(),
        subtitles=st.none() | st.lists(tags, max_size=3).map(tuple),
        captions=st.booleans(),
        audio_description=st.booleans(),
    )


@pytest.mark.parametrize(
    ("country", "version", "label"),
    [
        ("FR", Version(audio=("fr",), is_original=False, subtitles=()), "VF"),
        ("FR", Version(audio=("fr",), is_original=True, subtitles=()), "VF"),
        ("FR", Version(audio=("fr-CA",), is_original=False, subtitles=()), "VFQ"),
        ("FR", Version(audio=("en",), is_original=True, subtitles=()), "VO"),
        ("FR", Version(audio=("ko",), is_original=True, subtitles=("fr",)), "VOSTFR"),
        ("FR", Version(audio=("ko",), is_original=True, subtitles=("en",)), "VOSTA"),
        ("FR", Version(audio=("fr",), is_original=True, subtitles=("fr",), captions=True), "VFSTF"),
        ("BE", Version(audio=("en",), is_original=True, subtitles=("fr", "nl")), "VO st FR&NL"),
        ("BE", Version(audio=("nl",), is_original=True, subtitles=()), "NL"),
        ("CH", Version(audio=("en",), is_original=True, subtitles=("de", "fr")), "E/df"),
        ("CH", Version(audio=("fr",), is_original=True, subtitles=("de", "it")), "F/di"),
        # An F/id would be read in Indonesian.
        ("CH", Version(audio=("fr",), is_original=True, subtitles=("it", "de")), "F/i&d"),
        ("CH", Version(audio=("ko",), is_original=True, subtitles=("de", "en")), "KO/d&e"),
        ("CH", Version(audio=("de",), is_original=False, subtitles=()), "D"),
        ("CH", Version(audio=("de", "fr"), is_original=None, subtitles=()), "D&F"),
        ("CH", Version(is_original=True, subtitles=("de",)), "OV/d"),
        ("ES", Version(audio=("en",), is_original=True, subtitles=("es",)), "VOSE"),
        ("ES", Version(audio=("es",), is_original=False, subtitles=()), "VE"),
        ("IT", Version(audio=("en",), is_original=True, subtitles=("it",)), "V.O. SOTT ITA"),
        ("IT", Version(audio=("it",), is_original=False, subtitles=()), "ITA"),
        ("CZ", Version(audio=("cs",), is_original=False, subtitles=()), "dabing"),
        ("CZ", Version(audio=("cs",), is_original=True, subtitles=()), "česky"),
        ("CZ", Version(audio=("en",), is_original=True, subtitles=("cs",)), "titulky"),
        ("CZ", Version(audio=("cs",), is_original=True, subtitles=("en",)), "titulky EN"),
        ("SK", Version(audio=("sk",), is_original=False, subtitles=()), "dabing"),
        ("NL", Version(audio=("nl",), is_original=False, subtitles=()), "NL gesproken"),
        ("NL", Version(audio=("en",), is_original=True, subtitles=None), "OV"),
        ("NL", Version(audio=("en",), is_original=True, subtitles=("nl",)), "NL ondertiteld"),
        ("PL", Version(audio=("pl",), is_original=False, subtitles=()), "dubbing"),
        ("PL", Version(audio=("en",), is_original=True, subtitles=("pl",)), "napisy"),
        ("GB", Version(audio=("ko",), is_original=True, subtitles=("en",)), "Subtitled"),
        ("GB", Version(audio=("en",), is_original=True, subtitles=("en",), captions=True), "Subtitled HoH"),
        ("US", Version(audio=("en",), is_original=True, subtitles=("en",), captions=True), "Subtitled OC"),
        ("IE", Version(audio=("en",), is_original=False, subtitles=()), "Dubbed"),
        ("GB", Version(audio=("fr",), is_original=True, subtitles=("de",)), "French with German subtitles"),
        ("GB", Version(audio=("en",), is_original=True, subtitles=(), audio_description=True), "English AD"),
        ("JP", Version(audio=("ja",), is_original=False, subtitles=()), "吹替"),
        ("JP", Version(audio=("en",), is_original=True, subtitles=("ja",)), "字幕"),
        ("JP", Version(audio=("ja",), is_original=True, subtitles=("en",)), "英語字幕"),
        ("AT", Version(audio=("en",), is_original=True, subtitles=("de", "fr")), "Omde&fU"),
        ("DE", Version(audio=("ko",), is_original=True, subtitles=("und",)), "Om?U"),
    ],
)
def test_a_label_is_what_cinemas_of_the_country_write(country: str, version: Version, label: str) -> None:
    assert label_of(version, country) == label


@settings(max_examples=400)
@given(version_of(st.sampled_from(COMMON)) | version_of(TAGS), st.sampled_from(CODES))
@example(Version(audio=("en",), is_original=False, subtitles=("cs",)), "CZ")
@example(Version(audio=("de", "pt-BR", "zh-Hant"), subtitles=("pt-BR", "zh-Hant", "fr-CA")), "CH")
def test_a_label_is_read_as_what_it_was_made_of(version: Version, country: str) -> None:
    label = label_of(version, country)
    notation = read_notation(label, country)
    assert notation.left == ()
    # A widget's attribute holds several labels between commas.
    assert "," not in label
    assert label_of(notation.version, country) == label


@settings(max_examples=400)
@given(version_of(st.sampled_from(COMMON)) | version_of(TAGS), st.sampled_from(CODES))
def test_no_label_misleads(version: Version, country: str) -> None:
    read = read_notation(label_of(version, country), country).version
    known = {tag for tag in version.audio if tag != UNKNOWN_LANGUAGE}
    assert {*read.audio} - {UNKNOWN_LANGUAGE} <= known
    assert read.is_original is None or read.is_original is version.is_original
    if read.subtitles and not read.captions:
        said = {language_without_region(tag) for tag in read.subtitles} - {UNKNOWN_LANGUAGE}
        assert said <= {language_without_region(tag) for tag in version.subtitles or ()}
    assert read.captions <= version.captions
    assert read.audio_description <= version.audio_description
