"""What a picture shows better than a number: the joint spaces, and how training went."""
