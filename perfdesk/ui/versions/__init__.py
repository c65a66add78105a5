"""Named versions of a document: putting one aside, looking at what differs, going back."""
