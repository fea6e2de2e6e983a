"""The meeting as rows in a file and as a frozen picture."""
