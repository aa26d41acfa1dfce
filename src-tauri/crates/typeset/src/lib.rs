//! Turns a document into PDF pages. The only place that knows fonts and printpdf.
