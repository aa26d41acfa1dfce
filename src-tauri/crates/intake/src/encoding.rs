//! In which encoding the bytes of a text are.
//!
//! What the bytes themselves show comes first: a byte order mark, the zero bytes of UTF-16, the
//! strict pattern of UTF-8, which other encodings hardly ever happen to match. Only then what the
//! file declares is believed, for banks write `CHARSET:1252` above UTF-8. What declares nothing is
//! guessed from the letters (`guess`), and the guess is shown.

mod guess;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding, and how many bytes its mark at the beginning takes.
pub(crate) fn of(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some(marked) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = is_wide(bytes) {
        return (wide, 0);
    }
    (guess::of(bytes), 0)
}

/// Which UTF-16 it is, as far as zero bytes show: in the texts of Europe nearly every second byte is
/// one, and which second one tells the order.
pub(crate) fn is_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return (marked != UTF_8).then_some(marked);
    }
    let sample = &bytes[..bytes.len().min(4_096)];
    let pairs = sample.len() / 2;
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    if pairs > 1 && low_first * 2 > pairs && high_first * 8 < pairs {
        Some(UTF_16LE)
    } else if pairs > 1 && high_first * 2 > pairs && low_first * 8 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}
