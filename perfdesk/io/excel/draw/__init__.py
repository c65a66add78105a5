"""Pages drawn into a workbook; the only place that loads openpyxl."""
