"""Who owes which report, who sent it, and when."""
