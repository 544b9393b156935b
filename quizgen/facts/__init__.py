"""Facts: what an article says, in a form that question rules can use."""
