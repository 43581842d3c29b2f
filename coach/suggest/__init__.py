"""Reading → suggestions, each checked by the guard."""
