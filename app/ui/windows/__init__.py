"""Windows, dialogs and the actions that tie the pieces together."""
