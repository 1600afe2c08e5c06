"""Retrieval: which approved statements a claim may be about; it never decides whether it is true to them."""
