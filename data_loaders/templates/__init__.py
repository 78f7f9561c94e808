"""Workbooks to fill in: made for one unit and one period, so that a filled one always loads clean."""

from data_loaders.templates.columns import columns
from data_loaders.templates.known import KNOWN, cells, known_rows, prefilled
from data_loaders.templates.making import file_name, template
from data_loaders.templates.setting import Setting, TemplateError, can_be_made, reporting_codes, setting

__all__ = [
    "KNOWN",
    "Setting",
    "TemplateError",
    "can_be_made",
    "cells",
    "columns",
    "file_name",
    "known_rows",
    "prefilled",
    "reporting_codes",
    "setting",
    "template",
]
