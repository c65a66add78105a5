"""Files coming in and going out, one batch at a time."""
