"""部门整体绩效目标: the statement, edited in place like a document."""
