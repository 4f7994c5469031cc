"""What the tests of the finished site and of the command share."""
