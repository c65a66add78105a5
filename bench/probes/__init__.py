"""What runs in processes of its own and prints what it measured as one line of JSON."""
