"""Practice: how a quiz is taken, judged, repeated and learned from. Pure functions on values.

Nothing here knows of a database, a page or the time of day: seeds and times are given.
"""
