"""Workbooks to fill in: made for one unit and one period, so that a filled one always loads clean."""

from data_loaders.templates.columns import columns
from data_loaders.templates.making import file_name, template
from data_loaders.templates.setting import Setting, TemplateError, can_report, reporting_codes, setting

__all__ = [
    "Setting",
    "TemplateError",
    "can_report",
    "columns",
    "file_name",
    "reporting_codes",
    "setting",
    "template",
]
