"""What the program knows before it reads: tables a political scientist can edit, and loaders."""
