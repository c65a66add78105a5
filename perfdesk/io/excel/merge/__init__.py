"""The kept document brought together with what its worksheets show now."""
