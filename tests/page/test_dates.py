"""Printed and stated dates: what is read, and what is left alone."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsextract.page.calendar import calendar, from_jalali
from newsextract.page.dates import epoch, find, iso, parse

CAPTURED = datetime(2025, 8, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-07-25", date(2025, 7, 25)),
        ("20250725", date(2025, 7, 25)),
        ("2025-07-25T10:30:00Z", datetime(2025, 7, 25, 10, 30, tzinfo=UTC)),
        ("2025-07-25T10:30:00.12+0530", datetime(2025, 7, 25, 10, 30, 0, 120000, timezone(timedelta(hours=5.5)))),
        ("2025-07-25 10:30:00 UTC", datetime(2025, 7, 25, 10, 30, tzinfo=UTC)),
        ("2025-07-25 10:30", datetime(2025, 7, 25, 10, 30)),  # noqa: DTZ001
        ("2025-07", None),
        ("2025", None),
        ("2025-13-01", None),
        ("0001-01-01T00:00:00", None),
    ],
)
def test_iso_forms_are_read_as_far_as_they_go(text: str, expected: object) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("25 July 2025", "en", date(2025, 7, 25)),
        ("Thursday 25th July 2025", "en", date(2025, 7, 25)),
        ("25 de julio de 2025", "es", date(2025, 7, 25)),
        ("25-ago-2025", "en", date(2025, 8, 25)),
        ("25 ago 2025", "en", None),
        ("le 1er août 2024", "fr", date(2024, 8, 1)),
        ("25.07.2025", "de", date(2025, 7, 25)),
        ("2025. július 25.", "hu", date(2025, 7, 25)),
        ("2025 m. liepos 25 d.", "lt", date(2025, 7, 25)),
        ("2025. gada 25. jūlijā", "lv", date(2025, 7, 25)),
        ("25 июля 2025 г.", "ru", date(2025, 7, 25)),
        ("25 Ιουλίου 2025", "el", date(2025, 7, 25)),
        ("2025年7月25日", "ja", date(2025, 7, 25)),
        ("令和6年3月4日", "ja", date(2024, 3, 4)),
        ("24.07.25", "ko", date(2024, 7, 25)),
        ("25 tháng 7, 2025", "vi", date(2025, 7, 25)),
        ("25 ก.ค. 2567", "th", date(2024, 7, 25)),
        ("٢٥ يوليو ٢٠٢٤", "ar", date(2024, 7, 25)),
        ("24 كانون الثاني 2024", "ar", date(2024, 1, 24)),
        ("۲۵ تیر ۱۴۰۲", "fa", date(2023, 7, 16)),
        ("१५ जुलाई २०२४", "hi", date(2024, 7, 15)),
        ("17 December 2025", "en", date(2025, 12, 17)),
        ("6. Dezember 2022 von Ada Winter", "de", date(2022, 12, 6)),
        ("Part 1 December 02, 2025", "en", date(2025, 12, 2)),
        ("11 d'abril de 2024", "ca", date(2024, 4, 11)),
        ("2025 оны 12-р сарын 17", "mn", date(2025, 12, 17)),
        ("2025 оны 12 сарын 17-ны өдөр", "mn", date(2025, 12, 17)),
        ("3. listopada 2024", "hr", date(2024, 10, 3)),
        ("3 listopada 2024", "pl", date(2024, 11, 3)),
    ],
)
def test_a_printed_day_is_read_in_its_language(text: str, language: str, expected: date) -> None:
    assert parse(text, language) == expected


@pytest.mark.parametrize("form", ["17 {} 2025", "17. {} 2025", "17 {}. 2025", "17-{}-2025", "2025 {} 17"])
@pytest.mark.parametrize("language", sorted(calendar().months.keys() - {"", "mn"}))
def test_every_month_is_read_behind_and_before_numbers(language: str, form: str) -> None:
    for name, number in calendar().months[language].items():
        assert parse(form.format(name.title()), language) == date(2025, number, 17), form.format(name)


@pytest.mark.parametrize(
    ("text", "hour", "minute", "offset"),
    [
        ("July 25, 2025 10:30 am", 10, 30, None),
        ("25.07.2025 | 10.30 Uhr", 10, 30, None),
        ("Vendredi 25 juillet 2025 à 10h30", 10, 30, None),
        ("10:30 25/07/2025", 10, 30, None),
        ("2025-07-25 오후 3:20", 15, 20, None),
        ("Jul 25, 2025 at 3pm ET", 15, 0, -4),
        ("25 июля 2025, 10:30 МСК", 10, 30, 3),
        ("25/07/2025, 10:30 (GMT+7)", 10, 30, 7),
        ("Fri, 25 Jul 2025 10:30:00 +0200", 10, 30, 2),
        ("9:48 AM EST, Fri July 25, 2025", 9, 48, -5),
        ("Fri Jul 25 09:48:00 UTC 2025", 9, 48, 0),
    ],
)
def test_a_time_and_a_zone_are_kept_where_they_are_printed(
    text: str, hour: int, minute: int, offset: int | None
) -> None:
    zone = None if offset is None else timezone(timedelta(hours=offset))
    assert parse(text) == datetime(2025, 7, 25, hour, minute, tzinfo=zone)


def test_the_time_of_an_update_is_not_given_to_the_date_before_it() -> None:
    assert parse("Oct. 7, 2023 | Updated 9:15 p.m. ET", "en") == date(2023, 10, 7)


@pytest.mark.parametrize(
    ("language", "day_first", "expected"),
    [
        ("en-US", None, date(2024, 3, 4)),
        ("en-GB", None, date(2024, 4, 3)),
        ("de", None, date(2024, 4, 3)),
        ("en-US", True, date(2024, 4, 3)),
        ("de", False, date(2024, 3, 4)),
    ],
)
def test_the_order_of_day_and_month_follows_language_unless_told(
    language: str, day_first: bool | None, expected: date
) -> None:
    assert parse("03/04/2024", language, day_first=day_first) == expected


def test_a_day_above_twelve_overrules_the_order() -> None:
    assert parse("13/04/2024", "en-US") == date(2024, 4, 13)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 hours ago", date(2025, 8, 1)),
        ("vor 3 Tagen", date(2025, 7, 29)),
        ("3日前", date(2025, 7, 29)),
        ("gestern, 10:30 Uhr", date(2025, 7, 31)),
        ("July 25", date(2025, 7, 25)),
        ("25 Dec", date(2024, 12, 25)),
    ],
)
def test_dates_relative_to_the_capture_are_counted_from_it(text: str, expected: date) -> None:
    assert parse(text, captured=CAPTURED) == expected
    assert parse(text) is None


@pytest.mark.parametrize(
    "text", ["Politics", "5 min read", "iPhone 15 Pro 2024", "Top 10 moments of 2024", "192.168.10.12", "July 2024", ""]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse(text, "en", CAPTURED) is None


def test_a_date_after_the_capture_is_none() -> None:
    assert parse("25 July 2026", "en", CAPTURED) is None


def test_every_date_of_a_line_is_found_with_its_place() -> None:
    line = "Published 3 May 2024, updated 5 May 2024"
    found = list(find(line, "en"))
    assert [p.value for p in found] == [date(2024, 5, 3), date(2024, 5, 5)]
    assert line[found[1].start : found[1].end] == "5 May 2024"


def test_a_number_that_could_be_day_or_month_is_told() -> None:
    assert [p.ambiguous for p in find("03/04/2024 and 13/04/2024")] == [True, False]


def test_seconds_and_milliseconds_since_1970_are_utc() -> None:
    assert epoch("1753432200") == epoch("1753432200000") == datetime(2025, 7, 25, 8, 30, tzinfo=UTC)


def test_new_year_of_the_iranian_calendar_is_in_march() -> None:
    assert from_jalali(1403, 1, 1) == date(2024, 3, 20)
    assert from_jalali(1403, 12, 30) == date(2025, 3, 20)


def test_importing_the_package_does_not_import_the_slow_reader() -> None:
    code = "import sys, newsextract; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5 Mei 2024", "af"),
        ("5 мая 2024", "be"),
        ("5. maja 2024.", "bs"),
        ("٥ی ئایاری ٢٠٢٤", "ckb"),
        ("5 Mai 2024", "cy"),
        ("5. mai 2024", "et"),
        ("2024ko maiatzaren 5a", "eu"),
        ("5 Bealtaine 2024", "ga"),
        ("5 de maio de 2024", "gl"),
        ("૫ મે ૨૦૨૪", "gu"),
        ("5 ga Mayu 2024", "ha"),
        ("5. maí 2024", "is"),
        ("ថ្ងៃទី០៥ ខែឧសភា ឆ្នាំ២០២៤", "km"),
        ("೫ ಮೇ ೨೦೨೪", "kn"),
        ("5ê Gulanê 2024", "ku"),
        ("2024-жылдын 5-майы", "ky"),
        ("ວັນທີ ໕ ພຶດສະພາ ໒໐໒໔", "lo"),
        ("2024 m. gegužės 5 d.", "lt"),
        ("2024. gada 5. maijā", "lv"),
        ("5 мај 2024", "mk"),
        ("2024 മേയ് 5", "ml"),
        ("2024 оны 5-р сарын 5", "mn"),
        ("5 Mei 2024", "ms"),
        ("၂၀၂၄ ခုနှစ်၊ မေလ ၅ ရက်", "my"),
        ("မေ ၅၊ ၂၀၂၄", "my"),
        ("5. mai 2024", "nb"),
        ("5 मे 2024", "ne"),
        ("੫ ਮਈ ੨੦੨੪", "pa"),
        ("5 مې 2024", "ps"),
        ("2024 මැයි 5", "si"),
        ("5. maja 2024", "sl"),
        ("5 Maajo 2024", "so"),
        ("5 maj 2024", "sq"),
        ("5 Mei 2024", "sw"),
        ("మే 5, 2024", "te"),
        ("౫ మే ౨౦౨౪", "te"),
        ("ika-5 ng Mayo 2024", "tl"),
        ("2024-yil 5-may", "uz"),
        ("2024 йил 5 май", "uz"),
        ("مايو 5، 2024", "ar"),
    ],
)
def test_a_date_is_read_in_its_language_and_digits(text: str, language: str) -> None:
    assert parse(text, language) == date(2024, 5, 5)


@pytest.mark.parametrize("language", ["hi", "ml", "fi"])
def test_a_month_may_be_written_short_in_english_in_any_language(language: str) -> None:
    assert parse("05 Jul 2024", language) == date(2024, 7, 5)


@pytest.mark.parametrize("text", ["२०८१-०३-०५", "२०८१ असार ५ गते", "५ असार २०८१"])
def test_a_year_of_the_nepalese_calendar_is_no_gregorian_one(text: str) -> None:
    assert parse(text, "ne") is None


def test_a_year_of_the_islamic_calendar_is_not_taken_for_an_iranian_one() -> None:
    assert parse("1445/09/12", "ar") is None


@pytest.mark.parametrize(
    ("text", "language"), [("5 พ.ค. 67", "th"), ("๕ พฤษภาคม ๒๕๖๗", "th"), ("5 ພຶດສະພາ 2567", "lo"), ("05/05/67", "th")]
)
def test_a_buddhist_year_is_read_in_two_digits_too(text: str, language: str) -> None:
    assert parse(text, language) == date(2024, 5, 5)


def test_months_in_pashto_are_those_of_the_iranian_calendar() -> None:
    assert parse("5 غويی 1403", "ps") == date(2024, 4, 24)
