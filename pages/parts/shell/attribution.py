"""The attribution of others' data, shared by the pages that show it."""

# The English wording is the one that the licence asks for, letter by letter: reference/SOURCES.md.
OUTLINES = (
    "Ranh giới hành chính: Chính phủ Việt Nam / UN OCHA ROAP, qua geoBoundaries (www.geoboundaries.org), "
    "CC BY 3.0 IGO. Đã giản lược; không hàm ý được xác nhận."
)
