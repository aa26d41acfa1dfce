//! The use cases: opens transactions, joins the other crates, owns the clock and the wire types.
