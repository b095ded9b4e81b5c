from dialogueprep.cli import start

start()
