"""The paper's demo on music of our own: three queries, three ways of writing training text."""
