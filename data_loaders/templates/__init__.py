"""Workbooks to fill in: made for one unit and one period, so that a filled one always loads clean."""

from data_loaders.templates.columns import columns
from data_loaders.templates.making import file_name, template
from data_loaders.templates.setting import Setting, TemplateError, can_be_made, reporting_codes, setting

__all__ = [
    "Setting",
    "TemplateError",
    "can_be_made",
    "columns",
    "file_name",
    "reporting_codes",
    "setting",
    "template",
]
