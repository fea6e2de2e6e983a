"""The drag-and-drop timetable: child widgets on a painted canvas, all pixels from one geometry."""
