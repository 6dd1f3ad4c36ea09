"""Fetching, one noun a module; `newsextract.inputs.fetch` is the way in.

policy      what a run may do: FetchPolicy
answers     what came back: Fetched, Redirect; Refused, why nothing did
addresses   which addresses may be spoken to, and connections to nothing but those
client      the HTTP client: the only module that imports httpx
codings     content codings undone within limits
robots      robots.txt
turns       whose turn it is at a host
queues      many URLs, a queue for each host
agent       all of it together: one URL from robots.txt to the page
archive     what was fetched, as WARC
"""
