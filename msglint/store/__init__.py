"""What msglint remembers between runs."""
