"""The project page: the official form on one sheet of paper, edited in place."""
