"""The rules, one small function each, in files by subject; `review.registry` finds them here."""
