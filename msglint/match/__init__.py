"""Retrieval: which approved statements a claim may be about. It never decides whether the claim is true to them."""
