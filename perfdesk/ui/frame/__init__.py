"""The window around the pages: tree and page, menus, actions, status bar."""
