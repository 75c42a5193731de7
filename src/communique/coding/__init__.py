"""The coding room: from an annotated page to what it says of engagements."""
