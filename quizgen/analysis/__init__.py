"""Analysis: from an article to its names, times, amounts, speakers, references and clauses."""
