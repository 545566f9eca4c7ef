"""Thai wording shared by papers, commands and screens: each code with its message and advice."""
