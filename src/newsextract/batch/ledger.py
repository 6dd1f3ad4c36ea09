"""What of a batch is finished: a folder beside the output with the plan, and one small file a finished part.

Each file is written whole and renamed, so that a ledger has no torn lines; nothing is appended, so that it can lie on
an object store, and any number of processes can share it as long as none does another's shards.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

import attrs

from newsextract import storage
from newsextract.batch.job import Shard
from newsextract.errors import OutputError
from newsextract.inputs.sources import Source

PLAN: Final = "plan.jsonl"


@attrs.frozen(kw_only=True)
class Entry:
    """A finished part."""

    shard: int
    part: int
    items: int
    """What was read of the shard for it: pages, gaps and what is no page."""
    rows: int
    failures: dict[str, int] = attrs.field(factory=dict)
    """How many pages failed, by cause."""
    skipped: dict[str, int] = attrs.field(factory=dict)
    """How many things were no pages, by cause, and "where": records that the conditions left out."""
    size: int | None = None
    """Bytes of the output up to here, where it is one file."""
    last: bool = False
    """Whether the shard is finished with it."""

    @property
    def name(self) -> str:
        """The name of a part, of its entry in the ledger and of its file."""
        return part_name(self.shard, self.part)


@attrs.frozen(kw_only=True)
class Plan:
    """What a batch was begun with."""

    shaping: str
    """The options that shape the output."""
    others: dict[str, int]
    """Files in the folders that are no input, by their ending."""
    shards: tuple[Shard, ...]


def part_name(shard: int, part: int) -> str:
    """Six digits each: names sort as the parts do."""
    return f"{shard:06d}-{part:04d}"


class Ledger:
    """The ledger in a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def plan(self) -> Plan | None:
        """The plan; None where there is none. OutputError where it is not one of this version."""
        path = storage.join(self.folder, PLAN)
        if not storage.exists(path):
            return None
        try:
            with storage.open_read(path) as file:
                head, *lines = file.read().decode("utf-8").splitlines()
            opening = json.loads(head)
            return Plan(
                shaping=opening["shaping"], others=opening["others"], shards=tuple(map(_shard, map(json.loads, lines)))
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise OutputError(f"{path}: no plan of a batch: {error}") from error

    def write_plan(self, plan: Plan) -> None:
        """Keep the plan."""
        lines = [{"shaping": plan.shaping, "others": plan.others}, *map(attrs.asdict, plan.shards)]
        storage.make_folder(self.folder)
        text = "".join(json.dumps(line) + "\n" for line in lines)
        storage.write(storage.join(self.folder, PLAN), text.encode())

    def entries(self, shards: Iterable[Shard] | None = None) -> list[Entry]:
        """The finished parts in their order; only of certain shards where given."""
        wanted = None if shards is None else {f"{s.number:06d}" for s in shards}
        names = [n for n in storage.names(self.folder) if n.endswith(".json") and not n.startswith(".")]
        return [self._read(n) for n in names if wanted is None or n.partition("-")[0] in wanted]

    def record(self, entry: Entry) -> None:
        """Note that a part is finished."""
        path = storage.join(self.folder, entry.name + ".json")
        storage.write(path, json.dumps(attrs.asdict(entry)).encode())

    def remove(self) -> None:
        """Forget everything."""
        storage.remove(self.folder)

    def _read(self, name: str) -> Entry:
        path = storage.join(self.folder, name)
        try:
            with storage.open_read(path) as file:
                return Entry(**json.loads(file.read()))
        except (ValueError, TypeError) as error:
            raise OutputError(f"{path}: no entry of a ledger: {error}") from error


def _shard(line: dict[str, Any]) -> Shard:
    return Shard(line["number"], tuple(Source(**source) for source in line["sources"]))
