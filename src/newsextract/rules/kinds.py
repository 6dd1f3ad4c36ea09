"""The kinds a rule can give an element: what they say, and whether saying so takes the element out of the body.

A rule may cut less than its kind does (`cut = false` for a name that often lies), never more: kinds that are part of
the article are never cut.
"""

import attrs


@attrs.frozen
class Kind:
    """What a label says of an element."""

    says: str
    chrome: bool = True
    """Whether the element is no part of the body; False: the label only tells readers where to look."""
    soft: bool = False
    """Chrome on an article's page, but perhaps what another page is about (comments on a forum, offers in a shop), or a
    name that lies now and then: cut only where the located body has nothing in it."""


KINDS: dict[str, Kind] = {
    # Chrome: cut from the body, but read by whoever finds a fact in it.
    "ad": Kind("an advertisement, its slot or its label"),
    "author-bio": Kind("what an author card says about the author", chrome=False),
    "author-box": Kind("the card about the author beside or below the article"),
    "breadcrumbs": Kind("the trail from the home page to the article"),
    "byline": Kind("the line that names who wrote the article", soft=True),
    "calendar": Kind("a calendar or an archive by month"),
    "category": Kind("the section or sections the article is filed under, printed with the article", soft=True),
    "comments": Kind("readers' comments, their form, their count", soft=True),
    "consent": Kind("a cookie or consent notice", soft=True),
    "contents": Kind("the article's table of contents", soft=True),
    "date": Kind("a line or an element that prints a date of the article", soft=True),
    "date-modified": Kind("prints when the article was changed"),
    "date-published": Kind("prints when the article was published"),
    "entry-meta": Kind("the line or block of byline, date and categories at its head or foot", soft=True),
    "footer": Kind("the site's footer"),
    "header": Kind("the site's header", soft=True),
    "hidden": Kind("not shown: screen-reader text, templates, `hidden`", soft=True),
    "login": Kind("a prompt to log in or register, an account menu"),
    "most-read": Kind("links to what is most read, trending or latest on the site"),
    "navigation": Kind("a menu"),
    "newsletter": Kind("a prompt to subscribe to a newsletter"),
    "pagination": Kind("links to the pages of the article or the listing"),
    "paywall": Kind("the prompt to pay before reading on", soft=True),
    "player": Kind("chrome of a video or audio player, text-to-speech included", soft=True),
    "popup": Kind("a dialog over the page"),
    "prev-next": Kind("links to the previous and the next article"),
    "rating": Kind("votes, stars, reactions, polls, quizzes", soft=True),
    "read-more": Kind("a link or links inside the body to other articles", soft=True),
    "recommended": Kind("links to articles the site recommends, no matter the subject", soft=True),
    "related": Kind("links to articles related to this one", soft=True),
    "search": Kind("a search form", soft=True),
    "share": Kind("buttons that share the article, follow the site"),
    "shop": Kind("offers, prices, baskets", soft=True),
    "sidebar": Kind("a column beside the article", soft=True),
    "sponsored": Kind("paid links that look like articles", soft=True),
    "stripped": Kind("what a rule of yours for its site strips"),
    "subscribe": Kind("a prompt to subscribe, donate or install an app"),
    "tags": Kind("the list of the article's tags"),
    "ticker": Kind("a breaking-news or market ticker"),
    "tools": Kind("print, e-mail, save, font size and such buttons, language switches", soft=True),
    "widget": Kind("a box of the site that is none of the other kinds: weather, polls, promotion", soft=True),
    # Parts of the article and of its record: hints, never cut.
    "author": Kind("a name inside a byline", chrome=False),
    "author-image": Kind("a portrait of the author", chrome=False),
    "body": Kind("holds the article's text", chrome=False),
    "bold": Kind("text that a stylesheet sets in bold", chrome=False),
    "caption": Kind("the text under a picture", chrome=False),
    "card": Kind("a teaser of another article in a listing", chrome=False),
    "correction": Kind("says what was corrected", chrome=False),
    "credit": Kind("names who made a picture", chrome=False),
    "embed": Kind("a post or a player of another site, embedded", chrome=False),
    "fact-box": Kind("a box of facts beside the running text", chrome=False),
    "footnote": Kind("footnotes, references", chrome=False),
    "gallery": Kind("several pictures of the article", chrome=False),
    "headline": Kind("the article's headline", chrome=False),
    "icon": Kind("a picture that is a sign, an avatar or a counter", chrome=False),
    "kicker": Kind("the words above the headline", chrome=False),
    "lead-image": Kind("the picture at the head of the article", chrome=False),
    "line-break": Kind("an empty element that a stylesheet makes a line break", chrome=False),
    "live-entry": Kind("an entry of a live blog", chrome=False),
    "live-time": Kind("the time of an entry of a live blog", chrome=False),
    "logo": Kind("the site's logo", chrome=False),
    "placeholder": Kind("a picture that stands in for one still to be loaded", chrome=False),
    "promotion": Kind("a box that calls on readers to buy, book or download: no text of an article", chrome=False),
    "pull-quote": Kind("words of the article repeated large", chrome=False),
    "site-name": Kind("prints the site's name", chrome=False),
    "source": Kind("names who published first", chrome=False),
    "standfirst": Kind("the summary printed under the headline", chrome=False),
}
