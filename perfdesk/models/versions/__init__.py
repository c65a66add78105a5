"""An earlier state of a document beside its present one: what differs, and going back to it."""
