"""Batches on file systems by URL."""

import fsspec
import pytest

from newsextract import storage
from newsextract.batch import run as batch
from newsextract.batch.job import Job
from newsextract.batch.run import Start, process_shard
from newsextract.errors import OutputError
from tests.batch.pages import page


@pytest.fixture(params=["memory", "file"])
def root(request, tmp_path):
    """A folder by URL."""
    base = "memory://study" if request.param == "memory" else f"file://{tmp_path}"
    for number in range(7):
        storage.make_folder(f"{base}/saved")
        storage.write(f"{base}/saved/{number}.html", page(number))
    yield base
    if request.param == "memory":
        fsspec.filesystem("memory").store.clear()


def prepared(root, **start):
    job = Job(output=f"{root}/out", format="jsonl", pages_per_part=3)
    return batch.prepare([f"{root}/saved"], job, Start(**start))


def test_a_batch_from_and_to_a_url_goes_on_and_is_the_same_as_from_a_folder(root, tmp_path):
    first = prepared(root)
    process_shard(first.shards[1], first.job)
    with pytest.raises(OutputError, match="--resume"):
        prepared(root)
    assert batch.run(prepared(root, resume=True)).rows == 7
    (tmp_path / "local" / "saved").mkdir(parents=True)
    for number in range(7):
        (tmp_path / "local" / "saved" / f"{number}.html").write_bytes(page(number))
    local = prepared(str(tmp_path / "local"))
    batch.run(local)
    names = storage.names(f"{root}/out")
    assert names == storage.names(local.job.output)
    for name in names:
        with storage.open_read(f"{root}/out/{name}") as there, storage.open_read(f"{local.job.output}/{name}") as here:
            assert there.read() == here.read()
    assert batch.run(prepared(root, overwrite=True)).rows == 7
