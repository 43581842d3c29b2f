"""The Cards page: soon."""
