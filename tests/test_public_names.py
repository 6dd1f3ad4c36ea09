"""The public names: a change here is a change of the contract, and stands in CHANGELOG.md."""

import attrs
import pytest

import newsextract
from newsextract import errors, records
from newsextract.cli.main import COMMANDS


def public(holder):
    return sorted(name for name in vars(holder) if not name.startswith("_"))


def test_the_package():
    assert sorted(newsextract.__all__) == [
        "Article",
        "FetchPolicy",
        "NewsextractError",
        "__version__",
        "afetch",
        "batch",
        "extract",
        "fetch",
        "load_rules",
    ]


def test_what_a_notebook_offers():
    assert dir(newsextract) == sorted(newsextract.__all__)


def test_the_records():
    assert sorted(records.__all__) == [
        "Article",
        "Aside",
        "Author",
        "BLOCK_TYPES",
        "Block",
        "Code",
        "Embed",
        "Failure",
        "Image",
        "Link",
        "List",
        "ListItem",
        "Notice",
        "Pagination",
        "Paragraph",
        "Quote",
        "RelatedPost",
        "Section",
        "Site",
        "Table",
    ]


FIELDS = {
    "Article": "kind url canonical_url site language title subtitle description byline authors source published "
    "modified categories breadcrumbs tags lead_image sections related contents pagination notices "
    "removed evidence fingerprint",
    "Aside": "heading blocks path",
    "Author": "name url role job_title bio image kind",
    "Code": "text language path",
    "Embed": "url provider kind text path",
    "Failure": "id url stage error message seconds",
    "Image": "url alt caption credit width height path",
    "Link": "text url",
    "List": "ordered items path",
    "ListItem": "text label links items",
    "Notice": "kind text",
    "Pagination": "current total urls",
    "Paragraph": "text links path",
    "Quote": "text cite pull path",
    "RelatedPost": "title url relation date category author image",
    "Section": "heading level anchor blocks published authors",
    "Site": "name url logo",
    "Table": "caption header rows footnotes path",
}


@pytest.mark.parametrize(("name", "fields"), FIELDS.items(), ids=FIELDS)
def test_the_fields_of_a_record(name, fields):
    assert [a.name for a in attrs.fields(getattr(records, name))] == fields.split()


MEMBERS = {
    "Article": "from_dict images links lists tables text to_dict to_html to_json to_json_ld to_markdown to_tei",
    "Table": "to_csv to_markdown to_pandas",
}


@pytest.mark.parametrize(("name", "members"), MEMBERS.items(), ids=MEMBERS)
def test_what_a_record_can_do(name, members):
    assert sorted(set(public(getattr(records, name))) - set(FIELDS[name].split())) == members.split()


def test_the_exceptions():
    found = {name for name, member in vars(errors).items() if isinstance(member, type)}
    assert found == {
        "FetchError",
        "InputError",
        "MissingExtra",
        "NewsextractError",
        "OutputError",
        "RecordError",
        "RuleError",
        "WorkerError",
    }


@pytest.mark.parametrize(
    "command",
    [
        "batch",
        "bugreport",
        "completion",
        "discover",
        "extract",
        "explain",
        "links",
        "report",
        "rules",
        "schema",
    ],
)
def test_the_commands(command):
    assert command in {c.NAME for c in COMMANDS}
