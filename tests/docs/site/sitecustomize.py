"""Every connection of a documented command ends at the test's own server: example.org is played on this machine.

Python imports this module when it starts, since its folder is on PYTHONPATH while the examples run.
"""

import os
from typing import Any

if "DOCS_SERVER" in os.environ:
    from newsextract.inputs.fetching import addresses

    class Plain:
        """A stream without TLS: the server has no certificate for example.org."""

        def __init__(self, stream: Any) -> None:
            self._stream = stream

        def __getattr__(self, name: str) -> Any:
            return getattr(self._stream, name)

        async def start_tls(self, *_args: Any, **_options: Any) -> "Plain":
            return self

    async def connect(self: Any, host: str, port: int, timeout: float | None = None, **options: Any) -> Plain:
        here = int(os.environ["DOCS_SERVER"])
        return Plain(await self._backend.connect_tcp("127.0.0.1", here, timeout=timeout, **options))

    addresses.Guard.connect_tcp = connect
