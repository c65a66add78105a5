"""The tree at the left: years, departments, units, projects; where one is and where one goes."""
