"""How a document is judged: findings, rules, what rules may ask, and the book that sets limits."""
