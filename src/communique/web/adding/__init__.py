"""Pages that editors add: files, pasted text and links, read in a process of its own."""
