//! Composes the case file of a dispute as a document.
