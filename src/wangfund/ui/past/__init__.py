"""What was paid before the program: taken in from a list or keyed, shown, taken back."""
