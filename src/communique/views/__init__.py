"""What people see: plain functions from the record's JSON forms to Rich renderables."""
