"""Reading .xlsx and .xlsm, the cells of which are looked over as markup before calamine reads them."""
