"""Documents for people: rendered here, readable without JavaScript, in German and English."""
