//! Plain text in whatever encoding.

use super::gather::{Gather, tidy};
use super::{Place, ProblemCode};
use crate::encoding;

pub(super) fn read(bytes: &[u8], gather: &mut Gather) {
    let text = decoded(bytes, encoding::of, gather);
    gather.part(Place::Whole, &tidy(&text));
}

/// The characters of a text, whose encoding is found out so.
pub(super) fn decoded(
    bytes: &[u8],
    encoding_of: impl Fn(&[u8]) -> (&'static encoding_rs::Encoding, usize),
    gather: &mut Gather,
) -> String {
    let bytes = without_padding(bytes);
    let (encoding, mark) = encoding_of(bytes);
    let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if had_errors {
        gather.remark(ProblemCode::LostCharacters, text.matches('\u{FFFD}').count());
    }
    text.into_owned()
}

/// Without the zero bytes with which a copy that was not finished is filled up.
fn without_padding(bytes: &[u8]) -> &[u8] {
    if encoding::is_wide(bytes).is_some() {
        return bytes;
    }
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    &bytes[..end]
}
