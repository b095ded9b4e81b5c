"""What takes several rooms, written once for the window and the command line."""
