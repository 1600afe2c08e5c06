"""From blocks of text to claims: sentences, whether each asserts something, and the facts it asserts."""
