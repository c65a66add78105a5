"""What can be seen on worksheets, read by labels and headings, and what it means."""
