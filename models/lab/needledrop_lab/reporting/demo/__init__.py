"""The paper's demo on music of our own: three queries, three kinds of training text."""
