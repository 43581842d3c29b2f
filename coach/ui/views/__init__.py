"""Views: each draws one part of a page from what it is given."""
