"""Importing asks no network and writes nothing, however much of the package is imported."""

import subprocess
import sys

PROGRAM = """
import sys
sys.dont_write_bytecode = True

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "urllib.Request"):
        raise AssertionError(f"network: {event}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        if not str(arguments[0]).startswith("/dev/"):
            raise AssertionError(f"written: {arguments}")
    if event in ("os.mkdir", "os.remove", "os.rename", "subprocess.Popen"):
        raise AssertionError(f"{event}: {arguments}")

sys.addaudithook(refuse)
import importlib, pkgutil
import newsextract
for module in pkgutil.walk_packages(newsextract.__path__, "newsextract."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            assert "newsextract" not in str(error), error
newsextract.extract(b"<h1>Berth put off</h1><p>The harbour board met on Monday.</p>")
print("quiet")
"""


def test_importing_every_module_and_extracting_a_page_touches_nothing():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("quiet", 0), done.stderr[-2000:]
