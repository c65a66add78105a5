"""What can go wrong with files, said so that the person can do something about it."""


class Problem(Exception):  # noqa: N818 - it is the person's problem, not the program's error
    """A trouble the user can act on; its text is one clear Chinese sentence.

    It names the file, the place and what to do. Anything else that is raised is a mistake of
    ours.
    """
