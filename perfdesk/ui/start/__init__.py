"""What the window shows before there is any document."""
