"""The Thai typesetting base: faces, lines, tables and marks that every paper is drawn with. Lengths are points."""
