"""The frame: window, side bar, menus, places."""
