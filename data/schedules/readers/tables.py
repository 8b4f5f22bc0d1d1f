"""A file opened as tables, whatever program wrote it; its content says which."""

from data.csv_records import MOST_ROWS, read_csv
from data.errors import FileUnreadableError
from data.schedules.readers import ods_tables, xlsx_tables
from data.schedules.readers.table import Record, Table, warning
from data.schedules.readers.zipped import opened_zip
from data.sentence import Sentence


def open_tables(content: bytes, *, most_rows: int = MOST_ROWS) -> list[Table]:
    """Open a file as the tables that it holds, at least one with a record; `most_rows` is for text.

    Raises FileUnreadableError, with a sentence that says what to do.
    """
    if not content.startswith(b"PK"):
        return [_text_table(content, most_rows)]
    tables = [table for table in _zipped_tables(content) if table.records]
    if not tables:
        raise FileUnreadableError(Sentence("The file holds no cell that says anything. Export it once more."))
    return tables


def _zipped_tables(content: bytes) -> list[Table]:
    try:
        return _read_zipped(content)
    except FileUnreadableError:
        raise
    except Exception as error:
        # Within a damaged file, readers of zip and XML raise whatever they meet.
        raise FileUnreadableError(Sentence("The file is damaged. Save it once more, or export it as CSV.")) from error


def _read_zipped(content: bytes) -> list[Table]:
    with opened_zip(content) as box:
        parts = set(box.namelist())
    if xlsx_tables.MARK in parts:
        return xlsx_tables.read_xlsx(content)
    if "word/document.xml" in parts:
        raise FileUnreadableError(
            Sentence("This is a text document. Put the table into a spreadsheet, or save it as CSV.")
        )
    if ods_tables.MARK in parts:
        return ods_tables.read_ods(content)
    raise FileUnreadableError(
        Sentence("This is a folder packed as zip. Take the schedule out of it and send that file alone.")
    )


_MIXED = Sentence(
    "This row is in another encoding than the rest (taken for Windows-1252). Do its letters look right? Else export "
    "the file as UTF-8."
)


def _guessed(encoding: str) -> Sentence:
    return Sentence(
        "The file does not say its encoding: it is taken for {encoding}. Do its letters look right? Else export the "
        "file as UTF-8.",
        encoding=encoding,
    )


def _text_table(content: bytes, most_rows: int) -> Table:
    read = read_csv(content, most_rows=most_rows)
    problems = [warning("encoding-mixed", _MIXED, row=row) for row in read.odd_rows]
    if read.guessed:
        problems.append(warning("encoding-guessed", _guessed(read.guessed)))
    records = tuple(Record(number, tuple(cells)) for number, cells in read.records)
    return Table(records=records, is_text=True, problems=tuple(problems))
