"""Words and number forms of the two languages. Vietnamese source texts are the message ids."""
