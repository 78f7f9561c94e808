"""Report forms: facts down the side ("1. Số lớp tập huấn", "- Trong đó: nữ"), what came of them to the right.

`words` says what one line counts, `columns` which columns hold results and whose, `slots` which lines make one
record, `finding` where such forms stand; it sets them up as a plain table with a row for each record.
"""
