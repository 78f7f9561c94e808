"""The rows and figures of the screens as files. Headings and labels are Vietnamese for everybody."""
