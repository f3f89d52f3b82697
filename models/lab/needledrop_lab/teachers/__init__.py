"""Pre-trained taggers that training listens along with. None of their weights is shipped."""
