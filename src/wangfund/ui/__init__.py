"""The window: pages, dialogs and widgets, with the decisions of each page in plain Python beside it."""
