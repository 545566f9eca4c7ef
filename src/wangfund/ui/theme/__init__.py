"""The look: colours, sizes, fonts and icons in one place."""
