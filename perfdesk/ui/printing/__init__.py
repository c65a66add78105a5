"""Paper: whatever can be printed, page by page, on a printer, in a preview, as PDF."""
