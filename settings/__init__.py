"""Every setting of an installation in one typed place, read from the environment."""

from settings.reading import InvalidSettings, current
from settings.values import Access, LogForm, Settings

__all__ = ["Access", "InvalidSettings", "LogForm", "Settings", "current"]
