"""Engines write plans: one port, one contract, an offline engine and a fallback."""
