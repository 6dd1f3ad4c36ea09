"""Rows of a batch."""

import json


def record(number, **values):
    row = {
        "id": f"p{number}",
        "page": {"source": f"saved/{number}.html", "member": None},
        "kind": "article",
        "url": f"https://www.harbour.example/{number}",
        "canonical_url": None,
        "site": {"name": "Harbour", "url": None, "logo": None},
        "language": "en",
        "title": f"Berth {number} put off",
        "authors": [{"name": "Ada Brook"}],
        "published": "2026-03-01",
        "text": "The harbour board met again. " * 30,
        "notices": [],
        "related": [],
        "fingerprint": f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}",
        "evidence": {"title": {"source": "dom", "confidence": 0.9, "losing": []}},
    }
    return row | values


def failure(number, error="timeout"):
    return {
        "id": f"https://slow.example/{number}",
        "url": None,
        "stage": "connect",
        "error": error,
        "message": "no answer",
        "seconds": 60.0,
    }


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)
