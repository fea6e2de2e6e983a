"""Writers of papers and files: they read an Agenda and never change it."""
