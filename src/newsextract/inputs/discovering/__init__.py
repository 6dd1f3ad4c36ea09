"""Finding article addresses, one noun a module; `newsextract.inputs.discover` is the way in.

found     what is found: Found; Wish, which of it is wanted
xml       the incremental reading of XML that nobody here wrote
feeds     RSS, Atom and JSON feeds
sitemaps  sitemaps, indexes of them, news sitemaps
home      what a home page says of its feeds
"""
