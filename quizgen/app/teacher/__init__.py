"""The teacher's pages: library, new quiz, review, publish, results."""
