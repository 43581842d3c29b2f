"""Drawing questions together: decks, the draw, a room for two with sealed answers, and help with the reply."""
