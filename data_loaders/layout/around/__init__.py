"""The words around a table: title block, letterhead, signatures, the name of its sheet."""
