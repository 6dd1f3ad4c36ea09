import sys
from types import SimpleNamespace

import pytest

from newsextract.errors import MissingExtra
from newsextract.records import Table

TABLE = Table(header=("Port", "Fare"), rows=(("Hull", "41"), ("Kelmar", "=1+1")))


def test_a_table_is_csv():
    assert Table(header=("Port",), rows=(("Hull, east",),)).to_csv() == 'Port\n"Hull, east"\n'


def test_a_cell_that_a_spreadsheet_would_run_is_defused():
    assert TABLE.to_csv() == "Port,Fare\nHull,41\nKelmar,'=1+1\n"


def test_a_table_is_a_data_frame_of_strings(monkeypatch):
    seen = {}
    monkeypatch.setitem(
        sys.modules, "pandas", SimpleNamespace(DataFrame=lambda rows, columns: seen.update(r=rows, c=columns))
    )
    TABLE.to_pandas()
    assert seen == {"r": [("Hull", "41"), ("Kelmar", "=1+1")], "c": ["Port", "Fare"]}


def test_without_pandas_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"Table\.to_pandas .* pip install 'newsextract\[pandas\]'"):
        TABLE.to_pandas()
