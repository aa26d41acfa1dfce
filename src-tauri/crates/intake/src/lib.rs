//! Reads what others wrote into drafts with problems. It never writes.
