"""Pages: read state, call one service, draw views."""
