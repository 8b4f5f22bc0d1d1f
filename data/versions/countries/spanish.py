"""Spanish and Catalan words: Spain."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, original_without_subtitles, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_DESCRIBED = Version(audio_description=True)

SPANISH = Wording(
    own="es",
    versions={
        "VE": spoken("es"),
        "Versión española": spoken("es"),
        "Versión castellana": spoken("es"),
        "Versión en castellano": spoken("es"),
        "Versión en español": spoken("es"),
        "VC": spoken("ca"),
        "VCAT": spoken("ca"),
        "Versió catalana": spoken("ca"),
        "Versión catalana": spoken("ca"),
        "Doblada": dubbed(OWN),
        "Doblado": dubbed(OWN),
        "Versión doblada": dubbed(OWN),
        "VO": original_without_subtitles(),
        "Versión original": original(),
        "VOS": original(OWN),
        "VO subtitulada": original(OWN),
        "Versión original subtitulada": original(OWN),
        "VOSE": original("es"),
        "VOSES": original("es"),
        "VOSEsp": original("es"),
        "VOSI": original("en"),
        "VOSC": original("ca"),
        "VOSCat": original("ca"),
        "VOSF": original("fr"),
        "Subtítulos para sordos": _CAPTIONED,
        "SPS": _CAPTIONED,
        "Audiodescripción": _DESCRIBED,
        "AD": _DESCRIBED,
    },
    shapes={"VOS{read}": original()},
    subtitles=("sub", "subs", "subt", "subtítulos", "subtitulada", "subtitulado", "subtitulat", "subtitulada"),
    speech=("versión", "idioma", "hablada", "audio"),
    without=("sin", "sense"),
    with_=("con", "amb"),
    and_=("y", "e", "en", "i"),
    languages={
        "es": ("ES", "esp", "cast", "castellano", "castellana"),
        "en": ("EN", "ing", "eng"),
        "ca": ("CA", "cat", "català"),
        "fr": ("FR", "fra"),
    },
    endings={
        "o": ("a", "os", "as"),
        "es": ("esa", "eses", "esas"),
        "an": ("ana", "anes", "anas"),
        "l": ("la", "les", "las"),
    },
    languages_follow=True,
    ages=("mayores de {} años", "no recomendada para menores de {} años", "+{} años"),
    events=("Preestreno", "Estreno", "Coloquio", "Cinefórum", "Cineclub", "Pase especial", "Matinal", "Maratón"),
    guests=("con coloquio", "con presencia", "con la presencia", "presentada por"),
    ordinary=("sub", "subs", "versión", "versión original", "idioma", "audio", "AD", "VC", "doblada", "doblado"),
)
