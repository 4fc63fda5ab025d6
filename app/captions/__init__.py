"""Caption text: how it is cut into words and which style it is written in."""
