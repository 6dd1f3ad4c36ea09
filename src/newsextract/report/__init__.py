"""What people look at: one page explained, a batch of records reported on. HTML that opens from disk."""

from newsextract.report.explanation import Explanation, explain

__all__ = ["Explanation", "explain"]
