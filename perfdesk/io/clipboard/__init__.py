"""Blocks of cells on the clipboard, as text and as the HTML that office programs exchange."""
