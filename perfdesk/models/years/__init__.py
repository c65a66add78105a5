"""One year's document out of another's: what moves on with the year and what stays."""
