"""Practice with a simulated partner, with feedback on every turn. Pure: a state and a sentence in, a new state out."""
