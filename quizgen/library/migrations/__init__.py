"""Migrations of the library's tables, one file a step, applied when a library is opened."""
