"""Finding texts in a document, cell by cell, and putting others in their place."""
