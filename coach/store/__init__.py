"""What outlives a page, for a day: a person's own things, and rooms for two. Only wiring builds it; no one else imports it."""
