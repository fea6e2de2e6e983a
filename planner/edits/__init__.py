"""Every verb the organiser has, one file per noun; each is one undoable step of a Document."""
