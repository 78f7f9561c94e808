"""Workbooks to fill in: made for one unit and one period, so that a filled one always loads clean."""

from data_loaders.templates.column import Column, Entry
from data_loaders.templates.columns import columns
from data_loaders.templates.making import file_name, template
from data_loaders.templates.setting import Setting, TemplateError, setting, templates_of

__all__ = [
    "Column",
    "Entry",
    "Setting",
    "TemplateError",
    "columns",
    "file_name",
    "setting",
    "template",
    "templates_of",
]
