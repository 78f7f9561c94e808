"""What may be counted twice: which records are alike or lie over each other, and which of them count."""
