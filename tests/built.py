"""Run by `make dist` in an environment that holds the built wheel and nothing else of the project.

    python -I tests/built.py SOURCE

SOURCE is the checkout it was built from: what is in one must be in the other, and a fixture must give its record.
"""

import json
import subprocess
import sys
from datetime import datetime
from importlib.metadata import distribution
from pathlib import Path


def refuse(event: str, _arguments: tuple[object, ...]) -> None:
    """No network, neither at import nor at extraction."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise AssertionError(f"the network was asked: {event}")


def main() -> None:
    sys.addaudithook(refuse)
    source = Path(sys.argv[1])
    import newsextract

    home = Path(newsextract.__file__).parent
    assert "site-packages" in home.parts, home
    assert files(home) == files(source / "src" / "newsextract"), files(home) ^ files(source / "src" / "newsextract")
    for name in ("py.typed", "export/article.schema.json", "locate/body.json.gz", "rules/words/en.toml"):
        assert (home / name).is_file(), name
    folder = source / "tests" / "fixtures" / "jnews"
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    captured = datetime.fromisoformat(meta["captured"]) if meta.get("captured") else None
    page = (folder / "page.html").read_bytes()
    article = newsextract.extract(page, meta.get("url"), charset=meta.get("charset"), captured=captured)
    golden = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    assert article.title == golden.get("title", article.title)
    assert article.sections
    assert newsextract.Article.from_dict(article.to_dict()) == article
    assert "License-File" in distribution("newsextract").metadata
    command = Path(sys.executable).with_name("newsextract")
    said = subprocess.run([command, "extract", folder / "page.html"], capture_output=True, check=True)
    assert json.loads(said.stdout)["title"] == article.title
    print(f"newsextract {newsextract.__version__}: {len(files(home))} files, as in the source")


def files(home: Path) -> set[str]:
    """What stands in a package, compiled files left out."""
    found = (path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(home).as_posix() for path in found}


if __name__ == "__main__":
    main()
