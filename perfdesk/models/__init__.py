"""What a document is: frozen values and the laws about them. No Qt, no SQL, no files."""
