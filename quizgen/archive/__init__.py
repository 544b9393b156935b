"""The archive: many articles, from a week's news to a million, with work that can be resumed."""
