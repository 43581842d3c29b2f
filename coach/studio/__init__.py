"""The counselor's studio: show a technique, practise it, take it home."""
