"""Real servers for the tests: started from what is there, thrown away afterwards."""
