"""The day and hour of Đà Nẵng, by which days count, whatever the server's clock is set to."""

from datetime import date, datetime, timedelta, timezone

LOCAL_TIME = timezone(timedelta(hours=7), "Giờ Việt Nam")  # all of Việt Nam, without summer time


def today() -> date:
    """The day it is there."""
    return datetime.now(LOCAL_TIME).date()


def day_of(moment: datetime) -> date:
    """The day there on which something happened; `moment` knows its own time zone."""
    return moment.astimezone(LOCAL_TIME).date()
