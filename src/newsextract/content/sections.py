"""The located body in, sections of blocks out."""

from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.records import Paragraph, Section


def read(page: LabelledPage, body: Body, *, locators: bool = False) -> tuple[Section, ...]:
    """The body as sections in reading order; () where there is no body."""
    blocks = tuple(Paragraph(text=run.text) for run in body.runs)
    return (Section(blocks=blocks),) if blocks else ()
