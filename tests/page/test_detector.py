"""Which language a text is in."""

import pytest

from newsextract.page.detector import detect

TEXTS = {
    "en": "The harbour board met again on Monday and put off the question of the second berth until spring.",
    "de": "Der Hafenrat hat am Montag wieder getagt und die Frage des zweiten Liegeplatzes aufs Frühjahr verschoben.",
    "es": "La junta del puerto se reunió otra vez el lunes y aplazó la cuestión del segundo muelle hasta la primavera.",
    "uk": "Рада порту знову зібралася в понеділок і відклала питання про другий причал до весни.",
    "ar": "اجتمع مجلس الميناء مرة أخرى يوم الاثنين وأجل مسألة الرصيف الثاني حتى الربيع",
    "ja": "港湾委員会は月曜日に再び開かれ、第二埠頭の問題を春まで延期した。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_prose_is_told_with_a_score_that_counts(language: str) -> None:
    found = detect(TEXTS[language])
    assert found is not None
    assert found[0] == language
    assert found[1] > 0.3


@pytest.mark.parametrize("text", ["", "1100 – 2019", "²½ ①"])
def test_a_text_without_letters_is_in_no_language(text: str) -> None:
    assert detect(text) is None


def test_scores_are_those_of_eld() -> None:
    assert detect(TEXTS["de"]) == ("de", pytest.approx(0.658061, abs=1e-6))
