"""What developers look at the program with: screenshots of every page, and the tour."""
