"""Records to plain dicts and back: the JSON form of the public contract."""
