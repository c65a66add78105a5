"""How a document enters and leaves: files, the store, other programs' formats. Never Qt."""
