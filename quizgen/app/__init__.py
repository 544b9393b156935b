"""The app: a page to make, look over and take home a quiz. It holds no logic of its own."""
