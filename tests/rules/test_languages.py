"""A printed byline in each of the languages there are words of but few pages at hand."""

import pytest

from newsextract.rules.bylines import names
from newsextract.rules.load import bundled
from newsextract.rules.speech import Speech


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("af", "Deur Rosa Lind en Tom Hart", ["Rosa Lind", "Tom Hart"]),
        ("be", "Аўтар: Ганна Лозка", ["Ганна Лозка"]),
        ("bs", "Piše: Amra Lipa i Tarik Most", ["Amra Lipa", "Tarik Most"]),
        ("ckb", "نووسینی: ئارام کەریم", ["ئارام کەریم"]),
        ("cy", "Gan Elin Pont", ["Elin Pont"]),
        ("et", "Kirjutas Mari Sild ja Jaan Kask", ["Mari Sild", "Jaan Kask"]),
        ("eu", "Egilea: Ane Zubi eta Jon Haritz", ["Ane Zubi", "Jon Haritz"]),
        ("ga", "Scríofa ag Róisín Ní Dhroichid", ["Róisín Ní Dhroichid"]),
        ("gl", "Por Rosa Ponte e Brais Souto", ["Rosa Ponte", "Brais Souto"]),
        ("gu", "લેખક: રીના પટેલ અને અમિત શાહ", ["રીના પટેલ", "અમિત શાહ"]),
        ("ha", "Daga Musa Bello da Aisha Sani", ["Musa Bello", "Aisha Sani"]),
        ("is", "Eftir Rósu Lind og Tómas Hart", ["Rósu Lind", "Tómas Hart"]),
        ("km", "ដោយ៖ សុខ ដារ៉ា", ["សុខ ដារ៉ា"]),
        ("kn", "ಲೇಖಕರು: ರೂಪಾ ಶೆಟ್ಟಿ", ["ರೂಪಾ ಶೆಟ್ಟಿ"]),
        ("ku", "Nivîskar: Rojda Pira û Azad Çem", ["Rojda Pira", "Azad Çem"]),
        ("hu", "Írta: Liget Anna és Híd Tamás", ["Liget Anna", "Híd Tamás"]),
        ("ky", "Автор: Айгүл Көпүрова", ["Айгүл Көпүрова"]),
        ("lo", "ໂດຍ ສົມພອນ ແກ້ວ", ["ສົມພອນ ແກ້ວ"]),
        ("lt", "Autorius: Rasa Liepaitė ir Tomas Tiltas", ["Rasa Liepaitė", "Tomas Tiltas"]),
        ("lv", "Autore: Rasa Liepiņa un Toms Tilts", ["Rasa Liepiņa", "Toms Tilts"]),
        ("mk", "Пишува: Ана Липова и Иван Мостов", ["Ана Липова", "Иван Мостов"]),
        ("ml", "എഴുതിയത്: രേഖ നായർ", ["രേഖ നായർ"]),
        ("mn", "Сурвалжлагч: Болормаа Гүүр", ["Болормаа Гүүр"]),
        ("ms", "Oleh Aminah Jambatan dan Razak Sungai", ["Aminah Jambatan", "Razak Sungai"]),
        ("my", "ရေးသားသူ - မောင်မောင် လှ", ["မောင်မောင် လှ"]),
        ("nb", "Av Rosa Lind og Tom Hart", ["Rosa Lind", "Tom Hart"]),
        ("ne", "लेखक: सीता पुल र राम नदी", ["सीता पुल", "राम नदी"]),
        ("pa", "ਲੇਖਕ: ਰੂਪ ਕੌਰ ਅਤੇ ਅਮਨ ਸਿੰਘ", ["ਰੂਪ ਕੌਰ", "ਅਮਨ ਸਿੰਘ"]),
        ("ps", "لیکوال: زرمینه پل", ["زرمینه پل"]),
        ("si", "ලේඛක: නිමල් පාලම", ["නිමල් පාලම"]),
        ("sl", "Avtorica: Maja Lipa in Jan Most", ["Maja Lipa", "Jan Most"]),
        ("so", "Waxaa qoray Cabdi Biriish", ["Cabdi Biriish"]),
        ("sq", "Nga Arta Ura dhe Besnik Bliri", ["Arta Ura", "Besnik Bliri"]),
        ("sw", "Na Juma Daraja na Asha Mto", ["Juma Daraja", "Asha Mto"]),
        ("te", "రచయిత: రేఖ వంతెన", ["రేఖ వంతెన"]),
        ("tl", "Ni Rosa Tulay at Juan Ilog", ["Rosa Tulay", "Juan Ilog"]),
        ("uz", "Muallif: Dilnoza Ko'prikova va Anvar Daryoyev", ["Dilnoza Ko'prikova", "Anvar Daryoyev"]),
    ],
)
def test_a_byline_is_read_in_its_language(language: str, line: str, expected: list[str]) -> None:
    people = names(line, Speech.of(bundled().words, language))
    assert [(n.name, n.labelled) for n in people] == [(name, True) for name in expected]


@pytest.mark.parametrize("line", ["Na Kaszubach", "Ni Hao", "Gan Jinping"])
def test_a_short_word_opens_a_byline_in_its_own_language_alone(line: str) -> None:
    assert not any(n.labelled for n in names(line, Speech.of(bundled().words, None)))


@pytest.mark.parametrize(
    ("language", "line", "job"),
    [("sw", "Na Mwandishi Wetu", "Mwandishi Wetu"), ("ml", "സ്വന്തം ലേഖകൻ", None), ("ne", "संवाददाता", None)],
)
def test_a_job_alone_is_no_person(language: str, line: str, job: str | None) -> None:
    people = names(line, Speech.of(bundled().words, language))
    assert [(n.name, n.kind) for n in people] == ([] if job is None else [(job, "organization")])


def test_a_short_and_parts_names_in_its_own_language_alone() -> None:
    line = "Maja Lipa in Jan Most"
    assert [n.name for n in names(line, Speech.of(bundled().words, "sl"))] == ["Maja Lipa", "Jan Most"]
    assert [n.name for n in names(line, Speech.of(bundled().words, None))] == ["Maja Lipa"]


@pytest.mark.parametrize(
    ("language", "line"),
    [("de", "Brückenministerium der Republik"), ("de", "Deutscher Brückenverband"), ("sv", "Svenska Broförbundet")],
)
def test_an_institution_written_as_one_word_is_no_person(language: str, line: str) -> None:
    assert [n.kind for n in names(line, Speech.of(bundled().words, language))] == ["organization"]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "Por Rosa Lima y Puente", ["Rosa Lima y Puente"]),
        ("pt", "Rosa Lima e Ponte", ["Rosa Lima e Ponte"]),
        ("pt", "Rosa Lima e Tomás Ponte", ["Rosa Lima", "Tomás Ponte"]),
        ("es", "Rosa Lima y EFE", ["Rosa Lima", "EFE"]),
    ],
)
def test_an_and_of_one_letter_may_stand_inside_a_name(language: str, line: str, expected: list[str]) -> None:
    assert [n.name for n in names(line, Speech.of(bundled().words, language))] == expected
