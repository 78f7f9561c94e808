"""What stands between the network and the pages: headers, readiness, which requests are let through."""
