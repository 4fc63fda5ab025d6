"""Caption rules: recognised terms, rules as cards, and the engine that turns both into findings."""
