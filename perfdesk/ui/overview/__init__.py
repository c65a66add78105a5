"""What a year, a department or a unit adds up to, and how far each project is."""
