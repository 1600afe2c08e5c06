"""The judge: what changed between a claim and the statements it is about, and the verdict that follows."""
