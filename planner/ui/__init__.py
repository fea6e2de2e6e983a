"""The window: paints the frozen picture and asks the verbs; decides nothing itself."""
