"""Files damaged at random: what is wrong with them is told by its cause, and nothing in them ends the reading."""

import gzip
import io
import json
import random
import tarfile
import zipfile

import brotli
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from newsextract.inputs.page import Gap
from newsextract.inputs.read import Reading, read
from newsextract.inputs.sources import find
from tests.inputs.test_sources import HTML, MHTML
from tests.inputs.test_warc import record

TRIES = 150
READING = Reading(max_bytes=100_000)
CAUSES = {"truncated", "corrupt", "too-large", "encrypted", "no-page", "bad-json", "OSError"}
"""What a gap may be counted by; the name of any other exception means that a reader let it through."""


def zipped():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", HTML * 5)
        archive.writestr("b.html.gz", gzip.compress(HTML))
        archive.writestr("c.warc.gz", gzip.compress(record(1)) + gzip.compress(record(2)))
        archive.writestr("d.mhtml", MHTML)
    return data.getvalue()


def tarred():
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in (("a.html", HTML), ("b.mhtml", MHTML)):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def table():
    data = io.BytesIO()
    pq.write_table(pa.table({"html": [HTML] * 20, "url": [f"https://quay.example/{n}" for n in range(20)]}), data)
    return data.getvalue()


LINES = b"\n".join(json.dumps({"html": f"<p>Ships {n}", "url": "https://quay.example"}).encode() for n in range(20))
zst = zstandard.ZstdCompressor().compress
WHOLE = {
    "a.html.gz": gzip.compress(HTML * 9),
    "a.html.zst": zst(HTML * 9),
    "a.html.br": brotli.compress(HTML * 9),
    "a.mhtml": MHTML,
    "a.zip": zipped(),
    "a.tar": tarred(),
    "a.tar.gz": gzip.compress(tarred()),
    "a.tar.zst": zst(tarred()),
    "a.parquet": table(),
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES),
    "a.jsonl.zst": zst(LINES),
    "a.jsonl.br": brotli.compress(LINES),
    "a.warc": record(0) + record(1),
    "a.warc.gz": gzip.compress(record(0)) + gzip.compress(record(1)),
    "a.warc.zst": zst(record(0)) + zst(record(1)),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_gives_pages_and_gaps_of_known_causes(name, tmp_path):
    dice = random.Random(name)
    for _ in range(TRIES):
        (tmp_path / name).write_bytes(damaged(WHOLE[name], dice))
        (source,) = find([str(tmp_path / name)]).sources
        causes = {item.error for item in read(source, READING) if isinstance(item, Gap)}
        assert causes <= CAUSES


def damaged(data, dice):
    """A few bytes flipped, replaced, lost or put in; now and then the end is missing."""
    found = bytearray(data)
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(found))
        deed = dice.randrange(4)
        if deed == 0:
            found[at] ^= 1 << dice.randrange(8)
        elif deed == 1:
            found[at] = dice.randrange(256)
        elif deed == 2:
            del found[at : at + dice.randrange(1, 30)]
        else:
            found[at:at] = dice.randbytes(dice.randrange(1, 20))
        if not found:
            break
    return bytes(found[: dice.randrange(len(found))] if found and dice.random() < 0.1 else found)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.jsonl", "a.jsonl.gz"])
def test_an_empty_archive_is_a_gap(tmp_path, name):
    (tmp_path / name).touch()
    (source,) = find([str(tmp_path / name)]).sources
    (gap,) = read(source, READING)
    assert (gap.error, gap.message) == ("truncated", "the file is empty")
