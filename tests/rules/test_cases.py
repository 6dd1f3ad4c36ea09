"""Every rule carries its own case: a fragment it labels, a fragment it spares."""

import pytest

from newsextract.label import label
from newsextract.page.document import Document
from newsextract.rules.load import Rule, bundled


def fired(fragment: str) -> set[str]:
    labels = label(Document(f"<html><body>{fragment}</body></html>"), bundled())
    return {rule.id for rules in labels.by_element.values() for rule in rules}


@pytest.mark.parametrize("rule", bundled().rules, ids=lambda r: r.id)
def test_a_rule_labels_its_fragment_and_spares_its_counterpart(rule: Rule) -> None:
    assert rule.id in fired(rule.fires)
    assert rule.id not in fired(rule.spares)
