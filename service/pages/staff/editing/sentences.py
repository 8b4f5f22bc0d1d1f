"""What the editors' pages say: one record, so that no language can lack a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EditingPhrases:
    """What the editors' pages say."""

    films: str
    search: str
    search_hint: str
    find: str
    found: str
    nothing_found: str
    waiting: str
    waiting_hint: str
    waiting_more: str
    none_waiting: str
    runs: str
    one_run: str
    runs_at: str
    more_cinemas: str
    runs_no_more: str
    is_waiting: str
    public_page: str
    same: str
    same_hint: str
    is_same: str
    likeness: str
    same_year: str
    same_director: str
    also_waiting: str
    other_film: str
    other_film_hint: str
    join: str
    merged: str
    merged_when: str
    part: str
    facts: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]
    in_language: Mapping[str, str]
    names_hint: str
    marks: str
    marks_how: str
    look: str
    save: str
    preview: str
    preview_hint: str
    is_wrong: str
    wrong: Mapping[str, str]
    meanwhile: str
    theirs: str
    theirs_empty: str
    picture: str
    picture_hint: str
    no_picture: str
    file: str
    another_file: str
    credit: str
    credit_hint: str
    licence: str
    licence_hint: str
    described: str
    described_hint: str
    send_picture: str
    change_picture: str
    remove_picture: str
    refused: Mapping[str, str]
    picture_wrong: Mapping[str, str]
    no_such_film: str
    cinemas_twice: str
    cinemas_twice_hint: str
    none_twice: str
    more_twice: str
    sure: str
    look_at_both: str
    joined_so_far: str
    two_cinemas: str
    two_cinemas_hint: str
    stays: str
    goes: str
    coming: str
    feed_paused: str
    join_cinemas: str
    other_way: str
    back: str
    done: Mapping[str, str]

    def wrong_of(self, field: str) -> str:
        """Say what is wrong with a field."""
        return self.wrong.get(field) or self.wrong.get(field.rpartition("_")[0]) or self.wrong["names"]

    def label_of(self, field: str) -> str:
        """Name a field; of those that there are in each language, without the language."""
        return self.labels.get(field) or self.labels[field.rpartition("_")[0]]

    def picture_words_wrong(self, field: str) -> str:
        """Say what is wrong with what stands beside a picture."""
        return self.picture_wrong.get(field, self.picture_wrong["described"])
