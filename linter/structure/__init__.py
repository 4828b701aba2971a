"""What a document is made of, as read from its text."""
