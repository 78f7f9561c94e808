"""What the screens of figures show, put together from the figures of one view."""
