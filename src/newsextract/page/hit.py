"""What a selector found on a page: an element, or a text of it."""

import attrs

from newsextract.page.document import Element


@attrs.frozen
class Hit:
    """One find."""

    element: Element
    """The element, or the one whose attribute or text was selected."""
    text: str | None = None
    """The attribute or the text that was selected; None where the element itself was."""
