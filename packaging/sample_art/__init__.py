"""How the pictures of the sample dataset are drawn: flat shapes, soft light and a little grain."""
