"""Measures what must be fast, and says whether it is.

    python3 dev.py bench                 everything, on the screen there is
    python3 dev.py bench --quick         fewer and smaller runs, for a first look
    python3 dev.py bench --only start    only these; also: memory, work, rules, read, list, excel,
                                         suggest, keys
    python -m bench                      the same, in an environment that is ready

It prints a table: the figure, the floor it is measured against, their ratio, the goal, and
whether the goal holds. The exit code is 1 when one does not.

A floor is the least that the same work can cost here: a window with nothing in it, the cells of
a workbook written one by one, a plain query. Machines differ and are busy with other things, so
a figure and its floor are measured in the same run, in turns, and their medians compared. Only
what a person waits for, a frame or a save, is held to milliseconds.

Starting is measured in processes of their own, from their birth to the moment the window has been
painted. Where no screen is shown, Xvfb gives one, else Qt draws offscreen. Everything is written
to a temporary folder: a workspace of 10,000 projects with 12 indicators each, in 800 documents
of eight years. Nobody's own store or settings are touched.

One file measures one thing and yields its figures; `probes` are what runs in other processes.
"""
