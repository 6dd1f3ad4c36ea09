"""Printed bylines: the people they name."""

import pytest

from newsextract.rules.bylines import names, stated_name
from newsextract.rules.load import bundled
from newsextract.rules.speech import Speech

ENGLISH = Speech.of(bundled().words, "en")
GERMAN = Speech.of(bundled().words, "de")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Rosa Lind", ["Rosa Lind"]),
        ("Rosa Lind and Tom Hart", ["Rosa Lind", "Tom Hart"]),
        ("By Rosa Lind, Tom Hart & Ida van Berg", ["Rosa Lind", "Tom Hart", "Ida van Berg"]),
        ("By Rosa Lind in Berlin", ["Rosa Lind"]),
        ("By Rosa Lind for the Lantern", ["Rosa Lind"]),
        ("By Rosa Lind | 5 May 2024, 10:30", ["Rosa Lind"]),
        ("5 May 2024 | Rosa Lind", ["Rosa Lind"]),
        ("Published by Rosa Lind", ["Rosa Lind"]),
        ("By | Rosa Lind | and | Tom Hart | News Desk", ["Rosa Lind", "Tom Hart"]),
        ("rosa@lantern.example Rosa Lind", ["Rosa Lind"]),
        ("Rosa Lind MD", ["Rosa Lind"]),
        ("Tom Hart Jr.", ["Tom Hart Jr."]),
        ("ABBY ROSE", ["ABBY ROSE"]),
        ("【ソウル＝小川一郎】", ["小川一郎"]),
        ("Written | by | Rosa Lind", ["Rosa Lind"]),
        ("Guides | By Rosa Lind", ["Rosa Lind"]),
        ("By Rosa Lind For Lantern.Example", ["Rosa Lind"]),
        ("BY ROSA LIND FOR LANTERN ONLINE", ["ROSA LIND"]),
        ("BY ROSA LIND AND TOM HART", ["ROSA LIND", "TOM HART"]),
        ("By Rosa Lind for the Daily Post", ["Rosa Lind"]),
        ("Rosa Lind | 1 | , | Tom Hart | 2 | * | & | … | Ida Berg | †", ["Rosa Lind", "Tom Hart", "Ida Berg"]),
        ("By | Rosa Lind | , | public sector adviser, Lantern", ["Rosa Lind"]),
        ("/ Source: | LANTERN", []),
        ("Recipe by Rosa Lind", ["Rosa Lind"]),
        ("By Rosa Lind And Tom Hart For The Harbour Mail", ["Rosa Lind", "Tom Hart"]),
        ("May 18, 2024 By Rosa Lind In", ["Rosa Lind"]),
        ("Shop By", []),
        ("Rosa Lind, Tom Hart | LANTERN TODAY", ["Rosa Lind", "Tom Hart"]),
        ("港町という名前にひかれて歩いてみたいと思っていたし 平日の休みで晴れ", []),
        ("This post was written by Rosa Lind", ["Rosa Lind"]),
        ("By Rosa Lind | Tags: | Bridges | , | Ports", ["Rosa Lind"]),
        ("By Rosa Lind, LANTERN RADIO", ["Rosa Lind"]),
        ("Rosa Lind | , WCI Columnist", ["Rosa Lind"]),
        ("Rosa Lind | Writer, Hardware", ["Rosa Lind"]),
        ("Rosa Lind/Tom Hart", ["Rosa Lind", "Tom Hart"]),
        ("by rlind", ["rlind"]),
        ("by | rlind | 5 May 2024 | Forum", ["rlind"]),
        ("Author(s) | Rosa Lind", ["Rosa Lind"]),
        ("Contributors: | Rosa Lind", ["Rosa Lind"]),
        ("Authors | Rosa Lind | Tom Hart | Ida Berg", ["Rosa Lind", "Tom Hart", "Ida Berg"]),
        ("Author | Rosa Lind | Harbour Views", ["Rosa Lind"]),
        ("Lind Harbour Tax & Freight", []),
        ("By Rosa Lind & Tom Hart", ["Rosa Lind", "Tom Hart"]),
        ("Rosa & Tom Hart", ["Rosa", "Tom Hart"]),
        ("This article was written by Rosa Lind, harbour master", ["Rosa Lind"]),
        ("Tags: | cyber attack | Harbour Bank of Porto | First published", []),
        ("Author publishing", []),
        ("Author information", []),
        ("text-black", []),
        ("About the Author | Rosa Lind", ["Rosa Lind"]),
        ("Get in touch", []),
        ("Cite this page", []),
        ("Updated 5 May 2024", []),
        ("By", []),
        ("Share", []),
    ],
)
def test_the_names_of_a_byline_are_read_without_what_stands_beside_them(text: str, expected: list[str]) -> None:
    assert [n.name for n in names(text, ENGLISH) if n.joined and n.kind == "person"] == expected


def test_a_job_title_behind_a_comma_belongs_to_the_name_before_it() -> None:
    (named,) = names("By Rosa Lind, Staff Writer", ENGLISH)
    assert (named.name, named.job_title) == ("Rosa Lind", "Staff Writer")


def test_a_job_title_before_the_name_is_no_part_of_it() -> None:
    (named,) = names("Senior Reporter Rosa Lind", ENGLISH)
    assert (named.name, named.job_title) == ("Rosa Lind", "Senior Reporter")


def test_an_agency_is_told_from_a_person() -> None:
    assert [n.kind for n in names("Rosa Lind and Reuters", ENGLISH)] == ["person", "agency"]
    assert [n.kind for n in names("Rosa Lind (AFP)", ENGLISH)] == ["person", "agency"]


def test_a_newsroom_is_an_organization() -> None:
    assert [n.kind for n in names("Lantern Editorial Team", ENGLISH)] == ["organization"]


def test_a_name_after_the_is_no_person() -> None:
    assert [n.kind for n in names("The Harbour Courier", ENGLISH)] == ["organization"]


def test_the_paper_behind_a_name_is_told_from_it() -> None:
    people = names("By Rosa Lind Coastal News Agency", ENGLISH)
    assert [(n.name, n.kind) for n in people] == [("Rosa Lind", "person"), ("Coastal News Agency", "agency")]


def test_a_title_that_two_share_is_given_to_neither() -> None:
    assert [n.job_title for n in names("By Rosa Lind and Tom Hart, staff writers", ENGLISH)] == [None, None]


def test_a_title_before_a_name_makes_no_other_person() -> None:
    (plain,), (titled,) = names("Rosa Lind", ENGLISH), names("Dr Rosa Lind", ENGLISH)
    assert (titled.name, titled.key) == ("Dr Rosa Lind", plain.key)


def test_what_metadata_states_behind_a_comma_names_nobody() -> None:
    assert stated_name(", The Harbour Courier", ENGLISH) == ()


def test_who_took_the_pictures_is_told_from_who_wrote_the_text() -> None:
    people = names("Text: Anna Berg, Fotos: Jo Klein", GERMAN)
    assert [(n.name, n.role) for n in people] == [("Anna Berg", "writer"), ("Jo Klein", "photographer")]


def test_a_surname_that_looks_like_a_label_stays_whole() -> None:
    assert [n.name for n in names("De Boer", Speech.of(bundled().words, "es"))] == ["De Boer"]


def test_metadata_may_state_a_user_name() -> None:
    assert [n.name for n in stated_name("rosalind42x", ENGLISH)] == ["rosalind42x"]
    assert names("rosalind42x", ENGLISH) == ()
    assert stated_name("admin", ENGLISH) == ()


def test_the_desk_and_the_team_are_organisations() -> None:
    read = [(n.name, n.kind) for t in ("by News Desk", "By the Lantern Team 2–3 minutes") for n in names(t, ENGLISH)]
    assert read == [("News Desk", "organization"), ("the Lantern Team", "organization")]


def test_a_role_counts_for_the_name_behind_an_and_in_an_element_of_its_own() -> None:
    assert [n.role for n in names("Redaktion: Rosa Lind und | Tom Hart", GERMAN)] == ["editor", "editor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("부산 | 강은희 기자", ["강은희"]),
        ("강은희 기자, 박도윤 기자", ["강은희", "박도윤"]),
        ("강은희·박도윤 기자", ["강은희", "박도윤"]),
        ("부산=강은희 특파원", ["강은희"]),
    ],
)
def test_the_job_behind_a_korean_name_tells_it_from_a_town(text: str, expected: list[str]) -> None:
    assert [n.name for n in names(text, Speech.of(bundled().words, "ko"))] == expected


def test_a_dot_inside_a_foreign_name_in_chinese_is_a_part_of_it() -> None:
    assert [n.name for n in names("作者：罗莎·林德", Speech.of(bundled().words, "zh"))] == ["罗莎·林德"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ka", "ავტორი: ნინო ბერიძე", "ნინო ბერიძე"),
        ("hy", "Հեղինակ՝ Աննա Սարգսյան", "Աննա Սարգսյան"),
        ("am", "በ አበበ ከበደ", "አበበ ከበደ"),
        ("bn", "লিখেছেন: রফিক হাসান", "রফিক হাসান"),
        ("ur", "تحریر: احمد علی", "احمد علی"),
        ("kk", "Автор: Айгүл Сапарова", "Айгүл Сапарова"),
        ("zh", "（记者王小明）", "王小明"),
        ("zh", "记者 王小明 报道", "王小明"),
    ],
)
def test_a_label_and_a_name_are_told_apart_in_scripts_with_and_without_capitals(language, text, expected) -> None:
    found = names(text, Speech.of(bundled().words, language))
    assert [(n.name, n.role, n.kind) for n in found] == [(expected, "writer", "person")]


def test_words_and_photos_are_labels_where_a_colon_follows() -> None:
    found = names("Words: Rosa Lind | Photos: Tom Hart", ENGLISH)
    assert [(n.name, n.role) for n in found] == [("Rosa Lind", "writer"), ("Tom Hart", "photographer")]
    assert [n.labelled for n in names("Photos Hart", ENGLISH)] == [False]


@pytest.mark.parametrize("text", ["By Our Correspondent", "By Staff Reporter"])
def test_a_byline_that_names_a_job_alone_is_of_the_newsroom(text: str) -> None:
    assert [(n.name, n.kind) for n in names(text, ENGLISH)] == [(text.removeprefix("By "), "organization")]


def test_a_newsroom_s_own_reporter_is_no_person_in_bengali() -> None:
    (named,) = names("নিজস্ব প্রতিবেদক", Speech.of(bundled().words, "bn"))
    assert named.kind == "organization"


def test_an_agency_in_lower_case_behind_a_von_is_named() -> None:
    assert [(n.name, n.kind) for n in names("Von dpa", GERMAN)] == [("dpa", "agency")]


@pytest.mark.parametrize("job", ["Tech Reporter", "Head of Product", "Assistant Food Editor, Better Kitchens"])
def test_a_job_in_an_element_of_its_own_is_the_job_of_the_name_before(job: str) -> None:
    assert [(n.name, n.job_title) for n in names(f"Rosa Lind | {job}", ENGLISH)] == [("Rosa Lind", job)]


def test_a_job_behind_a_korean_name_of_its_own_element_tells_it_from_towns() -> None:
    korean = Speech.of(bundled().words, "ko")
    assert [n.name for n in names("부산, 울산 | 강은희 | 기자", korean)] == ["강은희"]
    assert [n.name for n in names("강은희 | 기자 | 박도윤 | 기자", korean)] == ["강은희", "박도윤"]


def test_avec_joins_two_names() -> None:
    french = Speech.of(bundled().words, "fr")
    assert [n.name for n in names("Rosa Lind avec Tom Hart", french)] == ["Rosa Lind", "Tom Hart"]


def test_a_place_behind_a_job_is_no_name() -> None:
    assert [n.name for n in names("Rosa Lind – Journalist i Oslo", Speech.of(bundled().words, "no"))] == ["Rosa Lind"]


@pytest.mark.parametrize("text", ["Lind Harbour Tax & Freight", "Piers & Planks Editors", "Hart Harbour & Sons"])
def test_an_and_of_a_firm_parts_no_names(text: str) -> None:
    assert [(n.name, n.kind) for n in names(text, ENGLISH)] == [(text, "organization")]


def test_who_pays_for_an_article_is_an_organization_without_the_label() -> None:
    assert [(n.name, n.kind) for n in stated_name("Sponsored by Harbour Goods", ENGLISH)] == [
        ("Harbour Goods", "organization")
    ]
    assert stated_name("Sponsored Content", ENGLISH) == ()


@pytest.mark.parametrize("name", ["Department Of Harbours And Social Care", "By 4K Harbours", "Letters To The Editor"])
def test_departments_brands_and_the_readers_letters_are_organizations(name: str) -> None:
    assert [(n.name, n.kind) for n in names(name, ENGLISH)] == [(name.removeprefix("By "), "organization")]
