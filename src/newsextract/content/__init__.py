"""The located body in, sections of blocks out; see `sections.read`."""
