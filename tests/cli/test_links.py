from newsextract.cli import main
from newsextract.records import Article, Link, Paragraph, Section

LINKED = Article(
    url="https://example.org/ferries",
    sections=(Section(blocks=(Paragraph(text="the ice", links=(Link(text="ice", url="https://example.org/ice"),)),)),),
)


def test_a_file_of_records_becomes_an_edge_list(tmp_path, capsys):
    path = tmp_path / "records.jsonl"
    path.write_text(f"{LINKED.to_json()}\n\n{LINKED.to_json()}\n", encoding="utf-8")
    code = main(["links", str(path)])
    edge = "https://example.org/ferries,https://example.org/ice,link,ice"
    assert (code, capsys.readouterr().out) == (0, f"source,target,relation,text\n{edge}\n{edge}\n")


def test_one_indented_record_is_read_too(tmp_path, capsys):
    path = tmp_path / "record.json"
    path.write_text(LINKED.to_json(indent=2), encoding="utf-8")
    main(["links", str(path), "--format", "graphml"])
    assert 'source="https://example.org/ferries"' in capsys.readouterr().out


def test_a_record_that_is_wrong_is_named_by_its_number(tmp_path, capsys):
    path = tmp_path / "records.jsonl"
    path.write_text(f'{LINKED.to_json()}\n{{"title": 1}}\n', encoding="utf-8")
    code = main(["links", str(path)])
    assert (code, capsys.readouterr().err) == (
        1,
        f"newsextract: {path}: record 2: no Article: expected a string, found an integer @ $.title\n",
    )


def test_a_page_that_does_not_say_its_address_is_reported(tmp_path, capsys):
    path = tmp_path / "page.html"
    path.write_text("<h1>Ferries</h1>", encoding="utf-8")
    code = main(["links", str(path)])
    assert (code, "left out" in capsys.readouterr().err) == (1, True)


def test_a_file_of_records_that_is_no_text_is_told_to_be_none(tmp_path, capsys):
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\xcd\xff")
    assert main(["links", str(path)]) == 1
    assert capsys.readouterr().err == f"newsextract: {path}: is not text in UTF-8, as records are\n"
