"""Conversation Coach: read how a message may land, and find words that can be heard."""
