"""What all tables have in common that are gone through row by row: their rows, keys, colours."""
