"""A workbook file taken apart: from the archive of XML parts to grids of shown texts."""
