"""A trained model and its rows in, early looks out: after how many trees a run is as good as decided.

A soft cascade (Bourdev and Brandt, 2005): most runs are plainly chrome or plainly body after a few trees. A look's
bounds are the widest beyond which the share of training runs that all the trees together would decide the other way
is below `WRONG`.
"""

import lightgbm as lgb
import numpy as np

AFTER = (10, 20, 35, 55, 80, 110)
"""Trees before each look."""
WRONG = 0.004
"""Share of early decisions that may differ."""
CHROME, BODY = -1.4, 0.8
"""Log odds (chances of 0.2 and 0.7) beyond which a run is told apart whatever the page's threshold."""


def looks(model: lgb.Booster, rows: np.ndarray) -> list[tuple[int, float, float]]:
    """(trees, low, high): below low a run is chrome, above high it is body."""
    final = model.predict(rows, raw_score=True)
    found = []
    for trees in AFTER:
        partial = model.predict(rows, raw_score=True, num_iteration=trees)
        low = _bound(partial, final > CHROME)
        high = -_bound(-partial, final < BODY)
        found.append((trees, round(float(low), 3), round(float(high), 3)))
    return found


def _bound(scores: np.ndarray, wrong: np.ndarray) -> float:
    """The highest score up to which the share of wrong ones stays below `WRONG`."""
    order = np.argsort(scores)
    share = np.cumsum(wrong[order]) / np.arange(1, len(scores) + 1)
    fine = np.nonzero(share <= WRONG)[0]
    return float(scores[order][fine.max()]) if len(fine) else -99.0
