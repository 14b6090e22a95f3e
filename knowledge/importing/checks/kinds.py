"""The sorts of doubt; the words for each stand with those of the chat."""

from enum import StrEnum


class Kind(StrEnum):
    """What does not agree."""

    STAGES = "stages"  # received = resolved + pending
    TIMELINESS = "timeliness"  # early + on time + late = resolved
    CHANNELS = "channels"  # online + at the counter + by post = received
    PARTS = "parts"  # "14 văn bản, gồm 03 nghị quyết và 11 quyết định"
    PART_EXCEEDS = "part_exceeds"  # "trong đó" more than the whole
    SHARE = "share"  # part ÷ total
    CHANGE = "change"  # now − before, and its percent
    PERIODS = "periods"  # quarters and the half year, nine months or year that they make up
    TWO_VALUES = "two_values"  # one report gives one figure two values
    CONTRADICTION = "contradiction"  # a published report gives it another value
    DATE_LATER = "date_later"  # a document issued after the report that tells of it
    DATE_EARLIER = "date_earlier"  # a document issued long before the report's period
    REPORT_DATE = "report_date"  # signed before its period, or published before it was signed
    WINDOW = "window"  # the days of the figures are not those of the period
    TWO_DATES = "two_dates"  # one number, two dates
    NUMBER_YEAR = "number_year"  # 16/2021/QĐ-UBND ngày 12/3/2020
    FRACTION = "fraction"  # "4,984 hồ sơ": a count with a fraction
    SYMBOL = "symbol"  # "192/QĐUBND"
    ROWS_NO_NUMBER = "rows_no_number"  # of a register, these and the following
    ROWS_SYMBOL = "rows_malformed_symbol"
    ROWS_NO_DATE = "rows_no_date"
    ROWS_IMPOSSIBLE_DATE = "rows_impossible_date"
    ROWS_OTHER_YEAR = "rows_other_year"
    ROWS_TWICE = "rows_twice"
    AMENDMENT_LOST = "amendment_lost"  # corrected by hand before, and the new version says something else
    RECOGNISED = "recognised"  # read from a picture: any letter or figure may be another
    NO_ORGANISATION = "no_organisation"
    NO_PERIOD = "no_period"
    NO_TITLE = "no_title"  # it is called after its file
