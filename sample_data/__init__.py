"""Demo workbooks as a district would send them; `python -m sample_data` writes them anew.

All activities, targets and names of schools are invented. The counts of the population workbook are
published ones, each with its source.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "workbooks"

# The focal agency's own workbooks; the units' reports follow them.
REGISTERS = ("chi-tieu.xlsx", "so-truong.xlsx", "mau-so-tre-em.xlsx", "dau-moi.xlsx", "van-ban-nhiem-vu.xlsx")

# Shows what the check says about mistakes; never loaded.
ERROR_FILE = FOLDER / "vi-du-co-loi.xlsx"


def _year(path: Path) -> tuple[str, str]:
    found = re.search(r"\d{4}", path.stem)
    return (found[0] if found else "", path.name)


# All workbooks to load, in order: targets and registers, then the units' files year by year.
DEMO_FILES: list[Path] = [
    *(FOLDER / name for name in REGISTERS),
    *sorted(
        (path for path in FOLDER.glob("[a-z]*.*") if path.name not in (*REGISTERS, ERROR_FILE.name)),
        key=_year,
    ),
]
