"""What the clerk sees: the only package that knows Qt."""
