//! How people type sums and days, and how that is understood.
