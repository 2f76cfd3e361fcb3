"""Every sentence that window and command line share, translatable."""
