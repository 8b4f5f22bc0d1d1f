"""The pages of cinema staff: signing in, one's account, and for administrators who does what."""
