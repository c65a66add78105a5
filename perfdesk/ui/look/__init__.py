"""The only place of colours, fonts, icons and the look of a page."""
