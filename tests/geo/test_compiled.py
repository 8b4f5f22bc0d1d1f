"""Machine code that an update has made old is not used."""

import os
from pathlib import Path

from geo.compiled import forget_stale_code


def test_code_older_than_any_source_is_forgotten_and_newer_code_kept(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "kernel", tmp_path / "geo"
    folder.mkdir()
    elsewhere.mkdir()
    for name, age in (("source.py", 100), ("old.nbi", 50), ("new.nbi", 200)):
        (folder / name).touch()
        os.utime(folder / name, (age, age))
    forget_stale_code(folder, elsewhere)
    assert sorted(file.name for file in folder.iterdir()) == ["new.nbi", "source.py"]
    (elsewhere / "other.py").touch()
    forget_stale_code(folder, elsewhere)
    assert [file.name for file in folder.iterdir()] == ["source.py"]
