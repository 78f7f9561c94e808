"""A file with what a person answered and corrected, for the commands: the JSON of `Mending.as_json`."""

import argparse
import json
from pathlib import Path

from program.submissions.mending import Answer, Correction, Mending, Question
from program.text import key

HELP = (
    'tệp JSON các câu trả lời và ô sửa: {"answers": [["unit", "Phòng Hoa Mai", "492"]], "corrections": '
    '[["Tháng 5", "D9", "45"]]}. Câu hỏi là heading (tiêu đề cột là trường nào, hoặc not_used), unit, kind, '
    "audience (tên này là mã nào), date_order (day_first hoặc month_first, tên để trống)"
)


def mending_file(name: str) -> Mending:
    """The mending of a file, as the type of an argument: words may be written as they stand in the workbook.
    Raises ArgumentTypeError with a Vietnamese sentence."""
    try:
        found = json.loads(Path(name).read_bytes())
        answers = [
            Answer(Question(question), key(words), _text(value))
            for question, words, value in found.get("answers", [])
        ]
        corrections = [
            Correction(_text(sheet), _text(cell).upper(), _text(text))
            for sheet, cell, text in found.get("corrections", [])
        ]
    except OSError:
        raise argparse.ArgumentTypeError(f"không đọc được tệp: {name}") from None
    except (ValueError, TypeError, AttributeError):
        raise argparse.ArgumentTypeError(f"không phải tệp JSON các câu trả lời và ô sửa: {name}") from None
    return Mending().with_answers(answers).with_corrections(corrections)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
