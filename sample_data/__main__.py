"""`python -m sample_data`: write every demo workbook anew. The bytes are the same each time on one installation;
with another release of the writing libraries only what the sheets say is."""

import argparse

from sample_data import FOLDER, books
from sample_data.model import Book
from sample_data.writers import WRITERS


def all_books() -> list[Book]:
    """Every workbook of the demo, the one with errors last."""
    return [*books.registers_and_targets(), *books.reports(), books.with_errors()]


def main() -> None:
    """Write the workbooks into their folder."""
    about = "Ghi lại mọi tệp Excel minh họa vào sample_data/workbooks/ (thay các tệp đang có)."
    argparse.ArgumentParser(prog="python -m sample_data", description=about).parse_args()
    FOLDER.mkdir(exist_ok=True)
    made = all_books()
    for book in made:
        (FOLDER / book.name).write_bytes(WRITERS[book.writer](book.sheets))
    print(f"Đã ghi {len(made)} tệp vào {FOLDER.name}/")


if __name__ == "__main__":
    main()
