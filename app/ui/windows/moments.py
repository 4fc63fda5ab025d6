"""Moments as a person reads them: the local time in the desktop's own short form."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone

from app.ui.text import tr


def moment(utc: datetime | None) -> str:
    """Local date and time; "" where it is not known."""
    if utc is None:
        return ""
    stamp = QDateTime(
        QDate(utc.year, utc.month, utc.day),
        QTime(utc.hour, utc.minute, utc.second),
        QTimeZone(QTimeZone.Initialization.UTC),
    ).toLocalTime()
    clock = QLocale.system().toString(stamp.time(), "HH:mm:ss")
    if stamp.date() == QDate.currentDate():
        return tr("today, {time}", time=clock)
    day = QLocale.system().toString(stamp.date(), QLocale.FormatType.ShortFormat)
    return f"{day} {clock}"
