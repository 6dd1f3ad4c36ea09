"""A page of a site whose markup says little, and rules for it."""

PAGE = """<html lang="en"><head><title>The Kelmar Lantern</title></head><body>
<div class="x1"><div class="x2">Lighthouse keepers return to Sund Rock</div>
<span class="x3">Maren Holt and Tobias Venn</span> <span class="x4" data-day="2024-03-05">last Tuesday</span>
<ul class="x5"><li><a href="/t/lights">Lights</a></li><li><a href="/t/coast">Coast</a></li></ul>
<div class="x6"><p>Two keepers were rowed to the rock on Tuesday, eleven years after the lamp was left to a timer.</p>
<p class="x7">Would you row for us? Write to the harbour desk before the end of the month, and bring boots.</p>
<p>The harbour office says that the timer had failed on nine nights of the winter, twice in fog.</p></div></div>
<div class="y1"><p>The council meets on Thursday to speak about the lamp, the boat and the price of oil.</p></div>
</body></html>"""
URL = "https://lantern.example/sund-rock"

RULES = """
site = "lantern.example"

[[field]]
id = "lantern.title"
field = "title"
match = ["div.x2"]
fires = '<div class="x2">Keepers return</div>'
spares = '<div class="x9">Keepers return</div>'
gives = "Keepers return"

[[field]]
id = "lantern.authors"
field = "authors"
match = ["span.x3"]
fires = '<span class="x3">Maren Holt</span>'
spares = '<span class="x9">Maren Holt</span>'
gives = ["Maren Holt"]

[[field]]
id = "lantern.published"
field = "published"
match = ["span.x4"]
attribute = "data-day"
fires = '<span class="x4" data-day="2024-03-05">Tuesday</span>'
spares = '<span class="x4">Tuesday</span>'
gives = 2024-03-05

[[field]]
id = "lantern.tags"
field = "tags"
match = ["//ul[@class='x5']//a"]
fires = '<ul class="x5"><li><a href="/t/coast">Coast</a></li></ul>'
spares = '<ul class="x9"><li><a href="/t/coast">Coast</a></li></ul>'

[[field]]
id = "lantern.body"
field = "body"
match = ["div.x6"]
fires = '<div class="x6"><p>Two keepers were rowed to the rock.</p></div>'
spares = '<div class="x9"><p>Two keepers were rowed to the rock.</p></div>'

[[field]]
id = "lantern.strip"
field = "strip"
match = ["p.x7"]
fires = '<p class="x7">Would you row for us?</p>'
spares = '<p>Would you row for us?</p>'

[[example]]
html = '''<html><body><div class="x2">A lamp</div><div class="x6"><p>It burns.</p></div></body></html>'''
url = "https://lantern.example/lamp"
title = "A lamp"
has = ["It burns."]
lacks = ["It is out."]
"""
