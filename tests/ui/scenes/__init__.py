"""Scenes for the pictures: for each page what is done to the window before the picture is taken."""
