"""An XML document is read only so far down."""

from datetime import date

import pytest

from data.errors import FileUnreadableError
from data.schedules.readers.recognise import read_schedule


def test_xml_of_hundreds_of_thousands_of_levels_is_refused() -> None:
    with pytest.raises(FileUnreadableError, match="levels deep"):
        read_schedule(b"<a>" * 300_000 + b"</a>" * 300_000, date(2026, 11, 22))
