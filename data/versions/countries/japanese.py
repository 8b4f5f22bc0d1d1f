"""Japanese words: Japan. They stand together without spaces."""

from data.versions.countries.wording import OWN, Wording, dubbed, original, spoken
from data.versions.version import Version

_CAPTIONED = Version(subtitles=(OWN,), captions=True)
_DESCRIBED = Version(audio_description=True)

JAPANESE = Wording(
    own="ja",
    versions={
        "吹替": dubbed(OWN),
        "吹替え": dubbed(OWN),
        "吹き替え": dubbed(OWN),
        "吹替版": dubbed(OWN),
        "吹替え版": dubbed(OWN),
        "吹き替え版": dubbed(OWN),
        "日本語版": spoken("ja"),
        "原語版": original(),
        "原語": original(),
        "オリジナル音声": original(),
        "オリジナル版": original(),
        "バリアフリー字幕": _CAPTIONED,
        "バリアフリー日本語字幕": _CAPTIONED,
        "音声ガイド": _DESCRIBED,
        "音声ガイド付き": _DESCRIBED,
    },
    subtitled=("字幕", "字幕版", "字幕付き", "字幕付", "字幕スーパー", "字幕上映"),
    no_subtitles=("字幕なし", "字幕無し", "字幕無"),
    speech=("音声", "版"),
    languages={"en": ("英",), "ja": ("日",)},
    events=(
        "舞台挨拶",
        "舞台挨拶付き",
        "先行上映",
        "試写会",
        "応援上映",
        "トークショー",
        "トークイベント",
        "ライブビューイング",
    ),
    guests=("舞台挨拶あり",),
    ordinary=("版", "音声", "原語", "オリジナル版"),
)
