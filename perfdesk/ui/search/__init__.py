"""Finding and replacing texts, in one form or in all years, and going straight to a project."""
