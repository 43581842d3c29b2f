"""The way out of every page: the link and its script in the page itself, and what the server forgets when a page is left."""
