"""Figures and loose pictures in, Image blocks out: alternative text, caption and credit parted."""

from collections.abc import Iterator
from itertools import islice, takewhile

from newsextract.content import embeds, inline, linked
from newsextract.content.context import Context, Piece, Pieces
from newsextract.content.linked import FRAME_MEDIA
from newsextract.content.media import PICTURES
from newsextract.locate import captions
from newsextract.locate.framed import is_portrait, titled
from newsextract.page import pictures
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import COLONS, HEADINGS
from newsextract.records import Image
from newsextract.rules.kinds import KINDS

OTHER_CONTENT = frozenset("figure table pre blockquote ul ol".split())
"""Inside a figure: it is read for itself, the figure is its frame."""

SIGNS = frozenset({"icon", "logo", "author-image"})
OTHERS = frozenset({"card", *(kind for kind, says in KINDS.items() if says.chrome)})
STAND_INS = frozenset({"placeholder"})
"""Kinds of labels."""

FRAME_DEPTH = 3
"""Levels above a picture up to which its frame is looked for."""

LONGEST_UNNAMED = 200
"""Characters of a caption that nothing names so."""

SMALLEST_UNSAID = 100
"""Pixels both ways, below which a picture in a line of text that nothing is said of is an ornament."""

LONGEST_NAME = 40
"""Characters of a line that credits and does not say so."""
MOST_UNNAMED = 3
"""Runs of such a caption: what it says, and whose picture it is."""

MOST_AROUND = 8
"""The same with those that hold nothing but the picture."""

NO_CAPTION = frozenset({"button", "label", "time", *HEADINGS})

CHROME = ("advertisement", "sponsored", "share", "read_more", "load_more", "login", "subscribe", "newsletter", "live")
"""Keys of words that stand beside pictures and say nothing of them."""


def read(context: Context, element: Element) -> Pieces | None:
    """A <figure>; None where it frames something else than pictures and players."""
    inside = context.page.document.within(element)
    if any(e.tag in OTHER_CONTENT for e in inside):
        return None
    if any(e.tag in HEADINGS for e in inside) and context.links.any(element) and not context.kept.any(element):
        return []  # a teaser: its title is a heading
    found = [p for media in context.media.within(element) for p in read_media(context, media, frame=element)]
    return found if found or not _has_prose(context, element) else None


def _has_prose(context: Context, element: Element) -> bool:
    return context.kept.length(element) > sum(context.kept.length(e) for e in context.captions.within(element))


def read_media(context: Context, element: Element, frame: Element | None = None) -> Pieces:
    """A picture, player or frame on its own or in a figure; [] for what is no part of the article."""
    if not context.reaches(element, framed=frame is not None) or _promotes(context, element):
        return []
    if element.tag not in PICTURES:
        return embeds.read_player(context, element, frame)
    return _image(context, element, frame)


def _promotes(context: Context, media: Element) -> bool:
    """Whether a picture stands in a box that calls on readers to buy, and that says nothing that the body has."""
    box = context.page.labels.around(media, "promotion")
    return box is not None and context.kept.length_of_all(box) > 0 and not context.kept.any(box)


def _image(context: Context, img: Element, frame: Element | None) -> Pieces:
    anchor = next((a for a in img.ancestors if a.tag == "a"), None)
    if context.labelled(img, SIGNS) or _is_spare(context, img) or is_portrait(context.page, img):
        return []
    if anchor is not None and (film := embeds.of_link(context, anchor, img)):
        return film
    if linked.is_anothers(context, img, anchor, frame) or (frame is None and linked.is_sign(context, img, anchor)):
        return []
    picture = pictures.read(img, context.page.base, stands_in=context.labelled(img, STAND_INS))
    if picture is None and anchor is None and _stands_alone(context, img):
        picture = pictures.drawing(img, context.page.base)
    if picture is None or (frame is None and _is_ornament(context, img, picture)):
        return []
    if film := embeds.of_still(context, picture.url, img):
        return film
    if frame is None or not context.captions.any(frame):
        frame = _frame(context, img) or frame
    caption, credit = _said(context, frame) if frame is not None else _beside(context, img)
    if caption is None and frame is not None:
        caption, credit = _said_behind(context, frame) or (caption, credit)
    credit = credit or captions.attributed(img, context.page.rules.words) or _credit_beside(context, img)
    if caption is not None and anchor is not None:
        caption = captions.whole(caption, anchor)
    block = Image(
        url=picture.url,
        alt=img.get("alt"),
        caption=caption,
        credit=credit,
        width=picture.width,
        height=picture.height,
        path=context.path(img),
    )
    return [Piece(block, img)]


def _is_ornament(context: Context, img: Element, picture: pictures.Picture) -> bool:
    """Whether a picture is small, stands in a line of the text, and has no words in its place."""
    width, height = picture.width, picture.height
    if not width or not height or max(width, height) >= SMALLEST_UNSAID or img.get("alt"):
        return False
    around = next((a for a in img.ancestors if a.tag == "p"), None)
    return around is not None and context.kept.any(around)


def _stands_alone(context: Context, img: Element) -> bool:
    """Whether a picture is all that a paragraph or a figure shows, its caption aside."""
    around = next((a for a in img.ancestors if a.tag in ("p", "figure")), None)
    if around is None or context.media.count(around) > 1:
        return False
    said = sum(map(context.kept.length_of_all, context.captions.outermost(around)))
    return context.kept.length_of_all(around) == said


def _is_spare(context: Context, img: Element) -> bool:
    """Whether a picture inside <noscript> only repeats the one before it for readers without scripts."""
    noscript = next((a for a in img.ancestors if a.tag == "noscript"), None)
    before = context.media.before(img)
    if noscript is None or before is None or before.tag not in PICTURES:
        return False
    around = noscript.parent
    near = around is not None and (before in around or (around.parent is not None and before in around.parent))
    shown = pictures.read(before, context.page.base, stands_in=context.labelled(before, STAND_INS))
    return near and shown is not None


def _frame(context: Context, img: Element) -> Element | None:
    """The element around a loose picture that holds its caption too, and no other picture."""
    for ancestor in _around(context, img):
        if context.captions.any(ancestor):
            others = context.page.document.within(ancestor, "figure")
            is_others = any(img not in figure for figure in others) or _captions_another(context, ancestor, img)
            return None if is_others else ancestor
    return None


def _said_behind(context: Context, frame: Element) -> tuple[str | None, str | None] | None:
    """Caption and credit in a figure of their own behind one that holds a picture alone; None where there is none."""
    behind = next((e for e in context.page.document.elements[frame.end : frame.end + 1] if e.tag == "figure"), None)
    if behind is None or context.media.count(behind) or not context.captions.any(behind):
        return None
    return _said(context, behind)


def _captions_another(context: Context, frame: Element, img: Element) -> bool:
    """Whether the caption in a frame stands behind another picture, and before this one."""
    caption = context.captions.within(frame)[0]
    shown = context.media.before(caption)
    return caption.index < img.index and shown is not None and shown in frame


def _around(context: Context, img: Element) -> Iterator[Element]:
    """The elements around a picture in which its caption may stand: they hold no other one."""
    depth = 0
    for ancestor in islice(img.ancestors, MOST_AROUND):
        if depth >= FRAME_DEPTH or ancestor is context.body.container or context.media.count(ancestor) > FRAME_MEDIA:
            return
        yield ancestor
        depth += sum(1 for _ in ancestor.elements) > 1


def _beside(context: Context, img: Element) -> tuple[str | None, str | None]:
    """Caption and credit where nothing names them so: the few words that stand behind a picture in a frame of its own,
    and are none of the text."""
    for frame in _around(context, img):
        if context.kept.any(frame):
            break
        if length := context.kept.length_of_all(frame):
            return _unnamed(context, img, frame) if length <= LONGEST_UNNAMED else (None, None)
    return None, None


def _credit_beside(context: Context, img: Element) -> str | None:
    """What is marked as a credit in a frame of the picture's own without text."""
    for frame in _around(context, img):
        if context.kept.any(frame):
            break
        marked = context.credits.within(frame) or _right_behind(context, frame)
        if marked:
            return captions.read([], marked, context.page.rules.words)[1]
    return None


def _right_behind(context: Context, frame: Element) -> list[Element]:
    """What is marked as a credit and stands right behind a frame."""
    behind = context.page.document.elements[frame.end : frame.end + 1]
    return [e for e in behind if e.parent is frame.parent and context.credits.is_one(e)]


def _unnamed(context: Context, img: Element, frame: Element) -> tuple[str | None, str | None]:
    runs = list(inline.runs_of(context.flow, frame))
    if len(runs) > MOST_UNNAMED or not all(_may_caption(context, img, r) for r in runs):
        return None, None
    marked = context.credits.within(frame)
    if not marked and len(runs) > 1 and runs[-1].element is not frame and _names(runs[-1].text):
        if all(_names(r.text) for r in runs):
            return None, None  # which of them took the picture is not said
        marked = [runs[-1].element]
    return captions.read([frame], marked, context.page.rules.words)


def _is_behind(img: Element, run: Run) -> bool:
    """Whether a run stands behind a picture, or begins with it."""
    if img not in run.element:
        return run.element.index > img.index
    for child in run.element.children:
        if not isinstance(child, str) and img in child:
            return True
        if child is run.nodes[0]:
            return False
    return False


def _names(text: str) -> bool:
    """Whether a line under a caption is nothing but names: "The Evening Post", "REUTERS"."""
    return len(text) <= LONGEST_NAME and not any(w[0].islower() or w[0].isdigit() for w in text.split())


def _may_caption(context: Context, img: Element, run: Run) -> bool:
    """Whether words below a picture may be said of it: no link, no heading, no label of something else."""
    if run.link_length or run.element.tag in NO_CAPTION or not _is_behind(img, run):
        return False
    words = context.page.rules.words
    if run.text[0].isdigit() or run.text.endswith(COLONS) or words.of(CHROME).equal(run.text):
        return False
    around = takewhile(lambda e: e is not context.body.container, (run.element, *run.element.ancestors))
    return words.starts_with("by", run.text) is None and not any(context.labelled(e, OTHERS) for e in around)


def _said(context: Context, frame: Element) -> tuple[str | None, str | None]:
    """Caption and credit."""
    said = titled(context.page, frame, context.captions.outermost(frame))
    return captions.read(said, context.credits.within(frame), context.page.rules.words)
