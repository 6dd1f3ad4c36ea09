"""Teasers of other articles, found by how they are built: repeated elements that link to what looks like articles.

`find` gives the blocks of a page; a block's printed title, in any language, says what it is before its class does,
and its class before its place. Menus, footers, tags, authors and sponsored blocks are left out.
"""

from newsextract.cards.find import find

__all__ = ["find"]
